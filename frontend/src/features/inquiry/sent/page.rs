use std::sync::Arc;

use guildhall_domain::inquiry::InquiryFilter;
use guildhall_pages::address::search;
use leptos::prelude::*;

use super::address::FORM;
use super::table::SentTable;
use super::toolbar::Toolbar;
use super::{SentAddress, Shared};
use crate::api::{Api, ApiError, inquiries};
use crate::i18n::{language, texts};
use crate::layout::PageHead;
use crate::remote::{Remote, Stage};
use crate::ui::{Button, EmptyState, Failure, Kind, LinkButton, PageTitle, Sign, TableSkeleton};

/// What the screen shows below its head.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    Failed(ApiError),
    Empty,
    NothingFound,
    Table,
}

/// `/inquiries`, for merchants.
#[component]
pub fn SentInquiries() -> impl IntoView {
    let api = expect_context::<Api>();
    let address = SentAddress::follow(&FORM);
    let remote = Remote::<Shared>::new(move || {
        let query = address.query.get();
        async move { inquiries::list(api, &query).await.map(Arc::new) }
    });
    let page = Memo::new(move |_| remote.ready());
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(page) if page.total > 0 => View::Table,
        Stage::Ready(_) if address.query.with(|query| query.filter != InquiryFilter::default()) => {
            View::NothingFound
        }
        Stage::Ready(_) => View::Empty,
    });
    let content = move || match view.get() {
        View::Loading => {
            view! { <TableSkeleton columns=skeleton_columns() label=texts::inquiry::loading /> }.into_any()
        }
        View::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::inquiry::list_failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::Empty => empty().into_any(),
        View::NothingFound => nothing_found(address).into_any(),
        View::Table => view! { <SentTable address=address page=page busy=remote.is_busy() /> }.into_any(),
    };
    view! {
        <PageTitle title=texts::inquiry::your_inquiries />
        <PageHead title=texts::inquiry::your_inquiries text=texts::inquiry::list_about>
            <LinkButton kind=Kind::Primary href=move || search(language(), "")>
                {texts::directory::title}
            </LinkButton>
        </PageHead>
        <section class="stack" aria-label=texts::inquiry::your_inquiries>
            <Toolbar address=address />
            {content}
        </section>
    }
}

fn empty() -> impl IntoView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Mail title=texts::inquiry::none_title text=texts::inquiry::none_text>
                <LinkButton kind=Kind::Primary href=move || search(language(), "")>
                    {texts::directory::title}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

fn nothing_found(address: SentAddress) -> impl IntoView {
    let search = Memo::new(move |_| address.query.with(|query| query.filter.search.clone()));
    let title = move || match search.get() {
        search if search.is_empty() => texts::inquiry::no_match().to_owned(),
        search => texts::inquiry::no_match_for(&search),
    };
    let clear = move |()| address.change(|query| query.filter = InquiryFilter::default());
    view! {
        <div class="card" role="status">
            <EmptyState sign=Sign::Search title=title text=texts::inquiry::no_match_text>
                <Button on_press=Callback::new(clear)>{texts::list::clear_all}</Button>
            </EmptyState>
        </div>
    }
}

fn skeleton_columns() -> Vec<TextProp> {
    vec![
        texts::inquiry::partner.into(),
        texts::inquiry::state.into(),
        texts::inquiry::service.into(),
        texts::inquiry::company.into(),
        texts::inquiry::sent_at.into(),
    ]
}
