use guildhall_domain::policy::ranking::{WEIGHTS, Weight};
use guildhall_domain::review::{HOLD, RemovalReason};
use leptos::prelude::*;

use super::listing::directory;
use crate::format;
use crate::i18n::{texts, words};
use crate::parts::{bar, crumbs};

/// What the order of partners counts, read off the table that ranks them.
#[component]
pub fn HowRankingWorks() -> impl IntoView {
    || {
        let heaviest = WEIGHTS.iter().map(|weight| weight.most).max().unwrap_or(0);
        let advice = WEIGHTS.iter().filter_map(|weight| weight.advice.as_ref());
        view! {
            {crumbs(&[directory(), (texts::ranking::title().to_owned(), None)])}
            {head(texts::ranking::title(), texts::ranking::lead())}
            <article class="article">
                <p>{texts::ranking::sum()}</p>
                <h2>{texts::ranking::factors()}</h2>
                <dl class="weights">{WEIGHTS.iter().map(|weight| factor(weight, heaviest)).collect_view()}</dl>
                <p>{texts::ranking::two_only()}</p>
                <h2>{texts::ranking::rise()}</h2>
                <ul>{advice.map(|advice| view! { <li>{words(advice)}</li> }).collect_view()}</ul>
            </article>
        }
    }
}

fn factor(weight: &Weight, heaviest: u32) -> AnyView {
    view! {
        <div>
            <dt>{words(&weight.name)}</dt>
            <dd aria-hidden="true">{bar(weight.most, heaviest)}</dd>
            <dd>{texts::ranking::most(&format::number(u64::from(weight.most)))}</dd>
            <dd class="weights__why">{words(&weight.explanation)}</dd>
        </div>
    }
    .into_any()
}

/// Who may review, and what becomes of it.
#[component]
pub fn ReviewPolicy() -> impl IntoView {
    || {
        let hours = format::number(HOLD.num_hours().unsigned_abs());
        let reasons = RemovalReason::ALL.iter().map(|reason| view! { <li>{words(&reason.words())}</li> });
        view! {
            {crumbs(&[directory(), (texts::policy::title().to_owned(), None)])}
            {head(texts::policy::title(), texts::policy::lead())}
            <article class="article">
                <h2>{texts::policy::who()}</h2>
                <p>{texts::policy::who_text()}</p>
                <h2>{texts::policy::what()}</h2>
                <p>{texts::policy::what_text()}</p>
                <h2>{texts::policy::hold()}</h2>
                <p>{texts::policy::hold_text(&hours)}</p>
                <h2>{texts::policy::reply()}</h2>
                <p>{texts::policy::reply_text()}</p>
                <h2>{texts::policy::removal()}</h2>
                <p>{texts::policy::removal_text()}</p>
                <ul>{reasons.collect_view()}</ul>
                <h2>{texts::policy::figures()}</h2>
                <p>{texts::policy::figures_text()}</p>
            </article>
        }
    }
}

pub(super) fn head(title: &'static str, lead: &'static str) -> AnyView {
    view! {
        <header class="site__head">
            <h1 tabindex="-1">{title}</h1>
            <p>{lead}</p>
        </header>
    }
    .into_any()
}
