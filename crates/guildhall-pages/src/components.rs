//! The parts of pages as components of their own, for screens that put them together differently.

use guildhall_contract::directory::PartnerCard as Partner;
use guildhall_domain::profile::{Availability, Price};
use guildhall_domain::taxonomy::Tier;
use leptos::prelude::*;

use crate::parts;

/// A partner's arms. Decoration: the name stands beside it.
#[component]
pub fn Crest(
    /// The business name.
    name: String,
    /// For the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    parts::arms(&name, large)
}

/// Stars alone, without a figure: it must stand beside them.
#[component]
pub fn Stars(
    /// How many, in hundredths of a star.
    hundredths: u32,
) -> impl IntoView {
    parts::stars(hundredths)
}

/// Stars, the average and the count of reviews; or that there are none.
#[component]
pub fn Rating(
    /// The average in hundredths of a star; nothing without reviews.
    average: Option<u32>,
    /// How many reviews.
    count: u32,
) -> impl IntoView {
    move || parts::rating(average, count, None)
}

/// A partner's tier, and what it stands for.
#[component]
pub fn TierBadge(
    /// Which.
    tier: Tier,
) -> impl IntoView {
    move || parts::tier(tier)
}

/// Whether a partner takes new clients.
#[component]
pub fn AvailabilityMark(
    /// Whether it does.
    availability: Availability,
) -> impl IntoView {
    move || parts::availability(availability)
}

/// What a service costs.
#[component]
pub fn PriceTag(
    /// What.
    price: Price,
) -> impl IntoView {
    move || parts::price(price)
}

/// A partner on a card, a list item for a `<ul class="partners">`.
#[component]
pub fn PartnerCard(
    /// Who.
    partner: Partner,
    /// What else stands on the card, such as why it stands here. It may be pressed.
    #[prop(optional, into)]
    more: Option<ViewFn>,
) -> impl IntoView {
    move || parts::card(&partner, more.as_ref().map(ViewFn::run))
}

/// Partners in a grid.
#[component]
pub fn PartnerCards(
    /// Who, in order.
    partners: Vec<Partner>,
) -> impl IntoView {
    move || parts::cards(&partners)
}
