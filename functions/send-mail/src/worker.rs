//! The worker: from a change to the mails that it calls for.

mod digests;
mod inquiries;
mod invitations;
mod leads;
mod owners;

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use guildhall_store::{
    Digests, Hooks, Inquiries, Leads, MailRecord, Mails, Members, Payouts, People, RosterCache, StoreError,
    Table, asked_again, kind, stream,
};
use guildhall_worker::{BatchWorker, Change, Failed, WorkError};

pub(crate) use owners::Owner;

use crate::{Mailer, Post, PostError, Site};

/// Sends the mails that changes of the table call for.
#[derive(Debug)]
pub struct SendMail<M> {
    post: Post<M>,
    inquiries: Inquiries,
    leads: Leads,
    digests: Digests,
    members: Members,
    payouts: Payouts,
    hooks: Hooks,
    people: People,
    roster: RosterCache,
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
        Self {
            post: Post::new(Mails::new(table.clone()), mailer),
            inquiries: Inquiries::new(table.clone()),
            leads: Leads::new(table.clone()),
            digests: Digests::new(table.clone()),
            members: Members::new(table.clone()),
            payouts: Payouts::new(table.clone()),
            hooks: Hooks::new(table.clone()),
            people: People::new(table.clone()),
            roster: RosterCache::new(table.clone()),
            site,
        }
    }

    /// The same with another way of posting, for whoever cannot wait so long.
    #[must_use]
    pub fn with_post(self, post: Post<M>) -> Self {
        Self { post, ..self }
    }

    /// Everything that a change calls for. Told again, it comes to the same: each mail is claimed by what
    /// it tells of.
    async fn tell(&self, change: &Change) -> Result<(), Trouble> {
        match (change.kind(), change.old_image(), change.new_image()) {
            (kind::INQUIRY, None, Some(new)) => {
                self.tell_of_inquiry(&stream::inquiry(new)?, &change.key).await
            }
            // What is noted at a lead beside its story calls for nothing, least of all what we note ourselves.
            (kind::LEAD, _, Some(_)) => match stream::lead_change(change)? {
                Some(change) => self.tell_of_events(&change.after, change.events()).await,
                None => Ok(()),
            },
            (kind::DIGEST, None, Some(new)) => self.tell_of_digest(&stream::digest(new)?).await,
            (kind::INVITATION, _, Some(_)) => match stream::invited(change)? {
                Some(invitation) => self.tell_of_invitation(&invitation).await,
                None => Ok(()),
            },
            (kind::PAYOUT, None, Some(new)) => self.tell_of_payout(&stream::payout(new)?).await,
            (kind::WEBHOOKS, _, Some(_)) => self.tell_of_endpoints(stream::kept_change(change)?).await,
            (kind::MAIL, _, _) => match asked_again(change)? {
                Some(record) => self.send_again(&record).await,
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Somebody decided to send one mail again. What it tells of is in the table; so is whom to tell.
    async fn send_again(&self, record: &MailRecord) -> Result<(), Trouble> {
        if let Some(id) = record.lead() {
            return match self.leads.get(&id).await? {
                Some(lead) => self.tell_of_event_again(&lead, record).await,
                None => Ok(()),
            };
        }
        if let Some(id) = record.inquiry() {
            return match self.inquiries.get(&id).await? {
                Some(inquiry) => self.tell_of_inquiry_again(&inquiry, record).await,
                None => Ok(()),
            };
        }
        if let Some(id) = record.invitation() {
            return match self.members.invitation(id).await? {
                Some(invitation) => self.tell_of_invitation_again(&invitation, record).await,
                None => Ok(()),
            };
        }
        if let Some((reader, org, period, currency)) = record.payout() {
            return match self.payouts.get(&org, period, currency).await? {
                Some(payout) => self.tell_of_payout_again(&payout, &reader, record).await,
                None => Ok(()),
            };
        }
        if let Some((reader, org, hook)) = record.webhook() {
            return self.tell_of_endpoint_again(&org, hook, &reader, record).await;
        }
        match self.digests.at(&record.source()).await? {
            Some(digest) => self.tell_of_digest(&digest).await,
            None => Ok(()),
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
