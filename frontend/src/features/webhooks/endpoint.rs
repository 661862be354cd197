use guildhall_contract::webhooks::{WebhookEntry, WebhookList};
use guildhall_domain::webhook::HookId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::act::{Acts, Remove};
use super::edit::{Edit, Editing};
use super::log::Log;
use super::words::{host, standing, topic_word};
use crate::api::{Api, webhooks};
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, EmptyState, ExactTime, Failure, LinkButton, PageTitle, Sign, Skeleton};

/// `/webhooks/:id`.
#[component]
pub fn WebhookPage() -> impl IntoView {
    if !expect_context::<Session>().role.manages_organisation() {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<HookId>().ok()));
    let remote = Remote::new(move || webhooks::list(api));
    let editing = Editing::new(Callback::new(move |()| remote.reload()));
    let found = Memo::new(move |_| entry_in(&remote.ready()?, id.get()?));
    let title = Signal::derive(move || match found.get() {
        Some((entry, _)) => host(&entry),
        None => texts::webhooks::webhook().to_owned(),
    });
    let content = move || match remote.stage() {
        Stage::Loading => view! {
            <div class="card late" aria-busy="true">
                <p class="visually-hidden" role="status">
                    {texts::webhooks::loading}
                </p>
                <div class="card__body stack">
                    <Skeleton bone=Bone::Long />
                    <Skeleton bone=Bone::Line />
                </div>
            </div>
        }
        .into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::webhooks::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(list) => match id.get().and_then(|id| entry_in(&list, id)) {
            Some((entry, version)) => endpoint(entry, version, remote, editing),
            None => missing(),
        },
    };
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::here(texts::members::organisation),
            Crumb::link(texts::webhooks::webhooks, "/webhooks"),
            Crumb::here(move || title.get()),
        ] />
        <PageHead title=move || title.get() />
        <div class="stack">{content}</div>
        {move || found.with(Option::is_some).then(|| id.get().map(|id| view! { <Log id=id /> }))}
        <Edit editing=editing />
    }
    .into_any()
}

fn entry_in(list: &WebhookList, id: HookId) -> Option<(WebhookEntry, u64)> {
    list.webhooks.iter().find(|entry| entry.id == id).cloned().map(|entry| (entry, list.version))
}

fn endpoint(entry: WebhookEntry, version: u64, remote: Remote<WebhookList>, editing: Editing) -> AnyView {
    let removing = RwSignal::new(false);
    let topics = entry.topics.clone();
    let told = move || topics.iter().map(|topic| topic_word(Some(*topic))).collect::<Vec<_>>().join(", ");
    let (url, at, standing) = (entry.url.clone(), entry.created_at, standing(&entry));
    let (changed, removed) = (entry.clone(), entry.clone());
    let change = Callback::new(move |()| editing.change(changed.clone(), version));
    let may_act = !expect_context::<Session>().is_suspended;
    let acts = may_act.then(|| {
        let reload = Callback::new(move |()| remote.reload());
        view! { <Acts entry=entry version=version reload=reload change=change removing=removing /> }
    });
    view! {
        <section class="card" aria-label=texts::webhooks::webhook>
            <div class="card__body stack">
                <dl class="facts">
                    <div data-wide="">
                        <dt>{texts::webhooks::address}</dt>
                        <dd>{url}</dd>
                    </div>
                    <div>
                        <dt>{texts::webhooks::state}</dt>
                        <dd>{standing}</dd>
                    </div>
                    <div>
                        <dt>{texts::webhooks::since}</dt>
                        <dd>
                            <ExactTime at=at day_only=true />
                        </dd>
                    </div>
                    <div data-wide="">
                        <dt>{texts::webhooks::topics}</dt>
                        <dd>{told}</dd>
                    </div>
                </dl>
                {acts}
            </div>
        </section>
        <Remove entry=removed open=removing />
    }
    .into_any()
}

fn missing() -> AnyView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Search title=texts::webhooks::gone text=texts::webhooks::gone_text>
                <LinkButton href="/webhooks">{texts::webhooks::webhooks}</LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}
