use guildhall_contract::payouts::PayoutItem;
use leptos::prelude::*;

use super::columns::{period, state};
use crate::features::earnings::Sum;
use crate::i18n::texts;
use crate::ui::TableFrame;

/// What is yet to be paid, the nearest first.
pub(super) fn upcoming(items: &[PayoutItem]) -> AnyView {
    let head = view! {
        <th scope="col" role="columnheader">
            {texts::earnings::period}
        </th>
        <th scope="col" role="columnheader">
            {texts::own_payouts::state}
        </th>
        <th scope="col" role="columnheader" class="num" data-width="l">
            {texts::earnings::amount}
        </th>
    };
    let row = |item: &PayoutItem| {
        let (period, state) = (period(item), state(item));
        let amount = item.amount;
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    {period}
                </th>
                <td role="cell" data-label=texts::own_payouts::state data-first="">
                    {state}
                </td>
                <td role="cell" class="num" data-label=texts::earnings::amount>
                    <Sum amount=amount />
                </td>
            </tr>
        }
    };
    let rows = items.iter().map(row).collect_view();
    view! {
        <section class="stack" aria-labelledby="upcoming-title">
            <h2 id="upcoming-title">{texts::own_payouts::upcoming}</h2>
            <TableFrame caption=texts::own_payouts::upcoming_caption head=head.into_any()>
                {rows}
            </TableFrame>
        </section>
    }
    .into_any()
}
