//! A profile as the marketplace exported it. Only its shape is judged here; what becomes of each value is decided when it
//! is taken over, and told in the report.

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::old_service::{OldService, read_service};
use super::reading::{
    ID, LINE, LIST_MAX, TEXT, object, optional, read_id, read_org, read_personal, read_text, required,
};
use crate::fields::{FieldError, FieldKind, FieldRule, Reader};

const BUSINESS_NAME: FieldRule = required("businessName", LINE);
const HANDLE: FieldRule = optional("handle", LINE);
const TAGLINE: FieldRule = optional("tagline", TEXT);
const BIO: FieldRule = optional("bio", TEXT);
const CONTACT_EMAIL: FieldRule = optional("contactEmail", LINE);
const CONTACT_PHONE: FieldRule = optional("contactPhoneNumber", LINE);
const WEBSITE: FieldRule = optional("websiteUrl", LINE);
const CITY: FieldRule = optional("city", LINE);
const COUNTRY: FieldRule = required("country", LINE);
const ACCEPTS: FieldRule = optional("acceptingNewClients", FieldKind::Flag);
const RESPONSE_TIME: FieldRule = optional("responseTime", LINE);
const COMPLETED: FieldRule = optional("completedJobs", FieldKind::Count { min: 0, max: 10_000_000 });
const LEVEL: FieldRule = optional("level", LINE);

const DESCRIPTION: FieldRule = optional("description", TEXT);
const TITLE: FieldRule = required("title", LINE);
const LINK: FieldRule = optional("link", LINE);
const TYPE: FieldRule = required("type", LINE);
const URL: FieldRule = required("url", LINE);

/// A profile of the marketplace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldProfile {
    /// Its name there.
    pub id: MarketplaceId,
    /// Whose it is.
    pub organisation: OrgId,
    /// The business name.
    pub name: String,
    /// The name in the address.
    pub handle: Option<String>,
    /// The sentence on the card.
    pub tagline: Option<String>,
    /// The text about the business.
    pub bio: Option<String>,
    /// The contact address, as somebody typed it.
    pub contact_email: Option<Personal>,
    /// The phone number, as somebody typed it.
    pub contact_phone: Option<Personal>,
    /// The site, perhaps without its scheme.
    pub website: Option<String>,
    /// The main city.
    pub city: Option<String>,
    /// The main country, by its code or one of its names.
    pub country: String,
    /// Further countries, by their codes or names.
    pub further_countries: Vec<String>,
    /// Languages, by their tags or names.
    pub languages: Vec<String>,
    /// Trades, by their handles or names.
    pub industries: Vec<String>,
    /// What it did.
    pub services: Vec<OldService>,
    /// Work to show.
    pub featured_work: Vec<OldWork>,
    /// Where else it was found.
    pub social: Vec<OldLink>,
    /// Whether it took new clients.
    pub accepts_clients: Option<bool>,
    /// How quickly it answered.
    pub response_time: Option<String>,
    /// How many jobs it completed.
    pub completed_jobs: Option<u32>,
    /// Its level.
    pub level: Option<String>,
}

/// A piece of work of an old profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldWork {
    /// What it was called.
    pub title: String,
    /// What it was.
    pub description: Option<String>,
    /// Where it was seen.
    pub link: Option<String>,
}

/// A page elsewhere of an old profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldLink {
    /// Which network, as the marketplace called it.
    pub network: String,
    /// The page.
    pub url: String,
}

/// Reads a profile.
pub(super) fn read_profile(body: &Map<String, Value>) -> Result<OldProfile, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let id = read_id(&mut reader, &ID);
    let organisation = read_org(&mut reader);
    let name = reader.text(&BUSINESS_NAME);
    let country = reader.text(&COUNTRY);
    let texts = |reader: &mut Reader<'_>, name| reader.list(name, LIST_MAX, read_text);
    let profile = Rest {
        handle: reader.text(&HANDLE),
        tagline: reader.text(&TAGLINE),
        bio: reader.text(&BIO),
        contact_email: read_personal(&mut reader, &CONTACT_EMAIL),
        contact_phone: read_personal(&mut reader, &CONTACT_PHONE),
        website: reader.text(&WEBSITE),
        city: reader.text(&CITY),
        further_countries: texts(&mut reader, "secondaryCountries"),
        languages: texts(&mut reader, "languages"),
        industries: texts(&mut reader, "industries"),
        services: reader.list("serviceOfferings", LIST_MAX, read_service),
        featured_work: reader.list("featuredWork", LIST_MAX, read_work),
        social: reader.list("socialMediaLinks", LIST_MAX, read_link),
        accepts_clients: reader.tick(&ACCEPTS),
        response_time: reader.text(&RESPONSE_TIME),
        completed_jobs: reader.number(&COMPLETED),
        level: reader.text(&LEVEL),
    };
    let errors = reader.finish();
    match (id, organisation, name, country) {
        (Some(id), Some(organisation), Some(name), Some(country)) if errors.is_empty() => {
            Ok(profile.under(id, organisation, name, country))
        }
        _ => Err(errors),
    }
}

/// All of a profile that need not be there.
struct Rest {
    handle: Option<String>,
    tagline: Option<String>,
    bio: Option<String>,
    contact_email: Option<Personal>,
    contact_phone: Option<Personal>,
    website: Option<String>,
    city: Option<String>,
    further_countries: Vec<String>,
    languages: Vec<String>,
    industries: Vec<String>,
    services: Vec<OldService>,
    featured_work: Vec<OldWork>,
    social: Vec<OldLink>,
    accepts_clients: Option<bool>,
    response_time: Option<String>,
    completed_jobs: Option<u32>,
    level: Option<String>,
}

impl Rest {
    fn under(self, id: MarketplaceId, organisation: OrgId, name: String, country: String) -> OldProfile {
        OldProfile {
            id,
            organisation,
            name,
            country,
            handle: self.handle,
            tagline: self.tagline,
            bio: self.bio,
            contact_email: self.contact_email,
            contact_phone: self.contact_phone,
            website: self.website,
            city: self.city,
            further_countries: self.further_countries,
            languages: self.languages,
            industries: self.industries,
            services: self.services,
            featured_work: self.featured_work,
            social: self.social,
            accepts_clients: self.accepts_clients,
            response_time: self.response_time,
            completed_jobs: self.completed_jobs,
            level: self.level,
        }
    }
}

fn read_work(value: &Value, place: String) -> Result<OldWork, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let title = reader.text(&TITLE);
    let (description, link) = (reader.text(&DESCRIPTION), reader.text(&LINK));
    let errors = reader.finish();
    match title {
        Some(title) if errors.is_empty() => Ok(OldWork { title, description, link }),
        _ => Err(errors),
    }
}

fn read_link(value: &Value, place: String) -> Result<OldLink, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let (network, url) = (reader.text(&TYPE), reader.text(&URL));
    let errors = reader.finish();
    match (network, url) {
        (Some(network), Some(url)) if errors.is_empty() => Ok(OldLink { network, url }),
        _ => Err(errors),
    }
}
