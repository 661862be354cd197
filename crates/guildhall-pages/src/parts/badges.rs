use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::Tier;
use leptos::prelude::*;

use crate::i18n::{texts, words};
use crate::icon::{Icon, Sign};

/// The partner's tier; what it stands for shows under the pointer, and in words on the profile.
pub(crate) fn tier(tier: Tier) -> AnyView {
    view! {
        <span class="tier" title=words(&tier.criteria())>
            <Icon sign=Sign::Tier />
            <span class="visually-hidden">{texts::partner::tier()}" "</span>
            {words(&tier.words())}
        </span>
    }
    .into_any()
}

/// Whether the partner takes new clients.
pub(crate) fn availability(availability: Availability) -> AnyView {
    let (open, text) = match availability {
        Availability::Open => ("yes", texts::partner::open()),
        Availability::Booked => ("no", texts::partner::booked()),
    };
    view! {
        <span class="open" data-open=open>
            {text}
        </span>
    }
    .into_any()
}
