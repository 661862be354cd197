use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::address::FORM;
use super::table::Found;
use crate::api::{Api, organisations};
use crate::auth::Session;
use crate::features::address::Address;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Failure, Icon, Kind, LinkButton, PageTitle, SearchField, Sign, TableSkeleton};

/// `/organisations`.
#[component]
pub fn OrganisationsPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || async move {
        organisations::list(api).await.map(|list| StoredValue::new(list.organisations))
    });
    let address = Address::follow(&FORM);
    let content = move || match remote.stage() {
        Stage::Loading => {
            let columns = vec![
                texts::organisations::name.into(),
                texts::organisations::standing.into(),
                texts::organisations::since.into(),
            ];
            view! { <TableSkeleton columns=columns label=texts::organisations::loading rows=6 /> }.into_any()
        }
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::organisations::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(all) => view! { <Found all=all address=address /> }.into_any(),
    };
    let query = Signal::derive(move || address.query.with(|asked| asked.text.clone()));
    let search = Callback::new(move |text: String| address.refine(|asked| asked.text = text));
    view! {
        <PageTitle title=texts::organisations::organisations />
        <Crumbs crumbs=vec![
            Crumb::here(texts::audit::programme),
            Crumb::here(texts::organisations::organisations),
        ] />
        <PageHead title=texts::organisations::organisations text=texts::organisations::about>
            <LinkButton href="/organisations/new" kind=Kind::Primary>
                <Icon sign=Sign::Plus />
                {texts::organisations::add}
            </LinkButton>
        </PageHead>
        <div class="stack">
            <div class="toolbar">
                <SearchField
                    label=texts::organisations::search
                    placeholder=texts::organisations::search_in
                    query=query
                    on_search=search
                />
            </div>
            {content}
        </div>
    }
    .into_any()
}
