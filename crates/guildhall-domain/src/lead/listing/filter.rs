use chrono::{DateTime, NaiveDate, Utc};
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::{LeadRow, LeadSummary};
use crate::actor::Side;
use crate::ids::UserId;
use crate::lead::{Hold, Outcome, Product, Status, Support};
use crate::text::fold_website;

/// A choice in the filter by representative.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub enum RepresentativeChoice {
    /// Nobody has the lead yet.
    Unassigned,
    /// This one has it.
    Is(UserId),
}

/// A pile of leads that somebody works through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Queue {
    /// Undecided, and the reader's own.
    Mine,
    /// Undecided, and nobody's.
    Unassigned,
    /// What was promised is late.
    Overdue,
    /// The partner was asked for more information.
    WaitingForPartner,
    /// The reader's side meant to do something by today.
    FollowUp,
}

impl Queue {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 5] =
        [Self::Mine, Self::Unassigned, Self::Overdue, Self::WaitingForPartner, Self::FollowUp];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Unassigned => "unassigned",
            Self::Overdue => "overdue",
            Self::WaitingForPartner => "waiting_for_partner",
            Self::FollowUp => "follow_up",
        }
    }

    /// Whether a lead lies there for this reader.
    #[must_use]
    pub fn holds(self, lead: &LeadSummary, reader: &Reader) -> bool {
        match self {
            Self::Mine => {
                lead.facts().is_undecided()
                    && lead.representative.as_ref().is_some_and(|rep| rep.id == reader.id)
            }
            Self::Unassigned => lead.facts().is_undecided() && lead.representative.is_none(),
            Self::Overdue => lead.due.is_some_and(|due| due.is_over(reader.now)),
            Self::WaitingForPartner => lead.hold == Some(Hold::Information),
            Self::FollowUp => lead.plan(reader.side).is_some_and(|date| date <= reader.now.date_naive()),
        }
    }
}

/// Who reads a list, and when: some piles depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub id: UserId,
    /// On which side they sit.
    pub side: Side,
    /// When, in business time.
    pub now: DateTime<Utc>,
}

/// What a list is narrowed to: any of the choices within a group, all groups together.
/// An empty group narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct LeadFilter {
    /// Any of these statuses.
    pub statuses: Vec<Status>,
    /// Any of these outcomes.
    pub outcomes: Vec<Outcome>,
    /// Any of these products.
    pub products: Vec<Product>,
    /// Any of these answers about support.
    pub supports: Vec<Support>,
    /// Any of these representatives.
    pub representatives: Vec<RepresentativeChoice>,
    /// Submitted on this day (UTC) or later.
    pub submitted_from: Option<NaiveDate>,
    /// Submitted on this day (UTC) or earlier.
    pub submitted_to: Option<NaiveDate>,
    /// One pile only.
    pub queue: Option<Queue>,
    /// Words that must all occur in contact name, contact e-mail, company, website or reference.
    pub search: String,
}

/// How many leads stand where. Each group is counted as if itself were not narrowed, so that every
/// count is what one gets by choosing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeadCounts {
    /// Without any choice of status.
    pub all: usize,
    /// By [`Status::ALL`].
    pub by_status: [usize; 4],
    /// By [`Outcome::ALL`].
    pub by_outcome: [usize; 3],
    /// By [`Queue::ALL`], without any choice of pile.
    pub by_queue: [usize; 5],
}

impl LeadFilter {
    /// The rows that pass, and the counts around them, in one pass.
    pub fn narrow<'a>(
        &self,
        rows: impl Iterator<Item = &'a LeadRow>,
        reader: &Reader,
    ) -> (Vec<&'a LeadRow>, LeadCounts) {
        let words = search_words(&self.search);
        let finders: Vec<_> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let mut counts = LeadCounts::default();
        let mut passing = Vec::new();
        for row in rows {
            if !self.passes_common(row) || !finders.iter().all(|finder| finder.find(row.searched()).is_some())
            {
                continue;
            }
            let lead = &row.lead;
            let status = self.statuses.is_empty() || self.statuses.contains(&lead.status);
            let outcome =
                self.outcomes.is_empty() || lead.outcome.is_some_and(|is| self.outcomes.contains(&is));
            let queue = self.queue.is_none_or(|queue| queue.holds(lead, reader));
            if outcome && queue {
                counts.all += 1;
                counts.by_status[lead.status as usize] += 1;
            }
            if let (true, true, Some(is)) = (status, queue, lead.outcome) {
                counts.by_outcome[is as usize] += 1;
            }
            if status && outcome {
                for (count, queue) in counts.by_queue.iter_mut().zip(Queue::ALL) {
                    *count += usize::from(queue.holds(lead, reader));
                }
                if queue {
                    passing.push(row);
                }
            }
        }
        (passing, counts)
    }

    /// Everything but search, status and outcome.
    fn passes_common(&self, row: &LeadRow) -> bool {
        let lead = &row.lead;
        let submitted = lead.submitted_at.date_naive();
        (self.products.is_empty() || self.products.contains(&lead.product))
            && (self.supports.is_empty() || self.supports.contains(&lead.support))
            && (self.representatives.is_empty() || self.is_of_chosen_representative(lead))
            && self.submitted_from.is_none_or(|from| submitted >= from)
            && self.submitted_to.is_none_or(|to| submitted <= to)
    }

    fn is_of_chosen_representative(&self, lead: &LeadSummary) -> bool {
        self.representatives.iter().any(|choice| match (choice, &lead.representative) {
            (RepresentativeChoice::Unassigned, None) => true,
            (RepresentativeChoice::Is(id), Some(rep)) => rep.id == *id,
            (RepresentativeChoice::Unassigned, Some(_)) | (RepresentativeChoice::Is(_), None) => false,
        })
    }
}

/// The folded words of a search; each is folded like a website too, so that a pasted address finds
/// the site however it was typed.
fn search_words(search: &str) -> Vec<String> {
    search.split_whitespace().map(fold_website).filter(|word| !word.is_empty()).collect()
}
