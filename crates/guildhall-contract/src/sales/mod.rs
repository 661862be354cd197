//! The sales team as managers keep it: the roster, who covers what, and the desk.

mod read;

use guildhall_domain::actor::Stamp;
use guildhall_domain::country::Country;
use guildhall_domain::desk::Desk;
use guildhall_domain::lead::Product;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::representative::{Coverage, RepRef, Representative};
use serde::{Deserialize, Serialize};

pub use read::{
    ESCALATION_ADDRESS, REPRESENTATIVE_FIELDS, read_desk, read_representative, read_routing_query,
};

/// The whole team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SalesTeam {
    /// Everybody who is or was a representative, by name.
    pub representatives: Vec<RosterEntry>,
    /// The desk.
    pub desk: DeskEntry,
}

/// A representative as managers keep them. The revision is the `ETag` when one is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RosterEntry {
    /// The representative.
    #[serde(flatten)]
    pub representative: Representative,
    /// Who changed them last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    /// The revision, for `If-Match`.
    pub version: u64,
}

/// The desk as managers keep it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskEntry {
    /// The team's address for leads that wait too long; `null` for none.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub escalation_address: Option<Personal>,
    /// The language to write to it in.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
    /// Who changed it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    /// The revision, for `If-Match`; 0 if there never was one.
    pub version: u64,
}

/// A representative, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RepresentativeBody {
    /// Name to show; 120 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// Work address, shown to the partners they serve.
    #[cfg_attr(feature = "openapi", schema(format = IdnEmail, max_length = 254))]
    pub email: String,
    /// Work phone; 5 to 15 digits.
    #[cfg_attr(feature = "openapi", schema(max_length = 32))]
    pub phone: String,
    /// IANA time zone.
    #[cfg_attr(feature = "openapi", schema(max_length = 64))]
    pub time_zone: String,
    /// What they sell; one at least.
    pub products: Vec<Product>,
    /// Where they sell it; empty means everywhere.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub countries: Vec<Country>,
    /// Where they work.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[A-Z]{2}$"))]
    pub country: Country,
    /// The language of their mail.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
    /// Whether they take new leads. Those that they have stay theirs until somebody reassigns them.
    pub active: bool,
}

/// The desk, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskBody {
    /// The team's address for leads that wait too long; `null` takes it away.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = IdnEmail, max_length = 254))]
    pub escalation_address: Option<Personal>,
    /// The language to write to it in.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
}

/// Who would get a new lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoutingAnswer {
    /// For this product.
    pub product: Product,
    /// In this country.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub country: Country,
    /// Why they would.
    pub because: RoutingReason,
    /// Each gets an equal share of such leads; none if nobody covers it.
    pub candidates: Vec<RepRef>,
}

/// Why somebody would get a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RoutingReason {
    /// They name the country.
    Country,
    /// Nobody names it, and they sell everywhere.
    Everywhere,
    /// Nobody covers it: it waits until somebody assigns it.
    Nobody,
}

impl RoutingAnswer {
    /// Who would get a new lead of this product and country.
    #[must_use]
    pub fn new(product: Product, country: Country, coverage: &Coverage<'_>) -> Self {
        let because = match coverage {
            Coverage::Local(_) => RoutingReason::Country,
            Coverage::Everywhere(_) => RoutingReason::Everywhere,
            Coverage::Nobody => RoutingReason::Nobody,
        };
        let candidates = coverage.candidates().iter().map(|rep| rep.reference()).collect();
        Self { product, country, because, candidates }
    }
}

impl DeskEntry {
    /// The desk with its revision.
    #[must_use]
    pub fn new(desk: Desk, changed: Option<Stamp>, version: u64) -> Self {
        let Desk { escalation_address, language } = desk;
        Self { escalation_address, language, changed, version }
    }
}
