use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use guildhall_domain::actor::{Role, Side};
use leptos::prelude::*;

use super::desk::Desk;
use super::draft::{Draft, place};
use super::editor::Editor;
use super::form::ProfileForm;
use super::preview::Preview;
use super::standing::{Aside, StateBadge};
use super::typed::Typed;
use crate::api::{Api, ApiError, own_profile};
use crate::auth::Session;
use crate::i18n::{language, texts};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, EmptyState, Failure, PageTitle, Sign, Skeleton};

/// What there is: a profile, or none yet.
pub(super) type Found = Option<Arc<OwnProfile>>;

/// Loads the organisation's profile.
pub(super) fn load(api: Api) -> Remote<Found> {
    Remote::new(move || async move {
        match own_profile::load(api).await {
            Ok(own) => Ok(Some(Arc::new(own))),
            Err(ApiError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    })
}

/// `/profile`.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let session = expect_context::<Session>();
    if session.role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let remote = load(expect_context());
    let content = move || match (remote.stage(), session.role) {
        (Stage::Loading, _) => view! { <Loading /> }.into_any(),
        (Stage::Failed(error), _) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <Head own=None reader=true />
                <div class="card">
                    <Failure title=texts::profile::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        (Stage::Ready(found), Role::PartnerOwner) => editing(found, &session),
        (Stage::Ready(Some(own)), _) => reading(&own),
        (Stage::Ready(None), _) => view! {
            <Head own=None reader=true />
            <div class="card">
                <EmptyState sign=Sign::Hall title=texts::profile::none_title text=texts::profile::none_text />
            </div>
        }
        .into_any(),
    };
    view! {
        <Crumbs crumbs=vec![Crumb::here(texts::profile::directory), Crumb::here(texts::profile::profile)] />
        {content}
    }
    .into_any()
}

/// The head of the page. Children are its actions.
#[component]
fn Head(
    #[prop(into)] own: Signal<Found>,
    reader: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let beside = move || own.get().map(|own| view! { <StateBadge own=own large=true /> });
    let text = if reader { texts::profile::about_reader } else { texts::profile::about };
    let below = view! {
        <ul class="page-head__meta">
            <li>
                <a href="/directory/review-policy" rel="external">
                    {texts::profile::help}
                </a>
            </li>
        </ul>
    };
    view! {
        <PageHead title=texts::profile::profile text=text beside=beside.into_any() below=below.into_any()>
            {children.map(|children| children())}
        </PageHead>
    }
}

/// The link to what the world sees, while it sees anything.
fn public_link(own: RwSignal<Found>) -> impl IntoView {
    move || {
        let own = own.get().filter(|own| own.is_public)?;
        let href = format!("{}/{}", guildhall_pages::address::root(language()), own.working.handle);
        Some(view! {
            <a class="button" href=href rel="external">
                {texts::profile::public_page}
            </a>
        })
    }
}

fn editing(found: Found, session: &Session) -> AnyView {
    let owner = found.as_ref().map_or_else(|| session.user_id.clone(), |own| own.org.to_string());
    let place = place(&owner);
    let draft = Draft::kept(&place);
    let (saved, version) = match &found {
        Some(own) => (Typed::from(&own.working), own.version),
        None => (begun(session), 0),
    };
    let editor = Editor::new(saved, version, place);
    let desk = Desk::new(editor, found);
    view! {
        <PageTitle title=texts::profile::profile error=editor.is_refused() />
        <div class="two" data-form="">
            <div class="form-page">
                <Head own=desk.own reader=false>
                    <a class="button" href="/profile/preview">
                        {texts::profile::preview}
                    </a>
                    {public_link(desk.own)}
                </Head>
                <ProfileForm desk=desk draft=draft />
            </div>
            <Aside desk=desk />
        </div>
    }
    .into_any()
}

/// A profile to begin with: what is known of the organisation already.
fn begun(session: &Session) -> Typed {
    let name = session.org_name.clone().unwrap_or_default();
    let language = untrack(language).tag().to_owned();
    let lines = [
        ("name", name),
        ("contact_email", session.email.clone()),
        ("contact_language", language),
        ("availability", "open".to_owned()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    Typed { lines: lines.map(|(name, text)| (name.to_owned(), text)).collect(), ..Typed::default() }
}

fn reading(own: &Arc<OwnProfile>) -> AnyView {
    let signal = RwSignal::new(Some(own.clone()));
    view! {
        <PageTitle title=texts::profile::profile />
        <Head own=signal reader=true>
            {public_link(signal)}
        </Head>
        <Preview own=own.clone() body=own.working.clone() />
    }
    .into_any()
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    let lines = |count: usize| {
        let line = || view! { <Skeleton bone=Bone::Line /> };
        view! { <div class="card__body stack">{(0..count).map(|_| line()).collect_view()}</div> }
    };
    view! {
        <PageTitle title=texts::profile::profile />
        <Head own=None reader=false />
        <div class="late two" aria-busy="true" data-form="">
            <p class="visually-hidden" role="status">
                {texts::profile::loading}
            </p>
            <div class="form-page" aria-hidden="true">
                <div class="card">{lines(5)}</div>
                <div class="card">{lines(4)}</div>
            </div>
            <div class="stack" aria-hidden="true">
                <div class="card">{lines(3)}</div>
            </div>
        </div>
    }
}
