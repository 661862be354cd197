use std::sync::Arc;

use guildhall_domain::lead::Hold;
use guildhall_domain::policy::product_name;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use wasm_bindgen_futures::spawn_local;

use super::SharedLead;
use super::correct::{Correct, CorrectButton};
use super::details::details;
use super::loading::LeadSkeleton;
use super::mails::partner_was_told;
use super::now::now;
use super::plan::PlanCard;
use super::question::Question;
use super::representative::representative;
use super::similar::Similar;
use super::story::proposal;
use super::terms::terms;
use super::timeline::timeline;
use crate::api::{Api, ApiError, leads};
use crate::auth::Session;
use crate::features::leads::actions::{ActionDialog, Actions, HeadActions, SalesActions};
use crate::format;
use crate::i18n::{texts, words};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{
    EmptyState, ExactTime, Failure, Icon, Kind, LinkButton, Notice, OutcomeLine, PageTitle, Sign,
    StatusBadge, Tone,
};

/// What the page shows.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    NotFound,
    Failed(ApiError),
    Lead,
}

/// `/referrals/leads/:id`.
#[component]
pub fn LeadPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let sales = session.is_sales();
    if !sales && !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = Remote::<SharedLead>::new(move || {
        let id = id.get();
        async move { leads::details(api, &id).await.map(Arc::new) }
    });
    refresh_on_return(api, id, remote);
    let lead = Memo::new(move |_| remote.ready());
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(ApiError::NotFound) => View::NotFound,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(_) => View::Lead,
    });
    let shown = Memo::new(move |_| lead.get().filter(|_| view.get() == View::Lead));
    let actions = Actions::new(lead, remote);
    let title = move || lead.with(|lead| lead.as_ref().map(|lead| lead.form.company.clone()));
    let title = Memo::new(move |_| match view.get() {
        View::NotFound => texts::lead::not_found_title().to_owned(),
        _ => title().unwrap_or_else(|| texts::lead::lead().to_owned()),
    });
    let correcting = RwSignal::new(false);
    let user_id = StoredValue::new(session.user_id.clone());
    let content = move || match view.get() {
        View::Loading => view! { <LeadSkeleton /> }.into_any(),
        View::NotFound => view! { <Missing /> }.into_any(),
        View::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::lead::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::Lead => {
            let user_id = user_id.get_value();
            view! {
                <Question lead=lead remote=remote user_id=user_id.clone() sales=sales />
                <Correct lead=lead remote=remote user_id=user_id open=correcting />
                <Whole lead=lead remote=remote actions=actions sales=sales />
                {sales.then(|| view! { <Similar lead=lead /> })}
            }
            .into_any()
        }
    };
    let section = if sales { texts::frame::sales } else { texts::frame::referrals };
    let list = if sales { texts::frame::leads_queue } else { texts::frame::leads };
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::link(section, "/referrals/leads"),
            Crumb::link(list, "/referrals/leads"),
            Crumb::here(move || title.get()),
        ] />
        <Head lead=shown title=title actions=actions correcting=correcting sales=sales />
        {content}
        <ActionDialog actions=actions user_id=session.user_id sales=sales />
    }
    .into_any()
}

/// Whoever comes back to the tab sees the lead as it is by then. A failure changes nothing: what was
/// shown is still worth more than an error that nobody asked for.
fn refresh_on_return(api: Api, id: Memo<String>, remote: Remote<SharedLead>) {
    let handle = window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() || untrack(|| remote.ready()).is_none() {
            return;
        }
        let asked = id.get_untracked();
        spawn_local(async move {
            let answer = leads::details(api, &asked).await;
            if let (Ok(lead), Some(now)) = (answer, id.try_get_untracked())
                && now == asked
            {
                remote.put(Arc::new(lead));
            }
        });
    });
    on_cleanup(move || handle.remove());
}

/// One page for a lead that is not there and one that belongs to somebody else.
#[component]
fn Missing() -> impl IntoView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Search title=texts::lead::not_found_heading text=texts::lead::not_found_text>
                <LinkButton href="/referrals/leads" kind=Kind::Primary>
                    {texts::failures::not_found_action}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

