//! What a row shows, or a card on a phone.

use guildhall_contract::mails::{MailAbout, MailColumn, OpenMail};
use leptos::prelude::*;

use super::decide::{Asking, Choice, Decision};
use super::words;
use crate::features::list::Column;
use crate::format;
use crate::i18n::{texts, words as of};
use crate::ui::{Button, Icon, RelativeTime, Size};

pub(super) fn columns(asking: Asking) -> Vec<Column<MailColumn, OpenMail>> {
    vec![
        Column::plain(texts::mails::mail, mail),
        Column::plain(texts::mails::state, state).width("l").first_on_a_card(),
        Column::plain(texts::mails::attempts, attempts).width("s").numeric(),
        Column::sorted(MailColumn::Since, |mail: &OpenMail| {
            view! { <RelativeTime at=mail.since /> }.into_any()
        })
        .width("m"),
        Column::plain(texts::mails::decide, move |mail| decisions(mail, asking)).width("l"),
    ]
}

/// What it is about, with the way there if there is one, and whom it tells.
fn mail(mail: &OpenMail) -> AnyView {
    let topic = mail.topic;
    let name = move || topic.map_or_else(texts::mails::mail, |topic| of(&topic.row().name));
    let audience = mail.audience.clone();
    let shown = match &mail.about {
        MailAbout::Lead { id } => {
            let href = format!("/referrals/leads/{id}");
            view! { <a href=href>{name}</a> }.into_any()
        }
        MailAbout::Inquiry { .. } | MailAbout::Other => view! { <span>{name}</span> }.into_any(),
    };
    let organisation = match &mail.about {
        MailAbout::Lead { id } => Some(id.org().to_string()),
        MailAbout::Inquiry { id } => Some(id.org().to_string()),
        MailAbout::Other => None,
    };
    let told = move || match &organisation {
        Some(organisation) => texts::mails::told_of(words::audience(&audience), organisation),
        None => words::audience(&audience).to_owned(),
    };
    view! {
        <span>
            {shown}
            <span class="second">{told}</span>
        </span>
    }
    .into_any()
}

fn state(mail: &OpenMail) -> AnyView {
    let delivery = mail.delivery;
    let (code, sign) = words::look(delivery);
    let reason = mail.reason.clone();
    let why = move || reason.as_deref().and_then(words::reason);
    view! {
        <span>
            <span class="status" data-status=code>
                <Icon sign=sign />
                {move || words::state(delivery)}
            </span>
            <span class="second">{why}</span>
        </span>
    }
    .into_any()
}

fn attempts(mail: &OpenMail) -> AnyView {
    let attempts = mail.attempts;
    view! { <span>{move || format::number(attempts)}</span> }.into_any()
}

fn decisions(mail: &OpenMail, asking: Asking) -> AnyView {
    let button = |decision: Decision| {
        let choice = Choice { decision, mail: mail.id.clone() };
        view! {
            <Button size=Size::Small on_press=Callback::new(move |()| asking.ask(choice.clone()))>
                {move || decision.name()}
            </Button>
        }
    };
    view! {
        <span class="cluster">
            {mail.may_be_sent_again.then(|| button(Decision::SendAgain))}
            {mail.may_be_dismissed.then(|| button(Decision::Dismiss))}
        </span>
    }
    .into_any()
}
