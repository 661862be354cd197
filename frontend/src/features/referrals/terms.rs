use guildhall_domain::lead::Product;
use guildhall_domain::policy::{TERMS, Terms};
use leptos::prelude::*;

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
    let versions = TERMS.iter().rev().filter(move |terms| terms.product == product);
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
    view! {
        <div id=terms.id>
            <dt>
                <strong>{terms.id}</strong>
                " · "
                {move || texts::terms::in_force_since(&format::day(terms.since))}
            </dt>
            <dd>{move || words(&terms.words)}</dd>
        </div>
    }
}
