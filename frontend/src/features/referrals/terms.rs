use chrono::{DateTime, Utc};
use guildhall_domain::lead::Support;
use guildhall_domain::policy::{TERMS, Terms, terms_for};
use guildhall_domain::referral::Source;
use leptos::prelude::*;

use crate::browser;
use crate::format;
use crate::i18n::{Text, texts, words};
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
        {SECTIONS.iter().map(section).collect_view()}
    }
}

/// The terms of one source, with the anchor that links lead to.
struct Section {
    source: Source,
    anchor: &'static str,
    title: Text,
}

static SECTIONS: [Section; 4] = [
    Section { source: Source::PlusLead, anchor: "plus", title: texts::leads::plus_terms },
    Section { source: Source::PosLead, anchor: "pos", title: texts::leads::pos_terms },
    Section { source: Source::StoreCreated, anchor: "stores", title: texts::terms::stores },
    Section { source: Source::Affiliate, anchor: "affiliate", title: texts::terms::affiliate },
];

fn section(section: &'static Section) -> impl IntoView {
    let versions = TERMS.iter().rev().filter(|terms| terms.source == section.source);
    view! {
        <section class="card" id=section.anchor aria-labelledby=format!("{}-title", section.anchor)>
            <div class="card__head">
                <h2 id=format!("{}-title", section.anchor)>{section.title}</h2>
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

/// Which referrals these terms hold for, of those that are made now.
fn holds_for(terms: &Terms, now: DateTime<Utc>) -> Text {
    let holds = |support| terms_for(&terms.source, support, now).is_some_and(|now| now.id == terms.id);
    match (holds(Support::Requested), holds(Support::None)) {
        (true, true) if terms.product().is_none() => texts::terms::now_referral,
        (_, _) if terms.product().is_none() => texts::terms::earlier_referral,
        (true, true) => texts::terms::now_any,
        (true, false) => texts::terms::now_with_support,
        (false, true) => texts::terms::now_without_support,
        (false, false) => texts::terms::earlier,
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::lead::Product;

    use super::*;

    #[test]
    fn every_version_stands_in_one_section() {
        for terms in TERMS {
            assert_eq!(
                SECTIONS.iter().filter(|section| section.source == terms.source).count(),
                1,
                "{}",
                terms.id
            );
        }
    }

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
