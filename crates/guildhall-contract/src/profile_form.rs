//! A partner's profile on its way in: its fields, their rules, and the way from JSON to checked content.

use guildhall_domain::country::Country;
use guildhall_domain::money::{Money, PAYOUT_CURRENCIES};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, ContentLimits, FeaturedWork, Handle, Price, ProfileContent, ServiceOffer, SocialLink,
    SocialNetwork,
};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage};
use guildhall_domain::text::website_host;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

const fn optional(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Optional }
}

/// The name in the address.
pub const HANDLE: FieldRule = required("handle", FieldKind::Line { max: 40 });
/// The business name.
pub const NAME: FieldRule = required("name", FieldKind::Line { max: ContentLimits::NAME });
/// One sentence for the card.
pub const TAGLINE: FieldRule = optional("tagline", FieldKind::Line { max: ContentLimits::TAGLINE });
/// About the business.
pub const BIO: FieldRule = optional("bio", FieldKind::Paragraph { max: ContentLimits::BIO });
/// Where inquiries go.
pub const CONTACT_EMAIL: FieldRule = required("contact_email", FieldKind::Email);
/// In which language the partner is written to.
pub const CONTACT_LANGUAGE: FieldRule = optional("contact_language", FieldKind::Choice(&["en", "sv", "vi"]));
/// Phone.
pub const CONTACT_PHONE: FieldRule = optional("contact_phone", FieldKind::Phone);
/// The site.
pub const WEBSITE: FieldRule = optional("website", FieldKind::Website);
/// The main city.
pub const CITY: FieldRule = optional("city", FieldKind::Line { max: ContentLimits::CITY });
/// The main country.
pub const COUNTRY: FieldRule = required("country", FieldKind::Country);
/// Whether new clients are taken.
pub const AVAILABILITY: FieldRule = optional("availability", FieldKind::Choice(&["open", "booked"]));
/// About a service.
pub const SERVICE_TEXT: FieldRule =
    optional("description", FieldKind::Line { max: ContentLimits::SERVICE_TEXT });
/// The title of a piece of work.
pub const WORK_TITLE: FieldRule = required("title", FieldKind::Line { max: ContentLimits::WORK_TITLE });
/// About a piece of work.
pub const WORK_TEXT: FieldRule = optional("description", FieldKind::Line { max: ContentLimits::WORK_TEXT });
/// Where a piece of work is seen.
pub const WORK_LINK: FieldRule = optional("link", FieldKind::Website);
/// A page in a social network.
pub const SOCIAL_URL: FieldRule = required("url", FieldKind::Website);

/// The fields that are one value each, in the order to ask them.
pub const PROFILE_FIELDS: &[FieldRule] = &[
    HANDLE,
    NAME,
    TAGLINE,
    BIO,
    CONTACT_EMAIL,
    CONTACT_LANGUAGE,
    CONTACT_PHONE,
    WEBSITE,
    CITY,
    COUNTRY,
    AVAILABILITY,
];

/// A profile as it travels, both ways: `PUT` takes it whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProfileBody {
    /// The name in the address: 2 to 40 of `a-z`, `0-9` and `-`, starting with a letter.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[a-z][a-z0-9-]{1,39}$"))]
    pub handle: String,
    /// The business name; 80 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 80))]
    pub name: String,
    /// One sentence for the card; 160 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 160))]
    pub tagline: String,
    /// About the business; 3,000 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 3000))]
    pub bio: String,
    /// Where inquiries go.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = IdnEmail, max_length = 254))]
    pub contact_email: Personal,
    /// In which language the partner is written to.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub contact_language: Language,
    /// Phone; 5 to 15 digits.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 32))]
    pub contact_phone: Option<Personal>,
    /// The site, with `https://`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 300))]
    pub website: Option<String>,
    /// The main city; 80 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 80))]
    pub city: String,
    /// The main country, ISO 3166-1 alpha-2.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z]{2}$"))]
    pub country: String,
    /// Further countries; at most 60.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 60))]
    pub supported_countries: Vec<String>,
    /// Languages.
    #[serde(default)]
    pub languages: Vec<SpokenLanguage>,
    /// Industries.
    #[serde(default)]
    pub industries: Vec<Industry>,
    /// Services, each once; at most five specialities.
    #[serde(default)]
    pub services: Vec<ServiceBody>,
    /// Work to show, in this order; at most six pieces.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 6))]
    pub featured_work: Vec<FeaturedWork>,
    /// Pages in social networks, each network once.
    #[serde(default)]
    pub social: Vec<SocialLink>,
    /// Whether new clients are taken.
    #[serde(default)]
    pub availability: Availability,
}

