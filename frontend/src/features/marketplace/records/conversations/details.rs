use guildhall_contract::marketplace::ConversationDetails;
use leptos::prelude::*;

use super::columns::badge;
use crate::api::marketplace;
use crate::auth::Session;
use crate::features::marketplace::conversation::{Names, Told, conversation};
use crate::features::marketplace::customer::customer_card;
use crate::features::marketplace::one::{One, OneWords};
use crate::features::marketplace::records::reads_records;
use crate::i18n::texts;
use crate::layout::Refused;

const WORDS: OneWords<ConversationDetails> = OneWords {
    list: (texts::records::conversations, "/records/conversations"),
    name: texts::records::conversation,
    title: |written| texts::records::conversation_with(written.item.customer.name.as_str()),
    loading: texts::records::conversation_loading,
    failed: texts::records::conversation_failed,
    missing: (texts::records::conversation_not_found, texts::records::conversation_not_found_text),
    to_list: texts::records::to_conversations,
};

/// `/records/conversations/:id`.
#[component]
pub fn ConversationPage() -> impl IntoView {
    if !reads_records(&expect_context::<Session>()) {
        return view! { <Refused /> }.into_any();
    }
    view! {
        <One
            words=WORDS
            load=|api, id| async move { marketplace::conversation(api, &id).await }
            beside=|written: &ConversationDetails| badge(written.item.status)
            content=shown
        />
    }
    .into_any()
}

fn shown(written: &ConversationDetails) -> AnyView {
    let customer = &written.item.customer;
    let names = Names::of_partner(expect_context::<Session>().org_name, Some(customer));
    view! {
        <div class="two">
            {conversation(Told::from(written), &names)}
            <aside class="stack" data-area="rep" aria-label=texts::records::beside>
                {customer_card(Some(customer.clone()), None, None)}
            </aside>
        </div>
    }
    .into_any()
}
