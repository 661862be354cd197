use guildhall_contract::exports::ExportList;
use guildhall_domain::actor::Side;
use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use super::Inquiries;
use super::address::FORM;
use super::columns::columns;
use super::tabs::StatusTabs;
use super::wording::WORDING;
use crate::api::received;
use crate::auth::Session;
use crate::features::list::{ChoiceFilter, Export, ListContent, ListToolbar, LongList};
use crate::i18n::{texts, words};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{EmptyState, Kind, LinkButton, PageTitle, Sign};

/// `/inquiries`, for partners.
#[component]
pub fn InquiriesPage() -> impl IntoView {
    if expect_context::<Session>().role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let listing =
        Inquiries::follow(&FORM, WORDING, |api, query| async move { received::list(api, &query).await });
    let csv = |api, query| async move { received::csv(api, &query).await };
    let long = Some(LongList { list: ExportList::Inquiries, written: received::written });
    let export = view! { <Export listing=listing file="inquiries.csv" load=csv long=long /> };
    view! {
        <PageTitle title=texts::inquiries::inquiries />
        <Crumbs crumbs=vec![Crumb::here(texts::profile::directory), Crumb::here(texts::inquiries::inquiries)] />
        <PageHead title=texts::inquiries::inquiries text=texts::inquiries::about />
        <section class="stack" aria-labelledby="inquiries-title">
            <h2 class="visually-hidden" id="inquiries-title">
                {texts::inquiries::received}
            </h2>
            <StatusTabs listing=listing />
            <ListToolbar listing=listing end=export.into_any()>
                <ChoiceFilter
                    address=listing.address
                    id="service"
                    label=texts::inquiries::service
                    choices=Service::ALL
                    code=Service::slug
                    name=|service| words(&service.words())
                    field=|query| &mut query.filter.services
                />
            </ListToolbar>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

/// Nothing was sent yet.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState sign=Sign::Mail title=texts::inquiries::none_title text=texts::inquiries::none_text>
            <LinkButton href="/profile" kind=Kind::Primary>
                {texts::inquiries::to_profile}
            </LinkButton>
        </EmptyState>
    }
}
