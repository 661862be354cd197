use std::time::Duration;

use guildhall_domain::country::Country;
use guildhall_pages::i18n::texts as public;
use leptos::prelude::*;

use super::{SearchAddress, country};
use crate::format;
use crate::ui::{Button, Icon, Kind, Sign, Size, Typed};

const PAUSE: Duration = Duration::from_millis(300);

/// What to look for, and from where. It searches when the typing pauses, and at once when it is sent.
#[component]
pub(super) fn Finder(address: SearchAddress) -> impl IntoView {
    let typed = Typed::follow(move || address.query.with(|asked| asked.search.query.text.clone()));
    let mut later = debounce(PAUSE, move |()| {
        if let Some(text) = typed.news() {
            address.refine(|asked| asked.search.query.text = text);
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(text) = typed.news() {
            address.change(|asked| asked.search.query.text = text);
        }
    };
    let near = move || address.query.with(|asked| asked.search.query.visitor);
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event).parse::<Country>().ok();
        country::remember(chosen);
        address.change(|asked| asked.search.query.visitor = chosen);
    };
    let countries = move || {
        let chosen = near();
        let option = |(code, name): (&'static str, String)| {
            let selected = chosen.is_some_and(|country| country.code() == code);
            view! {
                <option value=code selected=selected>
                    {name}
                </option>
            }
        };
        format::countries().into_iter().map(option).collect_view()
    };
    view! {
        <form class="finder" role="search" aria-label=public::home::search_partners on:submit=submit>
            <div class="finder__field">
                <label for="finder-q">{public::home::what}</label>
                <span class="input-group">
                    <Icon sign=Sign::Search />
                    <input
                        class="input"
                        id="finder-q"
                        name="q"
                        type="search"
                        maxlength="200"
                        autocomplete="off"
                        placeholder=public::home::what_example
                        prop:value=move || typed.text.get()
                        on:input=move |event| {
                            typed.text.set(event_target_value(&event));
                            later(());
                        }
                    />
                </span>
            </div>
            <div class="finder__field">
                <label for="finder-near">{public::home::where_from}</label>
                <span class="select">
                    <select
                        class="input"
                        id="finder-near"
                        name="near"
                        autocomplete="country"
                        prop:value=move || near().map(Country::code).unwrap_or_default()
                        on:change=choose
                    >
                        <option value="">{public::home::anywhere}</option>
                        {countries}
                    </select>
                </span>
            </div>
            <Button kind=Kind::Primary size=Size::Large submit=true>
                {public::home::search}
            </Button>
        </form>
    }
}
