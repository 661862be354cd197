//! The form of a lead: its fields, their rules, and the way from JSON to a checked form.

use guildhall_domain::ids::InquiryId;
use guildhall_domain::lead::{
    AnnualRevenue, ExpectedTiming, LeadForm, PaymentsInterest, PlusDetails, PosDetails, Product,
    ProductDetails, Support,
};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

const fn optional(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Optional }
}

/// The answers about sales support.
pub const SUPPORT_CHOICES: &[&str] = &["requested", "none"];

const PRODUCT: FieldRule = required("product", FieldKind::Choice(&["plus", "pos"]));
const CONTACT_NAME: FieldRule = required("contact_name", FieldKind::Line { max: 120 });
const CONTACT_EMAIL: FieldRule = required("contact_email", FieldKind::Email);
const PHONE: FieldRule = optional("phone", FieldKind::Phone);
const COMPANY: FieldRule = required("company", FieldKind::Line { max: 160 });
const WEBSITE: FieldRule = required("website", FieldKind::Website);
const COUNTRY: FieldRule = required("country", FieldKind::Country);
const EXISTING_STORE: FieldRule = optional("existing_store", FieldKind::Store);
const EXPECTED_TIMING: FieldRule = optional("expected_timing", FieldKind::Choice(ExpectedTiming::CODES));
const CURRENT_PLATFORM: FieldRule = optional("current_platform", FieldKind::Line { max: 80 });
const ANNUAL_REVENUE: FieldRule = optional("annual_revenue", FieldKind::Choice(AnnualRevenue::CODES));
const LOCATION_COUNT: FieldRule = optional("location_count", FieldKind::Count { min: 1, max: 10_000 });
const CURRENT_POS: FieldRule = optional("current_pos", FieldKind::Line { max: 80 });
const PAYMENTS_INTEREST: FieldRule =
    optional("payments_interest", FieldKind::Choice(PaymentsInterest::CODES));
const SALES_SUPPORT: FieldRule = required("sales_support", FieldKind::Choice(SUPPORT_CHOICES));
const DESCRIPTION: FieldRule = required("description", FieldKind::Paragraph { max: 2_000 });
const REFERENCE: FieldRule = optional("reference", FieldKind::Line { max: 64 });
const INQUIRY: FieldRule = optional("inquiry", FieldKind::Line { max: 80 });
const CONSENT: FieldRule = required("consent", FieldKind::Consent);

const PLUS_FIELDS: &[FieldRule] = &[
    CONTACT_NAME,
    CONTACT_EMAIL,
    PHONE,
    COMPANY,
    WEBSITE,
    COUNTRY,
    EXISTING_STORE,
    EXPECTED_TIMING,
    CURRENT_PLATFORM,
    ANNUAL_REVENUE,
    SALES_SUPPORT,
    DESCRIPTION,
    REFERENCE,
    CONSENT,
];

const POS_FIELDS: &[FieldRule] = &[
    CONTACT_NAME,
    CONTACT_EMAIL,
    PHONE,
    COMPANY,
    FieldRule { need: Need::Optional, ..WEBSITE },
    COUNTRY,
    EXISTING_STORE,
    LOCATION_COUNT,
    CURRENT_POS,
    PAYMENTS_INTEREST,
    SALES_SUPPORT,
    DESCRIPTION,
    REFERENCE,
    CONSENT,
];

/// The fields of a product's form, in the order to ask them. A shop may have no website, so POS does
/// not insist on one.
#[must_use]
pub fn lead_fields(product: Product) -> &'static [FieldRule] {
    match product {
        Product::Plus => PLUS_FIELDS,
        Product::Pos => POS_FIELDS,
    }
}

/// The rule of one field of a product's form.
#[must_use]
pub fn lead_field(product: Product, name: &str) -> Option<&'static FieldRule> {
    lead_fields(product).iter().find(|rule| rule.name == name)
}

/// A lead form as it travels, both ways. Going in, the rules of [`lead_fields`] hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LeadFormBody {
    /// Which form it is.
    pub product: Product,
    /// Whom to talk to at the merchant; 120 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 120))]
    pub contact_name: Personal,
    /// Their e-mail address; 254 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = IdnEmail, max_length = 254))]
    pub contact_email: Personal,
    /// Their phone; 5 to 15 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 32))]
    pub phone: Option<Personal>,
    /// The merchant; 160 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 160))]
    pub company: String,
    /// The merchant's site, with `https://`; required for Plus; 300 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 300))]
    pub website: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z]{2}$"))]
    pub country: String,
    /// `*.myshopify.com`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 80))]
    pub existing_store: Option<String>,
    /// Plus only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_timing: Option<ExpectedTiming>,
    /// Plus only; 80 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 80))]
    pub current_platform: Option<String>,
    /// Plus only; in USD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_revenue: Option<AnnualRevenue>,
    /// POS only; 1 to 10,000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 10000))]
    pub location_count: Option<u32>,
    /// POS only; 80 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 80))]
    pub current_pos: Option<String>,
    /// POS only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payments_interest: Option<PaymentsInterest>,
    /// Whether the sales team shall sell along.
    pub sales_support: Support,
    /// Why the merchant is a fit; 2,000 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 2000))]
    pub description: Personal,
    /// The partner's own number, unique within the organisation; 64 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 64))]
    pub reference: Option<String>,
    /// The inquiry of a merchant that the lead comes from; one of the organisation's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 80))]
    pub inquiry: Option<InquiryId>,
    /// The merchant agreed to be contacted; must be true.
    pub consent: bool,
}

