use std::sync::Arc;

use guildhall_contract::sales::SalesTeam;
use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::coverage::CoverageTable;
use super::desk::SalesDesk;
use super::question::Question;
use super::roster::RosterTable;
use crate::api::{Api, sales};
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Failure, Icon, Kind, LinkButton, PageTitle, Sign, TableSkeleton};

/// The team, shared by all that show a part of it.
pub(super) type SharedTeam = Arc<SalesTeam>;

/// `/sales/team`.
#[component]
pub fn TeamPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::SalesManager {
        return view! { <Refused /> }.into_any();
    }
    let remote = loaded();
    let content = move || match remote.stage() {
        Stage::Loading => {
            let columns = vec![
                texts::team::representative.into(),
                texts::team::products.into(),
                texts::team::countries.into(),
                texts::team::state.into(),
            ];
            view! { <TableSkeleton columns=columns label=texts::team::loading rows=4 /> }.into_any()
        }
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::team::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(team) => whole(&team),
    };
    view! {
        <PageTitle title=texts::team::team />
        <Crumbs crumbs=vec![Crumb::here(texts::frame::sales), Crumb::here(texts::team::team)] />
        <PageHead title=texts::team::team text=texts::team::about>
            <LinkButton href="/sales/team/new" kind=Kind::Primary>
                <Icon sign=Sign::Plus />
                {texts::team::add}
            </LinkButton>
        </PageHead>
        {content}
    }
    .into_any()
}

/// The team as it is now.
pub(super) fn loaded() -> Remote<SharedTeam> {
    let api = expect_context::<Api>();
    Remote::new(move || async move { sales::team(api).await.map(Arc::new) })
}

fn whole(team: &SharedTeam) -> AnyView {
    view! {
        <section class="section" aria-labelledby="representatives-title">
            <h2 id="representatives-title">{texts::team::representatives}</h2>
            <RosterTable team=team.clone() />
        </section>
        <section class="section" aria-labelledby="coverage-title">
            <h2 id="coverage-title">{texts::team::coverage}</h2>
            <p class="muted">{texts::team::coverage_about}</p>
            <CoverageTable team=team.clone() />
            <Question />
        </section>
        <SalesDesk entry=team.desk.clone() />
    }
    .into_any()
}
