//! One field of the form, by its rule.

use guildhall_contract::fields::{FieldCode, FieldKind, FieldRule, Need};
use guildhall_domain::lead::{Facts, Product, Status, Support};
use guildhall_domain::policy::next_step;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::words::{choice_words, field_words};
use crate::features::form::Form;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{RadioField, RadioOption, SelectField, TextAreaField, TextField, TickField};

/// The field with its words, its answer and what is wrong with it.
pub(in crate::features::leads) fn question(form: Form, product: Product, rule: FieldRule) -> AnyView {
    let Some(field) = field_words(product, rule.name) else { return ().into_any() };
    let (id, label) = (rule.name, field.label);
    let hint = field.hint.map(TextProp::from);
    let error = form.error(id);
    let optional = rule.need == Need::Optional;
    match rule.kind {
        FieldKind::Consent | FieldKind::Flag => {
            view! { <TickField id=id label=label value=form.tick(id) error=error /> }.into_any()
        }
        FieldKind::Choice(_) if id == "sales_support" => support(form, product, label),
        FieldKind::Choice(codes) => {
            let options = Signal::derive(move || choices(id, codes));
            view! {
                <SelectField
                    id=id
                    label=label
                    value=form.text(id)
                    options=options
                    hint=hint
                    error=error
                    optional=optional
                    short=true
                />
            }
            .into_any()
        }
        FieldKind::Country => {
            let options = Memo::new(move |_| {
                format::countries().into_iter().map(|(code, name)| (code.to_owned(), name)).collect()
            });
            view! {
                <SelectField
                    id=id
                    label=label
                    value=form.text(id)
                    options=options
                    hint=hint
                    error=error
                    optional=optional
                    short=true
                />
            }
            .into_any()
        }
        FieldKind::Paragraph { max } => view! {
            <TextAreaField
                id=id
                label=label
                value=form.text(id)
                limit=max
                hint=hint
                error=error
                optional=optional
            />
        }
        .into_any(),
        kind => line(form, rule, kind, label, hint),
    }
}

fn line(
    form: Form,
    rule: FieldRule,
    kind: FieldKind,
    label: fn() -> &'static str,
    hint: Option<TextProp>,
) -> AnyView {
    let id = rule.name;
    let native = match kind {
        FieldKind::Website => "url",
        FieldKind::Phone => "tel",
        _ => "text",
    };
    let is_count = matches!(kind, FieldKind::Count { .. });
    // A field of kind `number` forgets what is no number, and one of kind `email` rewrites a domain
    // that is not ASCII. These two keep what was typed, and phones offer the same keys.
    let inputmode = match kind {
        FieldKind::Email => Some("email"),
        FieldKind::Count { .. } => Some("numeric"),
        _ => None,
    };
    view! {
        <div class="stack">
            <TextField
                id=id
                label=label
                value=form.text(id)
                kind=native
                inputmode=inputmode
                limit=kind.max_length()
                hint=hint
                error=form.error(id)
                optional=rule.need == Need::Optional
                short=is_count || id == "phone" || id == "reference"
            />
            {(id == "reference").then(|| the_other_lead(form))}
        </div>
    }
    .into_any()
}

/// The way to the lead that has the reference already.
fn the_other_lead(form: Form) -> impl IntoView {
    move || {
        let fault = form.fault("reference").filter(|fault| fault.code == FieldCode::ReferenceTaken)?;
        let href = format!("/referrals/leads/{}", fault.params.get("lead_id")?);
        Some(view! { <p><a href=href>{texts::submit::reference_taken_by}</a></p> })
    }
}

fn choices(name: &str, codes: &[&str]) -> Vec<(String, String)> {
    let named =
        codes.iter().filter_map(|code| Some(((*code).to_owned(), choice_words(name, code)?().to_owned())));
    named.collect()
}

/// The two answers about support, each with what the partner will read next.
fn support(form: Form, product: Product, label: fn() -> &'static str) -> AnyView {
    let option = |support: Support| {
        let facts = Facts::new(product, support, Status::Submitted, None);
        let next = move || texts::submit::support_next(&words(&next_step(facts).words).replace("**", ""));
        let label = choice_words("sales_support", support.code()).unwrap_or(texts::submit::sales_support);
        RadioOption { code: support.code(), label: label.into(), hint: Some(next.into()) }
    };
    view! {
        <RadioField
            id="sales_support"
            label=label
            value=form.text("sales_support")
            options=vec![option(Support::Requested), option(Support::None)]
            hint=texts::submit::sales_support_hint
            error=form.error("sales_support")
        />
    }
    .into_any()
}
