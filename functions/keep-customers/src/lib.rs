//! Takes the merchants who are customers already, from the programme's administrators. Whoever partners ask about is
//! looked for among them; who they are cannot be read back.

use std::sync::Arc;

use guildhall_contract::clearance::{DOMAINS, read_customers};
use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_domain::actor::Role;
use guildhall_domain::audit::of_customers;
use guildhall_domain::clock::Clock;
use guildhall_domain::lead::listing::registrable_domain;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json_object, no_content,
};
use guildhall_store::{Audit, CustomerKey, Customers, Micros, Table};

/// Keeps customers.
pub struct KeepCustomers {
    customers: Customers,
    audit: Audit,
    clock: Arc<dyn Clock>,
}

impl KeepCustomers {
    /// Writes to this table, in this clock's time; customers are hidden by this key.
    #[must_use]
    pub fn new(table: Table, key: CustomerKey, clock: Arc<dyn Clock>) -> Self {
        Self { customers: Customers::new(table.clone(), key), audit: Audit::new(table), clock }
    }
}

impl Handler for KeepCustomers {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        if actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let body = read_customers(&json_object(&request)?).map_err(Problem::fields)?;
        let domains = registrable(&body.domains)?;
        // The log comes first: better an entry about something that then failed than none about what was done.
        let number = Micros::now().0.unsigned_abs();
        let entry = of_customers(&actor, domains.len(), number, self.clock.now());
        self.audit.keep(&entry).await.or_fail()?;
        self.customers.put_many(&domains).await.or_fail()?;
        Ok(no_content())
    }
}

/// The registrable domain of each, or every one that there is none of.
fn registrable(domains: &[String]) -> Result<Vec<String>, Problem> {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for (place, domain) in domains.iter().enumerate() {
        match registrable_domain(domain) {
            Some(domain) => found.push(domain),
            None => errors.push(FieldError::at(format!("/{DOMAINS}/{place}"), FieldCode::WebsiteInvalid)),
        }
    }
    if errors.is_empty() { Ok(found) } else { Err(Problem::fields(errors)) }
}
