//! What stands in the fields of the editor, as it was typed, and the way to and from the wire.

use std::collections::BTreeMap;

use guildhall_contract::profile_form::{PROFILE_FIELDS, ProfileBody, ServiceBody};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::personal::Personal;
use guildhall_domain::profile::{FeaturedWork, Price};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::features::amount::{decimals, minor_units, plain};

/// Everything that was typed. It is what a draft keeps: an amount may be half of one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// The fields that are one value each, by name; empty ones are left out.
    pub lines: BTreeMap<String, String>,
    /// Further countries, by code.
    pub countries: Vec<String>,
    /// Languages, by slug.
    pub languages: Vec<String>,
    /// Industries, by slug.
    pub industries: Vec<String>,
    /// Services.
    pub services: Vec<TypedService>,
    /// Featured work.
    pub works: Vec<TypedWork>,
    /// Pages in social networks, by the network's code; empty ones are left out.
    pub social: BTreeMap<String, String>,
}

/// A service as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct TypedService {
    /// Which, by slug.
    pub service: String,
    /// Whether it is a speciality.
    pub featured: bool,
    /// `contact`, `from` or `range`.
    pub kind: String,
    /// The least.
    pub from: String,
    /// The most.
    pub to: String,
    /// The currency of both.
    pub currency: String,
    /// A few words.
    pub description: String,
}

/// A piece of work as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct TypedWork {
    /// What it is called.
    pub title: String,
    /// Where it is seen.
    pub link: String,
    /// What it was.
    pub description: String,
}

impl From<&ProfileBody> for Typed {
    fn from(body: &ProfileBody) -> Self {
        let optional =
            |text: &Option<Personal>| text.as_ref().map(Personal::as_str).unwrap_or_default().to_owned();
        let line = |name: &str| match name {
            "handle" => body.handle.clone(),
            "name" => body.name.clone(),
            "tagline" => body.tagline.clone(),
            "bio" => body.bio.clone(),
            "contact_email" => body.contact_email.as_str().to_owned(),
            "contact_language" => body.contact_language.tag().to_owned(),
            "contact_phone" => optional(&body.contact_phone),
            "website" => body.website.clone().unwrap_or_default(),
            "city" => body.city.clone(),
            "country" => body.country.clone(),
            "availability" => body.availability.code().to_owned(),
            _ => String::new(),
        };
        let lines = PROFILE_FIELDS.iter().map(|rule| (rule.name.to_owned(), line(rule.name)));
        Self {
            lines: lines.filter(|(_, text)| !text.is_empty()).collect(),
            countries: body.supported_countries.clone(),
            languages: body.languages.iter().map(|language| language.slug().to_owned()).collect(),
            industries: body.industries.iter().map(|industry| industry.slug().to_owned()).collect(),
            services: body.services.iter().map(TypedService::from).collect(),
            works: body.featured_work.iter().map(TypedWork::from).collect(),
            social: body
                .social
                .iter()
                .map(|link| (link.network.code().to_owned(), link.url.clone()))
                .collect(),
        }
    }
}

impl From<&ServiceBody> for TypedService {
    fn from(offer: &ServiceBody) -> Self {
        let kind = match offer.price {
            Price::Contact => "contact",
            Price::From { .. } => "from",
            Price::Range { .. } => "range",
        };
        let to = match offer.price {
            Price::Range { to, .. } => plain(to),
            Price::Contact | Price::From { .. } => String::new(),
        };
        Self {
            service: offer.service.slug().to_owned(),
            featured: offer.featured,
            kind: kind.to_owned(),
            from: offer.price.least().map(plain).unwrap_or_default(),
            to,
            currency: offer.price.least().map(|money| money.currency.code().to_owned()).unwrap_or_default(),
            description: offer.description.clone(),
        }
    }
}

impl From<&FeaturedWork> for TypedWork {
    fn from(work: &FeaturedWork) -> Self {
        let link = work.link.clone().unwrap_or_default();
        Self { title: work.title.clone(), link, description: work.description.clone() }
    }
}

