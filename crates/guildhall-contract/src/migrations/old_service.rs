//! A service of an old profile, and what it cost.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reading::{LINE, TEXT, object, optional, read_word, required};
use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Reader};

const SERVICE_HANDLE: FieldRule = required("handle", LINE);
const SERVICE_LABEL: FieldRule = optional("label", LINE);
const FEATURED: FieldRule = optional("featured", FieldKind::Flag);
const PRICING: FieldRule = optional("pricingType", LINE);
const AMOUNT: FieldRule = required("amount", LINE);
const CURRENCY: FieldRule = required("currencyCode", LINE);
const DESCRIPTION: FieldRule = optional("description", TEXT);

/// A service of an old profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldService {
    /// Its name in addresses.
    pub handle: String,
    /// What people called it.
    pub label: Option<String>,
    /// Whether it was a speciality.
    pub featured: bool,
    /// How it was priced.
    pub pricing: Option<PricingType>,
    /// The least.
    pub least: Option<OldPrice>,
    /// The most.
    pub most: Option<OldPrice>,
    /// A few words.
    pub description: Option<String>,
}

/// How a service was priced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PricingType {
    /// To be asked for.
    Contact,
    /// From an amount up.
    StartingFrom,
    /// Between two amounts.
    Range,
}

impl PricingType {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Contact, Self::StartingFrom, Self::Range];

    /// The word in the export.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Contact => "CONTACT",
            Self::StartingFrom => "STARTING_FROM",
            Self::Range => "RANGE",
        }
    }
}

/// An amount as the marketplace wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldPrice {
    /// In units of the currency, with a point: `150.00`.
    pub amount: String,
    /// By its ISO 4217 code.
    pub currency: String,
}

/// A service: an object with the service inside it, whose handle may stand there alone.
pub(super) fn read_service(value: &Value, place: String) -> Result<OldService, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let at = reader.pointer("service");
    let named = match reader.raw("service") {
        Some(Value::String(handle)) if !handle.trim().is_empty() => Some((handle.trim().to_owned(), None)),
        Some(Value::Object(service)) => {
            let mut inner = Reader::within(service, at);
            let (handle, label) = (inner.text(&SERVICE_HANDLE), inner.text(&SERVICE_LABEL));
            inner.finish().into_iter().for_each(|error| reader.refuse(error));
            handle.map(|handle| (handle, label))
        }
        None | Some(_) => {
            reader.refuse(FieldError::at(at, FieldCode::Required));
            None
        }
    };
    let featured = reader.flag(&FEATURED);
    let pricing = read_word(&mut reader, &PRICING, &PricingType::ALL, PricingType::code);
    let least = read_price(&mut reader, "minPrice");
    let most = read_price(&mut reader, "maxPrice");
    let description = reader.text(&DESCRIPTION);
    let errors = reader.finish();
    match named {
        Some((handle, label)) if errors.is_empty() => {
            Ok(OldService { handle, label, featured, pricing, least, most, description })
        }
        _ => Err(errors),
    }
}

fn read_price(reader: &mut Reader<'_>, name: &'static str) -> Option<OldPrice> {
    let place = reader.pointer(name);
    let value = reader.raw(name).filter(|value| !value.is_null())?;
    let body = match object(value, &place) {
        Ok(body) => body,
        Err(errors) => {
            errors.into_iter().for_each(|error| reader.refuse(error));
            return None;
        }
    };
    let mut inner = Reader::within(body, place);
    let (amount, currency) = (inner.text(&AMOUNT), inner.text(&CURRENCY));
    inner.finish().into_iter().for_each(|error| reader.refuse(error));
    Some(OldPrice { amount: amount?, currency: currency? })
}
