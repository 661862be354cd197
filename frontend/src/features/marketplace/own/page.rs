use guildhall_domain::actor::Role;
use guildhall_domain::cutover::ExistingJobs;
use guildhall_pages::address::search;
use leptos::prelude::*;

use super::OwnJobs;
use super::address::FORM;
use super::closed::{Closed, NotYet};
use super::columns::columns;
use super::wording::WORDING;
use crate::api::{Api, cutover, marketplace};
use crate::auth::Session;
use crate::features::list::ListContent;
use crate::format;
use crate::i18n::{language, texts};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{EmptyState, Failure, Kind, LinkButton, Notice, PageTitle, Sign, TableSkeleton};

/// `/existing-jobs`, for merchants.
#[component]
pub fn ExistingJobsPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::Merchant {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || cutover::show(api));
    let content = move || match remote.stage() {
        Stage::Loading => waiting(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::existing_jobs::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(now) => {
            let closing = now.dates.closed_from;
            match now.behaviour.existing_jobs {
                ExistingJobs::Marketplace => view! { <NotYet /> }.into_any(),
                ExistingJobs::Nowhere => view! { <Closed since=Some(closing) /> }.into_any(),
                ExistingJobs::InsideDirectory => view! {
                    <Notice>
                        <p>{move || texts::existing_jobs::until(&format::date_and_time(closing))}</p>
                    </Notice>
                    <List />
                }
                .into_any(),
            }
        }
    };
    view! {
        <PageTitle title=texts::existing_jobs::existing_jobs />
        <Crumbs crumbs=vec![
            Crumb::link(texts::frame::directory, move || search(language(), "")),
            Crumb::here(texts::existing_jobs::existing_jobs),
        ] />
        <PageHead title=texts::existing_jobs::existing_jobs text=texts::existing_jobs::about />
        {content}
    }
    .into_any()
}

#[component]
fn List() -> impl IntoView {
    let listing =
        OwnJobs::follow(&FORM, WORDING, |api, query| async move { marketplace::own_jobs(api, &query).await });
    view! {
        <section class="stack" aria-label=texts::existing_jobs::existing_jobs>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
}

fn waiting() -> AnyView {
    let names = vec![
        texts::existing_jobs::partner.into(),
        texts::records::status.into(),
        texts::records::services.into(),
        texts::records::created.into(),
        texts::records::last_event.into(),
    ];
    view! { <TableSkeleton columns=names label=texts::records::loading /> }.into_any()
}

/// No job names the merchant's address.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Receipt
            title=texts::existing_jobs::none_title
            text=texts::existing_jobs::none_text
        >
            <LinkButton kind=Kind::Primary href=move || search(language(), "")>
                {texts::existing_jobs::find}
            </LinkButton>
        </EmptyState>
    }
}
