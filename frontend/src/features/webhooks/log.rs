//! What was delivered to an endpoint.

use guildhall_contract::webhooks::{WebhookDeliveries, WebhookDelivery};
use guildhall_domain::webhook::{HookDeliveryId, HookId};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::page::column;
use super::words::{refused, state, topic_word};
use crate::api::{Api, ApiError, webhooks};
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::{
    Button, EmptyState, ExactTime, Failure, Notice, Sign, Size, TableFrame, TableSkeleton, Toasts, Tone,
};

/// What the log shows, and what it was asked.
#[derive(Clone, Copy)]
struct Reading {
    id: HookId,
    before: RwSignal<Option<HookDeliveryId>>,
    remote: Remote<WebhookDeliveries>,
    failure: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
}

/// The log of an endpoint, newest first.
#[component]
pub(super) fn Log(id: HookId) -> impl IntoView {
    let api = expect_context::<Api>();
    let before = RwSignal::new(None::<HookDeliveryId>);
    let remote = Remote::new(move || webhooks::log(api, id, before.get()));
    let reading = Reading { id, before, remote, failure: RwSignal::new(None), busy: RwSignal::new(false) };
    let content = move || match remote.stage() {
        Stage::Loading => {
            let columns = vec![
                texts::webhooks::event.into(),
                texts::webhooks::state.into(),
                texts::webhooks::attempts.into(),
            ];
            view! { <TableSkeleton columns=columns label=texts::webhooks::loading rows=4 /> }.into_any()
        }
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::webhooks::log_failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(page) => deliveries(page, reading),
    };
    let failed = move || {
        let error = reading.failure.get()?;
        Some(view! { <Notice tone=Tone::Danger><p>{move || refused(&error)}</p></Notice> })
    };
    view! {
        <div class="section" id="log" tabindex="-1">
            <div class="spread">
                <h2>{texts::webhooks::log}</h2>
                <Button on_press=Callback::new(move |()| remote.reload())>{texts::webhooks::refresh}</Button>
            </div>
            <p class="muted">{texts::webhooks::log_about}</p>
            {failed}
            {content}
        </div>
    }
}

fn deliveries(page: WebhookDeliveries, reading: Reading) -> AnyView {
    let is_first = reading.before.get_untracked().is_none();
    if page.deliveries.is_empty() && is_first {
        return view! {
            <div class="card">
                <EmptyState sign=Sign::Clock title=texts::webhooks::log_none text=texts::webhooks::log_none_text />
            </div>
        }
        .into_any();
    }
    let head = view! {
        {column(texts::webhooks::event)}
        {column(texts::webhooks::state)}
        {column(texts::webhooks::attempts)}
        {column(texts::webhooks::act)}
    };
    let go = move |before: Option<HookDeliveryId>| {
        Callback::new(move |()| {
            reading.before.set(before);
            browser::focus_id_soon("log");
        })
    };
    let older =
        page.next.map(|next| view! { <Button on_press=go(Some(next))>{texts::webhooks::older}</Button> });
    let newest = (!is_first).then(|| view! { <Button on_press=go(None)>{texts::webhooks::newest}</Button> });
    view! {
        <TableFrame caption=texts::webhooks::log head=head.into_any()>
            {page.deliveries.into_iter().map(|delivery| row(delivery, reading)).collect_view()}
        </TableFrame>
        <div class="cluster">{newest} {older}</div>
    }
    .into_any()
}

fn row(delivery: WebhookDelivery, reading: Reading) -> impl IntoView {
    let (topic, id, at, due) = (delivery.topic, delivery.id, delivery.occurred_at, delivery.due_at);
    let state = state(&delivery);
    let count = delivery.attempts.len() as u64;
    let next = due.filter(|_| count > 0).map(|due| {
        view! { <span class="second">{move || texts::webhooks::next(&format::date_and_time(due))}</span> }
    });
    let body = delivery.body;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{move || topic_word(topic)}</span>
                <span class="second">
                    <ExactTime at=at />
                </span>
                <details class="sent">
                    <summary>{texts::webhooks::content}</summary>
                    <code>{body}</code>
                </details>
            </th>
            <td role="cell" data-label=texts::webhooks::state data-first="">
                {state}
            </td>
            <td role="cell" data-label=texts::webhooks::attempts>
                <span>{move || format::number(count)} {next}</span>
            </td>
            <td role="cell" data-label=texts::webhooks::act>
                <Replay id=id reading=reading />
            </td>
        </tr>
    }
}

#[component]
fn Replay(id: HookDeliveryId, reading: Reading) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let go = move |()| {
        if reading.busy.get_untracked() {
            return;
        }
        reading.busy.set(true);
        reading.failure.set(None);
        spawn_local(async move {
            let answer = webhooks::replay(api, reading.id, id).await;
            if reading.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    toasts.say(untrack(texts::webhooks::replayed));
                    reading.remote.reload();
                    browser::focus_id_soon("log");
                }
                Err(error) => reading.failure.set(Some(error)),
            }
        });
    };
    view! {
        <Button size=Size::Small on_press=Callback::new(go)>
            {texts::webhooks::replay}
        </Button>
    }
}
