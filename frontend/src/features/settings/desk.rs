//! The settings while they are changed: what was chosen, what is saved, what stands in the way.

use std::collections::BTreeSet;

use guildhall_contract::problem::CurrentState;
use guildhall_contract::settings::{OwnSettings, SettingsBody};
use guildhall_domain::notice::Topic;
use guildhall_domain::policy::Language;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, settings};
use crate::i18n::texts;
use crate::ui::Toasts;

/// What stands in the way of saving.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Trouble {
    /// Nothing was saved.
    Failed(ApiError),
    /// They were changed somewhere else, and stand now as they are on the desk.
    Conflict,
}

/// The settings on the desk.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The language that was chosen, by its tag.
    pub language: RwSignal<String>,
    /// The topics that were switched off.
    pub off: RwSignal<BTreeSet<Topic>>,
    /// The settings as they are saved.
    pub own: RwSignal<OwnSettings>,
    /// Whether they are being saved.
    pub busy: RwSignal<bool>,
    /// What stands in the way.
    pub trouble: RwSignal<Option<Trouble>>,
    api: Api,
    toasts: Toasts,
}

impl Desk {
    /// Lays settings on the desk.
    pub(super) fn new(own: OwnSettings) -> Self {
        Self {
            language: RwSignal::new(own.language.tag().to_owned()),
            off: RwSignal::new(off_of(&own)),
            own: RwSignal::new(own),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            api: expect_context(),
            toasts: expect_context(),
        }
    }

    /// Whether something was chosen that is not saved.
    pub(super) fn is_dirty(self) -> bool {
        let (language, off) = (self.language.get(), self.off.get());
        self.own.with(|own| own.language.tag() != language || off_of(own) != off)
    }

    /// Switches a topic on or off.
    pub(super) fn switch(self, topic: Topic, on: bool) {
        self.off.update(|off| {
            if on {
                off.remove(&topic);
            } else {
                off.insert(topic);
            }
        });
    }

    /// Saves what was chosen.
    pub(super) fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        let tag = self.language.get_untracked();
        let chosen = Language::ALL.into_iter().find(|language| language.tag() == tag);
        // The list begins with no choice at all; whoever goes back to it leaves the language as it is.
        let language = chosen.unwrap_or_else(|| self.own.with_untracked(|own| own.language));
        let body = SettingsBody { language, off: self.off.get_untracked().into_iter().collect() };
        let seen = self.own.with_untracked(|own| own.version);
        self.trouble.set(None);
        self.busy.set(true);
        spawn_local(async move {
            let answer = settings::save(self.api, &body, seen).await;
            // Nothing is left to show when the page is gone.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(own) => {
                    self.take(own);
                    self.toasts.say(texts::settings::saved());
                }
                Err(error) => self.fail(error),
            }
        });
    }

    fn fail(self, error: ApiError) {
        let current = match &error {
            ApiError::Conflict(problem) => problem.current_state.as_deref(),
            _ => None,
        };
        match current {
            Some(CurrentState::Settings(current)) => {
                self.own.set(current.clone());
                self.trouble.set(Some(Trouble::Conflict));
            }
            _ => self.trouble.set(Some(Trouble::Failed(error))),
        }
    }

    /// Takes what is saved, and drops what was chosen.
    pub(super) fn take(self, own: OwnSettings) {
        self.language.set(own.language.tag().to_owned());
        self.off.set(off_of(&own));
        self.own.set(own);
        self.trouble.set(None);
    }

    /// Looks again at what is saved, after the language was changed beside this page. What was chosen of the
    /// topics stays.
    pub(super) fn look_again(self) {
        spawn_local(async move {
            let Ok(own) = settings::load(self.api).await else { return };
            if self.own.is_disposed() {
                return;
            }
            self.language.set(own.language.tag().to_owned());
            if !untrack(|| self.off.get() != self.own.with(off_of)) {
                self.off.set(off_of(&own));
            }
            self.own.set(own);
        });
    }
}

/// The topics that are off.
fn off_of(own: &OwnSettings) -> BTreeSet<Topic> {
    own.topics.iter().filter(|setting| !setting.on).map(|setting| setting.topic).collect()
}