/// A service as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceBody {
    /// Which.
    pub service: Service,
    /// Whether it is a speciality.
    #[serde(default)]
    pub featured: bool,
    /// What it costs.
    pub price: Price,
    /// A few words; 200 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub description: String,
}

impl From<&ServiceOffer> for ServiceBody {
    fn from(offer: &ServiceOffer) -> Self {
        Self {
            service: offer.service,
            featured: offer.featured,
            price: offer.price,
            description: offer.description.clone(),
        }
    }
}

impl ProfileBody {
    /// The body of some content.
    #[must_use]
    pub fn new(handle: &Handle, content: &ProfileContent) -> Self {
        Self {
            handle: handle.as_str().to_owned(),
            name: content.name.clone(),
            tagline: content.tagline.clone(),
            bio: content.bio.clone(),
            contact_email: content.contact_email.clone(),
            contact_language: content.contact_language,
            contact_phone: content.contact_phone.clone(),
            website: content.website.clone(),
            city: content.city.clone(),
            country: content.country.code().to_owned(),
            supported_countries: codes(&content.supported_countries),
            languages: content.languages.clone(),
            industries: content.industries.clone(),
            services: content.services.iter().map(ServiceBody::from).collect(),
            featured_work: content.featured_work.clone(),
            social: content.social.clone(),
            availability: content.availability,
        }
    }
}

pub(crate) fn codes(countries: &[Country]) -> Vec<String> {
    countries.iter().map(|country| country.code().to_owned()).collect()
}

/// Reads a profile.
///
/// # Errors
/// Everything that is wrong with it, one entry per field, by its pointer.
pub fn read_profile_form(body: &Map<String, Value>) -> Result<(Handle, ProfileContent), Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let read = read_content(&mut reader);
    let errors = reader.finish();
    match read {
        Some(read) if errors.is_empty() => Ok(read),
        _ => Err(errors),
    }
}

fn read_content(reader: &mut Reader<'_>) -> Option<(Handle, ProfileContent)> {
    // Each field is read before any is judged, so that all errors come at once.
    let handle = read_handle(reader);
    let name = reader.text(&NAME);
    let tagline = reader.text(&TAGLINE).unwrap_or_default();
    let bio = reader.text(&BIO).unwrap_or_default();
    let contact_email = reader.text(&CONTACT_EMAIL);
    let contact_language = reader.text(&CONTACT_LANGUAGE);
    let contact_phone = reader.text(&CONTACT_PHONE).map(Personal::new);
    let website = reader.text(&WEBSITE);
    let city = reader.text(&CITY).unwrap_or_default();
    let country: Option<Country> = reader.text(&COUNTRY).and_then(|code| code.parse().ok());
    let mut supported_countries =
        reader.choices("supported_countries", ContentLimits::COUNTRIES, FieldCode::CountryUnknown, |code| {
            code.parse::<Country>().ok()
        });
    supported_countries.retain(|further| Some(*further) != country);
    let languages = reader.choices(
        "languages",
        SpokenLanguage::ALL.len(),
        FieldCode::ChoiceUnknown,
        SpokenLanguage::by_slug,
    );
    let industries =
        reader.choices("industries", Industry::ALL.len(), FieldCode::ChoiceUnknown, Industry::by_slug);
    let services = read_services(reader);
    let featured_work = reader.list("featured_work", ContentLimits::FEATURED_WORK, read_work);
    let social = read_social(reader);
    let availability = match reader.text(&AVAILABILITY).as_deref() {
        Some("booked") => Availability::Booked,
        _ => Availability::Open,
    };
    let contact_language = contact_language
        .and_then(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag))
        .unwrap_or_default();
    let content = ProfileContent {
        name: name?,
        tagline,
        bio,
        contact_email: Personal::new(contact_email?),
        contact_language,
        contact_phone,
        website,
        city,
        country: country?,
        supported_countries,
        languages,
        industries,
        services,
        featured_work,
        social,
        availability,
    };
    Some((handle?, content))
}

fn read_handle(reader: &mut Reader<'_>) -> Option<Handle> {
    let handle = reader.text(&HANDLE)?.parse().ok();
    if handle.is_none() {
        reader.refuse(FieldError::field(HANDLE.name, FieldCode::HandleInvalid));
    }
    handle
}

fn object(value: &Value, place: &str) -> Result<Map<String, Value>, Vec<FieldError>> {
    let wrong = || vec![FieldError::at(place.to_owned(), FieldCode::WrongKind).with("expected", "object")];
    value.as_object().cloned().ok_or_else(wrong)
}

