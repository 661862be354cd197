//! A partner says where an inquiry stands: one read, the rules, one conditional write.

use std::sync::Arc;

use guildhall_contract::inquiries::{InquiryDetails, read_inquiry_mark};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::{Inquiry, InquiryCommand};
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, if_match, inquiry_refused,
    json_object, not_found, path_parameter, tagged,
};
use guildhall_store::{Inquiries, InquiryCommit, MailRecord, Table};

/// How often a mark is tried again when the mail's way is noted at the same moment.
const TRIES: usize = 3;

/// Marks inquiries.
pub struct UpdateInquiry {
    inquiries: Inquiries,
    clock: Arc<dyn Clock>,
}

impl UpdateInquiry {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { inquiries: Inquiries::new(table), clock }
    }
}

impl Handler for UpdateInquiry {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let actor = &caller.actor;
        let id: InquiryId =
            path_parameter(&request, "inquiry_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let inquiry = self.inquiries.get(&id).await.or_fail()?;
        let mut inquiry = inquiry.filter(|inquiry| inquiry.is_readable_by(actor)).ok_or_else(not_found)?;
        if !matches!(actor.role, Role::PartnerMember | Role::PartnerOwner) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        if caller.organisation.as_ref().is_some_and(|organisation| organisation.suspended) {
            return Err(Problem::new(ProblemCode::OrganisationSuspended));
        }
        let seen = if_match(&request)?;
        let status = read_inquiry_mark(&json_object(&request)?).map_err(Problem::fields)?;
        for _ in 0..TRIES {
            if inquiry.changed_since(seen) {
                break;
            }
            inquiry.apply(InquiryCommand::Mark(status), actor, self.clock.now()).map_err(inquiry_refused)?;
            match self.inquiries.commit(&inquiry).await.or_fail()? {
                InquiryCommit::Done => return answer(&inquiry, actor),
                InquiryCommit::Conflict(current) => inquiry = *current.ok_or_else(not_found)?,
            }
        }
        Err(Problem::new(ProblemCode::VersionConflict))
    }
}

fn answer(inquiry: &Inquiry, actor: &Actor) -> Result<Response<Body>, Problem> {
    let mail = MailRecord::of_inquiry(&inquiry.id).id().to_string();
    let details = InquiryDetails::for_partner(inquiry, inquiry.allowed(actor)).with_mail(Some(mail));
    tagged(&details, inquiry.version)
}
