//! The form that a merchant sends to a partner: its fields, their rules, and the way from JSON to a checked form.

use guildhall_domain::inquiry::{Budget, InquiryForm};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::Service;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

const fn optional(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Optional }
}

/// Every budget's name on the wire.
pub const BUDGETS: &[&str] = &["below_1000", "1000_to_5000", "5000_to_20000", "above_20000", "undecided"];

const CONTACT_NAME: FieldRule = required("contact_name", FieldKind::Line { max: 120 });
const CONTACT_EMAIL: FieldRule = required("contact_email", FieldKind::Email);
const CONTACT_PHONE: FieldRule = optional("contact_phone", FieldKind::Phone);
const COMPANY: FieldRule = required("company", FieldKind::Line { max: 160 });
const STORE: FieldRule = optional("store", FieldKind::Store);
const WEBSITE: FieldRule = optional("website", FieldKind::Website);
const COUNTRY: FieldRule = required("country", FieldKind::Country);
const SERVICE: FieldRule = required("service", FieldKind::Line { max: 80 });
const BUDGET: FieldRule = required("budget", FieldKind::Choice(BUDGETS));
const GOAL: FieldRule = required("goal", FieldKind::Paragraph { max: 3_000 });
const CONSENT: FieldRule = required("consent", FieldKind::Consent);
const LANGUAGE: FieldRule = optional("language", FieldKind::Choice(&["en", "sv", "vi"]));
const FORM_TOKEN: FieldRule = required("form_token", FieldKind::Line { max: 400 });
/// The field that people do not see and so leave empty.
pub const TRAP: &str = "fax_number";

/// The fields that people see, in the order to ask them.
pub const INQUIRY_FIELDS: &[FieldRule] = &[
    CONTACT_NAME,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    COMPANY,
    STORE,
    WEBSITE,
    COUNTRY,
    SERVICE,
    BUDGET,
    GOAL,
    CONSENT,
];

/// The rule of one field.
#[must_use]
pub fn inquiry_field(name: &str) -> Option<&'static FieldRule> {
    INQUIRY_FIELDS.iter().find(|rule| rule.name == name)
}

/// What a merchant fills in, as it travels, both ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryFormBody {
    /// Who writes; 120 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 120))]
    pub contact_name: Personal,
    /// Where to answer; 254 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = IdnEmail, max_length = 254))]
    pub contact_email: Personal,
    /// Phone; 5 to 15 digits.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 32))]
    pub contact_phone: Option<Personal>,
    /// The business; 160 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 160))]
    pub company: String,
    /// `*.myshopify.com`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 80))]
    pub store: Option<String>,
    /// The site, with `https://`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 300))]
    pub website: Option<String>,
    /// Where the business is, ISO 3166-1 alpha-2.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z]{2}$"))]
    pub country: String,
    /// What is wanted.
    pub service: Service,
    /// What it may cost.
    pub budget: Budget,
    /// The problem or goal; 3,000 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 3000))]
    pub goal: Personal,
    /// The merchant agrees that all this is sent to the partner; must be true.
    pub consent: bool,
}

/// An inquiry on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryRequest {
    /// What was filled in.
    #[serde(flatten)]
    pub form: InquiryFormBody,
    /// The language in which the merchant is written to.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
    /// From `GET /api/v1/profiles/{handle}/inquiry-form`.
    pub form_token: String,
    /// Leave it empty.
    #[serde(default)]
    pub fax_number: String,
}

/// What an open form needs to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryFormTicket {
    /// To send along; good for a day.
    pub form_token: String,
    /// The partner's name.
    pub partner: String,
    /// Whether the partner takes new clients; the form is closed if not.
    pub accepting: bool,
    /// What the partner offers, specialities first.
    pub services: Vec<Service>,
}

impl From<&InquiryForm> for InquiryFormBody {
    fn from(form: &InquiryForm) -> Self {
        Self {
            contact_name: form.contact_name.clone(),
            contact_email: form.contact_email.clone(),
            contact_phone: form.contact_phone.clone(),
            company: form.company.clone(),
            store: form.store.clone(),
            website: form.website.clone(),
            country: form.country.code().to_owned(),
            service: form.service,
            budget: form.budget,
            goal: form.goal.clone(),
            consent: form.consent,
        }
    }
}

