//! A form while it is filled in.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError, FieldRule};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::answers::{TICKED, is_tick};
use super::draft::new_key;
use super::faults::words as fault_words;
use super::{Answers, Draft, field_of};
use crate::browser;
use crate::ui::FieldError as Told;

/// Makes a body of answers.
type Assemble = dyn Fn(&Answers) -> Map<String, Value> + Send + Sync;
/// Says what is wrong with a body.
type Check = fn(&Map<String, Value>) -> Result<(), Vec<FieldError>>;

/// What a form asks, and how its answers are judged.
#[derive(Clone)]
pub(crate) struct Spec {
    /// The fields.
    pub rules: Vec<FieldRule>,
    /// Makes the body.
    pub assemble: Arc<Assemble>,
    /// The contract's own check of the body.
    pub check: Check,
    /// What to say of a field that was left empty.
    pub required: fn(&str) -> &'static str,
}

#[derive(Clone, Copy)]
struct Slot {
    rule: FieldRule,
    text: RwSignal<String>,
    tick: RwSignal<bool>,
    /// Something was typed since the form was shown.
    changed: RwSignal<bool>,
    /// Its errors are shown: it was left, or the form was sent.
    judged: RwSignal<bool>,
    /// What the server said about the answer as it stands.
    told: RwSignal<Option<FieldError>>,
}

/// A form: its answers, what is wrong with them, and the draft of it.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    slots: StoredValue<Vec<Slot>>,
    spec: StoredValue<Spec>,
    place: StoredValue<String>,
    key: RwSignal<String>,
    key_is_spent: StoredValue<bool>,
    errors: Memo<Vec<FieldError>>,
    refused: RwSignal<Vec<FieldError>>,
    attempt: RwSignal<u32>,
    restored_at: RwSignal<Option<f64>>,
    kept_at: RwSignal<Option<f64>>,
}

impl Form {
    /// Makes the form, with what was kept at `place`.
    pub(crate) fn new(spec: Spec, place: String) -> Self {
        let draft = Draft::kept(&place);
        let restored_at = draft.as_ref().map(|draft| draft.kept_at);
        let (answers, key) =
            draft.map_or_else(|| (Answers::new(), new_key()), |draft| (draft.answers, draft.key));
        let slots: Vec<Slot> = spec.rules.iter().map(|rule| slot(*rule, &answers)).collect();
        let (slots, spec) = (StoredValue::new(slots), StoredValue::new(spec));
        let errors = Memo::new(move |_| {
            let answers = slots.with_value(|slots| answers_of(slots));
            spec.with_value(|spec| (spec.check)(&(spec.assemble)(&answers)).err().unwrap_or_default())
        });
        let form = Self {
            slots,
            spec,
            place: StoredValue::new(place),
            key: RwSignal::new(key),
            key_is_spent: StoredValue::new(false),
            errors,
            refused: RwSignal::new(Vec::new()),
            attempt: RwSignal::new(0),
            restored_at: RwSignal::new(restored_at),
            kept_at: RwSignal::new(restored_at),
        };
        form.keep_on_change();
        form
    }

    fn keep_on_change(self) {
        Effect::new(move |before: Option<Answers>| {
            let now = self.slots.with_value(|slots| answers_of(slots));
            if let Some(before) = before
                && before != now
            {
                self.follow(&before, &now);
            }
            now
        });
    }

    fn follow(self, before: &Answers, now: &Answers) {
        self.each(|slot| {
            if before.get(slot.rule.name) != now.get(slot.rule.name) {
                slot.changed.set(true);
                slot.told.set(None);
            }
        });
        // Only other content may go out under another key; see `spend_key`.
        if self.key_is_spent.get_value() {
            self.key_is_spent.set_value(false);
            self.key.set(new_key());
        }
        self.keep(now.clone());
    }

    fn keep(self, answers: Answers) {
        let place = self.place.get_value();
        if answers.is_empty() {
            self.kept_at.set(None);
            browser::forget(&place);
            return;
        }
        let kept_at = browser::now_ms();
        Draft { answers, key: self.key.get_untracked(), kept_at }.keep(&place);
        self.kept_at.set(Some(kept_at));
    }

    fn each(self, visit: impl FnMut(&Slot)) {
        self.slots.with_value(|slots| slots.iter().for_each(visit));
    }

    fn slot(self, name: &str) -> Option<Slot> {
        self.slots.with_value(|slots| slots.iter().find(|slot| slot.rule.name == name).copied())
    }

    /// The text of a field.
    ///
    /// # Panics
    /// When the form has no such field: the caller names its own rules.
    pub(crate) fn text(self, name: &str) -> RwSignal<String> {
        self.slot(name).expect("a form is asked for its own fields").text
    }

    /// The tick of a field.
    ///
    /// # Panics
    /// As [`Self::text`].
    pub(crate) fn tick(self, name: &str) -> RwSignal<bool> {
        self.slot(name).expect("a form is asked for its own fields").tick
    }

