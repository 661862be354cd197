//! A partner's profile on its way in: its fields, their rules, and the way from JSON to checked content.

mod body;
mod rules;
mod services;
mod showcase;
#[cfg(test)]
mod tests;

pub(crate) use body::codes;
pub use body::{ProfileBody, ServiceBody};
use guildhall_domain::country::Country;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{Availability, ContentLimits, Handle, ProfileContent};
use guildhall_domain::taxonomy::{Industry, SpokenLanguage};
pub use rules::{
    AVAILABILITY, BIO, CITY, CONTACT_EMAIL, CONTACT_LANGUAGE, CONTACT_PHONE, COUNTRY, HANDLE, NAME,
    PROFILE_FIELDS, SERVICE_TEXT, SOCIAL_URL, TAGLINE, WEBSITE, WORK_LINK, WORK_TEXT, WORK_TITLE,
};
use serde_json::{Map, Value};
use services::read_services;
use showcase::{read_social, read_work};

use crate::fields::{FieldCode, FieldError, Reader};

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
