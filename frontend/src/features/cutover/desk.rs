//! What is saved, what is typed, and the way from one to the other.

use guildhall_contract::cutover::{CutoverView, read_cutover};
use guildhall_contract::fields::{FieldCode, FieldError as Fault};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::cutover::{Cutover, CutoverDate};
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::words::{date_name, typed, wired};
use crate::api::{Api, ApiError, cutover};
use crate::browser;
use crate::features::form::fault_words;
use crate::i18n::texts;
use crate::ui::{FieldError, Toasts};

/// The dates as they are worked on.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// What is saved, as far as is known.
    pub(super) kept: RwSignal<CutoverView>,
    /// What is typed, in the order of the dates.
    fields: [RwSignal<String>; 3],
    faults: RwSignal<Vec<Fault>>,
    pub(super) attempt: RwSignal<u32>,
    pub(super) is_busy: RwSignal<bool>,
    pub(super) is_overtaken: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// Whether it is asked if the dates are meant.
    pub(super) is_asked: RwSignal<bool>,
    api: Api,
    toasts: Toasts,
}

impl Desk {
    pub(super) fn new(view: CutoverView) -> Self {
        let fields = CutoverDate::ALL.map(|date| RwSignal::new(typed(view.dates.get(date))));
        Self {
            kept: RwSignal::new(view),
            fields,
            faults: RwSignal::new(Vec::new()),
            attempt: RwSignal::new(0),
            is_busy: RwSignal::new(false),
            is_overtaken: RwSignal::new(false),
            failure: RwSignal::new(None),
            is_asked: RwSignal::new(false),
            api: expect_context(),
            toasts: expect_context(),
        }
    }

    /// What is typed for a date.
    pub(super) fn field(self, date: CutoverDate) -> RwSignal<String> {
        let [review, directory, closed] = self.fields;
        match date {
            CutoverDate::ReviewFrom => review,
            CutoverDate::DirectoryFrom => directory,
            CutoverDate::ClosedFrom => closed,
        }
    }

    /// The dates that are saved.
    pub(super) fn saved(self) -> Cutover {
        self.kept.with(|kept| Cutover::try_from(kept.dates)).unwrap_or_default()
    }

    /// The dates that are typed, if they make sense.
    pub(super) fn proposed(self) -> Result<Cutover, Vec<Fault>> {
        read_cutover(&self.body())
    }

    fn body(self) -> Map<String, Value> {
        let typed = |date: CutoverDate| wired(self.field(date).get().trim());
        let field = |date: CutoverDate| (date.code().to_owned(), Value::String(typed(date)));
        CutoverDate::ALL.into_iter().map(field).collect()
    }

    /// Asks whether the dates are meant, if they are dates.
    pub(super) fn submit(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        match untrack(|| self.proposed()) {
            Err(faults) => self.refuse(faults),
            Ok(proposed) => {
                self.faults.set(Vec::new());
                match proposed == untrack(|| self.saved()) {
                    true => self.toasts.say(texts::cutover::unchanged()),
                    false => self.is_asked.set(true),
                }
            }
        }
    }

    /// Saves them.
    pub(super) fn save(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_overtaken.set(false);
        self.is_busy.set(true);
        let body = untrack(|| self.body());
        let seen = self.kept.with_untracked(|kept| kept.version);
        spawn_local(async move {
            let answer = cutover::save(self.api, &body, seen).await;
            // Nothing is left to show when the page is gone.
            if self.is_busy.try_set(false).is_none() {
                self.take(answer);
            }
        });
    }

    fn take(self, answer: Result<CutoverView, ApiError>) {
        self.is_asked.set(false);
        match answer {
            Ok(view) => {
                self.kept.set(view);
                self.toasts.say(texts::cutover::saved());
            }
            Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => self.refuse(problem.errors),
            Err(error) => match newer(&error) {
                Some(view) => {
                    self.kept.set(view);
                    self.is_overtaken.set(true);
                    browser::focus_id_soon("overtaken");
                }
                None => self.failure.set(Some(error)),
            },
        }
    }

    fn refuse(self, faults: Vec<Fault>) {
        self.faults.set(faults);
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// What is wrong with a date.
    pub(super) fn error(self, date: CutoverDate) -> Signal<Option<String>> {
        let name = date.code();
        Signal::derive(move || {
            self.faults.with(|faults| faults.iter().find(|fault| fault.name() == Some(name)).map(say))
        })
    }

    /// Everything that is wrong.
    pub(super) fn summary(self) -> Signal<Vec<FieldError>> {
        let error = |fault: &Fault| FieldError {
            field: fault.name().unwrap_or_default().to_owned(),
            message: say(fault),
        };
        Signal::derive(move || self.faults.with(|faults| faults.iter().map(error).collect()))
    }
}

fn say(fault: &Fault) -> String {
    let earlier = fault.params.get("earlier");
    let earlier = CutoverDate::ALL.into_iter().find(|date| earlier.is_some_and(|code| code == date.code()));
    match (fault.code, earlier) {
        (FieldCode::NotAfter, Some(earlier)) => texts::cutover::after(date_name(earlier)()),
        _ => fault_words(fault, |_| texts::cutover::needed()),
    }
}

/// How the dates stand, if somebody was faster.
fn newer(error: &ApiError) -> Option<CutoverView> {
    let ApiError::Conflict(problem) = error else { return None };
    match problem.current_state.as_deref()? {
        CurrentState::Cutover(view) => Some(view.clone()),
        CurrentState::Settings(_)
        | CurrentState::LeadAddress(_)
        | CurrentState::Representative(_)
        | CurrentState::Desk(_)
        | CurrentState::Migration(_)
        | CurrentState::Tools(_)
        | CurrentState::Member(_)
        | CurrentState::Organisation(_)
        | CurrentState::PayoutDetails(_) => None,
    }
}
