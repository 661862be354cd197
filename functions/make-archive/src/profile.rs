//! A profile as a row.

use guildhall_contract::sheets::Cell;
use guildhall_domain::personal::Personal;
use guildhall_domain::profile::{PartnerProfile, Price, ReviewState};

/// What the columns are called.
pub(crate) const PROFILE_COLUMNS: [&str; 19] = [
    "handle",
    "name",
    "tagline",
    "bio",
    "contact_email",
    "contact_phone",
    "website",
    "city",
    "country",
    "supported_countries",
    "languages",
    "industries",
    "services",
    "featured_work",
    "social_links",
    "review",
    "hidden",
    "published_at",
    "tier",
];

/// The working copy, and where it stands.
pub(crate) fn profile_cells(profile: &PartnerProfile) -> [Cell; 19] {
    let content = &profile.content;
    let services =
        content.services.iter().map(|offer| format!("{} ({})", offer.service.slug(), price(offer.price)));
    let work = content.featured_work.iter().map(|work| match &work.link {
        Some(link) => format!("{} {link}", work.title),
        None => work.title.clone(),
    });
    [
        profile.handle.as_str().into(),
        content.name.as_str().into(),
        content.tagline.as_str().into(),
        content.bio.as_str().into(),
        content.contact_email.as_str().into(),
        content.contact_phone.as_ref().map(Personal::as_str).into(),
        content.website.as_deref().into(),
        content.city.as_str().into(),
        content.country.code().into(),
        joined(content.supported_countries.iter().map(|country| country.code().to_owned())),
        joined(content.languages.iter().map(|language| language.slug().to_owned())),
        joined(content.industries.iter().map(|industry| industry.slug().to_owned())),
        joined(services),
        joined(work),
        joined(content.social.iter().map(|link| link.url.clone())),
        review(&profile.review).into(),
        if profile.hidden { "yes" } else { "no" }.into(),
        profile.published.as_ref().map(|published| Cell::time(published.at)).into(),
        profile.standing.tier.slug().into(),
    ]
}

fn joined(parts: impl Iterator<Item = String>) -> Cell {
    parts.collect::<Vec<_>>().join("; ").into()
}

fn price(price: Price) -> String {
    match price {
        Price::Contact => "ask".to_owned(),
        Price::From { from } => format!("from {} {}", from.decimal(), from.currency),
        Price::Range { from, to } => format!("{} - {} {}", from.decimal(), to.decimal(), to.currency),
    }
}

fn review(state: &ReviewState) -> &'static str {
    match state {
        ReviewState::Draft => "draft",
        ReviewState::InReview { .. } => "in_review",
        ReviewState::ChangesAsked { .. } => "changes_asked",
        ReviewState::Approved => "approved",
    }
}
