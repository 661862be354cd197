use std::sync::Arc;

use leptos::prelude::*;

use super::{Column, ListPage, ListQuery, Listing, Orders, Selection};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Pager, TableFrame};

/// The columns of a list, shared by everything that draws them.
pub(super) type Columns<C, T> = Arc<[Column<C, T>]>;

/// The table itself; it stays in place while its rows change, so that the focus stays too.
#[component]
pub fn ListTable<Q: ListQuery, P: ListPage>(
    /// The list.
    listing: Listing<Q, P>,
    /// Its columns.
    columns: Columns<Q::Column, P::Item>,
    /// The ticked rows, where rows can be ticked.
    selection: Option<Selection<P::Item>>,
    /// The sums of all rows, below them.
    sums: Option<ViewFn>,
) -> impl IntoView {
    let Listing { address, page, wording, .. } = listing;
    let caption = move || (wording.caption)(&wording.orders.words(address.query.with(ListQuery::order)));
    let items = move |selection: Selection<P::Item>| {
        page.with(|page| page.as_ref().map(|page| selection.ids(page.items())).unwrap_or_default())
    };
    if let Some(selection) = selection {
        Effect::new(move || {
            page.with(|page| selection.keep_only(page.as_ref().map_or(&[], |page| page.items())));
        });
    }
    let head = view! {
        {selection.map(|selection| selection.head(move || items(selection)))}
        {columns.iter().map(|column| column.head(listing)).collect_view()}
    };
    let rows = move || {
        let page = page.get()?;
        let row = |item| row(&columns, wording.orders, item, selection);
        Some(page.items().iter().map(row).collect_view())
    };
    let (busy, foot) = (listing.is_busy(), foot(listing));
    match sums {
        Some(sums) => view! {
            <TableFrame caption=caption busy=busy head=head.into_any() foot=foot sums=sums.run()>
                {rows}
            </TableFrame>
        }
        .into_any(),
        None => view! {
            <TableFrame caption=caption busy=busy head=head.into_any() foot=foot>
                {rows}
            </TableFrame>
        }
        .into_any(),
    }
}

fn row<C: Copy + PartialEq + Send + Sync + 'static, T>(
    columns: &[Column<C, T>],
    orders: Orders<C>,
    item: &T,
    selection: Option<Selection<T>>,
) -> AnyView {
    let mut columns = columns.iter();
    let name = columns.next().map(|column| column.naming_cell(item));
    let is_ticked = selection.map(|selection| selection.has(item));
    view! {
        <tr role="row" data-on=move || is_ticked.as_ref().is_some_and(|is_ticked| is_ticked()).then_some("")>
            {selection.map(|selection| selection.cell(item))}
            {name}
            {columns.map(|column| column.cell(orders, item)).collect_view()}
        </tr>
    }
    .into_any()
}

fn foot<Q: ListQuery, P: ListPage>(listing: Listing<Q, P>) -> AnyView {
    let Listing { address, page, wording, .. } = listing;
    let showing = move || {
        page.get().map(|page| {
            let [first, last, total] = [page.offset() + 1, page.offset() + page.items().len(), page.total()]
                .map(|n| format::number(n as u64));
            texts::list::showing(&first, &last, &total)
        })
    };
    let cursor = move |pick: fn(&P) -> Option<&str>| {
        Signal::derive(move || {
            let cursor = page.with(|page| page.as_ref().and_then(|page| pick(page).map(str::to_owned)))?;
            Some(address.page_href(|query| query.turn_to(cursor)))
        })
    };
    view! {
        <p role="status">{showing}</p>
        <Pager label=wording.pages previous=cursor(P::previous) next=cursor(P::next) />
    }
    .into_any()
}
