use guildhall_contract::referrals::KindSums;
use guildhall_domain::money::Money;
use leptos::prelude::*;

use super::Ledger;
use crate::features::earnings::words;
use crate::i18n::texts;
use crate::ui::{Amounts, Tile, Tiles};

/// What the shown entries sum to, and what of it is of which kind; one sum per currency each.
#[component]
pub(super) fn Totals(
    /// The list.
    listing: Ledger,
) -> impl IntoView {
    let sums = Memo::new(move |_| {
        listing.page.with(|page| {
            let page = page.as_ref().filter(|page| page.total > 0)?;
            Some((page.totals.clone(), page.by_kind.clone()))
        })
    });
    move || sums.get().map(|(totals, by_kind)| tiles(totals, by_kind))
}

fn tiles(totals: Vec<Money>, by_kind: Vec<KindSums>) -> impl IntoView {
    // With one kind alone its sums are the whole.
    let by_kind = if by_kind.len() > 1 { by_kind } else { Vec::new() };
    let kind = |KindSums { kind, sums }: KindSums| {
        view! {
            <Tile label=move || words::kind(kind)>
                <Amounts sums=sums />
            </Tile>
        }
    };
    view! {
        <Tiles>
            <Tile label=texts::ledger::sum note=texts::ledger::sum_note.into_any()>
                <Amounts sums=totals />
            </Tile>
            {by_kind.into_iter().map(kind).collect_view()}
        </Tiles>
    }
}
