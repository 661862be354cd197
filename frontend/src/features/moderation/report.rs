//! Reviews that somebody reported: they stay, or they go with a reason.

use guildhall_contract::moderation::ReportedReview;
use guildhall_contract::reviews::ReviewDecision;
use guildhall_domain::ids::ReviewId;
use guildhall_domain::review::RemovalReason;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, moderation};
use crate::browser;
use crate::features::not_done::not_done;
use crate::features::reviews::Axes;
use crate::i18n::{texts, words};
use crate::ui::{Button, Dialog, ExactTime, Kind, Notice, SelectField, Toasts, Tone};

/// What is about to be decided, and about which review.
#[derive(Clone)]
struct Asked {
    id: ReviewId,
    company: String,
    removes: bool,
}

/// Decides about reported reviews, one at a time.
#[derive(Clone, Copy)]
pub(super) struct ReviewDecisions {
    asked: RwSignal<Option<Asked>>,
    open: RwSignal<bool>,
    on_done: Callback<()>,
}

impl ReviewDecisions {
    /// `on_done` follows every decision.
    pub(super) fn new(on_done: Callback<()>) -> Self {
        Self { asked: RwSignal::new(None), open: RwSignal::new(false), on_done }
    }

    fn ask(self, asked: Asked) {
        self.asked.set(Some(asked));
        self.open.set(true);
    }

    /// The dialog; it stands once on the page.
    pub(super) fn dialog(self) -> impl IntoView {
        let title = move || match self.asked.with(|asked| asked.as_ref().map(|asked| asked.removes)) {
            Some(true) => texts::moderation::remove(),
            Some(false) | None => texts::moderation::keep(),
        };
        view! {
            <Dialog open=self.open id="review-decision" title=title>
                {self.asked.get_untracked().map(|asked| view! { <Ask asked=asked decisions=self /> })}
            </Dialog>
        }
    }
}

#[component]
fn Ask(asked: Asked, decisions: ReviewDecisions) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let reason = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let error = Signal::derive(move || {
        (tried.get() && reason.with(String::is_empty)).then(|| texts::reviews::reason_needed().to_owned())
    });
    let reasons = || {
        let option = |reason: &RemovalReason| (reason.slug().to_owned(), words(&reason.words()).to_owned());
        RemovalReason::ALL.iter().map(option).collect::<Vec<_>>()
    };
    let Asked { id, company, removes } = asked;
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if busy.get_untracked() {
            return;
        }
        let decision = match (removes, RemovalReason::by_slug(&reason.get_untracked())) {
            (false, _) => ReviewDecision::Keep,
            (true, Some(reason)) => ReviewDecision::Remove { reason },
            (true, None) => {
                browser::focus_id_soon("removal-reason");
                return;
            }
        };
        busy.set(true);
        failure.set(None);
        let id = id.clone();
        spawn_local(async move {
            let answer = moderation::decide(api, &id, decision).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    decisions.open.set(false);
                    toasts.say(match removes {
                        true => texts::moderation::decided_remove(),
                        false => texts::moderation::decided_keep(),
                    });
                    decisions.on_done.run(());
                    browser::focus_id_soon("reported-title");
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let text = if removes { texts::moderation::remove_text } else { texts::moderation::keep_text };
    let button = if removes { Kind::Danger } else { Kind::Primary };
    let word = if removes { texts::moderation::remove } else { texts::moderation::keep };
    view! {
        <form novalidate on:submit=send>
            <div class="dialog__body">
                <p>
                    <b>{company}</b>
                </p>
                <p>{text}</p>
                {removes
                    .then(|| {
                        view! {
                            <SelectField
                                id="removal-reason"
                                label=texts::moderation::removal_reason
                                value=reason
                                options=Signal::derive(reasons)
                                hint=None
                                error=error
                            />
                        }
                    })}
                {move || {
                    failure
                        .get()
                        .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_done(&error)}</p></Notice> })
                }}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| decisions.open.set(false))>
                    {texts::submit::cancel}
                </Button>
                <Button kind=button submit=true busy=busy busy_label=texts::profile::saving>
                    {word}
                </Button>
            </div>
        </form>
    }
}

/// One reported review with what was said about it.
pub(super) fn reported(item: ReportedReview, decisions: ReviewDecisions) -> AnyView {
    let ReportedReview { review, reason, note, reported_at } = item;
    let href = format!("/moderation/profiles/{}", review.handle);
    let (id, company, service) = (review.id.clone(), review.company.clone(), review.service);
    let ask = move |removes: bool| {
        let asked = Asked { id: id.clone(), company: company.clone(), removes };
        Callback::new(move |()| decisions.ask(asked.clone()))
    };
    let note = note.as_str().to_owned();
    view! {
        <li class="card">
            <div class="card__head">
                <h3>{review.company}</h3>
                <span class="move">
                    {texts::moderation::reported_on} " " <ExactTime at=reported_at />
                </span>
            </div>
            <div class="card__body stack">
                <Notice tone=Tone::Warning>
                    <p>{move || texts::moderation::reported_because(words(&reason.words()))}</p>
                    {(!note.is_empty())
                        .then(|| {
                            view! {
                                <p class="visually-hidden">{texts::moderation::reported_words}</p>
                                <p class="quoted">{note.clone()}</p>
                            }
                        })}
                </Notice>
                <Axes quality=review.quality communication=review.communication />
                <p class="said">{review.text}</p>
                <p class="move">
                    {move || words(&service.words())} " · " <a href=href>{review.handle}</a>
                </p>
                <div class="cluster">
                    <Button on_press=ask(false)>{texts::moderation::keep}</Button>
                    <Button kind=Kind::Danger on_press=ask(true)>
                        {texts::moderation::remove}
                    </Button>
                </div>
            </div>
        </li>
    }
    .into_any()
}
