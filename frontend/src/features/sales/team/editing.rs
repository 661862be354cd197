use guildhall_contract::problem::CurrentState;
use guildhall_contract::sales::RosterEntry;
use guildhall_domain::ids::UserId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::conflict::{overtaken, taken};
use super::fields::Fields;
use super::spec::{new_form, split_id};
use crate::api::{Api, ApiError, sales};
use crate::auth::Session;
use crate::features::form::Restored;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, ErrorSummary, Kind, LinkButton, Notice, Size, Toasts, Tone};

/// The form of a representative; `None` is somebody new.
#[component]
pub(super) fn Editing(entry: Option<RosterEntry>) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let navigate = StoredValue::new_local(use_navigate());
    let is_new = entry.is_none();
    let form = new_form(entry.as_ref(), &expect_context::<Session>().user_id);
    let known: Option<(UserId, u64)> = entry.map(|entry| (entry.representative.id, entry.version));
    let known = StoredValue::new(known);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let current = RwSignal::new(None::<RosterEntry>);
    let saved = move |entry: RosterEntry| {
        form.start_over();
        let name = &entry.representative.name;
        toasts.say(if is_new { texts::team::added(name) } else { texts::team::saved(name) });
        navigate.with_value(|navigate| {
            navigate("/sales/team", NavigateOptions { replace: true, ..Default::default() });
        });
    };
    let failed = move |error: ApiError| match error {
        ApiError::Invalid(problem) if !problem.errors.is_empty() => form.refuse(problem.errors),
        error => match newer(&error) {
            Some(newer) => {
                if !is_new {
                    known.set_value(Some((newer.representative.id.clone(), newer.version)));
                }
                current.set(Some(newer));
            }
            None => failure.set(Some(error)),
        },
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        current.set(None);
        let Some(body) = form.submit() else { return };
        let (typed, body) = split_id(&body);
        let (id, seen) = match known.get_value() {
            Some((id, version)) => (Some(id), Some(version)),
            None => (typed.parse().ok(), None),
        };
        let Some(id) = id else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = sales::save(api, &id, &body, seen).await;
            // Nothing is left to show when the page is gone; the draft remains for an unsent form.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(entry) => saved(entry),
                Err(error) => failed(error),
            }
        });
    };
    let leave = move |event: web_sys::FocusEvent| {
        let left = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(name) = left.and_then(|element| element.get_attribute("name")) {
            form.leave(&name);
        }
    };
    let conflict =
        move || current.get().map(|current| if is_new { taken(&current) } else { overtaken(form, &current) });
    view! {
        <ErrorSummary errors=form.refused() attempt=form.attempt() />
        {conflict}
        <Restored form=form />
        <form class="form" novalidate on:submit=submit on:focusout=leave>
            <Fields form=form is_new=is_new />
            {move || failure.get().map(|error| view! { <Notice tone=Tone::Danger>{move || not_done(&error)}</Notice> })}
            <div class="form__actions">
                <Button kind=Kind::Primary size=Size::Large submit=true busy=busy busy_label=texts::team::saving>
                    {texts::team::save}
                </Button>
                <LinkButton href="/sales/team" kind=Kind::Quiet size=Size::Large>
                    {texts::submit::cancel}
                </LinkButton>
                <span class="move">
                    {move || form.kept_at().get().map(|at| texts::team::kept(&format::time_of_day(at)))}
                </span>
            </div>
        </form>
    }
}

/// How the representative stands, if somebody was faster.
fn newer(error: &ApiError) -> Option<RosterEntry> {
    let ApiError::Conflict(problem) = error else { return None };
    match problem.current_state.as_deref()? {
        CurrentState::Representative(entry) => Some(entry.clone()),
        CurrentState::Settings(_)
        | CurrentState::LeadAddress(_)
        | CurrentState::Desk(_)
        | CurrentState::Cutover(_)
        | CurrentState::Migration(_)
        | CurrentState::Member(_)
        | CurrentState::Organisation(_)
        | CurrentState::PayoutDetails(_)
        | CurrentState::Tools(_) => None,
    }
}
