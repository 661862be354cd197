//! Asking before the work: is this merchant known already?

use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Product, Status};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// The most customers that are told of at once.
pub const CUSTOMERS_MAX: usize = 500;
/// The longest domain or web address of a customer, in bytes.
const DOMAIN_MAX: usize = 300;
/// The customers of a body.
pub const DOMAINS: &str = "domains";

/// A domain or an e-mail address, as somebody types it.
pub const MERCHANT: FieldRule =
    FieldRule { name: "merchant", kind: FieldKind::Line { max: 300 }, need: Need::Required };
const PRODUCT: FieldRule =
    FieldRule { name: "product", kind: FieldKind::Choice(&["plus", "pos"]), need: Need::Required };
const WEBSITE: FieldRule =
    FieldRule { name: "website", kind: FieldKind::Line { max: 300 }, need: Need::Optional };
const EMAIL: FieldRule =
    FieldRule { name: "contact_email", kind: FieldKind::Line { max: 254 }, need: Need::Optional };

/// Whose merchant it is, as a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClearanceBody {
    /// A domain, a web address, or the e-mail address of a contact; 300 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 300))]
    pub merchant: Personal,
}

/// What a question names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A web address, with `https://`.
    Website(String),
    /// An e-mail address.
    Email(Personal),
}

/// Reads what a question names: an e-mail address if there is an `@` in it, otherwise a domain or web address.
///
/// # Errors
/// What is wrong with it.
pub fn read_clearance(body: &Map<String, Value>) -> Result<Named, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let typed = reader.text(&MERCHANT);
    let errors = reader.finish();
    let Some(typed) = typed.filter(|_| errors.is_empty()) else { return Err(errors) };
    if typed.contains('@') {
        return checked(FieldKind::Email, typed).map(|address| Named::Email(Personal::new(address)));
    }
    let with_scheme = if typed.contains("://") { typed } else { format!("https://{typed}") };
    checked(FieldKind::Website, with_scheme).map(Named::Website)
}

/// The text, if it is of a kind.
fn checked(kind: FieldKind, text: String) -> Result<String, Vec<FieldError>> {
    let rule = FieldRule { kind, ..MERCHANT };
    let body = Map::from_iter([(rule.name.to_owned(), Value::String(text))]);
    let mut reader = Reader::new(&body);
    let text = reader.text(&rule);
    text.ok_or_else(|| reader.finish())
}

/// The answer. It never says who or when, and it is the same for another partner's merchant and for a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Clearance {
    /// Nobody we know of.
    Clear,
    /// Your organisation submitted it already.
    Yours,
    /// Ask a representative before you begin.
    Ask,
}

impl Clearance {
    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Yours => "yours",
            Self::Ask => "ask",
        }
    }
}

/// The answer on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClearanceAnswer {
    /// Which of the three.
    pub answer: Clearance,
    /// With `yours`: the organisation's own leads, oldest first; 10 at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<OwnLead>,
}

/// A lead of the reader's own organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnLead {
    /// The lead's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: LeadId,
    /// The merchant.
    pub company: String,
    /// Product.
    pub product: Product,
    /// Status.
    pub status: Status,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

/// What is about to be submitted, as a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DuplicateBody {
    /// Which form.
    pub product: Product,
    /// The merchant's site, as typed so far; 300 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The contact's address, as typed so far; 254 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_email: Option<Personal>,
}

/// Reads what is about to be submitted. Half-typed values are no mistake here: they match nothing.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_duplicate(body: &Map<String, Value>) -> Result<DuplicateBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let product = reader.text(&PRODUCT);
    let website = reader.text(&WEBSITE);
    let contact_email = reader.text(&EMAIL).map(Personal::new);
    let errors = reader.finish();
    let product = Product::ALL.into_iter().find(|one| Some(one.code()) == product.as_deref());
    match product {
        Some(product) if errors.is_empty() => Ok(DuplicateBody { product, website, contact_email }),
        _ => Err(errors),
    }
}

/// What is known of a merchant before a lead is submitted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Duplicates {
    /// The organisation's own leads for the same product, oldest first; 10 at most.
    pub own: Vec<OwnLead>,
    /// The merchant may be known to the programme otherwise; nothing more is ever said.
    pub known: bool,
}

/// Merchants who are customers already, as they travel.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomersBody {
    /// Their domains or web addresses; 1 to 500.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 500))]
    pub domains: Vec<String>,
}

/// Reads customers. Whether each is a domain that somebody could register is the server's to say.
///
/// # Errors
/// Everything that is wrong with it, one entry for each domain.
pub fn read_customers(body: &Map<String, Value>) -> Result<CustomersBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let domains = reader.list(DOMAINS, CUSTOMERS_MAX, |value, place| {
        let text = value.as_str().map(str::trim).filter(|text| !text.is_empty() && text.len() <= DOMAIN_MAX);
        text.map(str::to_owned).ok_or_else(|| vec![FieldError::at(place, FieldCode::WebsiteInvalid)])
    });
    let mut errors = reader.finish();
    if errors.is_empty() && domains.is_empty() {
        errors.push(FieldError::field(DOMAINS, FieldCode::Required));
    }
    if errors.is_empty() { Ok(CustomersBody { domains }) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn read(merchant: &str) -> Result<Named, FieldCode> {
        let body = json!({ "merchant": merchant });
        read_clearance(body.as_object().unwrap()).map_err(|errors| errors[0].code)
    }

    #[rstest]
    #[case("acme.com", Named::Website("https://acme.com".to_owned()))]
    #[case("https://www.acme.com/about", Named::Website("https://www.acme.com/about".to_owned()))]
    #[case(" anna@acme.com ", Named::Email("anna@acme.com".into()))]
    fn a_domain_or_an_address_is_told_apart(#[case] typed: &str, #[case] named: Named) {
        assert_eq!(read(typed), Ok(named));
    }

    #[rstest]
    #[case("", FieldCode::Required)]
    #[case("anna@", FieldCode::EmailInvalid)]
    #[case("not a domain", FieldCode::WebsiteInvalid)]
    fn what_is_neither_is_refused(#[case] typed: &str, #[case] code: FieldCode) {
        assert_eq!(read(typed), Err(code));
    }
}
