//! The rows of a list of leads: what they show, and how they are searched, filtered, sorted, counted.

use chrono::{DateTime, NaiveDate, Utc};
use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::{Facts, Lead, Outcome, Product, Status, Support};
use crate::country::Country;
use crate::ids::{LeadId, UserId};
use crate::listing::{Key, Row};
use crate::representative::RepRef;
use crate::text::{fold, fold_website};

/// What a list keeps of a lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadSummary {
    /// The lead's id.
    pub id: LeadId,
    /// The partner organisation's name.
    pub org_name: String,
    /// Product.
    pub product: Product,
    /// Sales support, now.
    pub support: Support,
    /// Status.
    pub status: Status,
    /// Outcome, for POS without support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<RepRef>,
    /// The contact's name.
    pub contact_name: String,
    /// The contact's address.
    pub contact_email: String,
    /// The merchant.
    pub company: String,
    /// The merchant's site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The merchant's country.
    pub country: Country,
    /// The partner's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// When something last happened to it.
    pub updated_at: DateTime<Utc>,
    /// The lead's version.
    pub version: u64,
}

impl From<&Lead> for LeadSummary {
    fn from(lead: &Lead) -> Self {
        Self {
            id: lead.id.clone(),
            org_name: lead.org_name.clone(),
            product: lead.product(),
            support: lead.support,
            status: lead.status,
            outcome: lead.outcome,
            representative: lead.representative.clone(),
            contact_name: lead.form.contact_name.as_str().to_owned(),
            contact_email: lead.form.contact_email.as_str().to_owned(),
            company: lead.form.company.clone(),
            website: lead.form.website.clone(),
            country: lead.form.country,
            reference: lead.form.reference.clone(),
            submitted_at: lead.submitted_at(),
            updated_at: lead.updated_at(),
            version: lead.version,
        }
    }
}

impl LeadSummary {
    /// The facts that the policy table is read with.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::new(self.product, self.support, self.status, self.outcome)
    }
}

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

    fn searched(&self) -> &[u8] {
        &self.folded.as_bytes()[..self.ends[SEARCHED - 1] as usize]
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

/// A column of the table of leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LeadColumn {
    /// In the order of a lead's life.
    Status,
    /// The contact's name.
    ContactName,
    /// The contact's address.
    ContactEmail,
    /// The merchant.
    Company,
    /// The merchant's site.
    Website,
    /// Product.
    Product,
    /// Sales support.
    Support,
    /// The representative's name; unassigned last.
    Representative,
    /// The partner organisation's name.
    Organisation,
    /// The partner's own number.
    Reference,
    /// When it was submitted.
    SubmittedAt,
    /// When something last happened to it.
    UpdatedAt,
}

impl LeadColumn {
    /// Every column.
    pub const ALL: [Self; 12] = [
        Self::Status,
        Self::ContactName,
        Self::ContactEmail,
        Self::Company,
        Self::Website,
        Self::Product,
        Self::Support,
        Self::Representative,
        Self::Organisation,
        Self::Reference,
        Self::SubmittedAt,
        Self::UpdatedAt,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::ContactName => "contact_name",
            Self::ContactEmail => "contact_email",
            Self::Company => "company",
            Self::Website => "website",
            Self::Product => "product",
            Self::Support => "support",
            Self::Representative => "representative",
            Self::Organisation => "organisation",
            Self::Reference => "reference",
            Self::SubmittedAt => "submitted_at",
            Self::UpdatedAt => "updated_at",
        }
    }

    /// Reads the word on the wire.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
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

/// A choice in the filter by representative.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub enum RepresentativeChoice {
    /// Nobody has the lead yet.
    Unassigned,
    /// This one has it.
    Is(UserId),
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
}

impl LeadFilter {
    /// The rows that pass, and the counts around them, in one pass.
    pub fn narrow<'a>(&self, rows: impl Iterator<Item = &'a LeadRow>) -> (Vec<&'a LeadRow>, LeadCounts) {
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
            if outcome {
                counts.all += 1;
                counts.by_status[lead.status as usize] += 1;
            }
            if let (true, Some(is)) = (status, lead.outcome) {
                counts.by_outcome[is as usize] += 1;
            }
            if status && outcome {
                passing.push(row);
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

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn summary() -> LeadSummary {
        LeadSummary {
            id: LeadId::derive(&"org".parse().unwrap(), "1"),
            org_name: "Norrsken".to_owned(),
            product: Product::Plus,
            support: Support::None,
            status: Status::Submitted,
            outcome: None,
            representative: None,
            contact_name: "Anna Sjöström".to_owned(),
            contact_email: "Anna@Acme.example".to_owned(),
            company: "Acme AB".to_owned(),
            website: Some("https://www.acme.com/".to_owned()),
            country: "SE".parse().unwrap(),
            reference: Some("KV-31".to_owned()),
            submitted_at: "2026-03-01T10:00:00Z".parse().unwrap(),
            updated_at: "2026-03-02T10:00:00Z".parse().unwrap(),
            version: 1,
        }
    }

    fn finds(search: &str) -> bool {
        let row = LeadRow::from(summary());
        let filter = LeadFilter { search: search.to_owned(), ..LeadFilter::default() };
        !filter.narrow([&row].into_iter()).0.is_empty()
    }

    #[rstest]
    #[case("ACME.com")]
    #[case("https://www.acme.com/")]
    #[case("anna@acme")]
    #[case("Anna")]
    #[case("Acme AB")]
    #[case("sjostrom")]
    #[case("kv-31")]
    #[case("  ")]
    fn each_of_the_four_fields_alone_finds_the_lead(#[case] search: &str) {
        assert!(finds(search));
    }

    #[rstest]
    #[case("norrsken")]
    #[case("acme bob")]
    #[case("abanna")]
    fn what_is_in_no_field_finds_nothing(#[case] search: &str) {
        assert!(!finds(search));
    }

    #[test]
    fn a_count_is_what_one_gets_by_choosing_it() {
        let rows: Vec<_> = [
            (Product::Plus, Status::Submitted, None),
            (Product::Plus, Status::Awarded, None),
            (Product::Pos, Status::Submitted, Some(Outcome::Paid)),
            (Product::Pos, Status::Submitted, Some(Outcome::Pending)),
        ]
        .into_iter()
        .map(|(product, status, outcome)| {
            LeadRow::from(LeadSummary { product, status, outcome, ..summary() })
        })
        .collect();
        let filter = LeadFilter { outcomes: vec![Outcome::Paid], ..LeadFilter::default() };
        let (passing, counts) = filter.narrow(rows.iter());
        assert_eq!(passing.len(), 1);
        assert_eq!(counts, LeadCounts { all: 1, by_status: [1, 0, 0, 0], by_outcome: [1, 1, 0] });
        let (_, counts) = LeadFilter::default().narrow(rows.iter());
        assert_eq!(counts, LeadCounts { all: 4, by_status: [3, 0, 1, 0], by_outcome: [1, 1, 0] });
    }
}
