//! What a partner enters when submitting a lead. The rules of each field stand in the contract; here
//! they have been checked.

use serde::{Deserialize, Serialize};

use super::{Product, Support};
use crate::country::Country;
use crate::ids::InquiryId;
use crate::personal::Personal;

/// A checked lead form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadForm {
    /// Whom to talk to at the merchant.
    pub contact_name: Personal,
    /// Their address, as typed.
    pub contact_email: Personal,
    /// The merchant.
    pub company: String,
    /// The merchant's site, as typed; a shop without one may be a POS lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Where the merchant is; decides whom the lead goes to.
    pub country: Country,
    /// The contact's phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal>,
    /// Why the merchant is a fit.
    pub description: Personal,
    /// `*.myshopify.com`, if the merchant has a store already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existing_store: Option<String>,
    /// The partner's own number for the lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Whether the sales team shall sell along, as asked at submission.
    pub sales_support: Support,
    /// The merchant agreed to be contacted. Always true in a checked form.
    pub consent: bool,
    /// The inquiry of a merchant that the lead came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inquiry: Option<InquiryId>,
    /// What only one of the products asks.
    pub details: ProductDetails,
}

impl LeadForm {
    /// The product that the form is for.
    #[must_use]
    pub fn product(&self) -> Product {
        match self.details {
            ProductDetails::Plus(_) => Product::Plus,
            ProductDetails::Pos(_) => Product::Pos,
        }
    }
}

/// The part of the form that depends on the product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductDetails {
    /// Plus qualification.
    Plus(PlusDetails),
    /// POS qualification.
    Pos(PosDetails),
}

/// What qualifies a Plus lead. All of it may be left open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PlusDetails {
    /// When the merchant wants to decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_timing: Option<ExpectedTiming>,
    /// What they sell on today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_platform: Option<String>,
    /// What they sell for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_revenue: Option<AnnualRevenue>,
}

/// What qualifies a POS lead. All of it may be left open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PosDetails {
    /// How many places the merchant sells at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location_count: Option<u32>,
    /// What they ring up on today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_pos: Option<String>,
    /// Whether they want to take payments with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payments_interest: Option<PaymentsInterest>,
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:tt),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every choice, in the order to offer them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The words on the wire, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The word on the wire.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads the word on the wire.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

choices! {
    /// When the merchant wants to decide.
    ExpectedTiming {
        /// Ready to decide.
        Now = "now",
        /// Within three months.
        WithinThreeMonths = "within_3_months",
        /// Within six months.
        WithinSixMonths = "within_6_months",
        /// Later than that.
        Later = "later",
    }
}

choices! {
    /// What the merchant sells for in a year, in USD.
    AnnualRevenue {
        /// Below one million.
        UnderOneMillion = "under_1m",
        /// One to five million.
        OneToFive = "1m_to_5m",
        /// Five to twenty million.
        FiveToTwenty = "5m_to_20m",
        /// Above twenty million.
        OverTwenty = "over_20m",
    }
}

choices! {
    /// Whether the merchant wants payments with point of sale.
    PaymentsInterest {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not sure yet.
        Unsure = "unsure",
    }
}
