use guildhall_contract::fields::FieldKind;
use guildhall_contract::reviews::{PublicReview, REPLY_TEXT};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, own_reviews};
use crate::browser;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, TextAreaField, Toasts, Tone};

/// Asks for the one answer to a review. What was typed is kept until it is sent.
#[component]
pub(super) fn ReplyDialog(
    /// The review that is answered.
    of: RwSignal<Option<PublicReview>>,
    /// What to do once it is published.
    on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || {
        if of.with(Option::is_some) {
            open.set(true);
        }
    });
    Effect::new(move |was: Option<bool>| {
        let is_open = open.get();
        if was == Some(true) && !is_open {
            of.set(None);
        }
        is_open
    });
    let title = move || {
        of.with(|of| of.as_ref().map(|of| texts::reviews::answer_title(&of.company)).unwrap_or_default())
    };
    view! {
        <Dialog open=open id="reply" title=title>
            {of.get_untracked().map(|review| view! { <Answer review=review open=open on_done=on_done /> })}
        </Dialog>
    }
}

#[component]
fn Answer(review: PublicReview, open: RwSignal<bool>, on_done: Callback<()>) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let place = format!("guildhall.draft.reply.{}", review.id);
    let text = RwSignal::new(browser::kept(&place).unwrap_or_default());
    let place = StoredValue::new(place);
    Effect::new(move || {
        text.with(|text| match text.is_empty() {
            true => browser::forget(&place.get_value()),
            false => browser::keep(&place.get_value(), text),
        });
    });
    let limit = match REPLY_TEXT.kind {
        FieldKind::Paragraph { max } => max,
        _ => 1_000,
    };
    let asked = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let error = Signal::derive(move || {
        let length = text.with(|text| text.trim().chars().count());
        match length {
            0 if asked.get() => Some(texts::reviews::answer_needed().to_owned()),
            length if length > limit => Some(texts::submit::too_long(&format::number(limit as u64))),
            _ => None,
        }
    });
    let id = review.id.clone();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        asked.set(true);
        if busy.get_untracked() {
            return;
        }
        if error.get_untracked().is_some() {
            browser::focus_id_soon("answer");
            return;
        }
        busy.set(true);
        failure.set(None);
        let (id, answer) = (id.clone(), text.get_untracked().trim().to_owned());
        spawn_local(async move {
            let sent = own_reviews::reply(api, &id, &answer).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match sent {
                Ok(()) => {
                    text.set(String::new());
                    browser::forget(&place.get_value());
                    open.set(false);
                    toasts.say(texts::reviews::answered());
                    on_done.run(());
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    view! {
        <form novalidate on:submit=send>
            <div class="dialog__body">
                <p class="quoted">{review.text}</p>
                <Notice tone=Tone::Warning>
                    <p>{texts::reviews::answer_locked}</p>
                </Notice>
                <TextAreaField
                    id="answer"
                    label=texts::reviews::answer_label
                    value=text
                    limit=limit
                    hint=None
                    error=error
                />
                {move || {
                    failure
                        .get()
                        .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_done(&error)}</p></Notice> })
                }}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Primary submit=true busy=busy busy_label=texts::profile::sending>
                    {texts::reviews::send_answer}
                </Button>
            </div>
        </form>
    }
}
