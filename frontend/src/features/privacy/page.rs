use guildhall_contract::privacy::{EMAIL, read_privacy};
use guildhall_domain::actor::Role;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::desk::Desk;
use super::found::Found;
use super::progress::Progress;
use super::report::Report;
use crate::auth::Session;
use crate::browser;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{Button, Kind, PageTitle, TextField};

/// `/privacy`.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let desk = Desk::new();
    view! {
        <PageTitle title=texts::privacy::privacy />
        <Crumbs crumbs=vec![Crumb::here(texts::audit::programme), Crumb::here(texts::privacy::privacy)] />
        <PageHead title=texts::privacy::privacy text=texts::privacy::about />
        <div class="stack">
            <Ask desk=desk />
            <Progress desk=desk />
            <Report desk=desk />
            <Found desk=desk />
        </div>
    }
    .into_any()
}

/// Whom to look for. The address is kept nowhere: no draft, no address of the page.
#[component]
fn Ask(desk: Desk) -> impl IntoView {
    let refused = RwSignal::new(false);
    let error = Signal::derive(move || {
        let is_empty = desk.email.with(|email| email.trim().is_empty());
        let text = if is_empty { texts::submit::answer_needed() } else { texts::submit::email_invalid() };
        refused.get().then(|| text.to_owned())
    });
    let search = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if desk.phase.get_untracked().is_busy() {
            return;
        }
        let address = desk.email.get_untracked();
        let typed = Value::String(address.clone());
        let body = Map::from_iter([(EMAIL.name.to_owned(), typed)]);
        let is_wrong = read_privacy(&body).is_err();
        refused.set(is_wrong);
        if is_wrong {
            browser::focus_id_soon(EMAIL.name);
        } else {
            desk.search(&address);
        }
    };
    view! {
        <form class="find" role="search" novalidate on:submit=search>
            <TextField
                id=EMAIL.name
                label=texts::privacy::address
                value=desk.email
                hint=Some(texts::privacy::address_hint.into())
                inputmode=Some("email")
                limit=EMAIL.kind.max_length()
                error=error
            />
            <Button kind=Kind::Primary submit=true>
                {texts::privacy::search}
            </Button>
        </form>
    }
}
