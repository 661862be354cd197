use guildhall_domain::money::Currency;
use guildhall_domain::payout::Period;
use guildhall_domain::referral::LedgerKind;
use leptos::prelude::*;

use super::Ledger;
use crate::features::earnings::{period_words, words};
use crate::features::list::{ChoiceFilter, OpenFilter};
use crate::i18n::texts;
use crate::ui::{Button, Kind, Size};

/// The filters of the ledger. Periods and currencies are those that occur.
#[component]
pub(super) fn Filters(
    /// The list.
    listing: Ledger,
) -> impl IntoView {
    let address = listing.address;
    view! {
        <ChoiceFilter
            address=address
            id="kind"
            label=texts::ledger::kind
            choices=LedgerKind::ALL
            code=LedgerKind::code
            name=words::kind
            field=|query| &mut query.filter.kinds
        />
        <OpenFilter
            address=address
            id="period"
            label=texts::earnings::period
            choices=listing.said(|page| &page.periods)
            code=|period: &Period| period.to_string()
            name=|period: &Period| period_words(*period)
            field=|query| &mut query.filter.periods
        />
        <OpenFilter
            address=address
            id="currency"
            label=texts::ledger::currency
            choices=listing.said(|page| &page.currencies)
            code=|currency: &Currency| currency.to_string()
            name=|currency: &Currency| currency.to_string()
            field=|query| &mut query.filter.currencies
        />
        <OneReferral listing=listing />
    }
}

/// The entries of one referral alone, as its page leads here; pressed, all are shown again.
#[component]
fn OneReferral(listing: Ledger) -> impl IntoView {
    let address = listing.address;
    let is_one = move || address.query.with(|query| query.filter.record.is_some());
    let all = move |()| address.change(|query| query.filter.record = None);
    view! {
        <Show when=is_one>
            <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(all)>
                {texts::ledger::of_all_referrals}
            </Button>
        </Show>
    }
}
