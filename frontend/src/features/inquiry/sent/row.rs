//! One inquiry as a row, or as a card on a phone.

use guildhall_contract::inquiries::InquiryItem;
use leptos::prelude::*;

use super::state::{State, StateMark};
use crate::i18n::{texts, words};
use crate::ui::ExactTime;

pub(super) fn row(item: InquiryItem) -> AnyView {
    let state = State::of(&item);
    let InquiryItem { id, partner, company, service, sent_at, is_repeat, .. } = item;
    let service = service.words();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>
                    <a href=format!("/inquiries/{id}")>{partner}</a>
                </span>
            </th>
            <td role="cell" data-first="" data-label=texts::inquiry::state>
                <StateMark state=state />
            </td>
            <td role="cell" data-label=texts::inquiry::service>
                <span>{move || words(&service)}</span>
            </td>
            <td role="cell" data-label=texts::inquiry::company>
                <span>{company}</span>
            </td>
            <td role="cell" data-label=texts::inquiry::sent_at>
                <span>
                    <ExactTime at=sent_at day_only=true />
                    {is_repeat
                        .then(|| view! { <span class="second">{texts::inquiry::repeat}</span> })}
                </span>
            </td>
        </tr>
    }
    .into_any()
}
