//! The profiles one by one: searched, narrowed, page by page.

use std::sync::Arc;

use guildhall_contract::migrations::RecordAnswer;
use guildhall_domain::migration::RecordOutcome;
use guildhall_domain::text::fold;
use leptos::prelude::*;

use super::profile::{Profile, name};
use super::sheets::profile_sheet;
use super::words::outcome_words;
use super::work::{Wish, Work};
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Icon, SearchField, Sign, Toasts};

/// How many profiles a page shows.
const SHOWN: usize = 20;

/// The profiles.
#[component]
pub(super) fn Profiles(work: Work, wish: Wish) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let outcome = RwSignal::new(None::<RecordOutcome>);
    let page = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        let (query, outcome) = (fold(query.get().trim()), outcome.get());
        work.profiles.with(|profiles| {
            profiles.iter().filter(|profile| is_found(profile, &query, outcome)).cloned().collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| work.profiles.with(Vec::is_empty));
    let search = move |text: String| {
        query.set(text);
        page.set(0);
    };
    let choose = move |code: String| {
        outcome.set(RecordOutcome::ALL.into_iter().find(|outcome| outcome.code() == code));
        page.set(0);
    };
    let options = move || {
        let option = |outcome: RecordOutcome| view! { <option value=outcome.code()>{outcome_words(outcome, wish)}</option> };
        RecordOutcome::ALL
            .into_iter()
            .filter(|outcome| *outcome != RecordOutcome::Refused)
            .map(option)
            .collect_view()
    };
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby="profiles-title">
                <div class="cluster">
                    <h2 id="profiles-title" tabindex="-1">{texts::migrations::profiles}</h2>
                    <Save work=work wish=wish />
                </div>
                <div class="toolbar">
                    <SearchField
                        label=texts::migrations::search
                        placeholder=texts::migrations::search_in
                        query=query
                        on_search=Callback::new(search)
                    />
                    <label for="profile-outcome">{texts::migrations::outcome}</label>
                    <span class="select">
                        <select
                            class="input"
                            id="profile-outcome"
                            on:change=move |event| choose(event_target_value(&event))
                        >
                            <option value="">{texts::migrations::outcome_all}</option>
                            {options}
                        </select>
                    </span>
                </div>
                {move || listed(found.get(), page, wish)}
            </section>
        </Show>
    }
}

fn is_found(profile: &RecordAnswer, query: &str, outcome: Option<RecordOutcome>) -> bool {
    let texts = [
        Some(name(profile)),
        profile.handle.as_ref().map(|handle| handle.as_str().to_owned()),
        profile.organisation.as_ref().map(ToString::to_string),
        profile.id.as_ref().map(ToString::to_string),
    ];
    outcome.is_none_or(|outcome| profile.outcome == outcome)
        && texts.into_iter().flatten().any(|text| fold(&text).contains(query))
}

fn listed(found: Vec<Arc<RecordAnswer>>, page: RwSignal<usize>, wish: Wish) -> AnyView {
    if found.is_empty() {
        return view! { <p>{texts::migrations::no_match}</p> }.into_any();
    }
    let (count, pages) = (found.len(), found.len().div_ceil(SHOWN));
    let here = page.get().min(pages - 1);
    let turn = move |to: usize| {
        page.set(to);
        browser::focus_for_reading_soon("#profiles-title");
    };
    let first = here * SHOWN;
    let shown: Vec<_> = found.into_iter().skip(first).take(SHOWN).collect();
    let last = first + shown.len();
    let rows = shown.into_iter().map(|record| view! { <Profile record=record wish=wish /> }).collect_view();
    let figures = move || {
        let number = |count: usize| format::number(count as u64);
        texts::migrations::profiles_shown(&number(count), &number(first + 1), &number(last))
    };
    let back = (here > 0).then(|| {
        view! { <Button on_press=Callback::new(move |()| turn(here - 1))>{texts::ui::previous}</Button> }
    });
    let forth = (here + 1 < pages).then(|| {
        view! { <Button on_press=Callback::new(move |()| turn(here + 1))>{texts::ui::next}</Button> }
    });
    view! {
        <ul class="plain stack">{rows}</ul>
        <div class="cluster">
            <p class="muted" role="status">{figures}</p>
            {back}
            {forth}
        </div>
    }
    .into_any()
}

/// The fields of all profiles as a file.
#[component]
fn Save(work: Work, wish: Wish) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let save = move |()| {
        let file = work.profiles.with_untracked(|profiles| untrack(|| profile_sheet(profiles, wish)));
        if browser::download("profiles-moved.csv", "text/csv;charset=utf-8", &file).is_err() {
            toasts.say(texts::migrations::save_failed());
        }
    };
    view! {
        <Button on_press=Callback::new(save)>
            <Icon sign=Sign::Download />
            {texts::migrations::profiles_report}
        </Button>
    }
}
