//! Says before the work whether a merchant is known: while a partner fills in a lead, and when they ask whose
//! merchant it is.
//!
//! An answer never says who knows the merchant, nor since when. Another partner's lead and an existing customer are
//! answered alike to the byte, and both are looked for whatever the other comes to, so that time tells nothing either.

mod asked;
mod known;

use std::sync::Arc;

use guildhall_contract::clearance::{Clearance, ClearanceAnswer, Duplicates, read_clearance, read_duplicate};
use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_domain::audit::{AuditEntry, AuditOrganisation, of_clearance};
use guildhall_domain::clearance::{CHECKS_PER_ORGANISATION, CHECKS_PER_PERSON, LOOKS_PER_PERSON};
use guildhall_domain::clock::Clock;
use guildhall_domain::lead::Product;
use guildhall_domain::lead::listing::LeadRow;
use guildhall_domain::limit::Limit;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller, json,
    json_object, not_found, route_key,
};
use guildhall_store::{Allowance, Counted, CustomerKey, Customers, LeadList, Limits, Micros, Table, Views};

use crate::asked::Asked;
use crate::known::Known;

/// The most memory that the list of leads may hold.
const VIEW_BYTES: usize = 256 * 1024 * 1024;
/// How often a question is tried again when the same people ask others at the same moment.
const TRIES: usize = 4;

/// Answers whether a merchant is known.
pub struct CheckLead {
    views: Views<LeadRow>,
    customers: Customers,
    limits: Limits,
    clock: Arc<dyn Clock>,
}

impl CheckLead {
    /// Reads from this table, in this clock's time; customers are hidden by this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, key: CustomerKey) -> Self {
        Self {
            views: Views::<LeadRow>::new(table.clone(), VIEW_BYTES),
            customers: Customers::new(table.clone(), key),
            limits: Limits::new(table),
            clock,
        }
    }

    /// What is known of a merchant who is about to be submitted.
    async fn duplicates(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let organisation = may_ask(caller)?;
        let body = read_duplicate(&json_object(request)?).map_err(Problem::fields)?;
        let asked = Asked::new(body.website.as_deref(), body.contact_email.as_ref());
        let counted = [(LOOKS_PER_PERSON, caller.actor.id.as_str())];
        for _ in 0..TRIES {
            let (known, allowance) = self.look(&asked, Some(body.product), organisation, &counted).await?;
            if self.limits.count(&allowance, None).await.or_fail()? == Counted::Done {
                return json(&Duplicates { own: known.own, known: known.otherwise });
            }
        }
        Err(too_many_at_once())
    }

    /// Whose merchant it is, as far as anybody may know.
    async fn clearance(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let organisation = may_ask(caller)?;
        let named = read_clearance(&json_object(request)?).map_err(Problem::fields)?;
        let asked = Asked::from(named);
        if asked.is_nobody() {
            let nobody = FieldError::field("merchant", FieldCode::WebsiteInvalid);
            return Err(Problem::fields(vec![nobody]));
        }
        let counted = [
            (CHECKS_PER_PERSON, caller.actor.id.as_str()),
            (CHECKS_PER_ORGANISATION, organisation.id.as_str()),
        ];
        for _ in 0..TRIES {
            let (known, allowance) = self.look(&asked, None, organisation, &counted).await?;
            let answer = answer(known);
            let entry = self.entry(caller, organisation, answer.answer);
            if self.limits.count(&allowance, Some(&entry)).await.or_fail()? == Counted::Done {
                return json(&answer);
            }
        }
        Err(too_many_at_once())
    }

    /// What is known of a merchant, and how much the caller may still ask. Whoever may ask no more learns nothing.
    async fn look(
        &self,
        asked: &Asked,
        product: Option<Product>,
        organisation: &Organisation,
        counted: &[(Limit, &str)],
    ) -> Result<(Known, Allowance), Problem> {
        let (snapshot, is_customer, allowance) = tokio::join!(
            self.views.read(&LeadList::Sales),
            self.customers.knows(&asked.names),
            self.limits.look(counted),
        );
        let (snapshot, is_customer, allowance) =
            (snapshot.or_fail()?, is_customer.or_fail()?, allowance.or_fail()?);
        if let Some(seconds) = allowance.retry_after(Micros::now()) {
            let retry_after = Some(seconds);
            return Err(Problem { retry_after, ..Problem::new(ProblemCode::TooManyRequests) });
        }
        let mut known = Known::among(snapshot.iter(), &asked.merchant, product, &organisation.id);
        known.otherwise |= is_customer;
        Ok((known, allowance))
    }

    fn entry(&self, caller: &Caller, organisation: &Organisation, answer: Clearance) -> AuditEntry {
        let organisation = AuditOrganisation {
            id: organisation.id.clone(),
            name: Some(organisation.name.clone()),
            handle: None,
        };
        // Two checks of one person never share a moment: both take from one bucket, one after the other.
        let number = Micros::now().0.unsigned_abs();
        of_clearance(&caller.actor, organisation, answer.code(), number, self.clock.now())
    }
}

impl Handler for CheckLead {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "POST /api/v1/leads/duplicates" => self.duplicates(&request, &caller).await,
            "POST /api/v1/leads/clearance" => self.clearance(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}

/// Whoever may submit leads may ask before they do.
fn may_ask(caller: &Caller) -> Result<&Organisation, Problem> {
    let organisation = caller.organisation.as_ref().filter(|_| caller.actor.role.submits_leads());
    let organisation = organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
    caller.check_standing()?;
    Ok(organisation)
}

fn answer(known: Known) -> ClearanceAnswer {
    match known {
        Known { own, .. } if !own.is_empty() => ClearanceAnswer { answer: Clearance::Yours, leads: own },
        Known { otherwise: true, .. } => ClearanceAnswer { answer: Clearance::Ask, leads: Vec::new() },
        Known { .. } => ClearanceAnswer { answer: Clearance::Clear, leads: Vec::new() },
    }
}

fn too_many_at_once() -> Problem {
    Problem { retry_after: Some(2), ..Problem::new(ProblemCode::Unavailable) }
}
