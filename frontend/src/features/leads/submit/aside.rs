use guildhall_domain::lead::{Product, Support};
use guildhall_domain::policy::{terms_at, terms_by_id};
use leptos::prelude::*;

use super::words::Text;
use crate::browser;
use crate::features::form::Form;
use crate::i18n::{texts, words};
use crate::ui::{Icon, Sign};

/// What happens after submitting, and what may be earned.
#[component]
pub(super) fn Aside(
    /// The form beside it.
    form: Form,
    /// The product.
    product: Product,
) -> impl IntoView {
    let support = form.text("sales_support");
    let terms = Memo::new(move |_| {
        let support =
            if support.with(|answer| answer == "none") { Support::None } else { Support::Requested };
        terms_at(product, support, browser::moment(browser::now_ms())).id
    });
    let earning = move || {
        let terms = terms_by_id(terms.get())?;
        Some(view! {
            <p>{move || words(&terms.words)}</p>
            <p>
                <a href=format!("/referrals/terms#{}", terms.id)>{texts::submit::read_terms}</a>
            </p>
        })
    };
    view! {
        <aside class="stack sticky" aria-label=texts::submit::about_form>
            <section class="card" aria-labelledby="after-title">
                <div class="card__head">
                    <h2 id="after-title">{texts::submit::after_title}</h2>
                </div>
                <div class="card__body">
                    <ol class="timeline">
                        {step(Sign::Lead, texts::submit::after_listed)}
                        {step(Sign::User, texts::submit::after_routed)}
                        {step(Sign::Clock, texts::submit::after_followed)}
                    </ol>
                </div>
            </section>
            <section class="card" aria-labelledby="earn-title">
                <div class="card__head">
                    <h2 id="earn-title">{texts::submit::earn_title}</h2>
                </div>
                <div class="card__body stack">{earning}</div>
            </section>
        </aside>
    }
}

fn step(sign: Sign, text: Text) -> impl IntoView {
    view! {
        <li>
            <span class="timeline__mark">
                <Icon sign=sign />
            </span>
            <p>{text}</p>
        </li>
    }
}
