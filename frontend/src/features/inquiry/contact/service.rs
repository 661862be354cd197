use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use crate::features::form::Form;
use crate::i18n::{texts, words};
use crate::ui::{Field, described};

/// What is wanted: the partner's own services first, then everything else that there is.
#[component]
pub(super) fn ServiceField(
    /// The form.
    form: Form,
    /// What the partner offers, specialities first.
    own: Vec<Service>,
) -> impl IntoView {
    const ID: &str = "service";
    let value = form.text(ID);
    let error = form.error(ID);
    let described = described(&ID.into(), false, error);
    let other: Vec<Service> = Service::ALL.iter().copied().filter(|service| !own.contains(service)).collect();
    let option = move |service: &Service| {
        let (slug, name) = (service.slug(), service.words());
        view! {
            <option value=slug selected=move || value.with(|chosen| chosen == slug)>
                {move || words(&name)}
            </option>
        }
    };
    let own = own.iter().map(option).collect_view();
    let other = other.iter().map(option).collect_view();
    view! {
        <Field id=ID label=texts::inquiry::service hint=None error=error>
            <span class="select">
                <select
                    class="input"
                    id=ID
                    name=ID
                    aria-required="true"
                    aria-describedby=move || described.by.get()
                    aria-invalid=move || described.invalid.get()
                    prop:value=move || value.get()
                    on:change=move |event| value.set(event_target_value(&event))
                >
                    <option value="">{texts::ui::choose_one}</option>
                    <optgroup label=texts::inquiry::services_own>{own}</optgroup>
                    <optgroup label=texts::inquiry::services_other>{other}</optgroup>
                </select>
            </span>
        </Field>
    }
}
