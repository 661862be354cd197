//! Saving, sending for approval, hiding and showing: what is under way, and what stands in the way.

use std::sync::Arc;

use guildhall_contract::own_profile::{OwnProfile, ProfileAction};
use guildhall_contract::problem::{ProblemBody, ProblemCode};
use guildhall_domain::profile::{Part, ReviewState};
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::editor::Editor;
use super::typed::Typed;
use crate::api::{Api, ApiError, own_profile};
use crate::browser;
use crate::i18n::texts;
use crate::ui::Toasts;

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doing {
    /// The working copy is saved.
    Save,
    /// It is saved, if need be, and sent for approval.
    Send,
    /// The profile is hidden or shown.
    Act,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Trouble {
    /// Nothing was done.
    Failed(ApiError),
    /// Parts are missing without which nothing is published.
    Missing {
        /// Which.
        parts: Vec<Part>,
        /// Whether what was typed is saved all the same.
        saved: bool,
    },
    /// Somebody else saved this meanwhile.
    Conflict(Arc<OwnProfile>),
}

/// The profile that is worked on.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The fields.
    pub editor: Editor,
    /// The profile as the service knows it; none where none was begun.
    pub own: RwSignal<Option<Arc<OwnProfile>>>,
    /// What is under way.
    pub doing: RwSignal<Option<Doing>>,
    /// What stands in the way.
    pub trouble: RwSignal<Option<Trouble>>,
    api: Api,
    toasts: Toasts,
}

impl Desk {
    /// Lays a profile on the desk.
    pub(super) fn new(editor: Editor, own: Option<Arc<OwnProfile>>) -> Self {
        Self {
            editor,
            own: RwSignal::new(own),
            doing: RwSignal::new(None),
            trouble: RwSignal::new(None),
            api: expect_context(),
            toasts: expect_context(),
        }
    }

    /// Whether saving alone sends the working copy for approval: it is the published one.
    pub(super) fn saving_sends(self) -> bool {
        self.own.with(|own| own.as_ref().is_some_and(|own| own.review == ReviewState::Approved))
    }

    /// Whether it is under way.
    pub(super) fn is(self, doing: Doing) -> Signal<bool> {
        Signal::derive(move || self.doing.get() == Some(doing))
    }

    /// Saves what stands in the fields.
    pub(super) fn save(self) {
        self.start(Doing::Save);
    }

    /// Saves it if it changed, and sends it for approval.
    pub(super) fn send(self) {
        self.start(Doing::Send);
    }

    fn start(self, doing: Doing) {
        if self.doing.get_untracked().is_some() {
            return;
        }
        self.trouble.set(None);
        let unsaved = self.editor.is_dirty.get_untracked() || self.editor.version() == 0;
        let body = match self.editor.submit() {
            Some(body) => (unsaved || doing == Doing::Save).then_some(body),
            None => return,
        };
        self.doing.set(Some(doing));
        spawn_local(async move {
            let sends = untrack(|| self.saving_sends());
            if let Some(body) = body {
                let answer = own_profile::save(self.api, &body, self.editor.version()).await;
                if self.is_gone() {
                    return;
                }
                match answer {
                    Ok(own) => self.take(own, &body),
                    Err(error) => return self.fail(error, Some(body)),
                }
            }
            if doing == Doing::Send {
                let answer = own_profile::act(self.api, &ProfileAction::Submit, self.editor.version()).await;
                if self.is_gone() {
                    return;
                }
                match answer {
                    Ok(own) => self.accept(own),
                    Err(error) => return self.fail(error, None),
                }
            }
            self.doing.set(None);
            self.toasts.say(match (doing, sends) {
                (Doing::Send, _) => texts::profile::sent_done(),
                (Doing::Save | Doing::Act, true) => texts::profile::saved_sent(),
                (Doing::Save | Doing::Act, false) => texts::profile::saved_done(),
            });
        });
    }

    /// Hides the profile, or shows it again.
    pub(super) fn act(self, action: ProfileAction, done: fn() -> &'static str) {
        if self.doing.get_untracked().is_some() {
            return;
        }
        self.trouble.set(None);
        self.doing.set(Some(Doing::Act));
        spawn_local(async move {
            let answer = own_profile::act(self.api, &action, self.editor.version()).await;
            if self.is_gone() {
                return;
            }
            match answer {
                Ok(own) => {
                    self.accept(own);
                    self.doing.set(None);
                    self.toasts.say(untrack(done));
                    browser::focus_id_soon("state-title");
                }
                Err(error) => self.fail(error, None),
            }
        });
    }

    /// The page is gone, and nothing is left to show.
    fn is_gone(self) -> bool {
        self.doing.try_get_untracked().is_none()
    }

    /// Takes what was saved. Whoever typed on meanwhile keeps what they typed.
    fn take(self, own: OwnProfile, sent: &Map<String, Value>) {
        let saved = Typed::from(&own.working);
        let typed_on = self.editor.typed.with_untracked(Typed::body) != *sent;
        if typed_on || saved.body() == *sent {
            self.editor.rebase(saved, own.version);
        } else {
            self.editor.open(&saved, own.version);
        }
        self.own.set(Some(Arc::new(own)));
    }

    /// Takes a profile whose content is the one that is known.
    fn accept(self, own: OwnProfile) {
        self.editor.rebase(Typed::from(&own.working), own.version);
        self.own.set(Some(Arc::new(own)));
    }

    fn fail(self, error: ApiError, sent: Option<Map<String, Value>>) {
        self.doing.set(None);
        match (error.problem().cloned(), sent) {
            (Some(problem), Some(body)) if !problem.errors.is_empty() => {
                self.editor.refuse(body, problem.errors);
            }
            (Some(problem), sent) => {
                self.stop(trouble_of(problem, sent.is_none()).unwrap_or(Trouble::Failed(error)));
            }
            (None, _) => self.stop(Trouble::Failed(error)),
        }
    }

    fn stop(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
        browser::focus_id_soon("trouble");
    }

    /// Ends a conflict: theirs is what is saved, the mixture is what stands in the fields.
    pub(super) fn settle(self, theirs: &Arc<OwnProfile>, mixture: &Typed) {
        self.editor.rebase(Typed::from(&theirs.working), theirs.version);
        self.editor.fill(mixture);
        self.editor.forgive();
        self.own.set(Some(theirs.clone()));
        self.trouble.set(None);
        self.toasts.say(untrack(texts::profile::conflict_done));
        browser::focus_id_soon("save-bar");
    }
}

fn trouble_of(problem: ProblemBody, saved: bool) -> Option<Trouble> {
    match (problem.code, problem.current_profile, problem.missing) {
        (ProblemCode::ProfileIncomplete, _, Some(parts)) => Some(Trouble::Missing { parts, saved }),
        (_, Some(now), _) => Some(Trouble::Conflict(Arc::new(*now))),
        _ => None,
    }
}
