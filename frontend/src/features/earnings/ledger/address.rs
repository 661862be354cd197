//! `/referrals/ledger?…`: the same words in the address as in the request.

use guildhall_contract::query::{LedgerQuery, read_ledger_query};

use crate::api::referrals::ledger_written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<LedgerQuery> = Form {
    path: "/referrals/ledger",
    read,
    write: ledger_written,
    to_first_page: |query| query.cursor = None,
};

fn read(pairs: &[(String, String)]) -> LedgerQuery {
    read_what_fits(pairs, |pairs| read_ledger_query(pairs.iter().copied()))
}

#[cfg(test)]
mod tests {
    use guildhall_domain::referral::LedgerKind;

    use super::*;

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("kind", "tax"), ("currency", "XXX"), ("period", "2026-11-1")];
        let query = read(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(query.filter.kinds, [LedgerKind::Tax]);
        assert_eq!((query.filter.currencies.len(), query.filter.periods.len()), (0, 1));
    }
}
