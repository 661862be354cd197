use std::sync::Arc;

use guildhall_domain::actor::Side;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::address::{FORM, is_narrowed};
use super::nothing::{NoInquiries, NothingFound};
use super::table::InquiriesTable;
use super::toolbar::Toolbar;
use super::{InquiriesAddress, SharedPage};
use crate::api::{Api, ApiError, received};
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Failure, PageTitle, TableSkeleton};

/// What the screen shows below its tabs.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    Failed(ApiError),
    NoInquiries,
    NothingFound,
    Table,
}

/// `/inquiries`, for partners.
#[component]
pub fn InquiriesPage() -> impl IntoView {
    if expect_context::<Session>().role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let address = InquiriesAddress::follow(&FORM);
    let remote = Remote::<SharedPage>::new(move || {
        let query = address.query.get();
        async move { received::list(api, &query).await.map(Arc::new) }
    });
    let page = Memo::new(move |_| remote.ready());
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(page) if page.total > 0 => View::Table,
        Stage::Ready(_) if address.query.with(|query| is_narrowed(&query.filter)) => View::NothingFound,
        Stage::Ready(_) => View::NoInquiries,
    });
    let content = move || match view.get() {
        View::Loading => {
            view! { <TableSkeleton columns=skeleton_columns() label=texts::inquiries::loading /> }.into_any()
        }
        View::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::inquiries::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::NoInquiries => view! { <NoInquiries /> }.into_any(),
        View::NothingFound => view! { <NothingFound address=address /> }.into_any(),
        View::Table => {
            view! { <InquiriesTable address=address page=page busy=remote.is_busy() /> }.into_any()
        }
    };
    view! {
        <PageTitle title=texts::inquiries::inquiries />
        <Crumbs crumbs=vec![Crumb::here(texts::profile::directory), Crumb::here(texts::inquiries::inquiries)] />
        <PageHead title=texts::inquiries::inquiries text=texts::inquiries::about />
        <section class="stack" aria-labelledby="inquiries-title">
            <h2 class="visually-hidden" id="inquiries-title">
                {texts::inquiries::received}
            </h2>
            <Toolbar address=address page=page />
            {content}
        </section>
    }
    .into_any()
}

fn skeleton_columns() -> Vec<TextProp> {
    vec![
        texts::leads::company.into(),
        texts::leads::contact_name.into(),
        texts::inquiries::service.into(),
        texts::leads::status.into(),
        texts::inquiries::sent.into(),
        texts::leads::updated.into(),
    ]
}
