use leptos::prelude::*;

use super::Jobs;
use super::address::FORM;
use super::columns::columns;
use super::filters::Filters;
use super::wording::WORDING;
use crate::api::marketplace;
use crate::auth::Session;
use crate::features::list::{ListContent, ListToolbar};
use crate::features::marketplace::records::head::{Part, RecordsHead};
use crate::features::marketplace::records::reads_records;
use crate::i18n::texts;
use crate::layout::Refused;
use crate::ui::{EmptyState, LinkButton, Sign};

/// `/records`.
#[component]
pub fn JobsPage() -> impl IntoView {
    if !reads_records(&expect_context::<Session>()) {
        return view! { <Refused /> }.into_any();
    }
    let listing =
        Jobs::follow(&FORM, WORDING, |api, query| async move { marketplace::jobs(api, &query).await });
    view! {
        <RecordsHead part=Part::Jobs />
        <section class="stack" aria-labelledby="jobs-title">
            <h2 class="visually-hidden" id="jobs-title">
                {texts::records::jobs}
            </h2>
            <ListToolbar listing=listing>
                <Filters listing=listing />
            </ListToolbar>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

/// Nothing was brought over.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState sign=Sign::Receipt title=texts::records::none_title text=texts::records::none_text>
            <LinkButton href="/move">{texts::records::phase_all_steps}</LinkButton>
        </EmptyState>
    }
}
