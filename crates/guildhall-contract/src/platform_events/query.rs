//! The query of the list of events that wait.

use guildhall_domain::listing::{Direction, Order};
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::{ListColumn, ListQuery};

/// What waiting events can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitingColumn {
    /// When it happened.
    OccurredAt,
    /// Whose referral it is about.
    Organisation,
}

impl WaitingColumn {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::OccurredAt, Self::Organisation];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::OccurredAt => "occurred_at",
            Self::Organisation => "organisation",
        }
    }
}

/// In which order, which page.
pub type WaitingQuery = ListQuery<(), WaitingColumn>;

/// Oldest first: what waits longest comes first.
pub const WAITING_ORDER: Order<WaitingColumn> =
    Order { column: WaitingColumn::OccurredAt, direction: Direction::Asc };

impl ListColumn for WaitingColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = WAITING_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of the list.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_waiting_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<WaitingQuery, Vec<FieldError>> {
    WaitingQuery::read(pairs, |(), _, _| None)
}

/// Writes a query so that [`read_waiting_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_waiting_query(wanted: &WaitingQuery) -> Vec<(&'static str, String)> {
    wanted.write(Vec::new())
}
