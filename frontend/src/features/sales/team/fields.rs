use guildhall_contract::fields::FieldKind;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::countries::Countries;
use super::products::Products;
use super::spec::{ID, rule};
use crate::features::form::Form;
use crate::features::shared_address::languages;
use crate::format;
use crate::i18n::{Text, texts};
use crate::ui::{SelectField, TextField, TickField};

/// Everything that is asked about a representative.
#[component]
pub(super) fn Fields(form: Form, is_new: bool) -> impl IntoView {
    let countries =
        || format::countries().into_iter().map(|(code, name)| (code.to_owned(), name)).collect::<Vec<_>>();
    let zone = form.text("time_zone");
    let zones = move || {
        let mut zones = format::time_zones();
        // What is saved may be spelt in a way that this browser does not offer.
        let current = zone.get();
        if !current.is_empty() && !zones.contains(&current) {
            zones.insert(0, current);
        }
        zones.into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect::<Vec<_>>()
    };
    view! {
        <fieldset class="form__section">
            <legend>{texts::team::representative}</legend>
            {is_new.then(|| id(form))}
            {line(form, "name", texts::team::name, None)}
            {line(form, "email", texts::team::email, Some(texts::team::email_hint))}
            {line(form, "phone", texts::team::phone, Some(texts::submit::phone_hint))}
            <SelectField
                id="country"
                label=texts::team::country
                value=form.text("country")
                options=Signal::derive(countries)
                hint=Some(texts::team::country_hint.into())
                error=form.error("country")
            />
            <div class="form__row">
                <SelectField
                    id="time_zone"
                    label=texts::team::time_zone
                    value=zone
                    options=Signal::derive(zones)
                    hint=None
                    error=form.error("time_zone")
                />
                <SelectField
                    id="language"
                    label=texts::team::language
                    value=form.text("language")
                    options=Signal::derive(languages)
                    hint=None
                    error=form.error("language")
                />
            </div>
        </fieldset>
        <fieldset class="form__section">
            <legend>{texts::team::coverage}</legend>
            <Products form=form />
            <Countries form=form />
            <div class="stack">
                <TickField
                    id="active"
                    label=texts::team::active
                    value=form.tick("active")
                    error=form.error("active")
                    optional=true
                />
                <p class="muted">{texts::team::active_hint}</p>
            </div>
        </fieldset>
    }
}

fn id(form: Form) -> AnyView {
    view! {
        <TextField
            id=ID
            label=texts::team::id
            value=form.text(ID)
            hint=Some(texts::team::id_hint.into())
            error=form.error(ID)
            limit=None
            inputmode=None
        />
    }
    .into_any()
}

/// One line of text, by the contract's rule of its field.
fn line(form: Form, name: &'static str, label: Text, hint: Option<Text>) -> AnyView {
    let kind = rule(name).map(|rule| rule.kind);
    let is_email = matches!(kind, Some(FieldKind::Email));
    view! {
        <TextField
            id=name
            label=label
            value=form.text(name)
            kind=if matches!(kind, Some(FieldKind::Phone)) { "tel" } else { "text" }
            inputmode=is_email.then_some("email")
            limit=kind.and_then(FieldKind::max_length)
            hint=hint.map(TextProp::from)
            error=form.error(name)
        />
    }
    .into_any()
}
