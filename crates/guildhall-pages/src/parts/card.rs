use guildhall_contract::directory::PartnerCard;
use leptos::prelude::*;

use super::{arms, availability, place, price_range, rating, tier};
use crate::address::root;
use crate::i18n::{language, texts, words};

/// A partner among others. `more` stands below, above the link that covers the card.
pub(crate) fn card(partner: &PartnerCard, more: Option<AnyView>) -> AnyView {
    let href = format!("{}/{}", root(language()), partner.handle);
    let services = partner.services.iter().map(|service| {
        view! { <li class="tag">{words(&service.words())}</li> }
    });
    let hidden = u64::try_from(partner.service_count.saturating_sub(partner.services.len())).unwrap_or(0);
    let hidden =
        (hidden > 0).then(|| view! { <li class="tag muted">{texts::partner::more_services(hidden)}</li> });
    let range = partner.price_range.map(|range| (range.from, range.to));
    let words = (!partner.tagline.is_empty()).then(|| {
        view! { <p class="partner__words">{partner.tagline.clone()}</p> }
    });
    view! {
        <li class="partner">
            <div class="partner__head">
                {arms(&partner.name, false)}
                <div>
                    <h3>
                        <a href=href>{partner.name.clone()}</a>
                    </h3>
                    <p class="partner__place">{place(&partner.city, &partner.country)}</p>
                </div>
            </div>
            <div class="partner__facts">
                {rating(partner.rating.average, partner.rating.count, None)} {tier(partner.tier)}
            </div>
            <div class="partner__text">
                {words} <ul class="tags" aria-label=texts::partner::services()>
                    {services.collect_view()}
                    {hidden}
                </ul>
            </div>
            <div class="partner__last">
                <div class="partner__foot">{price_range(range)} {availability(partner.availability)}</div>
                {more.map(|more| view! { <div class="partner__more">{more}</div> })}
            </div>
        </li>
    }
    .into_any()
}

/// Partners in a grid.
pub(crate) fn cards(partners: &[PartnerCard]) -> AnyView {
    view! { <ul class="partners">{partners.iter().map(|partner| card(partner, None)).collect_view()}</ul> }
        .into_any()
}
