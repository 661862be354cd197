use guildhall_domain::review::Stars;
use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use super::ReviewsAddress;
use super::address::{by_code, code, is_narrowed, options};
use crate::i18n::{texts, words};
use crate::ui::{Button, FilterMenu, FilterOption, Kind, Size, SortSelect};

/// Filters by service and stars, and the order.
#[component]
pub(super) fn Toolbar(address: ReviewsAddress, services: Vec<Service>) -> impl IntoView {
    let by_service = move |codes: Vec<String>| {
        address.change(|query| {
            query.filter.services = codes.iter().filter_map(|code| Service::by_slug(code)).collect();
        });
    };
    let by_stars = move |codes: Vec<String>| {
        address.change(|query| query.filter.stars = codes.iter().filter_map(|code| stars(code)).collect());
    };
    let chosen_services = move || {
        address.query.with(|query| {
            query.filter.services.iter().map(|service| service.slug().to_owned()).collect::<Vec<_>>()
        })
    };
    let chosen_stars = move || {
        address
            .query
            .with(|query| query.filter.stars.iter().map(|stars| stars.get().to_string()).collect::<Vec<_>>())
    };
    let service_options = move || {
        let option = |service: &Service| FilterOption {
            code: service.slug().to_owned(),
            label: words(&service.words()).to_owned(),
            count: None,
        };
        services.iter().map(option).collect::<Vec<_>>()
    };
    let sort = move |code: String| address.change(|query| query.order = by_code(&code));
    let clear = move |()| address.change(|query| query.filter = Default::default());
    view! {
        <div class="toolbar filters">
            <FilterMenu
                id="service"
                label=texts::reviews::service
                options=Signal::derive(service_options)
                chosen=Signal::derive(chosen_services)
                on_apply=Callback::new(by_service)
            />
            <FilterMenu
                id="stars"
                label=texts::reviews::stars
                options=Signal::derive(star_options)
                chosen=Signal::derive(chosen_stars)
                on_apply=Callback::new(by_stars)
            />
            {move || {
                address
                    .query
                    .with(|query| is_narrowed(&query.filter))
                    .then(|| {
                        view! {
                            <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(clear)>
                                {texts::reviews::clear_filters}
                            </Button>
                        }
                    })
            }}
            <SortSelect
                options=Signal::derive(options)
                chosen=Signal::derive(move || address.query.with(|query| code(query.order)))
                on_choose=Callback::new(sort)
            />
        </div>
    }
}

fn stars(code: &str) -> Option<Stars> {
    Stars::try_from(code.parse::<u8>().ok()?).ok()
}

fn star_options() -> Vec<FilterOption> {
    let option = |number: u64| FilterOption {
        code: number.to_string(),
        label: texts::reviews::stars_count(number),
        count: None,
    };
    (1..=5).rev().map(option).collect()
}
