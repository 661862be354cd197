use guildhall_domain::actor::Side;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde_json::Value;

use super::operation::OperationView;
use super::operations::{operations, tags};
use super::tabs::Head;
use crate::api::{Api, api_tokens};
use crate::auth::Session;
use crate::browser;
use crate::i18n::texts;
use crate::layout::Refused;
use crate::remote::{Remote, Stage};
use crate::ui::{Failure, Skeleton, Tab, Tabs};

const HERE: &str = "/developers/reference";
/// What is shown until somebody chooses something else.
const FIRST: &str = "for programs";

/// `/developers/reference`: what the API takes and answers, by its own description. Which part is shown stands in the
/// address.
#[component]
pub fn ReferencePage() -> impl IntoView {
    if expect_context::<Session>().role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || api_tokens::description(api));
    let query = use_query_map();
    let part = Memo::new(move |_| query.with(|query| query.get("part")).unwrap_or_else(|| FIRST.to_owned()));
    let content = move || match remote.stage() {
        Stage::Loading => view! {
            <div class="late stack" aria-busy="true">
                <p class="visually-hidden" role="status">{texts::developers::loading_reference}</p>
                <Skeleton />
                <Skeleton />
            </div>
        }
        .into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::developers::failed_reference error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(document) => described(document, part),
    };
    view! {
        <Head title=texts::developers::reference about=texts::developers::about_reference here=HERE />
        {content}
    }
    .into_any()
}

fn described(document: Value, part: Memo<String>) -> AnyView {
    let (mut parts, all) = (tags(&document), operations(&document));
    // What most readers come for; the others stay in the description's order.
    parts.sort_by_key(|(name, _)| name != FIRST);
    let names: Vec<_> = parts.iter().map(|(name, _)| name.clone()).collect();
    let counts: Vec<_> = names
        .iter()
        .map(|name| all.iter().filter(|operation| operation.tag == *name).count() as u64)
        .collect();
    let tabs = Signal::derive(move || {
        let here = part.get();
        let tab = |(name, count): (&String, &u64)| Tab {
            label: name.clone(),
            href: format!("{HERE}?{}", browser::query(&[("part", name)])),
            count: Some(*count),
            current: *name == here,
        };
        names.iter().zip(&counts).map(tab).collect::<Vec<_>>()
    });
    let about = move || {
        let here = part.get();
        parts.iter().find(|(name, _)| *name == here).map(|(_, about)| about.clone())
    };
    let shown = move || {
        let here = part.get();
        let of_part = all.iter().filter(|operation| operation.tag == here).cloned();
        of_part.map(|operation| view! { <OperationView operation=operation /> }).collect_view()
    };
    view! {
        <div lang="en">
            <Tabs label=texts::developers::parts tabs=tabs />
        </div>
        <p lang="en">{about}</p>
        <p class="muted">
            {texts::developers::english} " "
            <a href="/api/v1/openapi.json" rel="external" download="guildhall-openapi.json">
                {texts::developers::download}
            </a>
        </p>
        <div class="operations">{shown}</div>
    }
    .into_any()
}
