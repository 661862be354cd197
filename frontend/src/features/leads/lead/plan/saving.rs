use std::sync::Arc;

use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, leads};
use crate::browser;
use crate::features::form::Form;
use crate::features::leads::lead::SharedLead;
use crate::features::leads::refusals::explanation;
use crate::format;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Notice, Toasts, Tone};

/// Keeps a plan, and says how that went.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    lead: StoredValue<SharedLead>,
    remote: Remote<SharedLead>,
    form: Form,
    editing: RwSignal<bool>,
    busy: RwSignal<bool>,
    failed: RwSignal<Option<ApiError>>,
    api: Api,
    toasts: Toasts,
}

impl Saving {
    /// For a lead as it is shown.
    pub(super) fn new(
        lead: SharedLead,
        remote: Remote<SharedLead>,
        form: Form,
        editing: RwSignal<bool>,
    ) -> Self {
        Self {
            lead: StoredValue::new(lead),
            remote,
            form,
            editing,
            busy: RwSignal::new(false),
            failed: RwSignal::new(None),
            api: expect_context(),
            toasts: expect_context(),
        }
    }

    /// Sends the plan, or `null` in its place.
    pub(super) fn save(self, body: Map<String, Value>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        let lead = self.lead.get_value();
        spawn_local(async move {
            let answer = leads::plan(self.api, &lead, &body).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(now) => {
                    self.form.start_over();
                    self.toasts.say(match &now.next_action {
                        Some(plan) => texts::lead_work::plan_saved(&format::weekday(plan.date)),
                        None => texts::lead_work::plan_cleared().to_owned(),
                    });
                    self.done();
                    self.remote.put(Arc::new(now));
                }
                Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => {
                    self.form.refuse(problem.errors);
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// Goes back to what stands.
    pub(super) fn done(self) {
        self.editing.set(false);
        browser::focus_id_soon("plan-title");
    }

    /// Whether it is under way.
    pub(super) fn is_busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Why it was not kept.
    pub(super) fn failure(self) -> Option<AnyView> {
        let error = self.failed.get()?;
        Some(
            view! {
                <Notice tone=Tone::Danger>
                    <p>{move || explanation(&error)}</p>
                </Notice>
            }
            .into_any(),
        )
    }
}
