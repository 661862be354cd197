use guildhall_contract::sales::RosterEntry;
use guildhall_domain::actor::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::editing::Editing;
use super::page::loaded;
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::Stage;
use crate::ui::{Bone, EmptyState, Failure, Kind, LinkButton, PageTitle, Sign, Skeleton};

/// `/sales/team/new`.
#[component]
pub fn NewRepresentativePage() -> impl IntoView {
    if expect_context::<Session>().role != Role::SalesManager {
        return view! { <Refused /> }.into_any();
    }
    view! {
        {head(Signal::derive(|| texts::team::new().to_owned()))}
        <div class="form-page">
            <Editing entry=None />
        </div>
    }
    .into_any()
}

/// `/sales/team/:id`.
#[component]
pub fn RepresentativePage() -> impl IntoView {
    if expect_context::<Session>().role != Role::SalesManager {
        return view! { <Refused /> }.into_any();
    }
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = loaded();
    let entry = Memo::new(move |_| {
        let of_id = |entry: &&RosterEntry| entry.representative.id.as_str() == id.get();
        remote.ready().map(|team| team.representatives.iter().find(of_id).cloned())
    });
    let title = Signal::derive(move || match entry.get().flatten() {
        Some(entry) => texts::team::edit_person(&entry.representative.name),
        None => texts::team::representative().to_owned(),
    });
    let content = move || match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::team::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(_) => match entry.get().flatten() {
            Some(entry) => view! {
                <div class="form-page">
                    <Editing entry=Some(entry) />
                </div>
            }
            .into_any(),
            None => missing(),
        },
    };
    view! {
        {head(title)}
        {content}
    }
    .into_any()
}

fn head(title: Signal<String>) -> impl IntoView {
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::here(texts::frame::sales),
            Crumb::link(texts::team::team, "/sales/team"),
            Crumb::here(move || title.get()),
        ] />
        <PageHead title=move || title.get() />
    }
}

fn missing() -> AnyView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Search title=texts::team::missing_title text=texts::team::missing_text>
                <LinkButton href="/sales/team" kind=Kind::Primary>
                    {texts::team::back}
                </LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// The shape of the form while it loads.
#[component]
fn Loading() -> impl IntoView {
    let line = || view! { <Skeleton bone=Bone::Line /> };
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::team::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">{(0..8).map(|_| line()).collect_view()}</div>
            </div>
        </div>
    }
}
