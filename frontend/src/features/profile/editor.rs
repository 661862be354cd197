//! The state of the editor: what stands in its fields, what is wrong with it, and whether it is saved.

use std::collections::BTreeSet;

use guildhall_contract::fields::{FieldCode, FieldError, FieldRule};
use guildhall_contract::profile_form::{PROFILE_FIELDS, read_profile_form};
use guildhall_domain::profile::{Completeness, SocialNetwork};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::draft::Draft;
use super::fault::{Fault, fault_words, located, social_control, work_control};
use super::rows::{ServiceRow, WorkRow};
use super::typed::Typed;
use crate::browser;
use crate::ui::FieldError as Told;

/// What the service said about a body, for as long as that is what stands in the fields.
#[derive(Clone, PartialEq)]
struct Refused {
    body: Map<String, Value>,
    errors: Vec<FieldError>,
}

/// The saved version that is being edited.
#[derive(Clone, PartialEq)]
struct Base {
    version: u64,
    typed: Typed,
}

/// The fields of the profile and all that is known about them.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    lines: StoredValue<Vec<(FieldRule, RwSignal<String>)>>,
    social: StoredValue<Vec<(SocialNetwork, RwSignal<String>)>>,
    /// Further countries.
    pub countries: RwSignal<Vec<String>>,
    /// Languages.
    pub languages: RwSignal<Vec<String>>,
    /// Industries.
    pub industries: RwSignal<Vec<String>>,
    /// Services.
    pub services: RwSignal<Vec<ServiceRow>>,
    /// Featured work.
    pub works: RwSignal<Vec<WorkRow>>,
    /// Everything that stands in the fields.
    pub typed: Memo<Typed>,
    /// How much is filled in; while something is wrong, as it was before.
    pub completeness: Memo<Option<Completeness>>,
    /// Whether something was changed and not saved.
    pub is_dirty: Memo<bool>,
    /// When the changes were last kept in this browser.
    pub kept_at: RwSignal<Option<f64>>,
    faults: Memo<Vec<Fault>>,
    base: RwSignal<Base>,
    left: RwSignal<BTreeSet<String>>,
    judged: RwSignal<bool>,
    told: RwSignal<Option<Refused>>,
    refused: RwSignal<Vec<Fault>>,
    attempt: RwSignal<u32>,
    place: StoredValue<String>,
    owner: StoredValue<Owner>,
}

impl Editor {
    /// Opens a version. Changes are kept at `place`.
    pub(super) fn new(typed: Typed, version: u64, place: String) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let lines: Vec<_> = PROFILE_FIELDS.iter().map(|rule| (*rule, text(typed.line(rule.name)))).collect();
        let social: Vec<_> = SocialNetwork::ALL
            .into_iter()
            .map(|network| (network, text(typed.social.get(network.code()).map_or("", String::as_str))))
            .collect();
        let (lines, social) = (StoredValue::new(lines), StoredValue::new(social));
        let countries = RwSignal::new(typed.countries.clone());
        let languages = RwSignal::new(typed.languages.clone());
        let industries = RwSignal::new(typed.industries.clone());
        let services = RwSignal::new(typed.services.iter().cloned().map(ServiceRow::new).collect::<Vec<_>>());
        let works = RwSignal::new(typed.works.iter().cloned().map(WorkRow::new).collect::<Vec<_>>());
        let base = RwSignal::new(Base { version, typed });
        let typed = Memo::new(move |_| Typed {
            lines: filled(lines.with_value(|lines| {
                lines.iter().map(|(rule, text)| (rule.name.to_owned(), text.get())).collect()
            })),
            countries: countries.get(),
            languages: languages.get(),
            industries: industries.get(),
            services: services.get().into_iter().map(ServiceRow::typed).collect(),
            works: works.get().into_iter().map(WorkRow::typed).collect(),
            social: filled(social.with_value(|social| {
                social.iter().map(|(network, text)| (network.code().to_owned(), text.get())).collect()
            })),
        });
        let told = RwSignal::new(None::<Refused>);
        let faults = Memo::new(move |_| typed.with(|typed| faults_of(typed, told.get())));
        let completeness = Memo::new(move |before: Option<&Option<Completeness>>| {
            let read = typed.with(|typed| read_profile_form(&typed.body()));
            let now = read.ok().map(|(_, content)| Completeness::of(&content));
            now.or_else(|| before.cloned().flatten())
        });
        let is_dirty =
            Memo::new(move |_| typed.with(|typed| base.with(|base| typed.body() != base.typed.body())));
        let editor = Self {
            lines,
            social,
            countries,
            languages,
            industries,
            services,
            works,
            typed,
            completeness,
            is_dirty,
            kept_at: RwSignal::new(None),
            faults,
            base,
            left: RwSignal::new(BTreeSet::new()),
            judged: RwSignal::new(false),
            told,
            refused: RwSignal::new(Vec::new()),
            attempt: RwSignal::new(0),
            place: StoredValue::new(place),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        editor.keep_on_change();
        editor
    }

