use serde::{Deserialize, Serialize};

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
    /// By when something is promised; leads without a deadline last.
    DueAt,
}

impl LeadColumn {
    /// Every column.
    pub const ALL: [Self; 13] = [
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
        Self::DueAt,
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
            Self::DueAt => "due_at",
        }
    }

    /// Reads the word on the wire.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}
