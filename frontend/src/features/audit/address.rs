//! `/audit?…`: the same words in the address as in the request.

use guildhall_contract::audit::{AuditQuery, read_audit_query};

use crate::api::audit::written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<AuditQuery> =
    Form { path: "/audit", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> AuditQuery {
    read_what_fits(pairs, |pairs| read_audit_query(pairs.iter().copied()))
}

#[cfg(test)]
mod tests {
    use guildhall_domain::audit::AuditAct;

    use super::*;

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("month", "2026-07"), ("act", "awarded"), ("sort", "salary"), ("colour", "red")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let query = read(&pairs);
        assert_eq!(query.month.map(|month| month.to_string()).as_deref(), Some("2026-07"));
        assert_eq!(query.filter.acts, [AuditAct::Awarded]);
        assert_eq!(query.order, AuditQuery::default().order);
    }
}
