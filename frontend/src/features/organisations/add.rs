use std::sync::Arc;

use guildhall_contract::fields::{FieldKind, FieldRule, Need};
use guildhall_contract::organisations::{
    ORGANISATION_NAME, OWNER_EMAIL, OrganisationEntry, read_new_organisation,
};
use guildhall_contract::settings::LANGUAGES;
use guildhall_domain::actor::Role;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, organisations};
use crate::auth::Session;
use crate::features::form::{Answers, Form, Restored, Spec, json};
use crate::features::members::not_kept;
use crate::features::shared_address::languages;
use crate::format;
use crate::i18n::{language, texts};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{
    Button, ErrorSummary, Kind, LinkButton, Notice, PageTitle, SelectField, Size, TextField, Toasts, Tone,
};

/// `/organisations/new`.
#[component]
pub fn NewOrganisationPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let form = new_form();
    view! {
        <PageTitle title=texts::organisations::new error=form.is_refused() />
        <Crumbs crumbs=vec![
            Crumb::here(texts::audit::programme),
            Crumb::link(texts::organisations::organisations, "/organisations"),
            Crumb::here(texts::organisations::new),
        ] />
        <PageHead title=texts::organisations::new text=texts::organisations::new_about />
        <div class="form-page">
            <Editing form=form />
        </div>
    }
    .into_any()
}

#[component]
fn Editing(form: Form) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let navigate = StoredValue::new_local(use_navigate());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let done = move |answer: Result<OrganisationEntry, ApiError>| match answer {
        Ok(entry) => {
            form.start_over();
            toasts.say(untrack(|| texts::organisations::added(&entry.name)));
            let href = format!("/organisations/{}", entry.id);
            navigate.with_value(|navigate| {
                navigate(&href, NavigateOptions { replace: true, ..Default::default() });
            });
        }
        Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => form.refuse(problem.errors),
        Err(error) => failure.set(Some(error)),
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let Some(body) = form.submit() else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = organisations::add(api, &body).await;
            // Nothing is left to show when the page is gone; the draft remains.
            if busy.try_set(false).is_none() {
                done(answer);
            }
        });
    };
    let failed = move || {
        failure.get().map(|error| view! { <Notice tone=Tone::Danger>{move || not_kept(&error)}</Notice> })
    };
    view! {
        <ErrorSummary errors=form.refused() attempt=form.attempt() />
        <Restored form=form />
        <form class="form" novalidate on:submit=submit>
            <Fields form=form />
            {failed}
            <div class="form__actions">
                <Button
                    kind=Kind::Primary
                    size=Size::Large
                    submit=true
                    busy=busy
                    busy_label=texts::members::sending
                >
                    {texts::organisations::add_and_invite}
                </Button>
                <LinkButton href="/organisations" kind=Kind::Quiet size=Size::Large>
                    {texts::submit::cancel}
                </LinkButton>
                <span class="move">
                    {move || form.kept_at().get().map(|at| texts::team::kept(&format::time_of_day(at)))}
                </span>
            </div>
        </form>
    }
}

#[component]
fn Fields(form: Form) -> impl IntoView {
    view! {
        <TextField
            id="name"
            label=texts::organisations::name
            value=form.text("name")
            limit=ORGANISATION_NAME.kind.max_length()
            hint=Some(texts::organisations::name_hint.into())
            error=form.error("name")
        />
        <TextField
            id="owner_email"
            label=texts::organisations::owner_email
            value=form.text("owner_email")
            inputmode=Some("email")
            limit=OWNER_EMAIL.kind.max_length()
            hint=Some(texts::organisations::owner_email_hint.into())
            error=form.error("owner_email")
        />
        <SelectField
            id="language"
            label=texts::members::language
            value=form.text("language")
            options=Signal::derive(languages)
            hint=None
            error=form.error("language")
            short=true
        />
    }
}

fn new_form() -> Form {
    let user = expect_context::<Session>().user_id;
    let rules = vec![
        ORGANISATION_NAME,
        OWNER_EMAIL,
        FieldRule { name: "language", kind: FieldKind::Choice(LANGUAGES), need: Need::Optional },
    ];
    let asked = rules.clone();
    let assemble = move |answers: &Answers| json(&asked, answers);
    let required = |field: &str| match field {
        "name" => texts::organisations::name_needed(),
        "owner_email" => texts::members::address_needed(),
        _ => texts::submit::answer_needed(),
    };
    let check = |body: &_| read_new_organisation(body).map(drop);
    let spec = Spec { rules, assemble: Arc::new(assemble), check, required };
    let form = Form::new(spec, format!("guildhall.draft.organisation.{user}"));
    if form.text("language").with_untracked(String::is_empty) {
        form.text("language").set(untrack(language).tag().to_owned());
    }
    form
}
