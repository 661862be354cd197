use guildhall_contract::settings::OwnSettings;
use guildhall_domain::actor::Role;
use guildhall_domain::policy::Language;
use leptos::prelude::*;

use super::conflict::TroubleNotice;
use super::desk::Desk;
use super::lead_address::LeadAddress;
use super::topics::Topics;
use crate::api::{Api, settings};
use crate::auth::Session;
use crate::features::archive::{ArchiveButton, makes_archives};
use crate::i18n::{own_name, texts};
use crate::layout::{Crumb, Crumbs, PageHead};
use crate::mail_language::MailLanguage;
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, Button, Failure, Kind, Notice, PageTitle, SelectField, Size, Skeleton, Tone};

/// `/settings`.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::<OwnSettings>::new(move || settings::load(api));
    let content = move || match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::settings::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(own) => view! { <Whole own=own /> }.into_any(),
    };
    view! {
        <PageTitle title=texts::settings::settings />
        <Crumbs crumbs=vec![Crumb::here(texts::settings::settings)] />
        <PageHead title=texts::settings::settings text=texts::settings::about />
        {content}
    }
}

#[component]
fn Whole(own: OwnSettings) -> impl IntoView {
    let lead_mail = own.lead_mail.clone();
    let desk = Desk::new(own);
    if let Some(mail) = use_context::<MailLanguage>() {
        let followed = mail.followed();
        Effect::new(move |before: Option<u32>| {
            let now = followed.get();
            if before.is_some_and(|before| before != now) {
                desk.look_again();
            }
            now
        });
    }
    view! {
        <div class="form-page">
            <MailForm desk=desk />
            {lead_mail.map(|setting| view! { <LeadAddress setting=setting /> })}
            {makes_archives(&expect_context::<Session>()).then(|| view! { <OwnData /> })}
        </div>
    }
}

/// All that is kept for the organisation, to be downloaded.
#[component]
fn OwnData() -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="own-data-title">
            <h2 id="own-data-title">{texts::archive::section}</h2>
            <p class="muted">{texts::archive::section_text}</p>
            <ArchiveButton />
        </section>
    }
}

/// Address, language and topics.
#[component]
fn MailForm(desk: Desk) -> impl IntoView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.save();
    };
    let languages = || {
        let named = |language: Language| (language.tag().to_owned(), own_name(language).to_owned());
        Language::ALL.map(named).to_vec()
    };
    let state = move || match (desk.is_dirty(), desk.own.with(|own| own.version)) {
        (true, _) => texts::settings::unsaved(),
        (false, 0) => "",
        (false, _) => texts::settings::saved_state(),
    };
    view! {
        <TroubleNotice desk=desk />
        <form class="form" novalidate on:submit=submit aria-labelledby="mail-title">
            <fieldset class="form__section">
                <legend id="mail-title">{texts::settings::your_mail}</legend>
                {move || desk.own.with(address)}
                <SelectField
                    id="mail_language"
                    label=texts::settings::language
                    value=desk.language
                    options=Signal::derive(languages)
                    hint=Some(texts::settings::language_hint.into())
                    short=true
                />
                <Topics desk=desk />
            </fieldset>
            <div class="form__actions">
                <Button
                    kind=Kind::Primary
                    size=Size::Large
                    submit=true
                    busy=desk.busy
                    busy_label=texts::settings::saving
                >
                    {texts::settings::save}
                </Button>
                <span class="move" role="status">
                    {state}
                </span>
            </div>
        </form>
    }
}

/// Where the mail goes, as the sign-in says it.
fn address(own: &OwnSettings) -> AnyView {
    let Some(email) = own.email.as_ref().map(|email| email.as_str().to_owned()) else {
        return view! { <Notice tone=Tone::Warning>{texts::settings::no_address}</Notice> }.into_any();
    };
    let is_rep = expect_context::<Session>().role == Role::Rep;
    let hint = if is_rep { texts::settings::address_hint_rep } else { texts::settings::address_hint };
    let former = own.former_email.as_ref().map(|former| {
        let former = former.as_str().to_owned();
        view! { <Notice tone=Tone::Warning>{move || texts::settings::former_address(&former)}</Notice> }
    });
    view! {
        <div class="field">
            <p class="field__label">{texts::settings::address}</p>
            <p class="address">{email}</p>
            <p class="field__hint">{hint}</p>
        </div>
        {former}
    }
    .into_any()
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    let line = || view! { <Skeleton bone=Bone::Line /> };
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::settings::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">{(0..6).map(|_| line()).collect_view()}</div>
            </div>
        </div>
    }
}
