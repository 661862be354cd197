//! What a row shows, or a card on a phone.

use guildhall_contract::marketplace::ConversationItem;
use guildhall_domain::marketplace::ConversationStatus;
use guildhall_domain::marketplace::listing::ConversationColumn;
use leptos::prelude::*;

use crate::features::list::Column;
use crate::i18n::texts;
use crate::ui::{ExactTime, Icon, Sign};

pub(super) fn columns() -> Vec<Column<ConversationColumn, ConversationItem>> {
    vec![
        Column::sorted(ConversationColumn::Customer, customer),
        Column::plain(texts::records::status, status).width("l").first_on_a_card(),
        Column::plain(texts::records::written, |item: &ConversationItem| {
            let count = u64::from(item.messages);
            view! { <span>{move || texts::records::messages(count)}</span> }.into_any()
        })
        .width("l"),
        Column::sorted(ConversationColumn::LastMessageAt, |item: &ConversationItem| {
            match item.last_message_at {
                Some(at) => view! { <ExactTime at=at day_only=true /> }.into_any(),
                None => view! { <span>{texts::records::never}</span> }.into_any(),
            }
        })
        .width("m"),
    ]
}

fn customer(item: &ConversationItem) -> AnyView {
    let href = format!("/records/conversations/{}", item.id);
    let email = item.customer.email.as_ref().map(|email| email.as_str().to_owned());
    view! {
        <a href=href>{item.customer.name.as_str().to_owned()}</a>
        {email.map(|email| view! { <span class="second clip">{email}</span> })}
    }
    .into_any()
}

fn status(item: &ConversationItem) -> AnyView {
    let has_unread = item.has_unread;
    let unread = has_unread.then(|| {
        view! {
            <span class="second flags">
                <span class="flag">{texts::records::unread_short}</span>
            </span>
        }
    });
    view! { <span>{badge(item.status)} {unread}</span> }.into_any()
}

/// Whether one could still write: word, colour and shape.
pub(super) fn badge(status: ConversationStatus) -> AnyView {
    let (code, sign) = match status {
        ConversationStatus::Active => ("submitted", Sign::Submitted),
        ConversationStatus::Blocked => ("quiet", Sign::NotEligible),
    };
    view! {
        <span class="status" data-status=code>
            <Icon sign=sign />
            {move || name(status)}
        </span>
    }
    .into_any()
}

/// Its word.
pub(super) fn name(status: ConversationStatus) -> &'static str {
    match status {
        ConversationStatus::Active => texts::records::conversation_active(),
        ConversationStatus::Blocked => texts::records::conversation_blocked(),
    }
}
