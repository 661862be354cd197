use guildhall_contract::fields::{FieldKind, Need};
use guildhall_contract::own_profile::OwnProfile;
use guildhall_contract::profile_form::PROFILE_FIELDS;
use guildhall_domain::country::Country;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{Availability, ReviewState};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;

use super::aspect::line_name;
use super::choices::{COUNTRIES, Chips, INDUSTRIES, LANGUAGES};
use super::conflict::TroubleNotice;
use super::desk::Desk;
use super::draft::Draft;
use super::editor::Editor;
use super::fault::social_control;
use super::restored::Restored;
use super::save_bar::SaveBar;
use super::services::Services;
use super::standing::explained;
use super::works::Works;
use crate::browser;
use crate::format;
use crate::i18n::{Text, own_name, texts};
use crate::ui::{ErrorSummary, Notice, RadioField, RadioOption, SelectField, TextAreaField, TextField, Tone};

/// All fields of the profile, in sections.
#[component]
pub(super) fn ProfileForm(desk: Desk, draft: Option<Draft>) -> impl IntoView {
    let editor = desk.editor;
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.save();
    };
    let leave = move |event: web_sys::FocusEvent| {
        let left = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(name) = left.and_then(|element| element.get_attribute("name")) {
            editor.leave(&name);
        }
    };
    view! {
        <ErrorSummary errors=editor.refused() attempt=editor.attempt() />
        <TroubleNotice desk=desk />
        {move || desk.own.get().and_then(|own| asked_for(&own))}
        <Restored desk=desk draft=draft />
        <form class="form" novalidate on:submit=submit on:focusout=leave>
            {section(texts::profile::section_business, business(desk))}
            {section(texts::profile::section_about, about(editor))}
            {section(texts::profile::section_contact, contact(editor))}
            {section(texts::profile::section_places, places(editor))}
            {section(texts::profile::section_services, view! { <Services editor=editor /> }.into_any())}
            {section(
                texts::profile::section_industries,
                view! {
                    <Chips editor=editor of=&INDUSTRIES />
                    <Chips editor=editor of=&LANGUAGES />
                }
                    .into_any(),
            )}
            {section(texts::profile::section_works, view! { <Works editor=editor /> }.into_any())}
            {section(texts::profile::section_social, social(editor))}
            {section(texts::profile::section_availability, availability(editor))}
            <SaveBar desk=desk />
        </form>
    }
}

/// What the programme wants of the partner stands above the form too: on a phone the rest is far below.
fn asked_for(own: &OwnProfile) -> Option<AnyView> {
    let is_asked = own.suspension.is_some() || matches!(own.review, ReviewState::ChangesAsked { .. });
    let words = is_asked.then(|| explained(own))?;
    Some(view! { <Notice tone=Tone::Warning>{words}</Notice> }.into_any())
}

fn section(title: Text, fields: AnyView) -> impl IntoView {
    view! {
        <fieldset class="form__section">
            <legend>{title}</legend>
            {fields}
        </fieldset>
    }
}

/// One line of text, by the contract's rule of its field.
pub(super) fn line(editor: Editor, id: &'static str, hint: Option<Text>) -> AnyView {
    let rule = PROFILE_FIELDS.iter().find(|rule| rule.name == id);
    let limit = rule.and_then(|rule| rule.kind.max_length());
    let kind = match rule.map(|rule| rule.kind) {
        Some(FieldKind::Website) => "url",
        Some(FieldKind::Phone) => "tel",
        _ => "text",
    };
    let is_email = rule.is_some_and(|rule| matches!(rule.kind, FieldKind::Email));
    view! {
        <TextField
            id=id
            label=move || line_name(id)
            value=editor.line(id)
            kind=kind
            inputmode=is_email.then_some("email")
            limit=limit
            hint=hint.map(TextProp::from)
            error=editor.error(id)
            optional=rule.is_some_and(|rule| rule.need == Need::Optional)
        />
    }
    .into_any()
}

