use guildhall_contract::query::HISTORY_STATES;
use guildhall_domain::referral::{Plan, ReferralState, Source};
use leptos::prelude::*;

use super::{History, names};
use crate::features::list::{ChoiceFilter, DayFilter, OpenFilter};
use crate::i18n::texts;

/// The filters of the history. Sources are those that occur, since the programme adds some now and then.
#[component]
pub(super) fn Filters(
    /// The list.
    listing: History,
) -> impl IntoView {
    let address = listing.address;
    let sources =
        move || listing.page.with(|page| page.as_ref().map_or_else(known, |page| page.sources.clone()));
    view! {
        <OpenFilter
            address=address
            id="source"
            label=texts::referrals::source
            choices=Signal::derive(sources)
            code=|source: &Source| source.to_string()
            name=names::source
            field=|query| &mut query.filter.sources
        />
        <ChoiceFilter
            address=address
            id="plan"
            label=texts::referrals::plan
            choices=Plan::ALL
            code=Plan::code
            name=names::plan
            field=|query| &mut query.filter.plans
        />
        <ChoiceFilter
            address=address
            id="state"
            label=texts::referrals::payout
            choices=HISTORY_STATES
            code=ReferralState::code
            name=names::state
            field=|query| &mut query.filter.states
        />
        <DayFilter
            address=address
            id="referred"
            label=texts::referrals::referred
            read=|query| (query.filter.referred_from, query.filter.referred_to)
            write=|query, (from, to)| {
                query.filter.referred_from = from;
                query.filter.referred_to = to;
            }
        />
    }
}

fn known() -> Vec<Source> {
    Source::KNOWN.to_vec()
}
