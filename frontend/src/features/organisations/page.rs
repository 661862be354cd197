use guildhall_contract::organisations::{OrganisationDetails, OrganisationEntry};
use guildhall_domain::actor::Role;
use guildhall_domain::organisation::OrgStanding;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::change::{Change, ChangeDialog, Changing};
use super::standing::Standing;
use crate::api::members::Group;
use crate::api::{Api, ApiError, organisations};
use crate::auth::Session;
use crate::features::members::{Invite, Keeping, People, Questions};
use crate::format;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{
    Bone, Button, EmptyState, Failure, Kind, LinkButton, Notice, PageTitle, Sign, Skeleton, Tone,
};

/// `/organisations/:id`.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = Remote::<OrganisationDetails>::new(move || {
        let id = id.get();
        async move { organisations::details(api, &id).await }
    });
    let title = Signal::derive(move || match remote.ready() {
        Some(details) => details.organisation.name,
        None => texts::organisations::organisation().to_owned(),
    });
    let changing = Changing::new(remote);
    // The page is one organisation's as long as it stands: a link to another one makes another page.
    let dialogs = move || {
        id.get().parse().ok().map(|org| {
            let keeping = Keeping::new(Group::Of(org), Callback::new(move |()| remote.reload()));
            let content = move || content(remote, keeping, changing);
            view! {
                <div class="stack" id="people" tabindex="-1">
                    {content}
                </div>
                <Questions keeping=keeping />
                <Invite keeping=keeping />
            }
        })
    };
    let is_unknown = move || id.get().parse::<guildhall_domain::ids::OrgId>().is_err();
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::here(texts::audit::programme),
            Crumb::link(texts::organisations::organisations, "/organisations"),
            Crumb::here(move || title.get()),
        ] />
        <PageHead title=move || title.get() />
        {dialogs}
        {move || is_unknown().then(missing)}
        <ChangeDialog changing=changing />
    }
    .into_any()
}

fn content(remote: Remote<OrganisationDetails>, keeping: Keeping, changing: Changing) -> AnyView {
    match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(ApiError::NotFound) => missing(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::organisations::failed_one error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(details) => whole(details, keeping, changing),
    }
}

fn whole(details: OrganisationDetails, keeping: Keeping, changing: Changing) -> AnyView {
    let OrganisationDetails { organisation, people } = details;
    let ownerless = people.may_manage.then(|| {
        let invite = view! {
            <Button on_press=Callback::new(move |()| keeping.inviting.set(true))>
                {texts::organisations::invite_owner}
            </Button>
        };
        view! {
            <Notice tone=Tone::Info action=invite.into_any()>
                <p>{texts::organisations::ownerless}</p>
            </Notice>
        }
    });
    view! {
        {facts(organisation, changing)}
        {ownerless}
        <People people=people keeping=keeping />
    }
    .into_any()
}

/// Name, standing and history, and what may be changed of them.
fn facts(entry: OrganisationEntry, changing: Changing) -> impl IntoView {
    let (since, standing) = (entry.since, entry.standing);
    let reason = entry.reason.as_ref().map(|reason| {
        let reason = reason.as_str().to_owned();
        view! {
            <div data-wide="">
                <dt>{texts::organisations::reason}</dt>
                <dd>{reason}</dd>
            </div>
        }
    });
    let changed = entry.changed.clone().map(|stamp| {
        let words = move || texts::team::changed_by(&stamp.by.name, &format::date_and_time(stamp.at));
        view! { <p class="muted">{words}</p> }
    });
    let (turn, kind, word) = match standing {
        OrgStanding::Good => (Change::Suspend, Kind::Danger, texts::organisations::suspend as fn() -> _),
        OrgStanding::Suspended => (Change::Restore, Kind::Primary, texts::organisations::restore as _),
    };
    let renamed = entry.clone();
    view! {
        <section class="card" aria-labelledby="facts-title">
            <div class="card__head">
                <h2 id="facts-title">{texts::organisations::facts}</h2>
                <Standing standing=standing />
            </div>
            <div class="card__body stack">
                <dl class="facts">
                    <div>
                        <dt>{texts::organisations::id}</dt>
                        <dd>{entry.id.to_string()}</dd>
                    </div>
                    <div>
                        <dt>{texts::organisations::since}</dt>
                        <dd>{move || format::day(since)}</dd>
                    </div>
                    {reason}
                </dl>
                {changed}
                <div class="cluster">
                    <Button on_press=Callback::new(move |()| changing.begin(Change::Rename, renamed.clone()))>
                        {texts::organisations::rename}
                    </Button>
                    <Button kind=kind on_press=Callback::new(move |()| changing.begin(turn, entry.clone()))>
                        {word}
                    </Button>
                </div>
            </div>
        </section>
    }
}

fn missing() -> AnyView {
    view! {
        <div class="card">
            <EmptyState
                sign=Sign::Search
                title=texts::organisations::missing
                text=texts::organisations::missing_text
            >
                <LinkButton href="/organisations" kind=Kind::Primary>
                    {texts::organisations::back}
                </LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    let line = || view! { <Skeleton bone=Bone::Line /> };
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::organisations::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">{(0..5).map(|_| line()).collect_view()}</div>
            </div>
        </div>
    }
}