    fn keep_on_change(self) {
        Effect::new(move |before: Option<Typed>| {
            let now = self.typed.get();
            if before.is_some_and(|before| before != now) {
                self.keep(now.clone());
            }
            now
        });
    }

    fn keep(self, typed: Typed) {
        let place = self.place.get_value();
        if !self.is_dirty.get_untracked() {
            self.kept_at.set(None);
            browser::forget(&place);
            return;
        }
        let kept_at = browser::now_ms();
        Draft { version: self.version(), kept_at, typed }.keep(&place);
        self.kept_at.set(Some(kept_at));
    }

    /// The text of a field that is one value.
    ///
    /// # Panics
    /// When the profile has no such field: the sections name the contract's own.
    pub(super) fn line(self, name: &str) -> RwSignal<String> {
        let found = self
            .lines
            .with_value(|lines| lines.iter().find(|(rule, _)| rule.name == name).map(|(_, text)| *text));
        found.expect("a section names the contract's own fields")
    }

    /// The address in a network.
    pub(super) fn social(self) -> Vec<(SocialNetwork, RwSignal<String>)> {
        self.social.get_value()
    }

    /// The revision that is edited.
    pub(super) fn version(self) -> u64 {
        self.base.with_untracked(|base| base.version)
    }

    /// What was saved last.
    pub(super) fn saved(self) -> Typed {
        self.base.with_untracked(|base| base.typed.clone())
    }

