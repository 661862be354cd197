use chrono::{DateTime, Utc};
use guildhall_domain::lead::{Product, Support};
use guildhall_domain::policy::{TERMS, Terms, terms_for};
use leptos::prelude::*;

use crate::browser;
use crate::format;
use crate::i18n::{texts, words};
use crate::layout::{Crumb, Crumbs, PageHead};
use crate::ui::PageTitle;

/// `/referrals/terms`: every version of the terms, newest first. A lead keeps the version it was
/// filed under, so old versions stay.
#[component]
pub fn TermsPage() -> impl IntoView {
    view! {
        <PageTitle title=texts::terms::title />
        <Crumbs crumbs=vec![
            Crumb::link(texts::frame::referrals, "/referrals/leads"),
            Crumb::here(texts::terms::title),
        ] />
        <PageHead title=texts::terms::title text=texts::terms::about />
        {section(Product::Plus, texts::leads::plus_terms)}
        {section(Product::Pos, texts::leads::pos_terms)}
    }
}

fn section(product: Product, title: fn() -> &'static str) -> impl IntoView {
    let versions = TERMS.iter().rev().filter(move |terms| terms.product() == Some(product));
    view! {
        <section class="card" id=product.code() aria-labelledby=format!("{}-title", product.code())>
            <div class="card__head">
                <h2 id=format!("{}-title", product.code())>{title}</h2>
            </div>
            <div class="card__body">
                <dl class="glossary">{versions.map(version).collect_view()}</dl>
            </div>
        </section>
    }
}

fn version(terms: &'static Terms) -> impl IntoView {
    let holds = holds_for(terms, browser::moment(browser::now_ms()));
    view! {
        <div id=terms.id tabindex="-1">
            <dt>
                <strong>{terms.id}</strong>
                ", "
                {move || texts::terms::in_force_since(&format::day(terms.since))}
            </dt>
            <dd>
                <p>{move || words(&terms.words)}</p>
                <p class="muted">{holds}</p>
            </dd>
        </div>
    }
}

/// Which leads these terms hold for, of those that are submitted now.
fn holds_for(terms: &Terms, now: DateTime<Utc>) -> fn() -> &'static str {
    let holds = |support| terms_for(&terms.source, support, now).is_some_and(|now| now.id == terms.id);
    match (holds(Support::Requested), holds(Support::None)) {
        (true, true) => texts::terms::now_any,
        (true, false) => texts::terms::now_with_support,
        (false, true) => texts::terms::now_without_support,
        (false, false) => texts::terms::earlier,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_terms_hold_now_for_every_product_with_and_without_support() {
        let now = DateTime::from_timestamp(1_778_580_000, 0).unwrap();
        for product in Product::ALL {
            let said: Vec<_> = TERMS
                .iter()
                .filter(|terms| terms.product() == Some(product))
                .map(|terms| holds_for(terms, now)())
                .collect();
            let any = said.contains(&texts::terms::now_any());
            let each = said.contains(&texts::terms::now_with_support())
                && said.contains(&texts::terms::now_without_support());
            assert!(any || each, "{said:?}");
        }
    }
}