fn business(desk: Desk) -> AnyView {
    let editor = desk.editor;
    let handle = editor.line("handle");
    let fixed =
        Memo::new(move |_| desk.own.with(|own| own.as_ref().is_some_and(|own| own.published.is_some())));
    let address = move || format!("{}/directory/{}", browser::origin(), handle.get().trim());
    let shown = move || {
        let empty = handle.with(|handle| handle.trim().is_empty());
        (!empty).then(|| view! { <p class="muted address">{texts::profile::address_shown(&address())}</p> })
    };
    let field = move || match fixed.get() {
        true => view! {
            <div class="field">
                <p class="field__label">{texts::profile::handle}</p>
                <p class="address">{address}</p>
                <p class="field__hint">{texts::profile::fixed}</p>
            </div>
        }
        .into_any(),
        false => view! {
            <div class="stack">
                {line(editor, "handle", Some(texts::profile::handle_hint))}
                {shown}
            </div>
        }
        .into_any(),
    };
    view! {
        {line(editor, "name", None)}
        {field}
    }
    .into_any()
}

fn about(editor: Editor) -> AnyView {
    let limit = PROFILE_FIELDS.iter().find(|rule| rule.name == "bio").and_then(|rule| rule.kind.max_length());
    view! {
        {line(editor, "tagline", Some(texts::profile::tagline_hint))}
        <TextAreaField
            id="bio"
            label=texts::profile::bio
            value=editor.line("bio")
            limit=limit.unwrap_or_default()
            hint=Some(texts::profile::bio_hint.into())
            error=editor.error("bio")
            optional=true
        />
    }
    .into_any()
}

fn contact(editor: Editor) -> AnyView {
    let languages = || {
        let named = |language: Language| (language.tag().to_owned(), own_name(language).to_owned());
        Language::ALL.map(named).to_vec()
    };
    view! {
        {line(editor, "contact_email", Some(texts::profile::contact_email_hint))}
        {line(editor, "contact_phone", Some(texts::submit::phone_hint))}
        {line(editor, "website", Some(texts::submit::website_hint))}
        <SelectField
            id="contact_language"
            label=texts::profile::contact_language
            value=editor.line("contact_language")
            options=Signal::derive(languages)
            hint=None
            error=editor.error("contact_language")
            short=true
        />
    }
    .into_any()
}

fn places(editor: Editor) -> AnyView {
    let countries = Memo::new(move |_| {
        format::countries().into_iter().map(|(code, name)| (code.to_owned(), name)).collect::<Vec<_>>()
    });
    // The main country is not a further one as well.
    Effect::new(move || {
        let main = editor.line("country").get();
        let repeated =
            main.parse::<Country>().is_ok() && editor.countries.with_untracked(|codes| codes.contains(&main));
        if repeated {
            editor.countries.update(|codes| codes.retain(|code| *code != main));
        }
    });
    view! {
        <div class="form__row">
            {line(editor, "city", None)}
            <SelectField
                id="country"
                label=texts::profile::country
                value=editor.line("country")
                options=countries
                hint=None
                error=editor.error("country")
            />
        </div>
        <Chips editor=editor of=&COUNTRIES />
    }
    .into_any()
}

pub(super) fn social(editor: Editor) -> AnyView {
    let field = |(network, url): (guildhall_domain::profile::SocialNetwork, RwSignal<String>)| {
        let control = social_control(network.code());
        view! {
            <TextField
                id=control.clone()
                label=network.name()
                value=url
                kind="url"
                hint=None
                limit=None
                inputmode=None
                error=editor.error(control)
                optional=true
            />
        }
    };
    view! {
        <p class="muted">{texts::profile::social_hint}</p>
        {editor.social().into_iter().map(field).collect_view()}
    }
    .into_any()
}

fn availability(editor: Editor) -> AnyView {
    let option = |availability: Availability, label: Text, hint: Text| RadioOption {
        code: availability.code(),
        label: label.into(),
        hint: Some(hint.into()),
    };
    view! {
        <RadioField
            id="availability"
            label=texts::profile::availability_question
            value=editor.line("availability")
            options=vec![
                option(Availability::Open, texts::profile::open, texts::profile::availability_open_hint),
                option(Availability::Booked, texts::profile::booked, texts::profile::availability_booked_hint),
            ]
            error=editor.error("availability")
        />
    }
    .into_any()
}
