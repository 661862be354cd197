use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::WaitingEvents;
use super::columns::columns;
use super::query::{FORM, WORDING};
use crate::api::platform_events;
use crate::auth::Session;
use crate::features::list::ListContent;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{EmptyState, PageTitle, Sign};

/// `/platform-events`.
#[component]
pub fn WaitingEventsPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let listing = WaitingEvents::follow(&FORM, WORDING, |api, query| async move {
        platform_events::list(api, &query).await
    });
    view! {
        <PageTitle title=texts::platform_events::events />
        <Crumbs crumbs=vec![
            Crumb::here(texts::audit::programme),
            Crumb::here(texts::platform_events::events),
        ] />
        <PageHead title=texts::platform_events::events text=texts::platform_events::about />
        <section class="stack" id="events" tabindex="-1" aria-labelledby="events-title">
            <h2 class="visually-hidden" id="events-title">
                {texts::platform_events::waiting}
            </h2>
            <ListContent listing=listing columns=columns(listing) empty=nothing />
        </section>
    }
    .into_any()
}

/// Nothing waits.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Check
            title=texts::platform_events::none_title
            text=texts::platform_events::none_text
        />
    }
}