fn read_services(reader: &mut Reader<'_>) -> Vec<ServiceOffer> {
    let mut offers = reader.list("services", Service::ALL.len(), read_service);
    for (index, offer) in offers.iter().enumerate() {
        if offers[..index].iter().any(|earlier| earlier.service == offer.service) {
            let place = format!("{}/{index}/service", reader.pointer("services"));
            reader.refuse(FieldError::at(place, FieldCode::Repeated));
        }
    }
    if offers.iter().filter(|offer| offer.featured).count() > ContentLimits::SPECIALITIES {
        reader.refuse(
            FieldError::field("services", FieldCode::TooMany).with("max", ContentLimits::SPECIALITIES),
        );
    }
    // Specialities first; the partner's own order otherwise.
    offers.sort_by_key(|offer| !offer.featured);
    offers
}

fn read_service(value: &Value, place: String) -> Result<ServiceOffer, Vec<FieldError>> {
    let body = object(value, &place)?;
    let mut reader = Reader::within(&body, place);
    let service = reader.raw("service").and_then(Value::as_str).and_then(Service::by_slug);
    if service.is_none() {
        reader.refuse(FieldError::at(reader.pointer("service"), FieldCode::ChoiceUnknown));
    }
    let featured = reader.flag(&optional("featured", FieldKind::Flag));
    let price = read_price(&mut reader);
    let description = reader.text(&SERVICE_TEXT).unwrap_or_default();
    let errors = reader.finish();
    match (service, price) {
        (Some(service), Some(price)) if errors.is_empty() => {
            Ok(ServiceOffer { service, featured, price, description })
        }
        _ => Err(errors),
    }
}

fn read_price(reader: &mut Reader<'_>) -> Option<Price> {
    let place = reader.pointer("price");
    let value = reader.raw("price").cloned().unwrap_or_default();
    let currency_known = |money: &str| {
        let code = value.pointer(&format!("/{money}/currency")).and_then(Value::as_str);
        code.is_none_or(|code| PAYOUT_CURRENCIES.contains(&code))
    };
    if !currency_known("from") || !currency_known("to") {
        let allowed = PAYOUT_CURRENCIES.join(", ");
        reader.refuse(FieldError::at(place, FieldCode::CurrencyUnknown).with("allowed", allowed));
        return None;
    }
    let Ok(price) = serde_json::from_value::<Price>(value) else {
        reader.refuse(FieldError::at(place, FieldCode::WrongKind).with("expected", "price"));
        return None;
    };
    let out_of_range = |money: Money| !(1..=ContentLimits::PRICE).contains(&money.minor);
    if price.least().is_some_and(out_of_range) || price.most().is_some_and(out_of_range) {
        reader.refuse(
            FieldError::at(place, FieldCode::OutOfRange).with("min", 1).with("max", ContentLimits::PRICE),
        );
        return None;
    }
    if let Price::Range { from, to } = price
        && (from.currency != to.currency || from.minor >= to.minor)
    {
        reader.refuse(FieldError::at(place, FieldCode::RangeInvalid));
        return None;
    }
    Some(price)
}

fn read_work(value: &Value, place: String) -> Result<FeaturedWork, Vec<FieldError>> {
    let body = object(value, &place)?;
    let mut reader = Reader::within(&body, place);
    let title = reader.text(&WORK_TITLE);
    let description = reader.text(&WORK_TEXT).unwrap_or_default();
    let link = reader.text(&WORK_LINK);
    let errors = reader.finish();
    match title {
        Some(title) if errors.is_empty() => Ok(FeaturedWork { title, description, link }),
        _ => Err(errors),
    }
}

fn read_social(reader: &mut Reader<'_>) -> Vec<SocialLink> {
    let links = reader.list("social", SocialNetwork::ALL.len(), read_social_link);
    for (index, link) in links.iter().enumerate() {
        if links[..index].iter().any(|earlier| earlier.network == link.network) {
            let place = format!("{}/{index}/network", reader.pointer("social"));
            reader.refuse(FieldError::at(place, FieldCode::Repeated));
        }
    }
    links
}

fn read_social_link(value: &Value, place: String) -> Result<SocialLink, Vec<FieldError>> {
    let body = object(value, &place)?;
    let mut reader = Reader::within(&body, place);
    let network = reader.raw("network").and_then(Value::as_str);
    let network = network.and_then(|code| SocialNetwork::ALL.into_iter().find(|one| one.code() == code));
    if network.is_none() {
        reader.refuse(FieldError::at(reader.pointer("network"), FieldCode::ChoiceUnknown));
    }
    let url = reader.text(&SOCIAL_URL);
    if let (Some(network), Some(url)) = (network, &url)
        && !is_of(network, url)
    {
        let hosts = network.hosts().join(", ");
        reader
            .refuse(FieldError::at(reader.pointer("url"), FieldCode::NetworkMismatch).with("allowed", hosts));
    }
    let errors = reader.finish();
    match (network, url) {
        (Some(network), Some(url)) if errors.is_empty() => Ok(SocialLink { network, url }),
        _ => Err(errors),
    }
}

