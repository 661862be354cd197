use guildhall_domain::marketplace::ConversationStatus;
use leptos::prelude::*;

use super::Conversations;
use super::address::FORM;
use super::columns::{columns, name};
use super::wording::WORDING;
use crate::api::marketplace;
use crate::auth::Session;
use crate::features::list::{ChoiceFilter, ListContent, ListToolbar};
use crate::features::marketplace::records::head::{Part, RecordsHead};
use crate::features::marketplace::records::reads_records;
use crate::i18n::texts;
use crate::layout::Refused;
use crate::ui::{EmptyState, LinkButton, Sign};

/// `/records/conversations`.
#[component]
pub fn ConversationsPage() -> impl IntoView {
    if !reads_records(&expect_context::<Session>()) {
        return view! { <Refused /> }.into_any();
    }
    let listing = Conversations::follow(&FORM, WORDING, |api, query| async move {
        marketplace::conversations(api, &query).await
    });
    view! {
        <RecordsHead part=Part::Conversations />
        <section class="stack" aria-labelledby="conversations-title">
            <h2 class="visually-hidden" id="conversations-title">
                {texts::records::conversations}
            </h2>
            <ListToolbar listing=listing>
                <ChoiceFilter
                    address=listing.address
                    id="status"
                    label=texts::records::status
                    choices=ConversationStatus::ALL
                    code=ConversationStatus::code
                    name=name
                    field=|query| &mut query.filter.statuses
                />
            </ListToolbar>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

/// Nobody wrote.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Mail
            title=texts::records::conversations_none_title
            text=texts::records::conversations_none_text
        >
            <LinkButton href="/records">{texts::records::to_jobs}</LinkButton>
        </EmptyState>
    }
}
