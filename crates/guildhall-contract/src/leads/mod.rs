//! Leads as they are answered: a row, a page of rows, one lead with its story, a receipt.

mod details;
mod list;

use chrono::{DateTime, Utc};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Lead, Product, Status};
use guildhall_domain::representative::Representative;
use serde::{Deserialize, Serialize};

pub use details::{
    LeadDetails, MailStatus, NextAction, OpenQuestion, PayoutUntold, RepresentativeContact, TimelineEntry,
    TimelineEvent,
};
pub use list::{Counts, LeadItem, LeadPage, Organisation, SimilarLeads};

/// The answer to a submission. A repeated submission gets the very same one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadReceipt {
    /// The lead's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: LeadId,
    /// Product.
    pub product: Product,
    /// Always *Submitted*.
    pub status: Status,
    /// The merchant.
    pub company: String,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
}

impl From<&Lead> for LeadReceipt {
    fn from(lead: &Lead) -> Self {
        Self {
            id: lead.id.clone(),
            product: lead.product(),
            status: Status::Submitted,
            company: lead.form.company.clone(),
            submitted_at: lead.submitted_at(),
        }
    }
}

/// The roster, for choosing a representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Roster {
    /// Everybody, by name.
    pub items: Vec<Representative>,
}
