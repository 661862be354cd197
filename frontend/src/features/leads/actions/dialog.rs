use std::sync::Arc;

use guildhall_contract::leads::LeadDetails;
use guildhall_contract::problem::ProblemCode;
use guildhall_domain::lead::CommandKind;
use guildhall_domain::policy::status_name;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::catalogue::{Way, done, effect_of, name_of, way_of};
use super::conflict::Conflict;
use super::difference::{Difference, difference};
use super::form::{all_fields, new_form};
use super::{Actions, SharedLead};
use crate::api::{Api, ApiError, leads};
use crate::browser;
use crate::features::form::Form;
use crate::features::leads::refusals::explanation;
use crate::i18n::{texts, words};
use crate::ui::{Button, Dialog, Kind, Notice, Toasts, Tone};

/// The dialog of whatever command was started.
#[component]
pub(in crate::features::leads) fn ActionDialog(
    /// The lead and the command.
    actions: Actions,
    /// Who acts; drafts are theirs.
    user_id: String,
    /// Whether they are one of the platform's own people.
    sales: bool,
) -> impl IntoView {
    let user_id = StoredValue::new(user_id);
    let content = move || {
        // The dialog is about the lead as it was seen when it opened, whatever comes in meanwhile.
        let lead = actions.lead.get_untracked()?;
        let kind = actions.kind.get_untracked();
        let form = user_id.with_value(|user_id| new_form(kind, &lead, user_id));
        Some(view! { <Ask actions=actions kind=kind seen=lead form=form sales=sales /> })
    };
    view! {
        <Dialog open=actions.open id="action" title=move || name_of(actions.kind.get())>
            {content()}
        </Dialog>
    }
}

/// What stands in the way.
#[derive(Clone, Default)]
struct Trouble {
    failure: Option<ApiError>,
    conflict: Option<Difference>,
}

#[component]
fn Ask(actions: Actions, kind: CommandKind, seen: SharedLead, form: Form, sales: bool) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(Trouble::default());
    let product = seen.product;
    let is_second = seen.reopen_proposed;
    let fields = all_fields(form, kind, &seen, sales);
    let seen = RwSignal::new(seen);

    let succeed = move |now: LeadDetails| {
        form.start_over();
        actions.open.set(false);
        actions.remote.put(Arc::new(now));
        toasts.say(untrack(|| done(kind)));
        // The button that opened the dialog may be gone with what it did.
        browser::focus_id_soon("next-title");
    };
    let fail = move |error: ApiError| {
        let problem = error.problem().cloned();
        match problem {
            Some(problem) if !problem.errors.is_empty() => {
                form.refuse(problem.errors);
                focus_first_refused(form);
                return;
            }
            Some(problem) => {
                if problem.code == ProblemCode::IdempotencyKeyReused {
                    form.spend_key();
                }
                if let Some(now) = problem.current {
                    let now = Arc::new(*now);
                    let conflict = Some(difference(&seen.get_untracked(), &now));
                    seen.set(now.clone());
                    actions.remote.put(now);
                    trouble.set(Trouble { failure: None, conflict });
                    browser::focus_id_soon("action-conflict");
                    return;
                }
            }
            None => {}
        }
        trouble.set(Trouble { failure: Some(error), conflict: None });
    };
    let send = move |body: Map<String, Value>| {
        busy.set(true);
        let lead = seen.get_untracked();
        spawn_local(async move {
            let answer = match way_of(kind) {
                Way::Message => leads::contact(api, &lead, &body, &form.key()).await,
                Way::Withdrawal => leads::withdraw(api, &lead, &body).await,
                Way::Status | Way::Nowhere => leads::move_status(api, &lead, &body).await,
            };
            // The dialog was closed meanwhile; the page still takes the newer lead.
            if busy.try_set(false).is_some() {
                if let Ok(now) = answer {
                    actions.remote.put(Arc::new(now));
                }
                return;
            }
            match answer {
                Ok(now) => succeed(now),
                Err(error) => fail(error),
            }
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || !is_possible(kind, &seen.get_untracked()) {
            return;
        }
        trouble.set(Trouble::default());
        match form.submit() {
            Some(body) => send(body),
            None => focus_first_refused(form),
        }
    };
    let conflict = move || {
        let difference = trouble.with(|trouble| trouble.conflict.clone())?;
        let lead = seen.get();
        let impossible = (!is_possible(kind, &lead)).then(|| {
            let text =
                move || texts::sales::no_longer_possible(name_of(kind), words(&status_name(lead.status)));
            view! { <p><strong>{text}</strong></p> }
        });
        Some(view! {
            <div class="stack" id="action-conflict" tabindex="-1" role="alert">
                <p><strong>{texts::sales::conflict_title}</strong></p>
                <Conflict difference=difference />
                {impossible}
            </div>
        })
    };
    let failure = move || {
        let error = trouble.with(|trouble| trouble.failure.clone())?;
        Some(view! {
            <Notice tone=Tone::Danger>
                <p>{move || explanation(&error)}</p>
            </Notice>
        })
    };
    let has_conflict = Memo::new(move |_| trouble.with(|trouble| trouble.conflict.is_some()));
    let possible = Memo::new(move |_| seen.with(|lead| is_possible(kind, lead)));
    let button = match kind {
        CommandKind::MarkNotEligible | CommandKind::RecordIneligible | CommandKind::Withdraw => Kind::Danger,
        _ => Kind::Primary,
    };
    let confirm = move || {
        possible.get().then(|| {
            view! {
                <Button kind=button submit=true busy=busy busy_label=busy_words(kind)>
                    {move || confirm_words(kind, has_conflict.get())}
                </Button>
            }
        })
    };
    view! {
        <form novalidate on:submit=submit>
            <div class="dialog__body">
                {conflict}
                <p>{move || effect_of(kind, product, sales, is_second)}</p>
                {fields}
                {failure}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| actions.open.set(false))>
                    {move || if has_conflict.get() { texts::ui::close() } else { texts::submit::cancel() }}
                </Button>
                {confirm}
            </div>
        </form>
    }
}

fn is_possible(kind: CommandKind, lead: &LeadDetails) -> bool {
    lead.allowed.contains(&kind)
}

fn busy_words(kind: CommandKind) -> fn() -> &'static str {
    match way_of(kind) {
        Way::Message => texts::lead::sending,
        Way::Status | Way::Withdrawal | Way::Nowhere => texts::sales::saving,
    }
}

fn confirm_words(kind: CommandKind, has_conflict: bool) -> &'static str {
    match (has_conflict, kind) {
        (true, _) => texts::sales::do_it_anyway(),
        (false, CommandKind::AskRepresentative) => texts::lead::send_question(),
        (false, CommandKind::Withdraw) => texts::lead_work::withdraw_confirm(),
        (false, kind) => name_of(kind),
    }
}

fn focus_first_refused(form: Form) {
    if let Some(field) = form.first_refused() {
        browser::focus_id_soon(&field);
    }
}
