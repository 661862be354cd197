//! `/records?…`: the same words in the address as in the request.

use guildhall_contract::marketplace::{JobQuery, read_job_query};

use crate::api::marketplace::jobs_written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<JobQuery> =
    Form { path: "/records", read, write: jobs_written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> JobQuery {
    read_what_fits(pairs, |pairs| read_job_query(pairs.iter().copied()))
}

#[cfg(test)]
mod tests {
    use guildhall_domain::marketplace::JobStatus;

    use super::*;

    #[test]
    fn an_address_with_nonsense_shows_what_makes_sense_of_it() {
        let pairs = [("statuses", "EXPIRED"), ("shop_id", "a b"), ("created_at_min", "soon")];
        let query = read(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(query.filter.statuses, [JobStatus::Expired]);
        assert_eq!((query.filter.shop, query.filter.created_from), (None, None));
    }
}