fn is_of(network: SocialNetwork, url: &str) -> bool {
    let host = website_host(url);
    network
        .hosts()
        .iter()
        .any(|own| host == *own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn form() -> Map<String, Value> {
        let form = json!({
            "handle": "atelje-almgren", "name": "Ateljé Almgren", "bio": "", "contact_email": "hej@almgren.example",
            "city": "Göteborg", "country": "SE", "supported_countries": ["DK", "SE", "DK"],
            "languages": ["sv", "en"], "industries": ["home-and-garden"],
            "services": [
                {"service": "tax-setup", "price": {"type": "contact"}},
                {"service": "customize-design", "featured": true, "description": "A theme of your own",
                 "price": {"type": "range", "from": {"minor": 400_000, "currency": "USD"}, "to": {"minor": 1_200_000, "currency": "USD"}}},
            ],
            "featured_work": [{"title": "Tjörn", "link": "https://tjorn.example"}],
            "social": [{"network": "linkedin", "url": "https://se.linkedin.com/company/almgren"}],
        });
        form.as_object().unwrap().clone()
    }

    fn with(pointer: &str, value: Value) -> Vec<FieldError> {
        let mut body = Value::Object(form());
        *body.pointer_mut(pointer).unwrap() = value;
        read_profile_form(body.as_object().unwrap()).err().unwrap_or_default()
    }

    #[test]
    fn a_profile_is_read_whole_with_specialities_first() {
        let (handle, content) = read_profile_form(&form()).unwrap();
        assert_eq!(handle.as_str(), "atelje-almgren");
        assert_eq!(content.services[0].service, Service::CustomizeDesign);
        assert_eq!(codes(&content.supported_countries), ["DK"]);
        let again = serde_json::to_value(ProfileBody::new(&handle, &content)).unwrap();
        assert_eq!(read_profile_form(again.as_object().unwrap()), Ok((handle, content)));
    }

    #[rstest]
    #[case("/handle", json!("services"), FieldCode::HandleInvalid, "/handle")]
    #[case("/handle", json!("Ateljé"), FieldCode::HandleInvalid, "/handle")]
    #[case("/name", json!(""), FieldCode::Required, "/name")]
    #[case("/bio", json!("x".repeat(3_001)), FieldCode::TooLong, "/bio")]
    #[case("/languages/1", json!("tlh"), FieldCode::ChoiceUnknown, "/languages/1")]
    #[case("/supported_countries/0", json!("XX"), FieldCode::CountryUnknown, "/supported_countries/0")]
    #[case("/services/0/service", json!("juggling"), FieldCode::ChoiceUnknown, "/services/0/service")]
    #[case("/services/0/service", json!("customize-design"), FieldCode::Repeated, "/services/1/service")]
    #[case("/services/0/price", json!({"type": "free"}), FieldCode::WrongKind, "/services/0/price")]
    #[case("/services/1/price/to/minor", json!(100), FieldCode::RangeInvalid, "/services/1/price")]
    #[case("/services/1/price/to/currency", json!("EUR"), FieldCode::RangeInvalid, "/services/1/price")]
    #[case("/services/1/price/from/currency", json!("XAU"), FieldCode::CurrencyUnknown, "/services/1/price")]
    #[case("/services/1/price/from/minor", json!(0), FieldCode::OutOfRange, "/services/1/price")]
    #[case("/featured_work/0/link", json!("javascript:alert(1)"), FieldCode::WebsiteInvalid, "/featured_work/0/link")]
    #[case("/social/0/url", json!("https://evil-linkedin.com/x"), FieldCode::NetworkMismatch, "/social/0/url")]
    #[case("/services", json!("all"), FieldCode::WrongKind, "/services")]
    fn what_is_wrong_is_named_by_its_place(
        #[case] at: &str,
        #[case] value: Value,
        #[case] code: FieldCode,
        #[case] named: &str,
    ) {
        let errors = with(at, value);
        let found = errors.iter().map(|error| (error.pointer.as_deref(), error.code)).collect::<Vec<_>>();
        assert_eq!(found, [(Some(named), code)]);
    }

    #[test]
    fn an_unknown_field_inside_a_list_is_named_too() {
        let errors =
            with("/services/0", json!({"service": "tax-setup", "price": {"type": "contact"}, "rank": 1}));
        assert_eq!(errors[0].pointer.as_deref(), Some("/services/0/rank"));
    }
}
