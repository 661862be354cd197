use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need};
use guildhall_contract::lead_work::{PLAN_DATE, PLAN_NOTE, read_plan};
use guildhall_contract::leads::NextAction;
use guildhall_domain::actor::Role;
use guildhall_domain::personal::Personal;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::editor::Editor;
use super::saving::Saving;
use crate::auth::Session;
use crate::browser;
use crate::features::form::{Form, Spec, json};
use crate::features::leads::lead::SharedLead;
use crate::format;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Button, Icon, Kind, Sign, Size};

const DATE: FieldRule =
    FieldRule { name: PLAN_DATE, kind: FieldKind::Line { max: 10 }, need: Need::Required };

/// Whether a role keeps plans: whoever works with leads and does not only read them.
fn may_plan(role: Role) -> bool {
    match role {
        Role::PartnerMember | Role::PartnerOwner | Role::Rep | Role::SalesManager | Role::ProgramAdmin => {
            true
        }
        Role::Merchant | Role::PartnerViewer | Role::System => false,
    }
}

/// The plan, and the way to change it.
#[component]
pub(in crate::features::leads::lead) fn PlanCard(
    /// The lead.
    lead: SharedLead,
    /// Takes what a change is answered with.
    remote: Remote<SharedLead>,
    /// For the sales team.
    sales: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let may_plan = may_plan(session.role);
    if !may_plan && lead.next_action.is_none() {
        return None;
    }
    let form = new_form(&lead, &session.user_id);
    // A draft that was kept is what somebody was about to say.
    let editing = RwSignal::new(may_plan && form.restored_at().get_untracked().is_some());
    let saving = Saving::new(lead.clone(), remote, form, editing);
    let plan = StoredValue::new(lead.next_action.clone());
    let open = move |()| {
        plan.with_value(|plan| begin(form, plan.as_ref()));
        editing.set(true);
        browser::focus_id_soon(PLAN_DATE);
    };
    let body = move || match editing.get() {
        true => view! { <Editor form=form saving=saving /> }.into_any(),
        false => {
            let shown = plan.with_value(|plan| standing(plan.as_ref()));
            let has_plan = plan.with_value(Option::is_some);
            let word = if has_plan { texts::lead_work::plan_change } else { texts::lead_work::plan_add };
            view! {
                {shown}
                {may_plan
                    .then(|| {
                        view! {
                            <div class="cluster">
                                <Button size=Size::Small on_press=Callback::new(open)>
                                    {word}
                                </Button>
                                {has_plan.then(|| view! { <ClearButton saving=saving /> })}
                            </div>
                        }
                    })}
                {move || saving.failure()}
            }
            .into_any()
        }
    };
    let (title, private) = match sales {
        true => (texts::lead_work::plan_sales, texts::lead_work::plan_private_sales),
        false => (texts::lead_work::plan, texts::lead_work::plan_private),
    };
    Some(view! {
        <section class="card" aria-labelledby="plan-title">
            <div class="card__head">
                <h2 id="plan-title" tabindex="-1">
                    {title}
                </h2>
            </div>
            <div class="card__body stack">{body} <p class="muted">{private}</p></div>
        </section>
    })
}

fn new_form(lead: &SharedLead, user_id: &str) -> Form {
    let rules = vec![DATE, PLAN_NOTE];
    let spec = Spec {
        rules: rules.clone(),
        assemble: Arc::new(move |answers| json(&rules, answers)),
        check,
        required: |_| texts::lead_work::plan_date_needed(),
    };
    Form::new(spec, format!("guildhall.draft.plan.{}.{user_id}", lead.id))
}

/// On the wire no day takes a plan away; here somebody makes one.
fn check(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    if body.contains_key(PLAN_DATE) {
        read_plan(body).map(drop)
    } else {
        Err(vec![FieldError::field(PLAN_DATE, FieldCode::Required)])
    }
}

/// Begins with the plan that stands, unless a draft was kept.
fn begin(form: Form, plan: Option<&NextAction>) {
    let Some(plan) = plan.filter(|_| form.kept_at().get_untracked().is_none()) else { return };
    form.text(PLAN_DATE).set(plan.date.to_string());
    form.text(PLAN_NOTE.name).set(plan.note.as_ref().map(Personal::as_str).unwrap_or_default().to_owned());
}

fn standing(plan: Option<&NextAction>) -> AnyView {
    let Some(NextAction { date, note, by }) = plan.cloned() else {
        return view! { <p>{texts::lead_work::plan_none}</p> }.into_any();
    };
    let is_over = date < browser::today();
    let note = note.map(|note| note.as_str().to_owned());
    let when = move || match is_over {
        true => texts::lead_work::plan_over(&format::weekday(date)),
        false => format::weekday(date),
    };
    view! {
        {note.map(|note| view! { <p class="said">{note}</p> })}
        <p class="by" data-late=is_over.then_some("")>
            <Icon sign=if is_over { Sign::Alert } else { Sign::Clock } />
            <span>
                <time datetime=date.to_string()>{when}</time>
                ", "
                {move || format::relative_day(date)}
                ", "
                {move || texts::lead_work::plan_by(&by)}
            </span>
        </p>
    }
    .into_any()
}

#[component]
fn ClearButton(saving: Saving) -> impl IntoView {
    let clear = move |()| saving.save(Map::from_iter([(PLAN_DATE.to_owned(), Value::Null)]));
    view! {
        <Button
            kind=Kind::Quiet
            size=Size::Small
            busy=saving.is_busy()
            busy_label=texts::sales::saving
            on_press=Callback::new(clear)
        >
            {texts::lead_work::plan_clear}
        </Button>
    }
}
