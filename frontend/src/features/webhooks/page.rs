use guildhall_contract::webhooks::{WebhookEntry, WebhookList};
use leptos::prelude::*;

use super::edit::{Edit, Editing};
use super::secret::HowToCheck;
use super::words::{host, standing, topic_word};
use crate::api::{Api, webhooks};
use crate::auth::Session;
use crate::format;
use crate::i18n::{Text, texts};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Button, EmptyState, Failure, Icon, Kind, PageTitle, Sign, TableFrame, TableSkeleton};

/// `/webhooks`.
#[component]
pub fn WebhooksPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !session.role.manages_organisation() {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || webhooks::list(api));
    let editing = Editing::new(Callback::new(move |()| remote.reload()));
    let has_room = Memo::new(move |_| remote.ready().is_some_and(|list| list.webhooks.len() < list.places));
    let is_suspended = session.is_suspended;
    let add = move || {
        (has_room.get() && !is_suspended).then(|| {
            view! {
                <Button kind=Kind::Primary on_press=Callback::new(move |()| editing.add())>
                    <Icon sign=Sign::Plus />
                    {texts::webhooks::add}
                </Button>
            }
        })
    };
    let content = move || match remote.stage() {
        Stage::Loading => {
            let columns = vec![
                texts::webhooks::address.into(),
                texts::webhooks::topics.into(),
                texts::webhooks::state.into(),
            ];
            view! { <TableSkeleton columns=columns label=texts::webhooks::loading rows=2 /> }.into_any()
        }
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::webhooks::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(list) => endpoints(list),
    };
    view! {
        <PageTitle title=texts::webhooks::webhooks />
        <Crumbs crumbs=vec![Crumb::here(texts::members::organisation), Crumb::here(texts::webhooks::webhooks)] />
        <PageHead title=texts::webhooks::webhooks text=texts::webhooks::about>
            {add}
        </PageHead>
        <section class="stack" id="webhooks" tabindex="-1" aria-label=texts::webhooks::webhooks>
            {content}
        </section>
        <HowToCheck />
        <Edit editing=editing />
    }
    .into_any()
}

fn endpoints(list: WebhookList) -> AnyView {
    let (taken, places) = (list.webhooks.len() as u64, list.places as u64);
    if list.webhooks.is_empty() {
        return view! {
            <div class="card">
                <EmptyState sign=Sign::External title=texts::webhooks::none_title text=texts::webhooks::none_text />
            </div>
        }
        .into_any();
    }
    let head = view! {
        {column(texts::webhooks::address)}
        {column(texts::webhooks::topics)}
        {column(texts::webhooks::state)}
    };
    view! {
        <TableFrame caption=texts::webhooks::caption head=head.into_any()>
            {list.webhooks.into_iter().map(row).collect_view()}
        </TableFrame>
        <p class="muted">{move || texts::webhooks::places(&format::number(places), &format::number(taken))}</p>
    }
    .into_any()
}

/// The head of a column.
pub(super) fn column(name: Text) -> impl IntoView {
    view! {
        <th scope="col" role="columnheader">
            {name}
        </th>
    }
}

fn row(entry: WebhookEntry) -> impl IntoView {
    let (href, name, standing) = (format!("/webhooks/{}", entry.id), host(&entry), standing(&entry));
    let topics = entry.topics;
    let told = move || topics.iter().map(|topic| topic_word(Some(*topic))).collect::<Vec<_>>().join(", ");
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=href>{name}</a>
            </th>
            <td role="cell" data-label=texts::webhooks::topics>
                <span>{told}</span>
            </td>
            <td role="cell" data-label=texts::webhooks::state data-first="">
                <span>{standing}</span>
            </td>
        </tr>
    }
}
