//! What a row of the list shows, or a card on a phone.

use guildhall_contract::inquiries::InquiryItem;
use guildhall_domain::inquiry::InquiryColumn;
use leptos::prelude::*;

use super::state::{State, StateMark};
use crate::features::list::Column;
use crate::i18n::{texts, words};
use crate::ui::ExactTime;

pub(super) fn columns() -> Vec<Column<InquiryColumn, InquiryItem>> {
    vec![
        Column::plain(texts::inquiry::partner, partner),
        Column::plain(texts::inquiry::state, |item: &InquiryItem| {
            view! { <StateMark state=State::of(item) /> }.into_any()
        })
        .width("l")
        .first_on_a_card(),
        Column::sorted(InquiryColumn::Service, |item: &InquiryItem| {
            let service = item.service.words();
            view! { <span>{move || words(&service)}</span> }.into_any()
        }),
        Column::sorted(InquiryColumn::Company, |item: &InquiryItem| {
            view! { <span>{item.company.clone()}</span> }.into_any()
        }),
        Column::sorted(InquiryColumn::SentAt, sent).width("m"),
    ]
}

fn partner(item: &InquiryItem) -> AnyView {
    let href = format!("/inquiries/{}", item.id);
    view! {
        <span>
            <a href=href>{item.partner.clone()}</a>
        </span>
    }
    .into_any()
}

fn sent(item: &InquiryItem) -> AnyView {
    view! {
        <span>
            <ExactTime at=item.sent_at day_only=true />
            {item.is_repeat.then(|| view! { <span class="second">{texts::inquiry::repeat}</span> })}
        </span>
    }
    .into_any()
}
