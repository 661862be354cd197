use guildhall_contract::inquiries::InquiryItem;
use guildhall_domain::country::Country;
use guildhall_domain::inquiry::InquiryColumn;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::columns::{self, order_name};
use super::{InquiriesAddress, SharedPage};
use crate::features::inquiries::badge::{Flags, InquiryBadge};
use crate::features::leads::shown_website;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{ExactTime, Pager, RelativeTime, SortHeader, TableFrame};

/// The table itself; it stays in place while its rows change, so that the focus stays too.
#[component]
pub(super) fn InquiriesTable(
    address: InquiriesAddress,
    page: Memo<Option<SharedPage>>,
    busy: Signal<bool>,
) -> impl IntoView {
    let caption = move || {
        let order = address.query.with(|query| query.order);
        texts::inquiries::caption(&order_name(order))
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

fn head(address: InquiriesAddress) -> AnyView {
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
        {head(InquiryColumn::Company, "")}
        {head(InquiryColumn::ContactName, "")}
        {head(InquiryColumn::Service, "l")}
        {head(InquiryColumn::Status, "l")}
        {head(InquiryColumn::SentAt, "xs")}
        {head(InquiryColumn::UpdatedAt, "xs")}
    }
    .into_any()
}

fn row(item: InquiryItem) -> AnyView {
    let href = format!("/inquiries/{}", item.id);
    let email = item.contact_email.as_str().to_owned();
    let mail = format!("mailto:{email}");
    let place = item.country.parse::<Country>().ok();
    let website = item.website.as_deref().map(|website| shown_website(website).to_owned());
    let service = item.service;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=href>{item.company}</a>
                {website.map(|website| view! { <span class="second clip">{website}</span> })}
            </th>
            <td role="cell" data-label=texts::leads::contact>
                <span>
                    {item.contact_name.as_str().to_owned()}
                    <span class="second clip">
                        <a href=mail title=email.clone()>
                            {email.clone()}
                        </a>
                    </span>
                </span>
            </td>
            <td role="cell" data-label=texts::inquiries::service>
                <span>
                    {move || words(&service.words())}
                    <span class="second">{move || place.map(format::country)}</span>
                </span>
            </td>
            <td role="cell" data-label=texts::leads::status data-first="">
                <span>
                    <InquiryBadge status=item.status />
                    <span class="second flags">
                        <Flags is_repeat=item.is_repeat delivery=item.delivery />
                        {item.lead.is_some().then(|| view! { <span class="flag">{texts::inquiries::became_lead}</span> })}
                    </span>
                </span>
            </td>
            <td role="cell" data-label=texts::inquiries::sent>
                <ExactTime at=item.sent_at day_only=true />
            </td>
            <td role="cell" data-label=texts::leads::updated>
                <RelativeTime at=item.updated_at />
            </td>
        </tr>
    }
    .into_any()
}

fn foot(address: InquiriesAddress, page: Memo<Option<SharedPage>>) -> AnyView {
    let showing = move || {
        page.get().map(|page| {
            let [first, last, total] = [page.offset + 1, page.offset + page.items.len(), page.total]
                .map(|n| format::number(n as u64));
            texts::list::showing(&first, &last, &total)
        })
    };
    let cursor = move |pick: fn(&SharedPage) -> Option<String>| {
        Signal::derive(move || {
            let cursor = page.with(|page| page.as_ref().and_then(pick))?;
            Some(address.page_href(|query| query.cursor = Some(cursor)))
        })
    };
    let previous = cursor(|page| page.previous.clone());
    let next = cursor(|page| page.next.clone());
    view! {
        <p role="status">{showing}</p>
        <Pager label=texts::inquiries::pages previous=previous next=next />
    }
    .into_any()
}
