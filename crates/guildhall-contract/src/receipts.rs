//! Receipts of decisions: what was decided on a lead, with the whole chain of events up to it, signed. Whoever holds
//! one can check it without us, and show what the timeline said when it was issued.
//!
//! The signature covers the canonical JSON of the receipt without its `signature`.

use chrono::{DateTime, Utc};
use guildhall_domain::country::Country;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Event, EventHash, EventKind, Lead, LeadField, Product};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::leads::Organisation;

/// The version of the form that receipts have.
pub const FORMAT: &str = "guildhall-receipt/1";
/// How receipts are signed.
pub const ALGORITHM: &str = "Ed25519";

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// `guildhall-receipt/1`.
    pub format: String,
    /// The first eight digits of the lead's id and the number of the event: `6f0d2c7e-4`.
    pub number: String,
    /// What the lead is about.
    pub lead: ReceiptLead,
    /// The number of the event that it is a receipt of: the last of the chain.
    pub event: u64,
    /// Everything that happened up to it, oldest first.
    pub chain: Vec<ReceiptEvent>,
    /// What it is signed with.
    pub key: ReceiptKey,
    /// Base64url without padding.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
}

/// What a receipt says of the lead: as it was right after the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReceiptLead {
    /// The lead's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: LeadId,
    /// Whose lead it is.
    pub organisation: Organisation,
    /// Product.
    pub product: Product,
    /// The merchant's company.
    pub company: String,
    /// The merchant's web address; `null` if none was given.
    pub website: Option<String>,
    /// The merchant's country.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub country: Country,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// The terms it was filed under.
    pub terms: String,
}

/// An event in its two parts, which are hashed as canonical JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReceiptEvent {
    /// What happened.
    pub facts: Value,
    /// Who it was and what they wrote.
    pub words: Value,
    /// The hash of the event before it, and of both parts. Of the first: of the lead's id and terms, and of both parts.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub hash: EventHash,
    /// What the words hashed to before some of them were erased; left out if all are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub erased: Option<EventHash>,
}

/// A key that receipts are signed with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReceiptKey {
    /// The first 16 hexadecimal digits of its SHA-256.
    pub id: String,
    /// `Ed25519`.
    pub algorithm: String,
    /// The public key, 32 bytes in base64url without padding.
    pub public: String,
}

/// The keys that receipts are or were signed with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReceiptKeys {
    /// The one in use first.
    pub keys: Vec<ReceiptKey>,
}

impl Receipt {
    /// The receipt of an event, not signed yet; `None` if there is no such event, or no receipt for its kind.
    #[must_use]
    pub fn of(lead: &Lead, event: u64, key: ReceiptKey) -> Option<Self> {
        let last = lead.timeline.iter().find(|one| one.seq == event)?;
        if !last.kind.has_receipt() {
            return None;
        }
        let chain = lead.timeline.iter().take_while(|one| one.seq <= event).map(ReceiptEvent::from).collect();
        Some(Self {
            format: FORMAT.to_owned(),
            number: number(&lead.id, event),
            lead: ReceiptLead::at(lead, event),
            event,
            chain,
            key,
            signature: String::new(),
        })
    }

    /// Whether it names an amount, which is not for everybody to see.
    #[must_use]
    pub fn names_money(&self) -> bool {
        self.chain.iter().any(|event| event.facts.get("amount").is_some())
    }
}

/// The number of a receipt.
#[must_use]
pub fn number(lead: &LeadId, event: u64) -> String {
    let key = lead.key().simple().to_string();
    format!("{}-{event}", &key[..8])
}

impl ReceiptLead {
    /// The lead as it was right after an event: what was corrected later is taken back.
    fn at(lead: &Lead, event: u64) -> Self {
        let mut about = Self {
            id: lead.id.clone(),
            organisation: Organisation { id: lead.id.org().clone(), name: lead.org_name.clone() },
            product: lead.product(),
            company: lead.form.company.clone(),
            website: lead.form.website.clone(),
            country: lead.form.country,
            submitted_at: lead.submitted_at(),
            terms: lead.terms.clone(),
        };
        for later in lead.timeline.iter().rev().take_while(|one| one.seq > event) {
            let (EventKind::InformationProvided { changes, .. }
            | EventKind::DetailsCorrected { changes, .. }) = &later.kind
            else {
                continue;
            };
            for change in changes {
                let before = change.before.as_ref().map(|before| before.as_str().to_owned());
                match change.field {
                    LeadField::Company => about.company = before.unwrap_or_default(),
                    LeadField::Website => about.website = before,
                    LeadField::Country => {
                        about.country = before.and_then(|code| code.parse().ok()).unwrap_or(about.country);
                    }
                    _ => {}
                }
            }
        }
        about
    }
}

impl From<&Event> for ReceiptEvent {
    fn from(event: &Event) -> Self {
        let parts = event.parts();
        Self { facts: parts.facts, words: parts.words, hash: event.hash, erased: event.erased }
    }
}
