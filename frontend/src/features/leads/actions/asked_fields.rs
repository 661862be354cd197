use guildhall_contract::commands::FIELDS;
use guildhall_contract::lead_form::lead_fields;
use guildhall_domain::lead::{LeadField, Product};
use leptos::prelude::*;

use crate::features::form::Form;
use crate::features::leads::submit::field_words;
use crate::i18n::texts;

/// The fields that the partner shall be asked about, each a box. The answer is kept as one text.
#[component]
pub(super) fn AskedFields(
    /// The form it belongs to.
    form: Form,
    /// Whose form the fields are of.
    product: Product,
) -> impl IntoView {
    let chosen = form.text(FIELDS);
    let error = form.error(FIELDS);
    let described = move || error.with(Option::is_some).then_some("fields-error");
    let in_the_form = |rule: &&guildhall_contract::fields::FieldRule| LeadField::by_slug(rule.name).is_some();
    let boxes = lead_fields(product).iter().filter(in_the_form).map(|rule| {
        let name = rule.name;
        let choose = move |event| {
            let wanted = event_target_checked(&event);
            chosen.update(|chosen| *chosen = with(chosen, name, wanted));
        };
        let label = move || field_words(product, name).map(|words| (words.name)());
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    value=name
                    prop:checked=move || chosen.with(|chosen| has(chosen, name))
                    on:change=choose
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset
            class="field"
            id=FIELDS
            tabindex="-1"
            aria-describedby=described
            data-error=move || error.with(Option::is_some).then_some("")
        >
            <legend class="field__label">{texts::lead_work::request_fields}</legend>
            {move || {
                error.get().map(|error| view! { <p class="field__error" id="fields-error">{error}</p> })
            }}
            <div class="options">{boxes.collect_view()}</div>
        </fieldset>
    }
}

fn has(chosen: &str, name: &str) -> bool {
    chosen.split(',').any(|one| one == name)
}

fn with(chosen: &str, name: &str, wanted: bool) -> String {
    let mut names: Vec<_> = chosen.split(',').filter(|one| !one.is_empty() && *one != name).collect();
    if wanted {
        names.push(name);
    }
    names.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_chosen_once_and_taken_back() {
        let chosen = with(&with("", "phone", true), "website", true);
        assert_eq!(chosen, "phone,website");
        assert_eq!(with(&chosen, "phone", true), "website,phone");
        assert_eq!(with(&chosen, "phone", false), "website");
        assert!(has(&chosen, "phone") && !has(&chosen, "web"));
    }
}
