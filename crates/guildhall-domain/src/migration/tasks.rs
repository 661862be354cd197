//! What a partner has to do to move over, and where each task stands.

use serde::{Deserialize, Serialize};

use crate::cutover::CutoverDate;
use crate::personal::Personal;

/// Something that a partner has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Task {
    /// Review the profile.
    ReviewProfile,
    /// Find tools of one's own to communicate and to invoice with.
    FindTools,
    /// Arrange to go on elsewhere with the customers whose jobs go on.
    ContactCustomers,
    /// Download what one wants to keep.
    DownloadRecords,
}

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TaskState {
    /// There is nothing to do for this partner.
    NotNeeded,
    /// Nothing is done yet.
    ToDo,
    /// Some of it is done.
    Begun,
    /// It is done.
    Done,
}

/// The tools that a partner has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tools {
    /// To communicate with; empty if none is chosen yet.
    pub communication: Personal,
    /// To invoice with; empty if none is chosen yet.
    pub invoicing: Personal,
}

/// What is known of a partner's move. Lists are by their lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MoveFacts {
    /// Fields to review and fields reviewed; `None` if no profile was migrated.
    pub fields: Option<(usize, usize)>,
    /// How many of the two tools are named.
    pub tools: usize,
    /// Customers whose jobs go on, and those of them who were contacted.
    pub customers: (usize, usize),
    /// Whether there is anything to download.
    pub has_records: bool,
    /// Whether it was downloaded.
    pub downloaded: bool,
}

impl Task {
    /// All of them, in the order of the announcement.
    pub const ALL: [Self; 4] =
        [Self::ReviewProfile, Self::FindTools, Self::ContactCustomers, Self::DownloadRecords];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ReviewProfile => "review_profile",
            Self::FindTools => "find_tools",
            Self::ContactCustomers => "contact_customers",
            Self::DownloadRecords => "download_records",
        }
    }

    /// The date that it begins to matter with; `None` if there is none.
    #[must_use]
    pub fn date(self) -> Option<CutoverDate> {
        match self {
            Self::ReviewProfile | Self::FindTools => Some(CutoverDate::ReviewFrom),
            Self::ContactCustomers => Some(CutoverDate::ClosedFrom),
            Self::DownloadRecords => None,
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn state(self, facts: MoveFacts) -> TaskState {
        match self {
            Self::ReviewProfile => facts.fields.map_or(TaskState::NotNeeded, |(all, done)| so_far(all, done)),
            Self::FindTools => so_far(2, facts.tools),
            Self::ContactCustomers => so_far(facts.customers.0, facts.customers.1),
            Self::DownloadRecords if facts.downloaded => TaskState::Done,
            Self::DownloadRecords if facts.has_records => TaskState::ToDo,
            Self::DownloadRecords => TaskState::NotNeeded,
        }
    }
}

fn so_far(all: usize, done: usize) -> TaskState {
    match (all, done) {
        (0, _) => TaskState::NotNeeded,
        (_, 0) => TaskState::ToDo,
        (all, done) if done < all => TaskState::Begun,
        (_, _) => TaskState::Done,
    }
}

impl Tools {
    /// How many of the two are named.
    #[must_use]
    pub fn named(&self) -> usize {
        [&self.communication, &self.invoicing].into_iter().filter(|tool| !tool.as_str().is_empty()).count()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, 0, TaskState::NotNeeded)]
    #[case(3, 0, TaskState::ToDo)]
    #[case(3, 2, TaskState::Begun)]
    #[case(3, 3, TaskState::Done)]
    fn customers_are_contacted_one_by_one(#[case] all: usize, #[case] done: usize, #[case] state: TaskState) {
        let facts = MoveFacts { customers: (all, done), ..MoveFacts::default() };
        assert_eq!(Task::ContactCustomers.state(facts), state);
    }

    #[test]
    fn a_partner_of_whom_nothing_was_migrated_has_tools_to_find_and_nothing_else() {
        let states = Task::ALL.map(|task| task.state(MoveFacts::default()));
        assert_eq!(
            states,
            [TaskState::NotNeeded, TaskState::ToDo, TaskState::NotNeeded, TaskState::NotNeeded]
        );
    }

    #[test]
    fn everything_done_is_done() {
        let facts = MoveFacts {
            fields: Some((5, 5)),
            tools: 2,
            customers: (4, 4),
            has_records: true,
            downloaded: true,
        };
        assert!(Task::ALL.into_iter().all(|task| task.state(facts) == TaskState::Done));
        let tools = Tools { communication: "Mail".into(), invoicing: "".into() };
        assert_eq!(Task::FindTools.state(MoveFacts { tools: tools.named(), ..facts }), TaskState::Begun);
    }
}