    /// Runs `make` so that the signals that it makes live as long as the editor.
    pub(super) fn owned<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.with_value(|owner| owner.with(make))
    }

    /// Fills all fields.
    pub(super) fn fill(self, typed: &Typed) {
        self.lines.with_value(|lines| {
            for (rule, text) in lines {
                text.set(typed.line(rule.name).to_owned());
            }
        });
        self.social.with_value(|social| {
            for (network, text) in social {
                text.set(typed.social.get(network.code()).cloned().unwrap_or_default());
            }
        });
        self.countries.set(typed.countries.clone());
        self.languages.set(typed.languages.clone());
        self.industries.set(typed.industries.clone());
        let services = typed.services.iter().cloned();
        self.services.set(self.owned(|| services.map(ServiceRow::new).collect()));
        self.works.set(self.owned(|| typed.works.iter().cloned().map(WorkRow::new).collect()));
    }

    /// Takes a newer version for what is saved. What stands in the fields stays.
    pub(super) fn rebase(self, typed: Typed, version: u64) {
        self.base.set(Base { version, typed });
        self.keep(self.typed.get_untracked());
    }

    /// Takes a version for what is saved and for what stands in the fields.
    pub(super) fn open(self, typed: &Typed, version: u64) {
        self.base.set(Base { version, typed: typed.clone() });
        self.fill(typed);
        self.forgive();
        self.keep(typed.clone());
    }

    /// Judges nothing until it is left or sent again.
    pub(super) fn forgive(self) {
        self.left.set(BTreeSet::new());
        self.judged.set(false);
        self.told.set(None);
        self.refused.set(Vec::new());
    }

    /// Somebody left a control: what was typed there is judged, an empty field is not.
    pub(super) fn leave(self, control: &str) {
        self.complete_addresses(Some(control));
        self.left.update(|left| {
            left.insert(control.to_owned());
        });
    }

    /// Nobody types `https://`; where it is all that is missing it is added.
    fn complete_addresses(self, only: Option<&str>) {
        for fault in self.faults.get_untracked() {
            let whole = fault.error.params.get("suggestion").cloned();
            let fits = fault.error.code == FieldCode::SchemeMissing
                && only.is_none_or(|control| control == fault.control);
            if let (true, Some(whole), Some(text)) = (fits, whole, self.address_at(&fault.control)) {
                text.set(whole);
            }
        }
    }

    fn address_at(self, control: &str) -> Option<RwSignal<String>> {
        if control == "website" {
            return Some(self.line("website"));
        }
        let social = self.social().into_iter().find(|(network, _)| social_control(network.code()) == control);
        let works = self.works.get_untracked();
        let work = works.into_iter().enumerate().find(|(place, _)| work_control(*place, "link") == control);
        social.map(|(_, text)| text).or(work.map(|(_, work)| work.link))
    }

    /// The body to send, or nothing if the check found something; then everything is judged.
    pub(super) fn submit(self) -> Option<Map<String, Value>> {
        self.complete_addresses(None);
        self.judged.set(true);
        self.told.set(None);
        let faults = self.faults.get_untracked();
        if faults.is_empty() {
            self.refused.set(Vec::new());
            return Some(self.typed.with_untracked(Typed::body));
        }
        self.show(faults);
        None
    }

    /// Shows what the service found in a body.
    pub(super) fn refuse(self, body: Map<String, Value>, errors: Vec<FieldError>) {
        self.told.set(Some(Refused { body, errors }));
        self.show(self.faults.get_untracked());
    }

    fn show(self, faults: Vec<Fault>) {
        self.refused.set(faults);
        self.attempt.update(|count| *count += 1);
    }

    /// What is wrong at a control, once that may be said.
    pub(super) fn error(self, control: impl Into<String>) -> Signal<Option<String>> {
        let control = control.into();
        Signal::derive(move || {
            let judged = self.judged.get();
            let left = self.left.with(|left| left.contains(&control));
            if !judged && !left {
                return None;
            }
            self.faults.with(|faults| {
                let fault = faults.iter().find(|fault| fault.control == control)?;
                let may_say = judged || fault.error.code != FieldCode::Required;
                may_say.then(|| fault_words(fault))
            })
        })
    }

    /// For [`crate::ui::ErrorSummary`]: what was refused, worded.
    pub(super) fn refused(self) -> Signal<Vec<Told>> {
        let told = |fault: &Fault| Told { field: fault.control.clone(), message: fault_words(fault) };
        Signal::derive(move || self.refused.with(|faults| faults.iter().map(told).collect()))
    }

    /// Whether it stands refused.
    pub(super) fn is_refused(self) -> Signal<bool> {
        Signal::derive(move || self.refused.with(|faults| !faults.is_empty()))
    }

    /// Counts the refusals.
    pub(super) fn attempt(self) -> RwSignal<u32> {
        self.attempt
    }
}

fn filled(pairs: Vec<(String, String)>) -> std::collections::BTreeMap<String, String> {
    pairs.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The check's own faults, and those that the service told of values that still stand there.
fn faults_of(typed: &Typed, told: Option<Refused>) -> Vec<Fault> {
    let body = typed.body();
    let mut errors = read_profile_form(&body).err().unwrap_or_default();
    if let Some(told) = told {
        let (sent, now) = (Value::Object(told.body), Value::Object(body));
        let still = |error: &FieldError| {
            error.pointer.as_deref().is_none_or(|pointer| sent.pointer(pointer) == now.pointer(pointer))
        };
        errors.extend(told.errors.into_iter().filter(still));
    }
    located(errors, typed)
}
