use guildhall_domain::taxonomy::Service;
use guildhall_pages::address::search;
use leptos::prelude::*;

use super::Sent;
use super::address::FORM;
use super::columns::columns;
use super::wording::WORDING;
use crate::api::inquiries;
use crate::features::list::{ChoiceFilter, ListContent, ListToolbar};
use crate::i18n::{language, texts, words};
use crate::layout::PageHead;
use crate::ui::{EmptyState, Kind, LinkButton, PageTitle, Sign};

/// `/inquiries`, for merchants.
#[component]
pub fn SentInquiries() -> impl IntoView {
    let listing =
        Sent::follow(&FORM, WORDING, |api, query| async move { inquiries::list(api, &query).await });
    view! {
        <PageTitle title=texts::inquiry::your_inquiries />
        <PageHead title=texts::inquiry::your_inquiries text=texts::inquiry::list_about>
            <LinkButton kind=Kind::Primary href=move || search(language(), "")>
                {texts::directory::title}
            </LinkButton>
        </PageHead>
        <section class="stack" aria-label=texts::inquiry::your_inquiries>
            <ListToolbar listing=listing>
                <ChoiceFilter
                    address=listing.address
                    id="service"
                    label=texts::inquiry::service
                    choices=Service::ALL
                    code=Service::slug
                    name=|service| words(&service.words())
                    field=|query| &mut query.filter.services
                />
            </ListToolbar>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
}

/// The merchant wrote to nobody yet.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState sign=Sign::Mail title=texts::inquiry::none_title text=texts::inquiry::none_text>
            <LinkButton kind=Kind::Primary href=move || search(language(), "")>
                {texts::directory::title}
            </LinkButton>
        </EmptyState>
    }
}
