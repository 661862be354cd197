//! `/existing-jobs?…`: the same words in the address as in the request.

use guildhall_contract::marketplace::{OwnJobQuery, read_own_job_query};

use super::presence::HREF;
use crate::api::marketplace::own_jobs_written;
use crate::features::address::{Form, read_what_fits};

pub(super) static FORM: Form<OwnJobQuery> =
    Form { path: HREF, read, write: own_jobs_written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> OwnJobQuery {
    read_what_fits(pairs, |pairs| read_own_job_query(pairs.iter().copied()))
}