    /// What is wrong with a field, once that may be said.
    pub(crate) fn error(self, name: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.fault(name).map(|fault| self.words(&fault)))
    }

    fn words(self, fault: &FieldError) -> String {
        fault_words(fault, self.spec.with_value(|spec| spec.required))
    }

    /// The same before it is worded.
    pub(crate) fn fault(self, name: &str) -> Option<FieldError> {
        let slot = self.slot(name)?;
        let told = slot.told.get();
        if told.is_some() || !slot.judged.get() {
            return told;
        }
        self.errors.with(|errors| errors.iter().find(|error| field_of(error) == name).cloned())
    }

    /// Somebody left a field. It is judged if something was typed; passing by is no mistake.
    pub(crate) fn leave(self, name: &str) {
        let Some(slot) = self.slot(name) else { return };
        if !slot.changed.get_untracked() {
            return;
        }
        self.complete_website(slot);
        slot.judged.set(true);
    }

    /// Nobody types `https://`; where it is all that is missing it is added.
    fn complete_website(self, slot: Slot) {
        let whole = self.errors.with_untracked(|errors| {
            let of_slot = |error: &&FieldError| field_of(error) == slot.rule.name;
            let error = errors.iter().find(of_slot).filter(|error| error.code == FieldCode::SchemeMissing)?;
            error.params.get("suggestion").cloned()
        });
        if let Some(whole) = whole {
            slot.text.set(whole);
        }
    }

    /// The body to send, or nothing if the check found something; then every field is judged.
    pub(crate) fn submit(self) -> Option<Map<String, Value>> {
        self.each(|slot| {
            self.complete_website(*slot);
            slot.judged.set(true);
        });
        let answers = untrack(|| self.slots.with_value(|slots| answers_of(slots)));
        let body = self.spec.with_value(|spec| (spec.assemble)(&answers));
        match self.spec.with_value(|spec| (spec.check)(&body)) {
            Ok(()) => {
                self.refused.set(Vec::new());
                Some(body)
            }
            Err(errors) => {
                self.refuse(errors);
                None
            }
        }
    }

    /// Shows what the check or the server found, in the order of the fields.
    pub(crate) fn refuse(self, mut errors: Vec<FieldError>) {
        let place = |error: &FieldError| {
            self.slots.with_value(|slots| slots.iter().position(|slot| slot.rule.name == field_of(error)))
        };
        errors.sort_by_key(place);
        self.each(|slot| {
            let told = errors.iter().find(|error| field_of(error) == slot.rule.name);
            slot.told.set(told.cloned());
        });
        self.refused.set(errors);
        self.attempt.update(|count| *count += 1);
    }

    /// The key was used for other content. The next change takes a new one; the same content never
    /// does, since it may have arrived.
    pub(crate) fn spend_key(self) {
        self.key_is_spent.set_value(true);
    }

    /// The key to send it under.
    pub(crate) fn key(self) -> String {
        self.key.get_untracked()
    }

    /// For [`crate::ui::ErrorSummary`]: what was refused, worded.
    pub(crate) fn refused(self) -> Signal<Vec<Told>> {
        let told =
            move |error: &FieldError| Told { field: field_of(error).to_owned(), message: self.words(error) };
        Signal::derive(move || self.refused.with(|errors| errors.iter().map(told).collect()))
    }

    /// The first field that was refused.
    pub(crate) fn first_refused(self) -> Option<String> {
        self.refused.with_untracked(|errors| errors.first().map(|error| field_of(error).to_owned()))
    }

    /// Whether it stands refused.
    pub(crate) fn is_refused(self) -> Signal<bool> {
        Signal::derive(move || self.refused.with(|errors| !errors.is_empty()))
    }

    /// Counts the refusals.
    pub(crate) fn attempt(self) -> RwSignal<u32> {
        self.attempt
    }

    /// When the draft was kept that the form began with.
    pub(crate) fn restored_at(self) -> Signal<Option<f64>> {
        self.restored_at.into()
    }

    /// When it was last kept.
    pub(crate) fn kept_at(self) -> Signal<Option<f64>> {
        self.kept_at.into()
    }

    /// Begins anew: it was sent, or is not wanted any more.
    pub(crate) fn start_over(self) {
        self.each(|slot| {
            slot.text.set(String::new());
            slot.tick.set(false);
            slot.told.set(None);
            slot.judged.set(false);
        });
        self.refused.set(Vec::new());
        self.restored_at.set(None);
        self.key_is_spent.set_value(false);
        self.key.set(new_key());
        self.keep(Answers::new());
    }
}

fn slot(rule: FieldRule, answers: &Answers) -> Slot {
    let text = answers.get(rule.name).cloned().unwrap_or_default();
    Slot {
        rule,
        tick: RwSignal::new(is_tick(rule.kind) && text == TICKED),
        text: RwSignal::new(text),
        changed: RwSignal::new(false),
        judged: RwSignal::new(false),
        told: RwSignal::new(None),
    }
}

fn answers_of(slots: &[Slot]) -> Answers {
    let text = |slot: &Slot| match is_tick(slot.rule.kind) {
        true if slot.tick.get() => TICKED.to_owned(),
        true => String::new(),
        false => slot.text.get(),
    };
    let filled = slots.iter().map(|slot| (slot.rule.name.to_owned(), text(slot)));
    filled.filter(|(_, text)| !text.is_empty()).collect()
}
