use std::sync::Arc;

use guildhall_contract::moderation::{ModerationQueue, WaitingProfileItem};
use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::find::Find;
use super::report::{ReviewDecisions, reported};
use crate::api::{Api, moderation};
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{EmptyState, Failure, PageTitle, RelativeTime, Sign, TableFrame, TableSkeleton};

type SharedQueue = Arc<ModerationQueue>;

/// `/moderation`.
#[component]
pub fn QueuePage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote =
        Remote::<SharedQueue>::new(move || async move { moderation::queue(api).await.map(Arc::new) });
    let decisions = ReviewDecisions::new(Callback::new(move |()| remote.reload()));
    let content = move || match remote.stage() {
        Stage::Loading => {
            let columns = vec![
                texts::moderation::profile.into(),
                texts::moderation::organisation.into(),
                texts::moderation::waiting_since.into(),
            ];
            view! { <TableSkeleton columns=columns label=texts::moderation::loading rows=4 /> }.into_any()
        }
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::moderation::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(queue) if queue.profiles.is_empty() && queue.reviews.is_empty() => view! {
            <div class="card">
                <EmptyState
                    sign=Sign::Check
                    title=texts::moderation::calm_title
                    text=texts::moderation::calm_text
                />
            </div>
        }
        .into_any(),
        Stage::Ready(queue) => waiting(&queue, decisions),
    };
    view! {
        <PageTitle title=texts::moderation::moderation />
        <Crumbs crumbs=vec![
            Crumb::here(texts::profile::directory),
            Crumb::here(texts::moderation::moderation),
        ] />
        <PageHead title=texts::moderation::moderation text=texts::moderation::about />
        <Find />
        {content}
        {decisions.dialog()}
    }
    .into_any()
}

fn waiting(queue: &SharedQueue, decisions: ReviewDecisions) -> AnyView {
    let profiles = match queue.profiles.is_empty() {
        true => view! { <p class="muted">{texts::moderation::no_profiles}</p> }.into_any(),
        false => table(queue.profiles.clone()),
    };
    let reviews = match queue.reviews.is_empty() {
        true => view! { <p class="muted">{texts::moderation::no_reviews}</p> }.into_any(),
        false => {
            let reviews = queue.reviews.iter().map(|review| reported(review.clone(), decisions));
            view! { <ul class="stack bare">{reviews.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="profiles-title">
            <h2 id="profiles-title" tabindex="-1">
                {texts::moderation::profiles}
            </h2>
            {profiles}
        </section>
        <section class="section" aria-labelledby="reported-title">
            <h2 id="reported-title" tabindex="-1">
                {texts::moderation::reviews}
            </h2>
            {reviews}
        </section>
    }
    .into_any()
}

fn table(profiles: Vec<WaitingProfileItem>) -> AnyView {
    let head = |name: fn() -> &'static str| {
        view! {
            <th scope="col" role="columnheader">
                {name}
            </th>
        }
    };
    let head = view! {
        {head(texts::moderation::profile)}
        {head(texts::moderation::organisation)}
        {head(texts::moderation::waiting_since)}
    };
    let row = |item: WaitingProfileItem| {
        let href = format!("/moderation/profiles/{}", item.handle);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a href=href>{item.name}</a>
                    <span class="second">{item.handle}</span>
                </th>
                <td role="cell" data-label=texts::moderation::organisation>
                    <span>{item.org.to_string()}</span>
                </td>
                <td role="cell" data-label=texts::moderation::waiting_since>
                    <RelativeTime at=item.since />
                </td>
            </tr>
        }
    };
    view! {
        <TableFrame caption=texts::moderation::caption head=head.into_any()>
            {profiles.into_iter().map(row).collect_view()}
        </TableFrame>
    }
    .into_any()
}
