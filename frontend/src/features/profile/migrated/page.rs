use std::sync::Arc;

use guildhall_contract::moving::{MigratedEntry, Moving};
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::migration::MigratedField;
use guildhall_pages::address::Place;
use leptos::prelude::*;

use super::progress::Progress;
use super::report::Report;
use super::step::Step;
use crate::auth::Session;
use crate::features::moving::MoveDesk;
use crate::features::profile::conflict::TroubleNotice;
use crate::features::profile::desk::Desk;
use crate::features::profile::draft::{Draft, place};
use crate::features::profile::editor::Editor;
use crate::features::profile::page::{Found, load};
use crate::features::profile::restored::Restored;
use crate::features::profile::save_bar::SaveBar;
use crate::features::profile::typed::Typed;
use crate::i18n::{language, texts};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::Stage;
use crate::ui::{Bone, EmptyState, ErrorSummary, Failure, PageTitle, Sign, Skeleton};

/// `/move/profile`.
#[component]
pub fn MigratedProfilePage() -> impl IntoView {
    let session = expect_context::<Session>();
    if session.role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let is_owner = session.role == Role::PartnerOwner;
    let (moves, profile) = (MoveDesk::load(), load(expect_context()));
    let entry =
        Memo::new(move |_| moves.remote.ready().and_then(|moving: Arc<Moving>| moving.profile.clone()));
    let is_here = Memo::new(move |_| entry.with(Option::is_some));
    // A tick brings the move anew; what is typed must not go with what was there before.
    let stage = Memo::new(move |_| match moves.remote.stage() {
        Stage::Loading => Stage::Loading,
        Stage::Failed(error) => Stage::Failed(error),
        Stage::Ready(_) => Stage::Ready(()),
    });
    let content = move || match (stage.get(), profile.stage(), is_here.get()) {
        (Stage::Failed(error), ..) | (Stage::Ready(()), Stage::Failed(error), _) => {
            let retry = Callback::new(move |()| {
                moves.remote.reload();
                profile.reload();
            });
            view! {
                <div class="card">
                    <Failure title=texts::moving::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        (Stage::Ready(()), Stage::Ready(Some(own)), true) if is_owner => editing(moves, entry, Some(own)),
        (Stage::Ready(()), Stage::Ready(_), true) => reading(entry),
        (Stage::Ready(()), Stage::Ready(_), false) => view! {
            <div class="card">
                <EmptyState sign=Sign::Hall title=texts::moving::none_title text=texts::moving::none_text />
            </div>
        }
        .into_any(),
        (Stage::Loading, ..) | (_, Stage::Loading, _) => view! { <Loading /> }.into_any(),
    };
    let below = view! {
        <ul class="page-head__meta">
            <li>
                <a href=move || Place::AboutProfiles.path(language()) rel="external">
                    {texts::moving::about_profiles}
                </a>
            </li>
        </ul>
    };
    view! {
        <PageTitle title=texts::moving::review_title />
        <Crumbs crumbs=vec![
            Crumb::link(texts::moving::title, "/move"),
            Crumb::here(texts::moving::review_title),
        ] />
        <PageHead
            title=texts::moving::review_title
            text=texts::moving::review_about
            below=below.into_any()
        />
        {content}
    }
    .into_any()
}

fn editing(moves: MoveDesk, entry: Memo<Option<MigratedEntry>>, found: Found) -> AnyView {
    let Some(own) = found.clone() else { return ().into_any() };
    let place = place(own.org.as_str());
    let draft = Draft::kept(&place);
    let editor = Editor::new(Typed::from(&own.working), own.version, place);
    let desk = Desk::new(editor, found);
    // What was saved may have reviewed something.
    Effect::new(move |before: Option<u64>| {
        let version = desk.own.with(|own| own.as_ref().map_or(0, |own| own.version));
        if before.is_some_and(|before| before != version) {
            moves.remote.reload();
        }
        version
    });
    let here = RwSignal::new(entry.with_untracked(first_to_review));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.save();
    };
    let step = move || view! { <Step moves=moves desk=desk entry=entry here=here /> };
    view! {
        <Progress entry=entry here=Some(here) />
        <ErrorSummary errors=editor.refused() attempt=editor.attempt() />
        <TroubleNotice desk=desk />
        <Restored desk=desk draft=draft />
        <form class="form form-page" novalidate on:submit=submit>
            {move || {
                here.track();
                step()
            }}
            <SaveBar desk=desk />
        </form>
        <Report entry=entry />
    }
    .into_any()
}

/// For those who do not edit the profile.
fn reading(entry: Memo<Option<MigratedEntry>>) -> AnyView {
    view! {
        <Progress entry=entry here=None />
        <p class="muted">{texts::moving::owners_review}</p>
        <Report entry=entry />
    }
    .into_any()
}

/// Where to begin: the first field that nobody has reviewed.
fn first_to_review(entry: &Option<MigratedEntry>) -> MigratedField {
    let open = entry.as_ref().and_then(|entry| entry.review.iter().find(|field| field.reviewed.is_none()));
    open.map_or(MigratedField::TO_REVIEW[0], |field| field.field)
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::moving::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">
                    {(0..5).map(|_| view! { <Skeleton bone=Bone::Line /> }).collect_view()}
                </div>
            </div>
        </div>
    }
}
