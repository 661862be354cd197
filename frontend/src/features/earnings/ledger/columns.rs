//! What a row of the ledger shows, or a card on a phone.

use guildhall_contract::referrals::LedgerItem;
use guildhall_domain::referral::ledger::LedgerColumn;
use leptos::prelude::*;

use crate::features::earnings::cells::{SignedAmount, period_words, what};
use crate::features::list::Column;
use crate::features::referrals::referral_href;
use crate::i18n::texts;
use crate::ui::{ExactTime, Icon, Sign};

pub(super) fn columns() -> Vec<Column<LedgerColumn, LedgerItem>> {
    vec![
        Column::sorted(LedgerColumn::Merchant, merchant),
        Column::sorted(LedgerColumn::Kind, |item: &LedgerItem| what(item)).first_on_a_card(),
        Column::sorted(LedgerColumn::OccurredAt, |item: &LedgerItem| {
            view! { <ExactTime at=item.occurred_at day_only=true /> }.into_any()
        })
        .width("s"),
        Column::sorted(LedgerColumn::BookedAt, |item: &LedgerItem| {
            view! { <ExactTime at=item.booked_at day_only=true /> }.into_any()
        })
        .width("s"),
        Column::sorted(LedgerColumn::Period, period).width("l"),
        Column::sorted(LedgerColumn::Amount, |item: &LedgerItem| {
            view! { <SignedAmount amount=item.amount /> }.into_any()
        })
        .width("m")
        .numeric(),
    ]
}

/// The way to the referral that it was booked for.
fn merchant(item: &LedgerItem) -> AnyView {
    let href = referral_href(&item.referral_id);
    let name = item.merchant.clone().unwrap_or_else(|| item.referral_id.to_string());
    view! { <a href=href>{name}</a> }.into_any()
}

/// With which payout it comes, or came.
fn period(item: &LedgerItem) -> AnyView {
    let (period, is_paid) = (item.period, item.is_paid);
    let paid = is_paid.then(|| {
        view! {
            <span class="second">
                <span class="outcome" data-status="paid">
                    <Icon sign=Sign::Paid small=true />
                    {texts::ledger::paid}
                </span>
            </span>
        }
    });
    view! {
        <span>
            {move || period_words(period)}
            {paid}
        </span>
    }
    .into_any()
}