impl Typed {
    /// The text of a field that is one value.
    pub(super) fn line(&self, name: &str) -> &str {
        self.lines.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The body to send. What is no amount goes out as it was typed, so that the check names it.
    pub(crate) fn body(&self) -> Map<String, Value> {
        let mut body = Map::new();
        for (name, text) in &self.lines {
            if !text.trim().is_empty() {
                body.insert(name.clone(), Value::from(text.trim()));
            }
        }
        body.insert("supported_countries".to_owned(), json!(self.countries));
        body.insert("languages".to_owned(), json!(self.languages));
        body.insert("industries".to_owned(), json!(self.industries));
        body.insert("services".to_owned(), self.services.iter().map(TypedService::value).collect());
        body.insert("featured_work".to_owned(), self.works.iter().map(TypedWork::value).collect());
        let social = self.written_social().map(|(network, url)| json!({ "network": network, "url": url }));
        body.insert("social".to_owned(), social.collect());
        body
    }

    /// The networks with an address, in the order in which they are sent.
    pub(super) fn written_social(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.social.iter().map(|(network, url)| (network.as_str(), url.trim()));
        pairs.filter(|(_, url)| !url.is_empty())
    }
}

impl TypedService {
    /// The least that was typed, if it is an amount.
    pub(super) fn least(&self) -> Option<Money> {
        amount(&self.from, &self.currency)
    }

    /// The most that was typed, if it is an amount.
    pub(super) fn most(&self) -> Option<Money> {
        amount(&self.to, &self.currency)
    }

    fn value(&self) -> Value {
        let money = |text: &str| {
            let minor =
                amount(text, &self.currency).map_or_else(|| Value::from(text), |money| money.minor.into());
            json!({ "minor": minor, "currency": self.currency })
        };
        let price = match self.kind.as_str() {
            "from" => json!({ "type": "from", "from": money(&self.from) }),
            "range" => json!({ "type": "range", "from": money(&self.from), "to": money(&self.to) }),
            _ => json!({ "type": "contact" }),
        };
        json!({
            "service": self.service,
            "featured": self.featured,
            "price": price,
            "description": self.description.trim(),
        })
    }
}

fn amount(text: &str, currency: &str) -> Option<Money> {
    let currency: Currency = currency.parse().ok()?;
    Some(Money { minor: minor_units(text, decimals(currency))?, currency })
}

impl TypedWork {
    fn value(&self) -> Value {
        let mut work = json!({ "title": self.title.trim(), "description": self.description.trim() });
        if !self.link.trim().is_empty() {
            work["link"] = Value::from(self.link.trim());
        }
        work
    }
}

#[cfg(test)]
mod tests {
    use guildhall_contract::fields::FieldCode;
    use guildhall_contract::profile_form::read_profile_form;

    use super::*;

    fn saved() -> ProfileBody {
        serde_json::from_value(json!({
            "handle": "atelje-almgren", "name": "Ateljé Almgren", "tagline": "Themes", "contact_email": "hej@almgren.example",
            "contact_phone": "+46 31 555 01 42", "website": "https://almgren.example", "city": "Göteborg", "country": "SE",
            "supported_countries": ["DK"], "languages": ["sv"], "industries": ["home-and-garden"],
            "services": [
                {"service": "tax-setup", "price": {"type": "contact"}},
                {"service": "email-marketing", "featured": true, "description": "Newsletters",
                 "price": {"type": "range", "from": {"minor": 120_050, "currency": "EUR"}, "to": {"minor": 900_000, "currency": "EUR"}}},
            ],
            "featured_work": [{"title": "A shop", "description": "", "link": "https://shop.example"}],
            "social": [{"network": "linkedin", "url": "https://www.linkedin.com/company/almgren"}],
            "availability": "booked",
        }))
        .unwrap()
    }

    #[test]
    fn a_saved_profile_goes_through_the_fields_unchanged() {
        let typed = Typed::from(&saved());
        let body: ProfileBody = serde_json::from_value(Value::Object(typed.body())).unwrap();
        assert_eq!(body, saved());
        assert!(read_profile_form(&typed.body()).is_ok());
    }

    #[test]
    fn what_is_no_amount_is_named_by_the_check() {
        let mut typed = Typed::from(&saved());
        typed.services[1].to = "a lot".to_owned();
        let errors = read_profile_form(&typed.body()).unwrap_err();
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].pointer.as_deref(), Some("/services/1/price"));
        assert_eq!(errors[0].code, FieldCode::WrongKind);
    }

    #[test]
    fn a_draft_of_an_older_form_still_opens() {
        let typed: Typed = serde_json::from_str(r#"{"lines":{"name":"Almgren"},"colour":"red"}"#).unwrap();
        assert_eq!(typed.line("name"), "Almgren");
        assert_eq!(typed.line("bio"), "");
    }
}
