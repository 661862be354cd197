use std::sync::Arc;

use guildhall_contract::fields::{FieldError, FieldKind, FieldRule, Need};
use guildhall_contract::members::{
    FINANCIALS, INVITATION_EMAIL, InvitationEntry, read_invitation, role_rule,
};
use guildhall_contract::settings::LANGUAGES;
use guildhall_domain::organisation::House;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::keeping::{Keeping, organisation};
use super::role::{Financials, options};
use super::words::not_kept;
use crate::api::members::Group;
use crate::api::{Api, ApiError, members};
use crate::auth::Session;
use crate::browser;
use crate::features::form::{Answers, Form, Spec, json};
use crate::features::shared_address::languages;
use crate::i18n::{language, texts};
use crate::ui::{Button, Dialog, Kind, Notice, RadioField, SelectField, TextField, Toasts, Tone};

/// The dialog in which somebody is invited.
#[component]
pub(in crate::features) fn Invite(keeping: Keeping) -> impl IntoView {
    view! {
        <Dialog open=keeping.inviting id="invite" title=texts::members::invite>
            <Asking keeping=keeping />
        </Dialog>
    }
}

#[component]
fn Asking(keeping: Keeping) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let form = new_form(keeping);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let done = move |answer: Result<InvitationEntry, ApiError>| match answer {
        Ok(invitation) => {
            form.start_over();
            keeping.inviting.set(false);
            toasts.say(untrack(|| texts::members::invited_toast(invitation.email.as_str())));
            keeping.reload.run(());
        }
        Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => {
            form.refuse(problem.errors);
            focus_first_refused(form);
        }
        Err(error) => failure.set(Some(error)),
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let Some(body) = form.submit() else { return focus_first_refused(form) };
        busy.set(true);
        spawn_local(async move {
            let answer = members::invite(api, &keeping.group.get_value(), &body).await;
            // Closed meanwhile: the draft remains, and inviting the same address again makes no second invitation.
            if busy.try_set(false).is_none() {
                done(answer);
            } else if answer.is_ok() {
                keeping.reload.run(());
            }
        });
    };
    let roles = keeping.roles();
    let choice = (roles.len() > 1).then(|| {
        view! {
            <RadioField
                id="role"
                label=texts::members::role
                value=form.text("role")
                options=options(roles)
                error=form.error("role")
            />
        }
    });
    let asks_money = keeping.group.with_value(|group| *group == Group::Own);
    let financials =
        asks_money.then(|| view! { <Financials role=form.text("role") value=form.tick(FINANCIALS.name) /> });
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_kept(&error)}</p></Notice> })
    };
    view! {
        <form novalidate on:submit=submit>
            <div class="dialog__body">
                <p>{texts::members::invite_text}</p>
                <TextField
                    id="email"
                    label=texts::members::address
                    value=form.text("email")
                    inputmode=Some("email")
                    limit=INVITATION_EMAIL.kind.max_length()
                    hint=Some(texts::members::address_hint.into())
                    error=form.error("email")
                />
                {choice}
                {financials}
                <SelectField
                    id="language"
                    label=texts::members::language
                    value=form.text("language")
                    options=Signal::derive(languages)
                    hint=None
                    error=form.error("language")
                    short=true
                />
                {failed}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| keeping.inviting.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Primary submit=true busy=busy busy_label=texts::members::sending>
                    {texts::members::send}
                </Button>
            </div>
        </form>
    }
}

/// The form, with what was typed before and not sent.
fn new_form(keeping: Keeping) -> Form {
    let user = expect_context::<Session>().user_id;
    let (group, roles) = (keeping.group.get_value(), keeping.roles());
    let is_staff = group == Group::Staff;
    let house = if is_staff { House::Staff } else { organisation() };
    let language_rule =
        FieldRule { name: "language", kind: FieldKind::Choice(LANGUAGES), need: Need::Optional };
    let mut rules = vec![INVITATION_EMAIL, role_rule(&house), language_rule];
    if group == Group::Own {
        rules.push(FINANCIALS);
    }
    let asked = rules.clone();
    let assemble = move |answers: &Answers| {
        let mut body = json(&asked, answers);
        if let [only] = roles {
            body.insert("role".to_owned(), Value::from(only.code()));
        }
        body
    };
    let required = |field: &str| match field {
        "email" => texts::members::address_needed(),
        "role" => texts::members::role_needed(),
        _ => texts::submit::answer_needed(),
    };
    let check = if is_staff { check_staff } else { check_organisation };
    let spec = Spec { rules, assemble: Arc::new(assemble), check, required };
    let form = Form::new(spec, format!("guildhall.draft.invite.{}.{user}", group.code()));
    if form.text("language").with_untracked(String::is_empty) {
        form.text("language").set(untrack(language).tag().to_owned());
    }
    form
}

fn check_staff(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    read_invitation(&House::Staff, body).map(drop)
}

fn check_organisation(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    read_invitation(&organisation(), body).map(drop)
}

fn focus_first_refused(form: Form) {
    if let Some(field) = form.first_refused() {
        browser::focus_id_soon(&field);
    }
}
