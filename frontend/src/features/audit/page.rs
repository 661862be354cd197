use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::Log;
use super::address::FORM;
use super::columns::columns;
use super::filters::Filters;
use super::months::MonthSelect;
use super::wording::WORDING;
use crate::api::audit;
use crate::auth::Session;
use crate::features::list::{Export, ListContent, ListToolbar};
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{EmptyState, PageTitle, Sign};

/// `/audit`.
#[component]
pub fn AuditLogPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let listing = Log::follow(&FORM, WORDING, |api, query| async move { audit::list(api, &query).await });
    let csv = |api, query| async move { audit::csv(api, &query).await };
    let export = view! { <Export listing=listing file="audit.csv" load=csv /> };
    view! {
        <PageTitle title=texts::audit::audit />
        <Crumbs crumbs=vec![Crumb::here(texts::audit::programme), Crumb::here(texts::audit::audit)] />
        <PageHead title=texts::audit::audit text=texts::audit::about />
        <section class="stack" aria-labelledby="audit-title">
            <h2 class="visually-hidden" id="audit-title">
                {texts::audit::title_entries}
            </h2>
            <MonthSelect listing=listing />
            <ListToolbar listing=listing end=export.into_any()>
                <Filters listing=listing />
            </ListToolbar>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

/// Nothing was done in the month.
fn nothing() -> impl IntoView {
    view! { <EmptyState sign=Sign::History title=texts::audit::none_title text=texts::audit::none_text /> }
}
