//! Whether the mail about an inquiry arrived is only worth a word when it did not.

use guildhall_contract::problem::ProblemCode;
use guildhall_domain::inquiry::Delivery;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::SharedInquiry;
use crate::api::{Api, ApiError, mails};
use crate::browser;
use crate::features::not_done::not_done;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Button, Notice, Size, Toasts, Tone};

/// Why the mail did not arrive, and what can be done.
pub(super) fn undelivered(inquiry: &SharedInquiry, remote: Remote<SharedInquiry>) -> Option<AnyView> {
    let delivery = inquiry.item.delivery;
    let text = match delivery {
        Delivery::Bounced => texts::inquiries::bounced_text,
        Delivery::Complained => texts::inquiries::complained_text,
        Delivery::Failed | Delivery::Unknown => texts::inquiries::not_sent_text,
        Delivery::Pending | Delivery::Sent | Delivery::Delivered | Delivery::NotWanted => return None,
    };
    let mail = inquiry.mail.clone().filter(|_| delivery.may_be_sent_again());
    let hint = mail.is_some().then(|| view! { <p>{texts::inquiries::send_again_hint}</p> });
    let action = view! {
        <span class="cluster">
            {mail.map(|mail| view! { <SendAgain mail=mail remote=remote /> })}
            <a href="/profile">{texts::inquiries::change_email}</a>
        </span>
    };
    Some(
        view! {
            <Notice tone=Tone::Warning action=action.into_any()>
                <p>{text}</p>
                {hint}
            </Notice>
        }
        .into_any(),
    )
}

/// Sends the mail once more; the page then says how far that came.
#[component]
fn SendAgain(mail: String, remote: Remote<SharedInquiry>) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let mail = StoredValue::new(mail);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = mails::send_again(api, &mail.get_value()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => toasts.say(untrack(texts::inquiries::sent_again)),
                // A colleague was faster.
                Err(error) if is_over(&error) => toasts.say(untrack(texts::inquiries::changed_meanwhile)),
                Err(error) => return failure.set(Some(error)),
            }
            remote.reload();
            browser::focus_id_soon("marks-title");
        });
    };
    view! {
        <Button
            size=Size::Small
            busy=busy
            busy_label=texts::inquiries::sending_again
            on_press=Callback::new(send)
        >
            {texts::inquiries::send_again}
        </Button>
        {move || failure.get().map(|error| view! { <span role="alert">{not_done(&error)}</span> })}
    }
}

fn is_over(error: &ApiError) -> bool {
    error.problem().is_some_and(|problem| problem.code == ProblemCode::NotNow)
}
