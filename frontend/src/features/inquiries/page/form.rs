use guildhall_domain::country::Country;
use leptos::prelude::*;

use super::SharedInquiry;
use crate::format;
use crate::i18n::{texts, words};

/// Everything that the merchant filled in, besides the goal and the ways to answer.
pub(super) fn filled_in(inquiry: &SharedInquiry) -> AnyView {
    let form = &inquiry.form;
    let (service, budget) = (form.service, form.budget);
    let country = form.country.parse::<Country>().ok();
    let text = |text: Option<String>| match text {
        Some(text) => text.into_any(),
        None => view! { <span class="muted">{texts::lead::not_answered}</span> }.into_any(),
    };
    let earlier = inquiry.repeat_of.as_ref().map(|earlier| {
        let href = format!("/inquiries/{earlier}");
        fact(
            texts::inquiries::earlier,
            view! { <a href=href>{texts::inquiries::open_earlier}</a> }.into_any(),
        )
    });
    view! {
        <section class="card" data-area="details" aria-labelledby="form-title">
            <div class="card__head">
                <h2 id="form-title">{texts::inquiries::filled_in}</h2>
            </div>
            <div class="card__body">
                <dl class="facts">
                    {fact(texts::leads::company, form.company.clone().into_any())}
                    {fact(
                        texts::inquiries::country,
                        (move || country.map(format::country)).into_any(),
                    )}
                    {fact(texts::inquiries::service, (move || words(&service.words())).into_any())}
                    {fact(texts::inquiries::budget, (move || words(&budget.words())).into_any())}
                    {fact(texts::inquiries::store, text(form.store.clone()))}
                    {fact(texts::leads::website, text(form.website.clone()))}
                    {earlier}
                    {fact(texts::inquiries::consent, texts::inquiries::consented.into_any())}
                </dl>
            </div>
        </section>
    }
    .into_any()
}

fn fact(name: fn() -> &'static str, value: AnyView) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
}
