use guildhall_domain::inquiry::InquiryColumn;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::columns::{self, order_name};
use super::row::row;
use super::{SentAddress, Shared};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Pager, SortHeader, TableFrame};

/// The table itself; it stays in place while its rows change, so that the focus stays too.
#[component]
pub(super) fn SentTable(
    address: SentAddress,
    page: Memo<Option<Shared>>,
    busy: Signal<bool>,
) -> impl IntoView {
    let caption = move || {
        let order = address.query.with(|query| query.order);
        texts::inquiry::caption(&order_name(order))
    };
    let rows = move || {
        let items = page.get().map(|page| page.items.clone()).unwrap_or_default();
        items.into_iter().map(row).collect_view()
    };
    view! {
        <TableFrame caption=caption busy=busy head=head(address) foot=foot(address, page)>
            {rows}
        </TableFrame>
    }
}

fn head(address: SentAddress) -> AnyView {
    let head = move |column: InquiryColumn, width: &'static str| {
        let sorted = Signal::derive(move || {
            let order = address.query.with(|query| query.order);
            (order.column == column).then_some(order.direction)
        });
        let sort = move |()| address.change(|query| query.order = columns::pressed(query.order, column));
        let label: TextProp = (move || columns::name(column)).into();
        view! { <SortHeader label=label sorted=sorted on_sort=Callback::new(sort) width=width /> }
    };
    view! {
        <th scope="col" role="columnheader">
            {texts::inquiry::partner}
        </th>
        <th scope="col" role="columnheader" data-width="l">
            {texts::inquiry::state}
        </th>
        {head(InquiryColumn::Service, "")}
        {head(InquiryColumn::Company, "")}
        {head(InquiryColumn::SentAt, "m")}
    }
    .into_any()
}

fn foot(address: SentAddress, page: Memo<Option<Shared>>) -> AnyView {
    let showing = move || {
        page.get().map(|page| {
            let [first, last, total] = [page.offset + 1, page.offset + page.items.len(), page.total]
                .map(|n| format::number(n as u64));
            texts::list::showing(&first, &last, &total)
        })
    };
    let cursor = move |pick: fn(&Shared) -> Option<String>| {
        Signal::derive(move || {
            let cursor = page.with(|page| page.as_ref().and_then(pick))?;
            Some(address.page_href(|query| query.cursor = Some(cursor)))
        })
    };
    let previous = cursor(|page| page.previous.clone());
    let next = cursor(|page| page.next.clone());
    view! {
        <p role="status">{showing}</p>
        <Pager label=texts::inquiry::pages previous=previous next=next />
    }
    .into_any()
}