/// The head of the page. Its heading stays while the rest loads, and so keeps the focus.
#[component]
fn Head(
    lead: Memo<Option<SharedLead>>,
    title: Memo<String>,
    actions: Actions,
    correcting: RwSignal<bool>,
    sales: bool,
) -> impl IntoView {
    let beside = move || {
        let lead = lead.get()?;
        let outcome = lead.outcome.map(|outcome| view! { <OutcomeLine outcome=outcome /> });
        let hold = lead.hold.map(held);
        Some(view! {
            <StatusBadge status=lead.status large=true />
            {outcome}
            {hold}
        })
    };
    let below = move || lead.get().map(|lead| meta(&lead, sales));
    let partner_actions = move || {
        let lead = lead.get().filter(|_| !sales)?;
        Some(view! {
            <CorrectButton lead=lead.clone() open=correcting />
            <HeadActions lead=lead actions=actions />
        })
    };
    view! {
        <PageHead title=move || title.get() beside=beside.into_any() below=below.into_any()>
            {partner_actions}
        </PageHead>
    }
}

/// What keeps it from moving on, beside its status.
fn held(hold: Hold) -> impl IntoView {
    let (words, sign): (fn() -> &'static str, _) = match hold {
        Hold::Information => (texts::lead_work::waits_state, Sign::Mail),
        Hold::Withdrawn => (texts::lead_work::withdrawn_state, Sign::Close),
    };
    view! {
        <span class="flag">
            <Icon sign=sign small=true />
            {words}
        </span>
    }
}

fn meta(lead: &SharedLead, sales: bool) -> AnyView {
    let product = lead.product;
    let submitter = lead.timeline.first().map(|entry| entry.by.name.clone()).unwrap_or_default();
    view! {
        <ul class="page-head__meta">
            <li>{move || texts::lead::kind(words(&product_name(product)))}</li>
            {sales.then(|| view! { <li>{lead.organisation.name.clone()}</li> })}
            {lead.form.reference.clone().map(|reference| view! { <li>{reference}</li> })}
            {from_inquiry(lead, sales)}
            <li>
                {texts::lead::submitted} " " <ExactTime at=lead.submitted_at day_only=true /> " "
                {move || texts::lead::by(&submitter)}
            </li>
        </ul>
    }
    .into_any()
}

/// Where the lead came from. The inquiry itself stays between merchant and partner.
fn from_inquiry(lead: &SharedLead, sales: bool) -> Option<AnyView> {
    let href = format!("/inquiries/{}", lead.form.inquiry.as_ref()?);
    Some(match sales {
        true => view! { <li>{texts::inquiries::from_inquiry}</li> }.into_any(),
        false => view! {
            <li>
                <a href=href>{texts::inquiries::from_inquiry}</a>
            </li>
        }
        .into_any(),
    })
}

#[component]
fn Whole(
    lead: Memo<Option<SharedLead>>,
    remote: Remote<SharedLead>,
    actions: Actions,
    sales: bool,
) -> impl IntoView {
    move || {
        let lead = lead.get()?;
        Some(view! {
            {proposed(&lead, sales)}
            <div class="lead-grid">
                {now(&lead, sales)}
                {timeline(&lead, remote, sales)}
                <aside class="stack" data-area="rep" aria-label=texts::lead::beside>
                    {sales.then(|| view! { <SalesActions lead=lead.clone() actions=actions /> })}
                    {representative(&lead, actions, sales)}
                    <PlanCard lead=lead.clone() remote=remote sales=sales />
                    {terms(&lead)}
                </aside>
                {details(&lead, sales)}
            </div>
        })
    }
}

/// Somebody wants to take the award back, and a second person must agree.
fn proposed(lead: &SharedLead, sales: bool) -> Option<AnyView> {
    let (entry, reason) = proposal(&lead.timeline).filter(|_| lead.reopen_proposed)?;
    let (by, at) = (&entry.by, entry.at);
    let waits = sales && !partner_was_told(lead, entry.seq);
    let (name, reason) = (by.name.clone(), reason.as_str().to_owned());
    Some(
        view! {
            <Notice tone=Tone::Warning>
                <p>{move || texts::lead::reopen_waits(&format::date(at), &name)}</p>
                <p class="quoted">{reason}</p>
                {waits.then(|| view! { <p>{texts::lead_work::second_waits}</p> })}
            </Notice>
        }
        .into_any(),
    )
}
