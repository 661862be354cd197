//! Leads for the same merchant and product, beside one that somebody works on.

use guildhall_contract::leads::{LeadItem, SimilarLeads};
use guildhall_domain::actor::Side;
use guildhall_domain::lead::listing::Merchant;
use guildhall_http::{Body, Caller, OrFail, Problem, ProblemCode, Request, Response, json};

use crate::ListLeads;
use crate::scope::Sight;

/// The most leads in an answer.
const SIMILAR_MAX: usize = 50;

impl ListLeads {
    /// What the reader may see of the leads that are about the same merchant. What they may not see is not even
    /// counted: a representative learns nothing of leads that are somebody else's.
    pub(crate) async fn similar(
        &self,
        request: &Request,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        let lead = self.readable(request, &caller.actor).await?;
        if caller.actor.role.side() != Side::Platform {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let sight = Sight::of(caller)?;
        let merchant = Merchant::new(lead.form.website.as_deref(), Some(lead.form.contact_email.as_str()));
        let snapshot = self.views.read(&sight.list()).await.or_fail()?;
        let others = snapshot.iter().filter(|row| row.lead.id != lead.id && sight.covers(&row.lead));
        let found = merchant.leads(Some(lead.product()), others);
        json(&SimilarLeads {
            total: found.len(),
            items: found
                .into_iter()
                .take(SIMILAR_MAX)
                .map(|row| LeadItem::new(&row.lead, sight.side()))
                .collect(),
        })
    }
}
