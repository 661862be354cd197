use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use guildhall_domain::taxonomy::Tier;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::decision::Decision;
use crate::api::{Api, ApiError, moderation};
use crate::browser;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::{texts, words};
use crate::remote::Remote;
use crate::ui::{Button, Dialog, Kind, Notice, SelectField, TextAreaField, Toasts, Tone};

type SharedProfile = Arc<OwnProfile>;

/// The decisions about a profile, and the dialog that asks for the particulars.
#[component]
pub(super) fn Decide(own: SharedProfile, remote: Remote<SharedProfile>) -> impl IntoView {
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(Decision::Approve);
    let button = move |decision: Decision| {
        let start = move |()| {
            chosen.set(decision);
            open.set(true);
        };
        view! {
            <Button kind=decision.kind() on_press=Callback::new(start)>
                {move || decision.name()}
            </Button>
        }
    };
    let possible: Vec<_> =
        Decision::ALL.into_iter().filter(|decision| own.allowed.contains(&decision.command())).collect();
    let own = StoredValue::new(own);
    view! {
        <div class="decisions">{possible.into_iter().map(button).collect_view()}</div>
        <Dialog open=open id="decision" title=move || chosen.get().name()>
            <Ask own=own.get_value() remote=remote decision=chosen.get_untracked() open=open />
        </Dialog>
    }
}

#[component]
fn Ask(
    own: SharedProfile,
    remote: Remote<SharedProfile>,
    decision: Decision,
    open: RwSignal<bool>,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let note = RwSignal::new(String::new());
    let tier = RwSignal::new(own.tier.slug().to_owned());
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let limit = 1_000;
    let needs_note = decision.question().is_some();
    let note_error = Signal::derive(move || {
        let length = note.with(|note| note.trim().chars().count());
        match length {
            0 if tried.get() => Some(texts::moderation::note_needed().to_owned()),
            length if length > limit => Some(texts::submit::too_long(&format::number(limit as u64))),
            _ => None,
        }
    });
    let tiers = || {
        let option = |tier: &Tier| (tier.slug().to_owned(), words(&tier.words()).to_owned());
        Tier::ALL.iter().map(option).collect::<Vec<_>>()
    };
    let handle = own.working.handle.clone();
    let version = own.version;
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if busy.get_untracked() {
            return;
        }
        if needs_note && note_error.get_untracked().is_some() {
            browser::focus_id_soon("decision-note");
            return;
        }
        let Some(tier) = Tier::by_slug(&tier.get_untracked()) else {
            browser::focus_id_soon("decision-tier");
            return;
        };
        busy.set(true);
        failure.set(None);
        let handle = handle.clone();
        let action = decision.action(&note.get_untracked(), tier);
        spawn_local(async move {
            let answer = moderation::act(api, &handle, &action, version).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(now) => {
                    open.set(false);
                    remote.put(Arc::new(now));
                    toasts.say(untrack(|| decision.done(words(&tier.words()))));
                    browser::focus_id_soon("decide-title");
                }
                Err(error) => match error.problem().and_then(|problem| problem.current_profile.clone()) {
                    Some(now) => {
                        open.set(false);
                        remote.put(Arc::new(*now));
                        toasts.say(untrack(texts::moderation::conflict));
                        browser::focus_id_soon("decide-title");
                    }
                    None => failure.set(Some(error)),
                },
            }
        });
    };
    view! {
        <form novalidate on:submit=send>
            <div class="dialog__body">
                <p>{decision.effect()}</p>
                {decision
                    .question()
                    .map(|question| {
                        view! {
                            <TextAreaField
                                id="decision-note"
                                label=question
                                value=note
                                limit=limit
                                hint=Some(texts::moderation::note_hint.into())
                                error=note_error
                            />
                        }
                    })}
                {(decision == Decision::SetTier)
                    .then(|| {
                        view! {
                            <SelectField
                                id="decision-tier"
                                label=texts::moderation::tier
                                value=tier
                                options=Signal::derive(tiers)
                                hint=None
                            />
                        }
                    })}
                {move || {
                    failure
                        .get()
                        .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_done(&error)}</p></Notice> })
                }}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
                <Button
                    kind=if decision == Decision::Suspend { Kind::Danger } else { Kind::Primary }
                    submit=true
                    busy=busy
                    busy_label=texts::profile::saving
                >
                    {move || decision.name()}
                </Button>
            </div>
        </form>
    }
}
