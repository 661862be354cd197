use guildhall_contract::fields::{FieldKind, FieldRule, Need};
use guildhall_contract::inquiry_form::{TRAP, inquiry_field};
use guildhall_domain::inquiry::Budget;
use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use super::service::ServiceField;
use super::words::question;
use crate::features::form::Form;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{SelectField, TextAreaField, TextField, TickField};

/// All questions, in three sections.
#[component]
pub(super) fn Fields(
    /// The form.
    form: Form,
    /// The partner's name, for the consent.
    partner: String,
    /// What the partner offers.
    services: Vec<Service>,
) -> impl IntoView {
    let text = move |name: &str| inquiry_field(name).map(|rule| text(form, *rule));
    view! {
        <fieldset class="form__section">
            <legend>{texts::inquiry::section_you}</legend>
            {text("contact_name")}
            <div class="form__row">{text("contact_email")} {text("contact_phone")}</div>
            {text("company")}
            <div class="form__row">{text("store")} {text("website")}</div>
            {country(form)}
        </fieldset>
        <fieldset class="form__section">
            <legend>{texts::inquiry::section_need}</legend>
            <ServiceField form=form own=services />
            {budget(form)}
            {text("goal")}
        </fieldset>
        <fieldset class="form__section">
            <legend>{texts::inquiry::section_before}</legend>
            <TickField
                id="consent"
                label=move || texts::inquiry::consent(&partner)
                value=form.tick("consent")
                error=form.error("consent")
            />
        </fieldset>
    }
}

fn text(form: Form, rule: FieldRule) -> AnyView {
    let Some((label, hint)) = question(rule.name) else { return ().into_any() };
    let (id, optional, error) = (rule.name, rule.need == Need::Optional, form.error(rule.name));
    let hint = hint.map(TextProp::from);
    if let FieldKind::Paragraph { max } = rule.kind {
        return view! {
            <TextAreaField id=id label=label value=form.text(id) limit=max hint=hint error=error optional=optional />
        }
        .into_any();
    }
    let autocomplete = match id {
        "contact_name" => "name",
        "contact_email" => "email",
        "contact_phone" => "tel",
        "company" => "organization",
        "website" => "url",
        _ => "off",
    };
    let kind = match rule.kind {
        FieldKind::Website => "url",
        FieldKind::Phone => "tel",
        _ => "text",
    };
    // A field of kind `email` rewrites a domain that is not ASCII; this one keeps what was typed.
    let inputmode = matches!(rule.kind, FieldKind::Email).then_some("email");
    view! {
        <TextField
            id=id
            label=label
            value=form.text(id)
            kind=kind
            autocomplete=autocomplete
            inputmode=inputmode
            limit=rule.kind.max_length()
            hint=hint
            error=error
            optional=optional
        />
    }
    .into_any()
}

fn country(form: Form) -> AnyView {
    let options =
        || format::countries().into_iter().map(|(code, name)| (code.to_owned(), name)).collect::<Vec<_>>();
    select(form, "country", Signal::derive(options))
}

fn budget(form: Form) -> AnyView {
    let options = || {
        let option = |budget: &Budget| (budget.slug().to_owned(), words(&budget.words()).to_owned());
        Budget::ALL.iter().map(option).collect::<Vec<_>>()
    };
    select(form, "budget", Signal::derive(options))
}

fn select(form: Form, id: &'static str, options: Signal<Vec<(String, String)>>) -> AnyView {
    let Some((label, hint)) = question(id) else { return ().into_any() };
    view! {
        <SelectField
            id=id
            label=label
            value=form.text(id)
            options=options
            hint=hint.map(TextProp::from)
            error=form.error(id)
            short=true
        />
    }
    .into_any()
}

/// A field that people neither see nor reach nor hear of; who fills it in is a program.
#[component]
pub(super) fn Trap(value: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="trap" aria-hidden="true">
            <label for=TRAP>"Fax"</label>
            <input
                id=TRAP
                name=TRAP
                type="text"
                tabindex="-1"
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}