/// A checked inquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InquiryRead {
    /// The form.
    pub form: InquiryForm,
    /// The merchant's language.
    pub language: Language,
    /// The token, not yet verified.
    pub form_token: String,
}

/// Reads an inquiry.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_inquiry(body: &Map<String, Value>) -> Result<InquiryRead, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let form = read_form(&mut reader);
    let language = reader.text(&LANGUAGE);
    let form_token = reader.text(&FORM_TOKEN);
    let trap = reader.raw(TRAP).and_then(Value::as_str).unwrap_or_default();
    if !trap.is_empty() {
        reader.refuse(FieldError::field(TRAP, FieldCode::LeaveEmpty));
    }
    let errors = reader.finish();
    let language = language
        .and_then(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag))
        .unwrap_or_default();
    match (form, form_token) {
        (Some(form), Some(form_token)) if errors.is_empty() => Ok(InquiryRead { form, language, form_token }),
        _ => Err(errors),
    }
}

/// Reads what people see of the form, and nothing else: the check beside the fields while typing.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_inquiry_form(body: &Map<String, Value>) -> Result<InquiryForm, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let form = read_form(&mut reader);
    let errors = reader.finish();
    match form {
        Some(form) if errors.is_empty() => Ok(form),
        _ => Err(errors),
    }
}

fn read_form(reader: &mut Reader<'_>) -> Option<InquiryForm> {
    // Each field is read before any is judged, so that all errors come at once.
    let contact_name = reader.text(&CONTACT_NAME);
    let contact_email = reader.text(&CONTACT_EMAIL);
    let contact_phone = reader.text(&CONTACT_PHONE).map(Personal::new);
    let company = reader.text(&COMPANY);
    let store = reader.text(&STORE);
    let website = reader.text(&WEBSITE);
    let country = reader.text(&COUNTRY);
    let service = reader.text(&SERVICE).and_then(|slug| {
        let service = Service::by_slug(&slug);
        if service.is_none() {
            reader.refuse(FieldError::field(SERVICE.name, FieldCode::ChoiceUnknown));
        }
        service
    });
    let budget = reader.text(&BUDGET);
    let goal = reader.text(&GOAL);
    let consent = reader.flag(&CONSENT);
    Some(InquiryForm {
        contact_name: Personal::new(contact_name?),
        contact_email: Personal::new(contact_email?),
        contact_phone,
        company: company?,
        store,
        website,
        country: country?.parse().ok()?,
        service: service?,
        budget: Budget::by_slug(&budget?)?,
        goal: Personal::new(goal?),
        consent,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form() -> Value {
        json!({
            "contact_name": "Tom", "contact_email": "tom@shop.example", "company": "Tom's shop", "country": "SE",
            "service": "customize-design", "budget": "1000_to_5000", "goal": "A new theme", "consent": true,
            "form_token": "t", "language": "sv",
        })
    }

    #[test]
    fn an_inquiry_is_read_whole() {
        let read = read_inquiry(form().as_object().unwrap()).unwrap();
        assert_eq!(read.form.service, Service::CustomizeDesign);
        assert_eq!(read.language, Language::Sv);
        assert_eq!(BUDGETS, Budget::ALL.iter().map(|budget| budget.slug()).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_sent_without_consent_and_nothing_by_who_fills_in_the_trap() {
        let mut body = form();
        body["consent"] = json!(false);
        body["fax_number"] = json!("1");
        body["service"] = json!("juggling");
        let errors = read_inquiry(body.as_object().unwrap()).unwrap_err();
        let found: Vec<_> = errors.iter().map(|error| (error.name().unwrap(), error.code)).collect();
        assert_eq!(
            found,
            [
                ("service", FieldCode::ChoiceUnknown),
                ("consent", FieldCode::ConsentNeeded),
                ("fax_number", FieldCode::LeaveEmpty)
            ]
        );
    }
}
