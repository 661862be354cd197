//! A second look before something is done to members and invitations.

use guildhall_domain::actor::Side;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::keeping::{Keeping, Question};
use super::words::{not_kept, role_word};
use crate::api::{Api, ApiError, members};
use crate::auth::{Auth, Session};
use crate::browser;
use crate::i18n::{Text, texts};
use crate::ui::{Button, Kind, Notice, Toasts, Tone};

/// What follows, and the two ways on.
#[component]
pub(super) fn Confirm(question: Question, keeping: Keeping) -> impl IntoView {
    let (api, auth) = (expect_context::<Api>(), expect_context::<Auth>());
    let toasts = expect_context::<Toasts>();
    let navigate = use_navigate();
    let is_leaving = question == Question::Leave;
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let effect = effect_of(&question);
    let (word, kind) = button_of(&question);
    let question = StoredValue::new(question);
    let go = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            let (group, question) = (keeping.group.get_value(), question.get_value());
            let answer = carry_out(api, &group, &question).await;
            if let (Ok(()), true) = (&answer, is_leaving) {
                // From the next token on they are nobody's member. Should none be had now, the next one says it.
                let _ = auth.renew().await;
                toasts.say(done(&question));
                return navigate("/", NavigateOptions { replace: true, ..Default::default() });
            }
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    keeping.open.set(false);
                    toasts.say(untrack(|| done(&question)));
                    keeping.reload.run(());
                    browser::focus_id_soon("people");
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_kept(&error)}</p></Notice> })
    };
    view! {
        <div class="dialog__body">
            <p>{effect}</p>
            {failed}
        </div>
        <div class="dialog__actions">
            <Button on_press=Callback::new(move |()| keeping.open.set(false))>{texts::submit::cancel}</Button>
            <Button kind=kind busy=busy busy_label=texts::profile::saving on_press=Callback::new(go)>
                {word}
            </Button>
        </div>
    }
}

async fn carry_out(api: Api, group: &members::Group, question: &Question) -> Result<(), ApiError> {
    match question {
        Question::Remove(member) => members::remove(api, group, &member.id).await,
        Question::Leave => members::leave(api).await,
        Question::Withdraw(invitation) => members::withdraw(api, group, invitation.id).await,
        Question::SendAgain(invitation) => {
            let text = |name: &str, value: &str| (name.to_owned(), Value::from(value));
            let mut body: Map<String, Value> = [
                text("email", invitation.email.as_str()),
                text("role", invitation.role.code()),
                text("language", invitation.language.tag()),
            ]
            .into_iter()
            .collect();
            if invitation.role.side() == Side::Partner && !invitation.role.manages_organisation() {
                body.insert("financials".to_owned(), Value::from(invitation.financials));
            }
            members::invite(api, group, &body).await.map(drop)
        }
        // It has a dialog of its own.
        Question::ChangeRole(_) => Ok(()),
    }
}

fn effect_of(question: &Question) -> impl Fn() -> String + Send + Sync + 'static + use<> {
    let question = question.clone();
    let org = expect_context::<Session>().org_name.unwrap_or_default();
    move || match &question {
        Question::Remove(member) => texts::members::remove_text(member.name.as_str()),
        Question::Leave => texts::members::leave_text(&org),
        Question::Withdraw(invitation) => texts::members::withdraw_text(invitation.email.as_str()),
        Question::SendAgain(invitation) => {
            texts::members::send_again_text(invitation.email.as_str(), role_word(invitation.role))
        }
        Question::ChangeRole(_) => String::new(),
    }
}

fn button_of(question: &Question) -> (Text, Kind) {
    match question {
        Question::Remove(_) => (texts::members::remove, Kind::Danger),
        Question::Leave => (texts::members::leave, Kind::Danger),
        Question::Withdraw(_) => (texts::members::withdraw, Kind::Danger),
        Question::SendAgain(_) => (texts::members::send_again, Kind::Primary),
        Question::ChangeRole(_) => (texts::members::change_role, Kind::Primary),
    }
}

fn done(question: &Question) -> String {
    match question {
        Question::Remove(member) => texts::members::removed(member.name.as_str()),
        Question::Leave => texts::members::left().to_owned(),
        Question::Withdraw(invitation) => texts::members::withdrawn(invitation.email.as_str()),
        Question::SendAgain(invitation) => texts::members::sent_again(invitation.email.as_str()),
        Question::ChangeRole(_) => String::new(),
    }
}
