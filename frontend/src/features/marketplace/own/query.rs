//! What is asked of a merchant's own jobs: a page. There are few of them, so they are neither sorted nor searched.

use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::marketplace::listing::JobColumn;

use super::presence::HREF;
use crate::browser;
use crate::features::address::Form;
use crate::features::list::ListQuery;

/// Which page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct OwnJobQuery {
    /// Where it starts; the first one without.
    pub(super) cursor: Option<String>,
}

impl ListQuery for OwnJobQuery {
    type Column = JobColumn;

    fn order(&self) -> Order<JobColumn> {
        Order { column: JobColumn::CreatedAt, direction: Direction::Desc }
    }

    fn sort(&mut self, _: Order<JobColumn>) {}

    fn turn_to(&mut self, cursor: String) {
        self.cursor = Some(cursor);
    }
}

/// `/existing-jobs?…`.
pub(super) static FORM: Form<OwnJobQuery> =
    Form { path: HREF, read, write, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> OwnJobQuery {
    let cursor = pairs.iter().find(|(name, _)| name == "cursor").map(|(_, value)| value.clone());
    OwnJobQuery { cursor: cursor.filter(|cursor| !cursor.is_empty()) }
}

fn write(query: &OwnJobQuery) -> String {
    query.cursor.as_deref().map(|cursor| browser::query(&[("cursor", cursor)])).unwrap_or_default()
}
