//! Takes reviews from merchants, answers from partners, and reports from whoever is signed in.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::reviews::{OwnReview, read_reply, read_report, read_review};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::{InquiryId, ReviewId};
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::profile::Handle;
use guildhall_domain::review::Review;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, created, json_object,
    no_content, not_found, path_parameter, review_refused, route_key, tagged,
};
use guildhall_store::{Inquiries, ReviewCommit, ReviewCreated, Reviews, Table};

/// How often a change is tried again when somebody else changed the review at the same moment.
const TRIES: usize = 3;

/// Takes reviews.
pub struct ReviewPartner {
    inquiries: Inquiries,
    reviews: Reviews,
    clock: Arc<dyn Clock>,
}

impl ReviewPartner {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { inquiries: Inquiries::new(table.clone()), reviews: Reviews::new(table), clock }
    }

    async fn write(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        if caller.actor.role != Role::Merchant {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let handle = path_parameter(request, "handle").and_then(|handle| handle.parse().ok());
        let handle: Handle = handle.ok_or_else(not_found)?;
        let (inquiry, written) = read_review(&json_object(request)?).map_err(Problem::fields)?;
        let inquiry = self.own_inquiry(&inquiry, &handle, &caller.actor).await?;
        let review =
            Review::write(&inquiry, written, &caller.actor, self.clock.now()).map_err(review_refused)?;
        match self.reviews.create(&review).await.or_fail()? {
            ReviewCreated::New => {
                created(&OwnReview::from(&review), &format!("/api/v1/reviews/{}", review.id))
            }
            ReviewCreated::Exists(_) | ReviewCreated::Erased => Err(Problem::new(ProblemCode::ReviewExists)),
        }
    }

    /// The merchant's own inquiry to this partner. Another one's looks like a missing one.
    async fn own_inquiry(&self, id: &str, handle: &Handle, merchant: &Actor) -> Result<Inquiry, Problem> {
        let unknown = || Problem::fields(vec![FieldError::field("inquiry", FieldCode::InquiryUnknown)]);
        let id: InquiryId = id.parse().map_err(|_| unknown())?;
        let inquiry = self.inquiries.get(&id).await.or_fail()?;
        inquiry
            .filter(|inquiry| inquiry.merchant == merchant.id && inquiry.recipient.handle == *handle)
            .ok_or_else(unknown)
    }

    async fn show(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let review = self.review(request).await?;
        let is_own = review.merchant == caller.actor.id || caller.actor.role == Role::ProgramAdmin;
        if !is_own {
            return Err(not_found());
        }
        tagged(&OwnReview::from(&review), review.version)
    }

    async fn reply(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let mut review = self.review(request).await?;
        // Of what is not published, nobody at the partner knows.
        if caller.actor.org.as_ref() != Some(review.id.org()) || !review.is_published() {
            return Err(not_found());
        }
        if caller.actor.role != Role::PartnerOwner {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        if caller.organisation.as_ref().is_some_and(|organisation| organisation.suspended) {
            return Err(Problem::new(ProblemCode::OrganisationSuspended));
        }
        let text = read_reply(&json_object(request)?).map_err(Problem::fields)?;
        for _ in 0..TRIES {
            review.reply(text.clone(), &caller.actor, self.clock.now()).map_err(review_refused)?;
            match self.reviews.commit(&review, None).await.or_fail()? {
                ReviewCommit::Done => return tagged(&OwnReview::from(&review), review.version),
                ReviewCommit::Conflict(current) => review = *current.ok_or_else(not_found)?,
            }
        }
        Err(Problem::new(ProblemCode::VersionConflict))
    }

    async fn report(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let mut review = self.review(request).await?;
        if !review.is_published() {
            return Err(not_found());
        }
        let (reason, note) = read_report(&json_object(request)?).map_err(Problem::fields)?;
        for _ in 0..TRIES {
            review.report(reason, note.clone(), &caller.actor, self.clock.now()).map_err(review_refused)?;
            match self.reviews.commit(&review, None).await.or_fail()? {
                ReviewCommit::Done => return Ok(no_content()),
                ReviewCommit::Conflict(current) => review = *current.ok_or_else(not_found)?,
            }
        }
        Err(Problem::new(ProblemCode::VersionConflict))
    }

    async fn review(&self, request: &Request) -> Result<Review, Problem> {
        let id: ReviewId =
            path_parameter(request, "review_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        self.reviews.get(&id).await.or_fail()?.ok_or_else(not_found)
    }
}

impl Handler for ReviewPartner {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "POST /api/v1/profiles/{handle}/reviews" => self.write(&request, &caller).await,
            "GET /api/v1/reviews/{review_id}" => self.show(&request, &caller).await,
            "POST /api/v1/reviews/{review_id}/reply" => self.reply(&request, &caller).await,
            "POST /api/v1/reviews/{review_id}/report" => self.report(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}
