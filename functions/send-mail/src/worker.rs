//! The worker: from a change to the mails that it calls for.

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use guildhall_domain::inquiry::{Delivery, Inquiry};
use guildhall_store::keys::Key;
use guildhall_store::{
    Inquiries, MailRecord, MailState, Mails, StoreError, Table, asked_again, kind, stream,
};
use guildhall_worker::{BatchWorker, Change, Failed, WorkError};

use crate::{Audience, Mailer, Post, PostError, Posted, Site, inquiry};

/// Sends the mails that changes of the table call for.
#[derive(Debug)]
pub struct SendMail<M> {
    post: Post<M>,
    inquiries: Inquiries,
    site: Site,
}

/// Why a change's mails are not all on their way.
enum Trouble {
    Post(PostError),
    /// The change itself makes trouble: it cannot be read, or not be told of.
    Change(WorkError),
}

impl<M: Mailer> SendMail<M> {
    /// Keeps its books in this table, sends by this carrier, and leads people to this site.
    pub fn new(table: &Table, mailer: M, site: Site) -> Self {
        let post = Post::new(Mails::new(table.clone()), mailer);
        Self { post, inquiries: Inquiries::new(table.clone()), site }
    }

    /// Everything that a change calls for. Told again, it comes to the same: each mail is claimed by what
    /// it tells of.
    async fn tell(&self, change: &Change) -> Result<(), Trouble> {
        match (change.kind(), change.old_image(), change.new_image()) {
            (kind::INQUIRY, None, Some(new)) => {
                self.tell_of_inquiry(&stream::inquiry(new)?, &change.key).await
            }
            (kind::MAIL, _, _) => match asked_again(change)? {
                Some(record) => self.send_again(&record).await,
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Trouble with one of the mails does not keep the other back, unless that would meet the same.
    async fn tell_of_inquiry(&self, inquiry: &Inquiry, source: &Key) -> Result<(), Trouble> {
        let told_partner = self.tell_partner(inquiry, source).await;
        if let Err(trouble) = &told_partner
            && trouble.holds_up_others()
        {
            return told_partner;
        }
        self.tell_merchant(inquiry, source).await?;
        told_partner
    }

    /// What becomes of the partner's mail shows in the inquiry, wherever it is shown.
    async fn tell_partner(&self, inquiry: &Inquiry, source: &Key) -> Result<(), Trouble> {
        let posted = self.post.send(&inquiry::to_partner(inquiry, source, &self.site)?).await?;
        let delivery = match posted {
            Posted::Sent(_) | Posted::Settled(MailState::Sent) => Delivery::Sent,
            Posted::Failed | Posted::Settled(MailState::Failed) => Delivery::Failed,
            // Nobody knows, so nothing is claimed: it stands in the list of open mails.
            Posted::Settled(MailState::Unknown | MailState::Claimed | MailState::Waiting) => return Ok(()),
        };
        self.inquiries.record_delivery(&inquiry.id, delivery).await?;
        Ok(())
    }

    async fn tell_merchant(&self, inquiry: &Inquiry, source: &Key) -> Result<(), Trouble> {
        self.post.send(&inquiry::to_merchant(inquiry, source, &self.site)?).await?;
        Ok(())
    }

    /// Somebody decided to send one mail again. What it tells of is in the table; so is whom to tell.
    async fn send_again(&self, record: &MailRecord) -> Result<(), Trouble> {
        let Some(id) = record.inquiry() else { return Ok(()) };
        let Some(inquiry) = self.inquiries.get(&id).await? else { return Ok(()) };
        let source = record.source();
        let audience = record.audience.as_str();
        if audience == Audience::Partner.code() {
            self.tell_partner(&inquiry, &source).await
        } else if audience == Audience::Merchant.code() {
            self.tell_merchant(&inquiry, &source).await
        } else {
            Ok(())
        }
    }
}

impl<M: Mailer> BatchWorker for SendMail<M> {
    /// One change that makes trouble does not hold up the others, except where they would only meet the
    /// same trouble, and where they are further changes of the same item.
    async fn handle(&self, batch: &[Change]) -> Vec<Failed> {
        let mut failed = Vec::new();
        let mut held = HashSet::new();
        for change in batch {
            if held.contains(&change.key) {
                failed.push(Failed::new(change, WorkError::Passing("an earlier change waits".to_owned())));
                continue;
            }
            let outcome = AssertUnwindSafe(self.tell(change)).catch_unwind().await;
            let Err(trouble) = outcome.unwrap_or(Err(Trouble::Change(WorkError::Panicked))) else { continue };
            let is_everywhere = trouble.holds_up_others();
            failed.push(Failed::new(change, trouble));
            held.insert(&change.key);
            if is_everywhere {
                break;
            }
        }
        failed
    }
}

impl Trouble {
    fn holds_up_others(&self) -> bool {
        match self {
            Self::Post(error) => error.holds_up_others(),
            Self::Change(_) => false,
        }
    }
}

impl From<PostError> for Trouble {
    fn from(error: PostError) -> Self {
        Self::Post(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Post(PostError::Books(error))
    }
}

impl From<WorkError> for Trouble {
    fn from(error: WorkError) -> Self {
        Self::Change(error)
    }
}

impl From<Trouble> for WorkError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Post(error) => error.into(),
            Trouble::Change(error) => error,
        }
    }
}
