use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Delivery, Inquiry, InquiryStatus};
use crate::country::Country;
use crate::ids::{InquiryId, LeadId};
use crate::listing::{Key, Row};
use crate::profile::Handle;
use crate::taxonomy::Service;
use crate::text::{fold, fold_website};

/// What a list shows of an inquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InquirySummary {
    /// Its id.
    pub id: InquiryId,
    /// The partner's handle.
    pub handle: Handle,
    /// The partner's name, as the merchant saw it.
    pub partner: String,
    /// Who writes.
    pub contact_name: String,
    /// Where to answer.
    pub contact_email: String,
    /// The business.
    pub company: String,
    /// The site, or else the store's address.
    pub website: Option<String>,
    /// Where the business is.
    pub country: Country,
    /// What is wanted.
    pub service: Service,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// What the partner says about it.
    pub status: InquiryStatus,
    /// Whether the mail arrived.
    pub delivery: Delivery,
    /// Whether the sender wrote to the same partner before.
    pub is_repeat: bool,
    /// The lead that it was turned into.
    pub lead: Option<LeadId>,
    /// One more with every change.
    pub version: u64,
}

impl From<&Inquiry> for InquirySummary {
    fn from(inquiry: &Inquiry) -> Self {
        let form = &inquiry.form;
        Self {
            id: inquiry.id.clone(),
            handle: inquiry.recipient.handle.clone(),
            partner: inquiry.recipient.name.clone(),
            contact_name: form.contact_name.as_str().to_owned(),
            contact_email: form.contact_email.as_str().to_owned(),
            company: form.company.clone(),
            website: form.website.clone().or_else(|| form.store.clone()),
            country: form.country,
            service: form.service,
            sent_at: inquiry.sent_at,
            updated_at: inquiry.updated_at(),
            status: inquiry.status,
            delivery: inquiry.delivery,
            is_repeat: inquiry.repeat_of.is_some(),
            lead: inquiry.lead.clone(),
            version: inquiry.version,
        }
    }
}

/// What inquiries are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InquiryColumn {
    /// When it was sent.
    SentAt,
    /// When it last changed.
    UpdatedAt,
    /// The contact's name.
    ContactName,
    /// The business.
    Company,
    /// What is wanted, in the order of the taxonomy.
    Service,
    /// The business's country.
    Country,
    /// What the partner says about it.
    Status,
}

impl InquiryColumn {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::SentAt,
        Self::UpdatedAt,
        Self::ContactName,
        Self::Company,
        Self::Service,
        Self::Country,
        Self::Status,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SentAt => "sent_at",
            Self::UpdatedAt => "updated_at",
            Self::ContactName => "contact_name",
            Self::Company => "company",
            Self::Service => "service",
            Self::Country => "country",
            Self::Status => "status",
        }
    }
}

/// An inquiry in a list, with what it is searched and sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InquiryRow {
    /// What is shown.
    pub inquiry: InquirySummary,
    name: String,
    company: String,
    text: String,
}

impl From<InquirySummary> for InquiryRow {
    fn from(inquiry: InquirySummary) -> Self {
        let (name, company) = (fold(&inquiry.contact_name), fold(&inquiry.company));
        let website = inquiry.website.as_deref().map(fold_website).unwrap_or_default();
        let text = [&name, &company, &fold(&inquiry.contact_email), &website, &fold(&inquiry.partner)]
            .map(String::as_str)
            .join("\n");
        Self { inquiry, name, company, text }
    }
}

impl InquiryRow {
    /// About how many bytes it holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        size_of::<Self>() + 2 * (self.name.len() + self.company.len()) + 3 * self.text.len()
    }
}

impl Row for InquiryRow {
    type Id = InquiryId;
    type Column = InquiryColumn;

    fn id(&self) -> &InquiryId {
        &self.inquiry.id
    }

    fn key(&self, column: InquiryColumn) -> Key<'_> {
        let place = |index: usize| Key::Number(i64::try_from(index).unwrap_or(i64::MAX));
        match column {
            InquiryColumn::SentAt => Key::Number(self.inquiry.sent_at.timestamp_micros()),
            InquiryColumn::UpdatedAt => Key::Number(self.inquiry.updated_at.timestamp_micros()),
            InquiryColumn::ContactName => Key::Text(&self.name),
            InquiryColumn::Company => Key::Text(&self.company),
            InquiryColumn::Service => place(self.inquiry.service.index()),
            InquiryColumn::Country => Key::Text(self.inquiry.country.code()),
            InquiryColumn::Status => place(self.inquiry.status.index()),
        }
    }
}

/// What a list is narrowed to: any of the choices within a group, all groups together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct InquiryFilter {
    /// Any of these statuses.
    pub statuses: Vec<InquiryStatus>,
    /// Any of these services.
    pub services: Vec<Service>,
    /// Words that must all occur in contact name, contact e-mail, company, website or partner.
    pub search: String,
}

/// How many inquiries stand where, whatever status is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InquiryCounts {
    /// Without any choice of status.
    pub all: usize,
    /// By [`InquiryStatus::ALL`].
    pub by_status: [usize; 4],
}

impl InquiryFilter {
    /// The rows that pass, and the counts around them, in one pass.
    pub fn narrow<'a>(
        &self,
        rows: impl Iterator<Item = &'a InquiryRow>,
    ) -> (Vec<&'a InquiryRow>, InquiryCounts) {
        let words: Vec<_> = self.search.split_whitespace().map(fold_website).collect();
        let mut counts = InquiryCounts::default();
        let mut passing = Vec::new();
        for row in rows {
            let fits_service = self.services.is_empty() || self.services.contains(&row.inquiry.service);
            if !fits_service || !words.iter().all(|word| row.text.contains(word)) {
                continue;
            }
            counts.all += 1;
            counts.by_status[row.inquiry.status.index()] += 1;
            if self.statuses.is_empty() || self.statuses.contains(&row.inquiry.status) {
                passing.push(row);
            }
        }
        (passing, counts)
    }
}
