//! What a row of the history shows, or a card on a phone.

use guildhall_contract::referrals::ReferralItem;
use guildhall_domain::referral::history::HistoryColumn;
use leptos::prelude::*;

use super::names;
use super::state::StateLine;
use crate::features::earnings::Sum;
use crate::features::list::Column;
use crate::i18n::texts;
use crate::ui::ExactTime;

type Columns = Vec<Column<HistoryColumn, ReferralItem>>;

pub(super) fn columns(sees_money: bool) -> Columns {
    let mut columns = vec![
        Column::sorted(HistoryColumn::Merchant, merchant),
        Column::sorted(HistoryColumn::ReferredAt, |item: &ReferralItem| {
            view! { <ExactTime at=item.referred_at day_only=true /> }.into_any()
        })
        .width("s"),
        Column::sorted(HistoryColumn::Source, |item: &ReferralItem| {
            let source = item.source.clone();
            view! { <span>{move || names::source(&source)}</span> }.into_any()
        })
        .width("m"),
        Column::sorted(HistoryColumn::Plan, |item: &ReferralItem| {
            let plan = item.plan;
            let words = move || plan.map_or_else(texts::referrals::plan_none, names::plan);
            view! { <span class:muted=plan.is_none()>{words}</span> }.into_any()
        })
        .width("s"),
        Column::sorted(HistoryColumn::Terms, terms).width("m"),
        Column::sorted(HistoryColumn::State, |item: &ReferralItem| {
            view! { <StateLine state=item.state /> }.into_any()
        })
        .width("m"),
    ];
    if sees_money {
        columns.push(Column::sorted(HistoryColumn::Revenue, revenue).width("m").numeric());
    }
    columns
}

fn merchant(item: &ReferralItem) -> AnyView {
    let store = item.store.clone();
    view! {
        <a href=super::href(&item.id)>{item.merchant.clone()}</a>
        {store.map(|store| view! { <span class="second clip">{store}</span> })}
    }
    .into_any()
}

fn terms(item: &ReferralItem) -> AnyView {
    let Some(terms) = &item.terms else {
        return view! { <span class="muted">{texts::referrals::terms_none}</span> }.into_any();
    };
    let (id, referred_at) = (terms.id.clone(), item.referred_at);
    let href = format!("/referrals/terms#{id}");
    let why = super::why_words(terms.id.clone(), referred_at);
    view! {
        <a href=href title=why>
            {id}
        </a>
    }
    .into_any()
}

/// One sum for each currency, each on a line of its own.
fn revenue(item: &ReferralItem) -> AnyView {
    let sums = item.revenue.clone().unwrap_or_default();
    if sums.is_empty() {
        return view! { <span class="muted">"–"</span> }.into_any();
    }
    let line = |sum| view! { <span class="line"><Sum amount=sum /></span> };
    view! { <span>{sums.into_iter().map(line).collect_view()}</span> }.into_any()
}
