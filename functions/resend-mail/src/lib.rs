//! Mails that did not arrive: listed for whoever looks after them, sent again, or left.
//!
//! Sending again is one conditional write on the mail; `send-mail` hears of it from the stream. What the mail
//! tells of is set back to *about to be sent* before, and not after: the worker may be faster than we are, and what it
//! notes must come later.

mod listed;

use std::sync::Arc;

use guildhall_contract::mails::{OpenMailPage, read_mail_query};
use guildhall_domain::actor::{Actor, Role, Stamp};
use guildhall_domain::clock::Clock;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::inquiry::spam::Limit;
use guildhall_domain::listing::{Start, page};
use guildhall_domain::notice::Audience;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, no_content,
    not_found, path_parameter, query_pairs, route_key,
};
use guildhall_store::{
    CursorKey, Decided, Inquiries, Leads, MailItem, MailSubjects, Mails, Scope, StoreError, Table,
};

use listed::{Listed, answered};

/// How often one mail may be sent again: five times at once, and as many an hour.
const AGAIN: Limit = Limit { scope: "mail", burst: 5, interval: 12 * 60 };

/// Looks after mails that did not arrive.
pub struct ResendMail {
    mails: Mails,
    subjects: MailSubjects,
    leads: Leads,
    inquiries: Inquiries,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
}

impl ResendMail {
    /// Works on this table, in this clock's time; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: &Table, clock: Arc<dyn Clock>, cursors: CursorKey) -> Self {
        Self {
            mails: Mails::new(table.clone()),
            subjects: MailSubjects::new(table),
            leads: Leads::new(table.clone()),
            inquiries: Inquiries::new(table.clone()),
            clock,
            cursors,
        }
    }

    async fn list(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        if !looks_after_all(actor) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let pairs = query_pairs(request);
        let query = read_mail_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .map_err(Problem::query)?;
        let scope = Scope::new(&format!("mails:{}", actor.id), &query.order, &());
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<String>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let open: Vec<_> = self.mails.open().await.or_fail()?.iter().map(Listed::new).collect();
        let page = page(open.iter().collect(), &query.order, &start, query.limit);
        let ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
        // The index is a moment behind the mails themselves.
        let mails = self.mails.get_many(&ids).await.or_fail()?;
        json(&OpenMailPage {
            items: mails.iter().filter(|mail| mail.is_open()).map(answered).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }

    async fn send(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let mail = self.mail(request).await?;
        if !self.may_send(&mail, &caller.actor).await.or_fail()? {
            return Err(not_found());
        }
        caller.check_standing()?;
        if !mail.may_be_sent_again() {
            return Err(Problem::new(ProblemCode::NotNow));
        }
        self.subjects.note(&mail.record, Delivery::Pending).await.or_fail()?;
        let decided = self.mails.send_again_within(&mail.id, AGAIN, &self.stamp(caller)).await;
        if !matches!(decided, Ok(Decided::Done)) {
            self.take_back(&mail).await.or_fail()?;
        }
        answer(decided.or_fail()?)
    }

    /// What the mail tells of shows how the mail stands after all.
    async fn take_back(&self, mail: &MailItem) -> Result<(), StoreError> {
        let now = self.mails.get(&mail.id).await?;
        let delivery = now.as_ref().unwrap_or(mail).delivery();
        self.subjects.note(&mail.record, delivery).await
    }

    async fn dismiss(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        if !looks_after_all(&caller.actor) {
            return Err(not_found());
        }
        let mail = self.mail(request).await?;
        answer(self.mails.dismiss(&mail.id, &self.stamp(caller)).await.or_fail()?)
    }

    async fn mail(&self, request: &Request) -> Result<MailItem, Problem> {
        let id = path_parameter(request, "mail_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        self.mails.get(&id).await.or_fail()?.ok_or_else(not_found)
    }

    fn stamp(&self, caller: &Caller) -> Stamp {
        Stamp { by: caller.actor.signature(), at: self.clock.now() }
    }

    /// Whether somebody may send a mail again: those who look after all mails, and those of the side that it tells who
    /// may read what it tells of and do more than read.
    async fn may_send(&self, mail: &MailItem, actor: &Actor) -> Result<bool, StoreError> {
        if looks_after_all(actor) {
            return Ok(true);
        }
        let side = Audience::of_code(&mail.record.audience).map(Audience::side);
        if actor.role == Role::PartnerViewer || side != Some(actor.role.side()) {
            return Ok(false);
        }
        if let Some(id) = mail.record.lead() {
            return Ok(self.leads.get(&id).await?.is_some_and(|lead| lead.is_readable_by(actor)));
        }
        if let Some(id) = mail.record.inquiry() {
            return Ok(self.inquiries.get(&id).await?.is_some_and(|inquiry| inquiry.is_readable_by(actor)));
        }
        Ok(false)
    }
}

impl Handler for ResendMail {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "GET /api/v1/mails" => self.list(&request, &caller.actor).await,
            "POST /api/v1/mails/{mail_id}/send" => self.send(&request, &caller).await,
            "POST /api/v1/mails/{mail_id}/dismiss" => self.dismiss(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}

fn looks_after_all(actor: &Actor) -> bool {
    matches!(actor.role, Role::SalesManager | Role::ProgramAdmin)
}

fn answer(decided: Decided) -> Result<Response<Body>, Problem> {
    match decided {
        Decided::Done => Ok(no_content()),
        Decided::NotNow => Err(Problem::new(ProblemCode::NotNow)),
        Decided::TooOften(seconds) => {
            let retry_after = Some(u32::try_from(seconds).unwrap_or(u32::MAX));
            Err(Problem { retry_after, ..Problem::new(ProblemCode::TooManyRequests) })
        }
        Decided::Missing => Err(not_found()),
    }
}