impl From<&LeadForm> for LeadFormBody {
    fn from(form: &LeadForm) -> Self {
        let (plus, pos) = match form.details.clone() {
            ProductDetails::Plus(plus) => (plus, PosDetails::default()),
            ProductDetails::Pos(pos) => (PlusDetails::default(), pos),
        };
        Self {
            product: form.product(),
            contact_name: form.contact_name.clone(),
            contact_email: form.contact_email.clone(),
            phone: form.phone.clone(),
            company: form.company.clone(),
            website: form.website.clone(),
            country: form.country.code().to_owned(),
            existing_store: form.existing_store.clone(),
            expected_timing: plus.expected_timing,
            current_platform: plus.current_platform,
            annual_revenue: plus.annual_revenue,
            location_count: pos.location_count,
            current_pos: pos.current_pos,
            payments_interest: pos.payments_interest,
            sales_support: form.sales_support,
            description: form.description.clone(),
            reference: form.reference.clone(),
            inquiry: form.inquiry.clone(),
            consent: form.consent,
        }
    }
}

/// Reads a submission.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_lead_form(body: &Map<String, Value>) -> Result<LeadForm, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let product = match reader.text(&PRODUCT).as_deref() {
        Some("plus") => Product::Plus,
        Some("pos") => Product::Pos,
        // Without a product the other fields cannot be judged; more errors would only confuse.
        _ => {
            return Err(reader
                .finish()
                .into_iter()
                .filter(|error| error.name() == Some("product"))
                .collect());
        }
    };
    refuse_fields_of_the_other_product(&mut reader, body, product);
    let form = read_fields(&mut reader, product);
    let errors = reader.finish();
    match form {
        Some(form) if errors.is_empty() => Ok(form),
        _ => Err(errors),
    }
}

fn refuse_fields_of_the_other_product(reader: &mut Reader<'_>, body: &Map<String, Value>, product: Product) {
    let other = match product {
        Product::Plus => Product::Pos,
        Product::Pos => Product::Plus,
    };
    for rule in lead_fields(other) {
        let filled = body.get(rule.name).is_some_and(|value| !value.is_null());
        if lead_field(product, rule.name).is_none() && filled {
            reader.refuse(
                FieldError::field(rule.name, FieldCode::OtherProduct).with("product", product.code()),
            );
        } else {
            reader.raw(rule.name);
        }
    }
}

fn read_fields(reader: &mut Reader<'_>, product: Product) -> Option<LeadForm> {
    let rule = |rule: FieldRule| *lead_field(product, rule.name).unwrap_or(&rule);
    // Each field is read before any is judged, so that all errors come at once.
    let contact_name = reader.text(&CONTACT_NAME);
    let contact_email = reader.text(&CONTACT_EMAIL);
    let phone = reader.text(&PHONE).map(Personal::new);
    let company = reader.text(&COMPANY);
    let website = reader.text(&rule(WEBSITE));
    let country = reader.text(&COUNTRY);
    let existing_store = reader.text(&EXISTING_STORE);
    let details = match product {
        Product::Plus => ProductDetails::Plus(PlusDetails {
            expected_timing: reader.text(&EXPECTED_TIMING).as_deref().and_then(ExpectedTiming::from_code),
            current_platform: reader.text(&CURRENT_PLATFORM),
            annual_revenue: reader.text(&ANNUAL_REVENUE).as_deref().and_then(AnnualRevenue::from_code),
        }),
        Product::Pos => ProductDetails::Pos(PosDetails {
            location_count: reader.number(&LOCATION_COUNT),
            current_pos: reader.text(&CURRENT_POS),
            payments_interest: reader
                .text(&PAYMENTS_INTEREST)
                .as_deref()
                .and_then(PaymentsInterest::from_code),
        }),
    };
    let sales_support = reader.text(&SALES_SUPPORT);
    let description = reader.text(&DESCRIPTION);
    let reference = reader.text(&REFERENCE);
    let inquiry = read_inquiry_id(reader);
    let consent = reader.flag(&CONSENT);
    Some(LeadForm {
        contact_name: Personal::new(contact_name?),
        contact_email: Personal::new(contact_email?),
        company: company?,
        website,
        country: country?.parse().ok()?,
        phone,
        description: Personal::new(description?),
        existing_store,
        reference,
        inquiry,
        sales_support: if sales_support? == "requested" { Support::Requested } else { Support::None },
        consent,
        details,
    })
}

fn read_inquiry_id(reader: &mut Reader<'_>) -> Option<InquiryId> {
    let id = reader.text(&INQUIRY)?.parse().ok();
    if id.is_none() {
        reader.refuse(FieldError::field(INQUIRY.name, FieldCode::InquiryUnknown));
    }
    id
}
