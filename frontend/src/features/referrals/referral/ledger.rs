use guildhall_contract::referrals::{LedgerItem, ReferralLedger};
use guildhall_domain::money::Money;
use leptos::prelude::*;

use super::SharedReferral;
use crate::features::earnings::{SignedAmount, Sum, period_words, what};
use crate::i18n::texts;
use crate::ui::{EmptyState, ExactTime, Sign};

/// What the referral earned, entry by entry, with the sums.
pub(super) fn ledger(referral: &SharedReferral) -> Option<AnyView> {
    let ledger = referral.ledger.as_ref()?;
    let all =
        format!("/referrals/ledger?record={}", js_sys::encode_uri_component(referral.referral.id.as_str()));
    let content = if ledger.newest.is_empty() {
        view! {
            <div class="card">
                <EmptyState
                    sign=Sign::Ledger
                    title=texts::referral::no_entries_title
                    text=texts::referral::no_entries_text
                />
            </div>
        }
        .into_any()
    } else {
        table(ledger, referral.referral.revenue.clone().unwrap_or_default(), all)
    };
    Some(
        view! {
            <section class="stack" aria-labelledby="ledger-title">
                <h2 id="ledger-title">{texts::referral::ledger_title}</h2>
                {content}
            </section>
        }
        .into_any(),
    )
}

fn table(ledger: &ReferralLedger, sums: Vec<Money>, all: String) -> AnyView {
    let heads =
        [texts::ledger::booked, texts::ledger::kind, texts::ledger::occurred, texts::earnings::period];
    let head = |name: fn() -> &'static str| {
        view! {
            <th scope="col" role="columnheader">
                {name}
            </th>
        }
    };
    let has_more = ledger.total > ledger.newest.len();
    view! {
        <div class="table-frame">
            <div class="table-scroll" role="region" aria-label=texts::referral::ledger_caption tabindex="0">
                <table class="table" role="table">
                    <caption class="visually-hidden">{texts::referral::ledger_caption}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            {heads.map(head).collect_view()}
                            <th scope="col" role="columnheader" class="num">
                                {texts::ledger::amount}
                            </th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{ledger.newest.iter().map(row).collect_view()}</tbody>
                    <tfoot role="rowgroup">{sums.into_iter().map(foot).collect_view()}</tfoot>
                </table>
            </div>
            {has_more
                .then(|| {
                    view! {
                        <div class="table-foot">
                            <a href=all>{texts::referral::all_entries}</a>
                        </div>
                    }
                })}
        </div>
    }
    .into_any()
}

fn row(item: &LedgerItem) -> impl IntoView + use<> {
    let period = item.period;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <ExactTime at=item.booked_at day_only=true />
            </th>
            <td role="cell" data-label=texts::ledger::kind>
                {what(item)}
            </td>
            <td role="cell" data-label=texts::ledger::occurred>
                <ExactTime at=item.occurred_at day_only=true />
            </td>
            <td role="cell" data-label=texts::earnings::period>
                <span>{move || period_words(period)}</span>
            </td>
            <td role="cell" class="num" data-label=texts::ledger::amount>
                <SignedAmount amount=item.amount />
            </td>
        </tr>
    }
}

/// One sum for each currency: they are never added.
fn foot(sum: Money) -> impl IntoView {
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" colspan="4">
                {texts::referral::sum}
            </th>
            <td role="cell" class="num" data-label=texts::ledger::amount>
                <Sum amount=sum />
            </td>
        </tr>
    }
}
