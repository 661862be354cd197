//! Choosing who gets the leads, and giving them away.

use guildhall_contract::commands::NOTE_MAX;
use guildhall_contract::lead_work::{AssignManyBody, AssignedMany, SeenLead};
use guildhall_contract::leads::LeadItem;
use guildhall_domain::personal::Personal;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::choice::RepresentativeChoice;
use super::outcome::{OutcomeView, retried};
use crate::api::{Api, ApiError, leads};
use crate::browser;
use crate::features::leads::list::Leads;
use crate::features::leads::refusals::explanation;
use crate::features::list::Selection;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, TextAreaField, Toasts, Tone};

/// The dialog's state. What is typed outlives a closing of the dialog.
#[derive(Clone, Copy)]
pub(super) struct Assigning {
    listing: Leads,
    selection: Selection<LeadItem>,
    open: RwSignal<bool>,
    items: RwSignal<Vec<LeadItem>>,
    representative: RwSignal<String>,
    name: RwSignal<String>,
    note: RwSignal<String>,
    /// The choice was sent without a representative.
    judged: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    outcome: RwSignal<Option<AssignedMany>>,
    api: Api,
    toasts: Toasts,
}

impl Assigning {
    /// For the ticked rows of a list.
    pub(super) fn new(listing: Leads, selection: Selection<LeadItem>) -> Self {
        Self {
            listing,
            selection,
            open: RwSignal::new(false),
            items: RwSignal::new(Vec::new()),
            representative: RwSignal::new(String::new()),
            name: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
            judged: RwSignal::new(false),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            outcome: RwSignal::new(None),
            api: expect_context(),
            toasts: expect_context(),
        }
    }

    /// Opens the dialog for these leads, as they were seen.
    pub(super) fn begin(self, items: Vec<LeadItem>) {
        self.items.set(items);
        self.judged.set(false);
        self.failure.set(None);
        self.outcome.set(None);
        self.open.set(true);
    }

    fn submit(self) {
        if self.representative.with_untracked(String::is_empty) {
            self.judged.set(true);
            browser::focus_id_soon("assign-to");
            return;
        }
        let seen = |item: &LeadItem| SeenLead { id: item.id.clone(), version: item.version };
        self.send(self.items.with_untracked(|items| items.iter().map(seen).collect()));
    }

    /// Gives these leads away, each only if it is still as it was seen.
    pub(super) fn send(self, leads: Vec<SeenLead>) {
        let Ok(representative) = self.representative.get_untracked().parse() else { return };
        if self.busy.get_untracked() {
            return;
        }
        let note = self.note.with_untracked(|note| note.trim().to_owned());
        let note = Some(note).filter(|note| !note.is_empty()).map(Personal::new);
        let body = AssignManyBody { representative, note, leads };
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = leads::assign_many(self.api, &body).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(outcome) => self.told(outcome),
                Err(error) => self.failure.set(Some(error)),
            }
        });
    }

    fn told(self, outcome: AssignedMany) {
        self.listing.reload();
        self.selection.clear();
        if !outcome.refused.is_empty() {
            self.outcome.set(Some(outcome));
            browser::focus_id_soon("assign-outcome");
            return;
        }
        let count = outcome.assigned.len() as u64;
        self.toasts.say(untrack(|| texts::lead_queue::assigned(count, &self.name.get())));
        self.note.set(String::new());
        self.open.set(false);
        // What opened the dialog is gone with the ticks.
        browser::focus_id_soon("leads");
    }
}

/// Who gets the ticked leads.
#[component]
pub(super) fn AssignDialog(assigning: Assigning) -> impl IntoView {
    let title = move || match assigning.outcome.with(Option::is_some) {
        true => texts::lead_queue::result_title().to_owned(),
        false => texts::lead_queue::assign_title(assigning.items.with(Vec::len) as u64),
    };
    view! {
        <Dialog open=assigning.open id="assign-many" title=title>
            {move || match assigning.outcome.get() {
                None => view! { <Ask assigning=assigning /> }.into_any(),
                Some(outcome) => view! { <Told assigning=assigning outcome=outcome /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Ask(assigning: Assigning) -> impl IntoView {
    let error = Signal::derive(move || {
        let missing = assigning.judged.get() && assigning.representative.with(String::is_empty);
        missing.then(|| texts::sales::representative_needed().to_owned())
    });
    let too_long = Signal::derive(move || {
        let count = assigning.note.with(|note| note.trim().chars().count());
        (count > NOTE_MAX).then(|| texts::submit::too_long(&NOTE_MAX.to_string()))
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match too_long.get_untracked() {
            Some(_) => browser::focus_id_soon("assign-note"),
            None => assigning.submit(),
        }
    };
    view! {
        <form novalidate on:submit=submit>
            <div class="dialog__body">
                <p>{texts::lead_queue::assign_effect}</p>
                <RepresentativeChoice
                    items=assigning.items.get_untracked()
                    value=assigning.representative
                    name=assigning.name
                    error=error
                />
                <TextAreaField
                    id="assign-note"
                    label=texts::sales::note
                    value=assigning.note
                    limit=NOTE_MAX
                    hint=Some(texts::sales::partner_reads.into())
                    error=too_long
                    optional=true
                />
                <Failed assigning=assigning />
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| assigning.open.set(false))>
                    {texts::submit::cancel}
                </Button>
                <Button
                    kind=Kind::Primary
                    submit=true
                    busy=assigning.busy
                    busy_label=texts::lead_queue::assigning
                >
                    {move || texts::lead_queue::assign_confirm(assigning.items.with(Vec::len) as u64)}
                </Button>
            </div>
        </form>
    }
}

/// What became of them, when not all were given away.
#[component]
fn Told(assigning: Assigning, outcome: AssignedMany) -> impl IntoView {
    let again = retried(&outcome);
    let count = again.len() as u64;
    let again = StoredValue::new(again);
    let name = assigning.name.get_untracked();
    view! {
        <div class="dialog__body">
            <OutcomeView outcome=outcome name=name />
            <Failed assigning=assigning />
        </div>
        <div class="dialog__actions">
            <Button on_press=Callback::new(move |()| assigning.open.set(false))>{texts::ui::close}</Button>
            {(count > 0)
                .then(|| {
                    view! {
                        <Button
                            kind=Kind::Primary
                            busy=assigning.busy
                            busy_label=texts::lead_queue::assigning
                            on_press=Callback::new(move |()| assigning.send(again.get_value()))
                        >
                            {move || texts::lead_queue::retry(count)}
                        </Button>
                    }
                })}
        </div>
    }
}

#[component]
fn Failed(assigning: Assigning) -> impl IntoView {
    move || {
        let error = assigning.failure.get()?;
        Some(view! {
            <Notice tone=Tone::Danger>
                <p>{move || explanation(&error)}</p>
            </Notice>
        })
    }
}
