//! What the two wrote to each other, oldest first. Nothing can be written any more.

use guildhall_contract::marketplace::ConversationDetails;
use guildhall_domain::marketplace::{ConversationStatus, Customer, Message, MessageVia, Party};
use leptos::prelude::*;

use super::file::File;
use crate::i18n::{Text, texts};
use crate::ui::{ExactTime, Icon, Sign};

/// How the two are called on a page.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// Which of the two reads.
    pub(super) reader: Party,
    /// The partner.
    pub(super) partner: String,
    /// The merchant.
    pub(super) merchant: String,
}

/// A conversation as a page shows it.
pub(super) struct Told {
    /// Whether one of the two had blocked the other; merchants are not told.
    pub(super) is_blocked: bool,
    /// Whether the partner had not read all of it; merchants are not told.
    pub(super) has_unread: bool,
    pub(super) messages: Vec<Message>,
}

impl From<&ConversationDetails> for Told {
    fn from(written: &ConversationDetails) -> Self {
        Self {
            is_blocked: written.item.status == ConversationStatus::Blocked,
            has_unread: written.item.has_unread,
            messages: written.messages.clone(),
        }
    }
}

impl Names {
    /// As a partner reads it; `own` is what their organisation is called.
    pub(super) fn of_partner(own: Option<String>, customer: Option<&Customer>) -> Self {
        Self {
            reader: Party::Partner,
            partner: own.unwrap_or_else(|| texts::records::by_partner().to_owned()),
            merchant: customer.map_or_else(
                || texts::records::by_merchant().to_owned(),
                |customer| customer.name.as_str().to_owned(),
            ),
        }
    }
}

/// A conversation with all that was written.
pub(super) fn conversation(told: Told, names: &Names) -> AnyView {
    let count = told.messages.len() as u64;
    let body = if told.messages.is_empty() { nothing() } else { messages(told, names) };
    let count = view! { <span class="move">{move || texts::records::messages(count)}</span> };
    card(Some(count.into_any()), body)
}

/// What stands in its place where there is none.
pub(super) fn nothing_written() -> AnyView {
    card(None, nothing())
}

fn nothing() -> AnyView {
    view! { <p>{texts::records::no_conversation}</p> }.into_any()
}

fn card(count: Option<AnyView>, body: AnyView) -> AnyView {
    view! {
        <section class="card" data-area="time" aria-labelledby="conversation-title">
            <div class="card__head">
                <h2 id="conversation-title">{texts::records::conversation}</h2>
                {count}
            </div>
            <div class="card__body stack">{body}</div>
        </section>
    }
    .into_any()
}

fn messages(Told { is_blocked, has_unread, messages }: Told, names: &Names) -> AnyView {
    let has_files = messages.iter().any(|message| !message.file_urls.is_empty());
    let one = |one: Message| message(one, names);
    view! {
        <ol class="messages">{messages.into_iter().map(one).collect_view()}</ol>
        {has_unread.then(|| note(texts::records::unread))}
        {is_blocked.then(|| note(texts::records::blocked))}
        {has_files.then(|| note(texts::records::files_hint))}
    }
    .into_any()
}

fn note(text: fn() -> &'static str) -> impl IntoView {
    view! { <p class="second">{text}</p> }
}

fn message(Message { body, file_urls, sent_at, sent_by, sent_via }: Message, names: &Names) -> AnyView {
    let (name, part): (_, Text) = match sent_by {
        Party::Partner => (names.partner.clone(), texts::records::by_partner),
        Party::Merchant => (names.merchant.clone(), texts::records::by_merchant),
    };
    let own = (sent_by == names.reader).then_some("");
    let via = move || match sent_via {
        MessageVia::Dashboard => texts::records::via_dashboard(),
        MessageVia::Email => texts::records::via_email(),
    };
    let files = File::all(&file_urls);
    let files = (!files.is_empty()).then(|| {
        view! {
            <ul class="messages__files" aria-label=texts::records::files>
                {files.into_iter().map(file).collect_view()}
            </ul>
        }
    });
    view! {
        <li data-own=own>
            <p class="messages__head">
                <b>{name}</b>
                <span>{part} ", " {via}</span>
                <ExactTime at=sent_at />
            </p>
            <p class="messages__body">{body.as_str().to_owned()}</p>
            {files}
        </li>
    }
    .into_any()
}

/// A link out, which tells the other side nothing; an address that is none stays text.
fn file(File { name, href }: File) -> impl IntoView {
    let Some(href) = href else {
        return view! { <li>{name}</li> }.into_any();
    };
    let label = name.clone();
    view! {
        <li>
            <a
                href=href
                target="_blank"
                rel="noopener noreferrer"
                aria-label=move || texts::records::file_of(&label)
            >
                <Icon sign=Sign::External small=true />
                {name}
            </a>
        </li>
    }
    .into_any()
}
