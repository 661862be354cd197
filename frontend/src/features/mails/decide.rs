//! Deciding about a mail, after a second look.

use guildhall_contract::problem::ProblemCode;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::OpenMails;
use crate::api::{Api, ApiError, mails};
use crate::browser;
use crate::features::not_done::not_done;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, Toasts, Tone};

/// What can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    SendAgain,
    Dismiss,
}

/// What somebody is about to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) decision: Decision,
    pub(super) mail: String,
}

/// What is about to be decided, and whether that is being asked.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    open: RwSignal<bool>,
    choice: RwSignal<Option<Choice>>,
}

impl Asking {
    pub(super) fn new() -> Self {
        Self { open: RwSignal::new(false), choice: RwSignal::new(None) }
    }

    /// Asks before anything is done.
    pub(super) fn ask(self, choice: Choice) {
        self.choice.set(Some(choice));
        self.open.set(true);
    }
}

impl Decision {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::SendAgain => texts::mails::send_again(),
            Self::Dismiss => texts::mails::dismiss(),
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::SendAgain => texts::mails::send_again_title(),
            Self::Dismiss => texts::mails::dismiss_title(),
        }
    }

    fn effect(self) -> &'static str {
        match self {
            Self::SendAgain => texts::mails::send_again_effect(),
            Self::Dismiss => texts::mails::dismiss_effect(),
        }
    }

    fn done(self) -> &'static str {
        match self {
            Self::SendAgain => texts::mails::sent_again(),
            Self::Dismiss => texts::mails::dismissed(),
        }
    }

    async fn carry_out(self, api: Api, mail: &str) -> Result<(), ApiError> {
        match self {
            Self::SendAgain => mails::send_again(api, mail).await,
            Self::Dismiss => mails::dismiss(api, mail).await,
        }
    }
}

/// The dialog that asks before anything is done.
#[component]
pub(super) fn Confirm(listing: OpenMails, asking: Asking) -> impl IntoView {
    let Asking { open, choice } = asking;
    let title = move || choice.with(|choice| choice.as_ref().map_or("", |choice| choice.decision.title()));
    view! {
        <Dialog open=open id="mail-decision" title=title>
            {choice.get_untracked().map(|choice| view! { <Ask listing=listing choice=choice open=open /> })}
        </Dialog>
    }
}

#[component]
fn Ask(listing: OpenMails, choice: Choice, open: RwSignal<bool>) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let decision = choice.decision;
    let mail = StoredValue::new(choice.mail);
    let go = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = decision.carry_out(api, &mail.get_value()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            let said = match answer {
                Ok(()) => Decision::done as fn(Decision) -> &'static str,
                // Somebody decided meanwhile, or it arrived after all: the list shows what holds.
                Err(error) if is_over(&error) => |_| texts::mails::changed_meanwhile(),
                Err(error) => return failure.set(Some(error)),
            };
            open.set(false);
            toasts.say(untrack(|| said(decision)));
            listing.reload();
            // Not the hidden heading: it would show while it has the focus, and move everything below it away again
            // from under the next press.
            browser::focus_id_soon("mails");
        });
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_done(&error)}</p></Notice> })
    };
    view! {
        <div class="dialog__body">
            <p>{move || decision.effect()}</p>
            {failed}
        </div>
        <div class="dialog__actions">
            <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
            <Button
                kind=Kind::Primary
                busy=busy
                busy_label=texts::profile::saving
                on_press=Callback::new(go)
            >
                {move || decision.name()}
            </Button>
        </div>
    }
}

fn is_over(error: &ApiError) -> bool {
    let stale = |code| matches!(code, ProblemCode::NotNow | ProblemCode::NotFound);
    matches!(error, ApiError::NotFound) || error.problem().is_some_and(|problem| stale(problem.code))
}
