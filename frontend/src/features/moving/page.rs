use std::sync::Arc;

use guildhall_contract::moving::Moving;
use guildhall_domain::actor::Side;
use guildhall_domain::migration::Change;
use guildhall_pages::address::Place;
use leptos::prelude::*;

use super::columns::columns;
use super::dates::dates;
use super::query::{FORM, WORDING};
use super::tasks::tasks;
use super::tools::ToolsCard;
use super::worth::Worth;
use super::{GoingOnList, MoveDesk};
use crate::api::moving;
use crate::auth::Session;
use crate::features::list::ListContent;
use crate::i18n::{language, texts, words};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::Stage;
use crate::ui::{Bone, EmptyState, Failure, PageTitle, Sign, Skeleton};

/// `/move`.
#[component]
pub fn MovePage() -> impl IntoView {
    if expect_context::<Session>().role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let desk = MoveDesk::load();
    let remote = desk.remote;
    let listing =
        GoingOnList::follow(&FORM, WORDING, |api, query| async move { moving::customers(api, &query).await });
    let is_here = Memo::new(move |_| remote.ready().is_some());
    let top = move || match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::moving::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(moving) => view! { {dates(&moving)} {tasks(desk, &moving)} }.into_any(),
    };
    // What is typed stays when a tick brings the rest anew.
    let rest = move || is_here.get().then(|| remote_once(desk)).flatten();
    let below = view! {
        <ul class="page-head__meta">
            <li>
                <a href=move || Place::Moving.path(language()) rel="external">
                    {texts::moving::public_page}
                </a>
            </li>
        </ul>
    };
    view! {
        <PageTitle title=texts::moving::title />
        <Crumbs crumbs=vec![Crumb::here(texts::moving::title)] />
        <PageHead title=texts::moving::title text=texts::moving::about below=below.into_any() />
        {top}
        <section class="stack" id="customers" tabindex="-1" aria-labelledby="customers-title">
            <h2 id="customers-title">{texts::moving::customers}</h2>
            <ListContent listing=listing columns=columns(desk) empty=nobody />
        </section>
        {rest}
        {changes()}
    }
    .into_any()
}

/// What is made once and then keeps what was typed.
fn remote_once(desk: MoveDesk) -> Option<AnyView> {
    let moving: Arc<Moving> = untrack(|| desk.remote.ready())?;
    Some(
        view! {
            <ToolsCard desk=desk entry=moving.tools.clone() may_note=moving.may_note />
            <Worth currency=moving.currency />
        }
        .into_any(),
    )
}

fn changes() -> impl IntoView {
    let change = |change: Change| {
        view! {
            <div>
                <dt>{move || words(&change.title())}</dt>
                <dd>{move || words(&change.text())}</dd>
            </div>
        }
    };
    view! {
        <section class="card" aria-labelledby="changes-title">
            <div class="card__head">
                <h2 id="changes-title">{texts::moving::changes}</h2>
            </div>
            <div class="card__body">
                <dl class="facts">{Change::ALL.map(change).collect_view()}</dl>
            </div>
        </section>
    }
}

/// No customer has to be contacted.
fn nobody() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Check
            title=texts::moving::customers_none
            text=texts::moving::customers_none_text
        />
    }
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="late stack" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::moving::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">
                    {(0..6).map(|_| view! { <Skeleton bone=Bone::Line /> }).collect_view()}
                </div>
            </div>
        </div>
    }
}
