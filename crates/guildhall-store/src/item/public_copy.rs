//! What the world sees of a profile: found by its handle, which the item also reserves.
//!
//! Three parts, since they are read and written apart: what the directory lists and searches by stands in
//! the map that lists carry; the rest of the page beside it; the ratings are sums inside the map, which
//! reviews add to without reading them.

use guildhall_domain::country::Country;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::ids::OrgId;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, Completeness, FeaturedWork, Handle, PartnerProfile, ProfileContent, PublicCopy,
    ServiceOffer, SocialLink, Standing,
};
use guildhall_domain::review::Ratings;
use guildhall_domain::taxonomy::{Industry, SpokenLanguage};
use serde::{Deserialize, Serialize};

use super::writing::{Draft, number, text};
use super::{Attributes, Reader, kind};
use crate::keys::{self, Key};
use crate::table::{GSI1PK, GSI1SK, TYPE, VERSION};
use crate::{Micros, StoreError};

const RECORD: &str = "record";
/// Whose the profile is.
pub(crate) const ORG: &str = "record.org";
/// What the programme says about the partner.
pub(crate) const STANDING: &str = "record.standing";
/// What the directory shows; there is none while nothing is shown.
pub(crate) const LISTING: &str = "record.listing";
/// The published reviews in figures.
pub(crate) const RATINGS: &str = "record.ratings";
/// What only the profile's own page shows.
pub(crate) const DETAILS: &str = "details";

#[derive(Debug, Serialize, Deserialize)]
struct StoredCopy {
    org: OrgId,
    standing: Standing,
    ratings: Ratings,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    listing: Option<StoredListing>,
}

/// The part of a profile that the directory lists and searches by.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredListing {
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    tagline: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    bio: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    city: String,
    country: Country,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    countries: Vec<Country>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    languages: Vec<SpokenLanguage>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    industries: Vec<Industry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    services: Vec<ServiceOffer>,
    availability: Availability,
    /// How much of the whole profile is filled in, which cannot be told from this part.
    complete: u8,
}

/// The rest of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredDetails {
    email: Personal,
    language: Language,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<Personal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    website: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    work: Vec<FeaturedWork>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    social: Vec<SocialLink>,
}

/// What the directory lists of a profile.
pub(crate) fn listing_of(content: &ProfileContent) -> StoredListing {
    StoredListing {
        name: content.name.clone(),
        tagline: content.tagline.clone(),
        bio: content.bio.clone(),
        city: content.city.clone(),
        country: content.country,
        countries: content.supported_countries.clone(),
        languages: content.languages.clone(),
        industries: content.industries.clone(),
        services: content.services.clone(),
        availability: content.availability,
        complete: Completeness::of(content).percent,
    }
}

/// What only its own page shows.
pub(crate) fn details_of(content: &ProfileContent) -> StoredDetails {
    StoredDetails {
        email: content.contact_email.clone(),
        language: content.contact_language,
        phone: content.contact_phone.clone(),
        website: content.website.clone(),
        work: content.featured_work.clone(),
        social: content.social.clone(),
    }
}

fn content_of(listing: StoredListing, details: StoredDetails) -> ProfileContent {
    ProfileContent {
        name: listing.name,
        tagline: listing.tagline,
        bio: listing.bio,
        contact_email: details.email,
        contact_language: details.language,
        contact_phone: details.phone,
        website: details.website,
        city: listing.city,
        country: listing.country,
        supported_countries: listing.countries,
        languages: listing.languages,
        industries: listing.industries,
        services: listing.services,
        featured_work: details.work,
        social: details.social,
        availability: listing.availability,
    }
}

/// The whole item, as it belongs to a profile. Nothing is in the directory's partition that was never
/// shown.
pub(crate) fn public_copy_item(
    profile: &PartnerProfile,
    ratings: Ratings,
    version: u64,
    changed_at: Micros,
) -> Result<Attributes, StoreError> {
    let content = profile.public_content();
    let record = StoredCopy {
        org: profile.org.clone(),
        standing: profile.standing,
        ratings,
        listing: content.map(listing_of),
    };
    let mut draft = Draft::new(&Key::profile(&profile.handle), kind::PROFILE)
        .put(VERSION, number(version))
        .put(GSI1SK, text(changed_at.padded()))
        .put_nested(RECORD, &record)?;
    if let Some(content) = content {
        draft = draft.put_nested(DETAILS, &details_of(content))?;
    }
    if profile.published.is_some() {
        draft = draft.put(GSI1PK, text(keys::DIRECTORY));
    }
    Ok(draft.finish())
}

/// The public copy of an item.
pub(crate) fn read_public_copy(mut reader: Reader) -> Result<PublicCopy, StoreError> {
    let (handle, record) = read_copy(&mut reader)?;
    let content = match record.listing {
        Some(listing) => Some(content_of(listing, reader.nested(DETAILS)?)),
        None => None,
    };
    Ok(PublicCopy {
        handle,
        org: record.org,
        content,
        standing: record.standing,
        ratings: record.ratings,
        version: reader.number(VERSION)?,
    })
}

/// What the directory lists, from the item or from an index of it: the version, and the row unless nothing
/// is shown.
pub(crate) fn read_directory_row(
    mut reader: Reader,
) -> Result<(Handle, u64, Option<DirectoryRow>), StoreError> {
    let (handle, record) = read_copy(&mut reader)?;
    let version = reader.number(VERSION)?;
    let row = record.listing.map(|listing| DirectoryRow {
        handle: handle.clone(),
        org: record.org,
        name: listing.name,
        tagline: listing.tagline,
        bio: listing.bio,
        city: listing.city,
        country: listing.country,
        supported_countries: listing.countries,
        languages: listing.languages,
        industries: listing.industries,
        services: listing.services,
        availability: listing.availability,
        standing: record.standing,
        ratings: record.ratings,
        completeness: listing.complete,
        version,
    });
    Ok((handle, version, row))
}

fn read_copy(reader: &mut Reader) -> Result<(Handle, StoredCopy), StoreError> {
    if !reader.is(kind::PROFILE) {
        return Err(reader.damage(TYPE));
    }
    Ok((reader.key(keys::handle_at)?, reader.nested(RECORD)?))
}
