use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::personal::Personal;
use crate::taxonomy::{Service, choices};

choices! {
    /// What a merchant means to spend, in United States dollars.
    Budget {
        Below1000 = "below_1000", "Below $1,000", "Under 1 000 USD", "Dưới 1.000 USD";
        To5000 = "1000_to_5000", "$1,000 – $5,000", "1 000 – 5 000 USD", "1.000 – 5.000 USD";
        To20000 = "5000_to_20000", "$5,000 – $20,000", "5 000 – 20 000 USD", "5.000 – 20.000 USD";
        Above20000 = "above_20000", "Above $20,000", "Över 20 000 USD", "Trên 20.000 USD";
        Undecided = "undecided", "Not decided yet", "Inte bestämt ännu", "Chưa quyết định";
    }
}

/// What a merchant fills in. Checked at the border.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryForm {
    /// Who writes.
    pub contact_name: Personal,
    /// Where to answer.
    pub contact_email: Personal,
    /// Phone, as people write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_phone: Option<Personal>,
    /// The business.
    pub company: String,
    /// The store's `*.myshopify.com` address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store: Option<String>,
    /// The site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Where the business is.
    pub country: Country,
    /// What is wanted.
    pub service: Service,
    /// What it may cost.
    pub budget: Budget,
    /// The problem or goal, in the merchant's words.
    pub goal: Personal,
    /// Whether the merchant agrees that all this is sent to the partner. Always so; kept as evidence.
    pub consent: bool,
}
