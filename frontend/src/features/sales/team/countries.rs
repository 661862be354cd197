use guildhall_domain::country::Country;
use leptos::prelude::*;

use super::spec::{COUNTRIES, codes};
use crate::browser;
use crate::features::form::Form;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Choosable, ChooseMany, Icon, Sign};

/// The countries that they cover, each with a cross, and the way to choose more; none is everywhere.
#[component]
pub(super) fn Countries(form: Form) -> impl IntoView {
    let value = form.text(COUNTRIES);
    let chosen = Memo::new(move |_| value.with(|text| codes(text)));
    let (open, said) = (RwSignal::new(false), RwSignal::new(String::new()));
    let options = Memo::new(move |_| {
        let option = |(code, label): (&str, String)| Choosable { code: code.to_owned(), label, group: None };
        format::countries().into_iter().map(option).collect::<Vec<_>>()
    });
    let remove = move |code: &str| {
        said.set(texts::team::removed(&name(code)));
        value.set(
            codes(&value.get_untracked()).into_iter().filter(|one| one != code).collect::<Vec<_>>().join(","),
        );
        browser::focus_id_soon(COUNTRIES);
    };
    let chip = move |code: String| {
        let name = name(&code);
        let what = texts::team::remove(&name);
        view! {
            <li class="picked">
                <span>{name}</span>
                <button type="button" on:click=move |_| remove(&code)>
                    <Icon sign=Sign::Close small=true />
                    <span class="visually-hidden">{what}</span>
                </button>
            </li>
        }
    };
    let list = move || {
        let codes = chosen.get();
        match codes.is_empty() {
            true => view! { <p>{texts::team::everywhere}</p> }.into_any(),
            false => view! {
                <ul class="picked-list" aria-label=texts::team::countries>
                    {codes.into_iter().map(chip).collect_view()}
                </ul>
            }
            .into_any(),
        }
    };
    view! {
        <div class="field">
            <p class="field__label">{texts::team::countries}</p>
            <p class="field__hint" id="countries-hint">
                {texts::team::countries_hint}
            </p>
            {list}
            <p>
                <button
                    class="button"
                    type="button"
                    id=COUNTRIES
                    aria-describedby="countries-hint"
                    on:click=move |_| open.set(true)
                >
                    {texts::team::add_countries}
                </button>
            </p>
            <p class="visually-hidden" role="status">
                {move || said.get()}
            </p>
        </div>
        <ChooseMany
            open=open
            id="choose-countries"
            title=texts::team::add_countries
            options=options
            chosen=chosen
            on_done=Callback::new(move |codes: Vec<String>| value.set(codes.join(",")))
        />
    }
}

/// A country's name, by its code.
pub(super) fn name(code: &str) -> String {
    code.parse::<Country>().map_or_else(|_| code.to_owned(), format::country)
}
