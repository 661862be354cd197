//! Issues signed receipts of what was decided on leads, to whoever may read the lead, and tells the public keys to
//! everybody.
//!
//! A receipt follows from the lead alone, and its signature from the receipt: asked for again, it is the same, unless
//! words in it were erased meanwhile.

mod key;

use guildhall_contract::receipts::Receipt;
use guildhall_domain::actor::Actor;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, attachment, caller, json, not_found,
    path_parameter, route_key,
};
use guildhall_store::{Leads, Table};
use tracing::error;

pub use key::{KeyError, Signer};

/// Issues receipts.
pub struct IssueReceipt {
    leads: Leads,
    signer: Signer,
}

impl IssueReceipt {
    /// Reads from this table.
    #[must_use]
    pub fn new(table: Table, signer: Signer) -> Self {
        Self { leads: Leads::new(table), signer }
    }

    async fn receipt(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let caller = caller(request)?;
        let lead = self.readable(request, &caller.actor).await?;
        let event = path_parameter(request, "seq").and_then(|seq| seq.parse().ok()).ok_or_else(not_found)?;
        let receipt = Receipt::of(&lead, event, self.signer.key()).ok_or_else(not_found)?;
        if receipt.names_money() && !caller.sees_money {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        // Nothing is signed that is not as it was recorded.
        if let Some(altered) = lead.first_altered().filter(|altered| *altered <= event) {
            error!(event = altered, "the timeline of a lead was altered");
            return Err(Problem::new(ProblemCode::Internal));
        }
        let receipt = self.signer.sign(receipt).map_err(|_| Problem::new(ProblemCode::Internal))?;
        let text = serde_json::to_string_pretty(&receipt).map_err(|_| Problem::new(ProblemCode::Internal))?;
        Ok(attachment(text, "application/json", &format!("receipt-{}.json", receipt.number)))
    }

    /// The lead that the path names, for somebody who may know of it.
    async fn readable(&self, request: &Request, actor: &Actor) -> Result<Lead, Problem> {
        let id: LeadId =
            path_parameter(request, "lead_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let lead = self.leads.get(&id).await.or_fail()?;
        lead.filter(|lead| lead.is_readable_by(actor)).ok_or_else(not_found)
    }
}

impl Handler for IssueReceipt {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        match route_key(&request) {
            "GET /api/v1/leads/{lead_id}/receipts/{seq}" => self.receipt(&request).await,
            "GET /api/v1/receipt-keys" => json(&self.signer.keys()),
            _ => Err(not_found()),
        }
    }
}
