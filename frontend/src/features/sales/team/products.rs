use guildhall_domain::lead::Product;
use guildhall_domain::policy::product_name;
use leptos::prelude::*;

use super::spec::{PRODUCTS, codes};
use crate::features::form::Form;
use crate::i18n::{texts, words};
use crate::ui::{Id, described};

/// What they sell, each product a tick; one at least.
#[component]
pub(super) fn Products(form: Form) -> impl IntoView {
    let (value, error) = (form.text(PRODUCTS), form.error(PRODUCTS));
    let id = Id::from(PRODUCTS);
    let described = described(&id, false, error);
    let tick = |product: Product, place: usize| {
        let code = product.code();
        // The error summary leads to the first one.
        let own_id = if place == 0 { PRODUCTS.to_owned() } else { format!("{PRODUCTS}-{code}") };
        let set = move |event| {
            let wanted = event_target_checked(&event);
            let keep = |other: &Product| match *other == product {
                true => wanted,
                false => value.with_untracked(|text| codes(text).iter().any(|code| code == other.code())),
            };
            let kept: Vec<_> =
                Product::ALL.iter().filter(|other| keep(other)).map(|one| one.code()).collect();
            value.set(kept.join(","));
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    id=own_id
                    aria-describedby=move || described.by.get()
                    aria-invalid=move || described.invalid.get()
                    prop:checked=move || value.with(|text| codes(text).iter().any(|one| one == code))
                    on:change=set
                />
                <span class="choice__label">{move || words(&product_name(product))}</span>
            </label>
        }
    };
    let ticks = Product::ALL.into_iter().zip(0..).map(|(product, place)| tick(product, place)).collect_view();
    view! {
        <div
            class="field"
            role="group"
            aria-labelledby="products-label"
            data-error=move || error.with(Option::is_some).then_some("")
        >
            <p class="field__label" id="products-label">
                {texts::team::products}
            </p>
            {move || {
                error
                    .get()
                    .map(|message| {
                        view! {
                            <p class="field__error" id="products-error">
                                {message}
                            </p>
                        }
                    })
            }}
            <div class="choices">{ticks}</div>
        </div>
    }
}
