use super::{LeadColumn, LeadSummary};
use crate::ids::LeadId;
use crate::listing::{Key, Row};
use crate::text::{fold, fold_website};

/// A summary with its texts folded once, so that a search is a scan of bytes.
#[derive(Debug, Clone)]
pub struct LeadRow {
    /// What the row shows.
    pub lead: LeadSummary,
    /// The folded texts, one a line: see [`TEXTS`].
    folded: Box<str>,
    /// Where each line ends.
    ends: [u32; TEXTS],
}

/// Company, contact name, contact e-mail, website, reference; then, for sorting only, the
/// representative and the organisation.
const TEXTS: usize = 7;
const SEARCHED: usize = 5;

impl From<LeadSummary> for LeadRow {
    fn from(lead: LeadSummary) -> Self {
        let website = lead.website.as_deref().map(fold_website).unwrap_or_default();
        let texts = [
            fold(&lead.company),
            fold(&lead.contact_name),
            fold(&lead.contact_email),
            website,
            fold(lead.reference.as_deref().unwrap_or_default()),
            fold(lead.representative.as_ref().map_or("", |rep| &rep.name)),
            fold(&lead.org_name),
        ];
        let mut folded = String::new();
        let mut ends = [0; TEXTS];
        for (text, end) in texts.iter().zip(&mut ends) {
            folded.push_str(text);
            *end = u32::try_from(folded.len()).unwrap_or(u32::MAX);
            folded.push('\n');
        }
        Self { lead, folded: folded.into_boxed_str(), ends }
    }
}

impl LeadRow {
    fn text(&self, place: usize) -> &str {
        let start = if place == 0 { 0 } else { self.ends[place - 1] as usize + 1 };
        &self.folded[start..self.ends[place] as usize]
    }

    pub(super) fn searched(&self) -> &[u8] {
        &self.folded.as_bytes()[..self.ends[SEARCHED - 1] as usize]
    }

    /// The contact's address, folded.
    #[cfg(feature = "domains")]
    pub(super) fn folded_email(&self) -> &str {
        self.text(2)
    }

    /// The host of the merchant's site, folded; empty if there is none.
    #[cfg(feature = "domains")]
    pub(super) fn folded_host(&self) -> &str {
        self.text(3).split(['/', '?', '#', ':']).next().unwrap_or_default()
    }

    /// About how many bytes the row holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        let lead = &self.lead;
        let texts = lead.org_name.len()
            + lead.contact_name.len()
            + lead.contact_email.len()
            + lead.company.len()
            + lead.website.as_ref().map_or(0, String::len)
            + lead.reference.as_ref().map_or(0, String::len)
            + lead.id.org().as_str().len()
            + lead.representative.as_ref().map_or(0, |rep| rep.name.len() + rep.id.as_str().len());
        size_of::<Self>() + texts + self.folded.len()
    }
}

impl Row for LeadRow {
    type Id = LeadId;
    type Column = LeadColumn;

    fn id(&self) -> &LeadId {
        &self.lead.id
    }

    fn key(&self, column: LeadColumn) -> Key<'_> {
        match column {
            LeadColumn::Status => Key::Number(self.lead.status as i64),
            LeadColumn::Product => Key::Number(self.lead.product as i64),
            LeadColumn::Support => Key::Number(self.lead.support as i64),
            LeadColumn::SubmittedAt => Key::Number(self.lead.submitted_at.timestamp_micros()),
            LeadColumn::UpdatedAt => Key::Number(self.lead.updated_at.timestamp_micros()),
            LeadColumn::DueAt => match &self.lead.due {
                Some(due) => Key::Number(due.at.timestamp_micros()),
                None => Key::Missing,
            },
            LeadColumn::Company => present(self.text(0)),
            LeadColumn::ContactName => present(self.text(1)),
            LeadColumn::ContactEmail => present(self.text(2)),
            LeadColumn::Website => present(self.text(3)),
            LeadColumn::Reference => present(self.text(4)),
            LeadColumn::Representative => present(self.text(5)),
            LeadColumn::Organisation => present(self.text(6)),
        }
    }
}

fn present(text: &str) -> Key<'_> {
    if text.is_empty() { Key::Missing } else { Key::Text(text) }
}
