//! From an old profile to a new one, and what became of each of its fields.
//!
//! What the directory has a place for comes over in the directory's form; what it has none for is kept for the partner
//! in the report. Whatever comes over passes the rules by which the partner will edit it.

mod choices;
mod contact;
mod fitting;
mod phone;
mod services;
mod showcase;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::migrations::OldProfile;
use guildhall_domain::country::Country;
use guildhall_domain::migration::{FieldReport, MigratedField, Outcome};
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{Availability, ContentLimits, Handle, ProfileContent};

use fitting::{changed, line, paragraph};

/// An old profile as it comes over.
#[derive(Debug, Clone)]
pub(crate) struct Mapped {
    /// The content of the new one.
    pub(crate) content: ProfileContent,
    /// The handle that the old one had.
    old_handle: Option<String>,
    /// What became of its fields, but for the handle, which is decided by who has it already.
    outcomes: BTreeMap<MigratedField, Outcome>,
}

impl Mapped {
    /// Maps a profile.
    ///
    /// # Errors
    /// When nobody can tell which country it is in: a profile is nowhere without one.
    pub(crate) fn of(old: &OldProfile) -> Result<Self, FieldError> {
        let country = choices::country(&old.country)
            .ok_or_else(|| FieldError::field("country", FieldCode::CountryUnknown))?;
        let mut outcomes = BTreeMap::new();
        let mut note = |field, outcome| outcomes.insert(field, outcome);
        let (name, outcome) = line(Some(&old.name), ContentLimits::NAME);
        note(MigratedField::Name, outcome);
        let (tagline, outcome) = line(old.tagline.as_deref(), ContentLimits::TAGLINE);
        note(MigratedField::Tagline, outcome);
        let (bio, outcome) = paragraph(old.bio.as_deref(), ContentLimits::BIO);
        note(MigratedField::Bio, outcome);
        let (contact_email, outcome) = contact::email(old.contact_email.as_ref());
        note(MigratedField::ContactEmail, outcome);
        let (contact_phone, outcome) = phone::phone(old.contact_phone.as_ref(), country);
        note(MigratedField::ContactPhone, outcome);
        let (website, outcome) = contact::website(old.website.as_deref());
        note(MigratedField::Website, outcome);
        let (city, outcome) = line(old.city.as_deref(), ContentLimits::CITY);
        note(MigratedField::City, outcome);
        note(MigratedField::Country, changed(&old.country, country.code()));
        let (supported_countries, outcome) = choices::further(&old.further_countries, country);
        note(MigratedField::AdditionalLocations, outcome);
        let (languages, outcome) = choices::languages(&old.languages);
        note(MigratedField::Languages, outcome);
        let (industries, outcome) = choices::industries(&old.industries);
        note(MigratedField::Industries, outcome);
        let (services, offered, priced) = services::services(&old.services);
        note(MigratedField::Services, offered);
        note(MigratedField::Prices, priced);
        let (featured_work, outcome) = showcase::works(&old.featured_work);
        note(MigratedField::FeaturedWork, outcome);
        let (social, outcome) = showcase::links(&old.social);
        note(MigratedField::Social, outcome);
        note(MigratedField::Availability, old.accepts_clients.map_or(Outcome::Added, |_| Outcome::Kept));
        note(MigratedField::ResponseTime, removed(old.response_time.as_deref()));
        note(
            MigratedField::CompletedJobs,
            removed(old.completed_jobs.map(|count| count.to_string()).as_deref()),
        );
        note(MigratedField::Level, removed(old.level.as_deref()));
        let content = ProfileContent {
            name,
            tagline,
            bio,
            contact_email,
            contact_language: language_of(country),
            contact_phone,
            website,
            city,
            country,
            supported_countries,
            languages,
            industries,
            services,
            featured_work,
            social,
            availability: match old.accepts_clients {
                Some(false) => Availability::Booked,
                Some(true) | None => Availability::Open,
            },
        };
        Ok(Self { content, old_handle: old.handle.clone(), outcomes })
    }

    /// What became of every field, once it has a handle.
    pub(crate) fn report(&self, handle: &Handle) -> FieldReport {
        FieldReport::of(|field| match field {
            MigratedField::Handle => changed(self.old_handle.as_deref().unwrap_or_default(), handle.as_str()),
            _ => self.outcomes.get(&field).cloned().unwrap_or(Outcome::Kept),
        })
    }
}

/// Of a field that the new profile has no place for.
fn removed(old: Option<&str>) -> Outcome {
    old.map_or(Outcome::Kept, |old| Outcome::Removed { old: old.into() })
}

/// In which language a partner is written to until it says so itself.
fn language_of(country: Country) -> Language {
    match country.code() {
        "SE" => Language::Sv,
        "VN" => Language::Vi,
        _ => Language::En,
    }
}
