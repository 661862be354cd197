//! Takes a merchant's inquiry to a partner: one transaction with everything that keeps floods out, however
//! often the request is repeated.

mod form_key;

use std::sync::Arc;

use guildhall_contract::inquiries::InquiryReceipt;
use guildhall_contract::inquiry_form::{InquiryFormTicket, InquiryRead, read_inquiry};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::{Inquiry, Recipient};
use guildhall_domain::profile::{Availability, Handle, ProfileContent, PublicCopy};
use guildhall_domain::text::fold;
use guildhall_http::{
    Body, Edge, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, content_hash, created,
    directory_open, idempotency_key, json, json_object, not_found, path_parameter, route_key,
};
use guildhall_store::{
    Arrival, CutoverCache, Inquiries, InquiryCreated, Micros, PublicProfiles, Sender, Table,
};

pub use form_key::FormKey;

/// How often an inquiry is tried again when others of the same sender or partner come at the same moment.
const TRIES: usize = 4;

/// Takes inquiries.
pub struct ContactPartner {
    profiles: PublicProfiles,
    inquiries: Inquiries,
    cutover: CutoverCache,
    clock: Arc<dyn Clock>,
    key: FormKey,
    edge: Edge,
}

/// An inquiry on its way in, with everything that is known of it.
struct Incoming {
    id: InquiryId,
    recipient: Recipient,
    read: InquiryRead,
    request_hash: String,
    merchant: Actor,
    address: String,
}

impl ContactPartner {
    /// Writes to this table, in this clock's time; forms are signed with this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, key: FormKey) -> Self {
        let (profiles, cutover) = (PublicProfiles::new(table.clone()), CutoverCache::new(table.clone()));
        Self { profiles, inquiries: Inquiries::new(table), cutover, clock, key, edge: Edge::none() }
    }

    /// Counts by the addresses that this network asks for, and not by its own.
    #[must_use]
    pub fn behind(self, edge: Edge) -> Self {
        Self { edge, ..self }
    }

    async fn partner(&self, handle: &Handle) -> Result<(PublicCopy, ProfileContent), Problem> {
        let mut copy = self.profiles.get(handle).await.or_fail()?.ok_or_else(not_found)?;
        let content = copy.content.take().ok_or_else(not_found)?;
        Ok((copy, content))
    }

    /// What an open form needs to be sent.
    async fn ticket(&self, handle: &Handle) -> Result<Response<Body>, Problem> {
        let (_, content) = self.partner(handle).await?;
        json(&InquiryFormTicket {
            form_token: self.key.issue(handle, Micros::now()),
            accepting: content.availability == Availability::Open,
            services: content.services().collect(),
            partner: content.name,
        })
    }

    async fn send(&self, request: &Request, handle: &Handle) -> Result<Response<Body>, Problem> {
        let merchant = caller(request)?.actor;
        if merchant.role != Role::Merchant {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let key = idempotency_key(request)?;
        let read = read_inquiry(&json_object(request)?).map_err(Problem::fields)?;
        let (copy, content) = self.partner(handle).await?;
        let incoming = Incoming {
            id: InquiryId::derive(&copy.org, &merchant.id, key),
            request_hash: content_hash(&read.form)?,
            recipient: Recipient {
                handle: copy.handle,
                name: content.name,
                email: content.contact_email,
                language: content.contact_language,
            },
            read,
            merchant,
            address: self.key.hide(self.edge.source_address(request).unwrap_or_default()),
        };
        let is_open = content.availability == Availability::Open;
        for _ in 0..TRIES {
            if let Some(answer) = self.attempt(&incoming, is_open).await? {
                return Ok(answer);
            }
        }
        // So many at once that none gets through: come back in a moment.
        Err(Problem { retry_after: Some(2), ..Problem::new(ProblemCode::Unavailable) })
    }

    /// `None` when somebody else's inquiry got in between, so that what was read is no longer so.
    async fn attempt(&self, incoming: &Incoming, is_open: bool) -> Result<Option<Response<Body>>, Problem> {
        let email = self.key.hide(&fold(incoming.read.form.contact_email.as_str()));
        let sender = Sender { merchant: &incoming.merchant.id, email: &email, address: &incoming.address };
        let arrival = self.inquiries.arrive(&incoming.id, &sender).await.or_fail()?;
        // A repeated request is answered whatever has changed since the first.
        if let Some((first, request_hash)) = &arrival.existing {
            return if *request_hash == incoming.request_hash {
                receipt(first).map(Some)
            } else {
                Err(Problem::new(ProblemCode::IdempotencyKeyReused))
            };
        }
        self.admit(incoming, &arrival, is_open)?;
        let inquiry = Inquiry::send(
            incoming.id.clone(),
            incoming.recipient.clone(),
            incoming.read.form.clone(),
            &incoming.merchant,
            incoming.read.language,
            arrival.last.clone(),
            self.clock.now(),
        );
        match self.inquiries.create(&inquiry, &incoming.request_hash, arrival).await.or_fail()? {
            InquiryCreated::New => receipt(&inquiry).map(Some),
            InquiryCreated::Replay(first) => receipt(&first).map(Some),
            InquiryCreated::KeyReused => Err(Problem::new(ProblemCode::IdempotencyKeyReused)),
            InquiryCreated::Raced => Ok(None),
        }
    }

    fn admit(&self, incoming: &Incoming, arrival: &Arrival, is_open: bool) -> Result<(), Problem> {
        if !is_open {
            return Err(Problem::new(ProblemCode::FormClosed));
        }
        let now = Micros::now();
        self.key
            .check(&incoming.read.form_token, &incoming.recipient.handle, now)
            .map_err(|error| Problem::fields(vec![error]))?;
        match arrival.retry_after(now) {
            Some(seconds) => {
                Err(Problem { retry_after: Some(seconds), ..Problem::new(ProblemCode::TooManyRequests) })
            }
            None => Ok(()),
        }
    }
}

impl Handler for ContactPartner {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        // A repeated request is answered only while there is a form, as everything about it is.
        let behaviour = self.cutover.behaviour(self.clock.now()).await.or_fail()?;
        directory_open(behaviour)?;
        let handle = path_parameter(&request, "handle").and_then(|handle| handle.parse().ok());
        let handle: Handle = handle.ok_or_else(not_found)?;
        match route_key(&request) {
            "GET /api/v1/profiles/{handle}/inquiry-form" => self.ticket(&handle).await,
            "POST /api/v1/profiles/{handle}/inquiries" => self.send(&request, &handle).await,
            _ => Err(not_found()),
        }
    }
}

fn receipt(inquiry: &Inquiry) -> Result<Response<Body>, Problem> {
    created(&InquiryReceipt::from(inquiry), &format!("/api/v1/inquiries/{}", inquiry.id))
}
