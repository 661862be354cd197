use guildhall_contract::sales::{RoutingAnswer, RoutingReason};
use guildhall_domain::lead::Product;
use guildhall_domain::policy::product_name;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, sales};
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{Button, Notice, SelectField, Tone};

/// Who would get a lead of a product and a country: the service answers by the rule that routes.
#[component]
pub(super) fn Question() -> impl IntoView {
    let api = expect_context::<Api>();
    let (product, country) = (RwSignal::new(Product::Plus.code().to_owned()), RwSignal::new(String::new()));
    let (busy, missing) = (RwSignal::new(false), RwSignal::new(false));
    let answer = RwSignal::new(None::<Result<RoutingAnswer, ApiError>>);
    let ask = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (code, place) = (product.get_untracked(), country.get_untracked());
        let chosen = Product::ALL.into_iter().find(|product| product.code() == code);
        let complete = chosen.filter(|_| !place.is_empty());
        missing.set(complete.is_none());
        let Some(chosen) = complete.filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            let told = sales::routing(api, chosen, &place).await;
            if busy.try_set(false).is_none() {
                answer.set(Some(told));
            }
        });
    };
    let products = || {
        let named = |product: Product| (product.code().to_owned(), words(&product_name(product)).to_owned());
        Product::ALL.map(named).to_vec()
    };
    let countries =
        || format::countries().into_iter().map(|(code, name)| (code.to_owned(), name)).collect::<Vec<_>>();
    let error =
        Signal::derive(move || missing.get().then(|| texts::team::question_country_needed().to_owned()));
    view! {
        <form class="card" novalidate on:submit=ask aria-labelledby="question-title">
            <div class="card__head">
                <h3 id="question-title">{texts::team::question}</h3>
            </div>
            <div class="card__body stack">
                <div class="form__row">
                    <SelectField
                        id="question_product"
                        label=texts::team::question_product
                        value=product
                        options=Signal::derive(products)
                        hint=None
                    />
                    <SelectField
                        id="question_country"
                        label=texts::team::question_country
                        value=country
                        options=Signal::derive(countries)
                        hint=None
                        error=error
                    />
                </div>
                <p>
                    <Button submit=true busy=busy>
                        {texts::team::question_ask}
                    </Button>
                </p>
                <div role="status">{move || answer.get().map(told)}</div>
            </div>
        </form>
    }
}

fn told(answer: Result<RoutingAnswer, ApiError>) -> AnyView {
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) => {
            return view! {
                <Notice tone=Tone::Danger>
                    {texts::team::question_failed} " " {move || not_done(&error)}
                </Notice>
            }
            .into_any();
        }
    };
    let names: Vec<_> = answer.candidates.iter().map(|rep| rep.name.clone()).collect();
    let names = names.join(", ");
    let several = answer.candidates.len() > 1;
    let who = move || match several {
        true => texts::team::several(&names),
        false => texts::team::single(&names),
    };
    match answer.because {
        RoutingReason::Nobody => view! {
            <Notice tone=Tone::Warning>
                <strong>{texts::team::nobody}</strong>
                ". "
                {texts::team::nobody_text}
            </Notice>
        }
        .into_any(),
        RoutingReason::Country => view! {
            <p>
                <strong>{who}</strong>
                " "
                {texts::team::single_because_country}
            </p>
        }
        .into_any(),
        RoutingReason::Everywhere => view! {
            <p>
                <strong>{who}</strong>
                " "
                {texts::team::single_because_everywhere}
            </p>
        }
        .into_any(),
    }
}
