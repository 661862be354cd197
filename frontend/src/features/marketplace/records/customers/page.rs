use leptos::prelude::*;

use super::Customers;
use super::address::FORM;
use super::columns::columns;
use super::wording::WORDING;
use crate::api::marketplace;
use crate::auth::Session;
use crate::features::list::{ListContent, ListToolbar};
use crate::features::marketplace::records::head::{Part, RecordsHead};
use crate::features::marketplace::records::reads_records;
use crate::i18n::texts;
use crate::layout::Refused;
use crate::ui::{EmptyState, LinkButton, Sign};

/// `/records/customers`.
#[component]
pub fn CustomersPage() -> impl IntoView {
    if !reads_records(&expect_context::<Session>()) {
        return view! { <Refused /> }.into_any();
    }
    let listing =
        Customers::follow(
            &FORM,
            WORDING,
            |api, query| async move { marketplace::customers(api, &query).await },
        );
    view! {
        <RecordsHead part=Part::Customers />
        <section class="stack" aria-labelledby="customers-title">
            <h2 class="visually-hidden" id="customers-title">
                {texts::records::customers}
            </h2>
            // Searching is all there is: customers have no states.
            <ListToolbar listing=listing>""</ListToolbar>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

/// No job names anybody.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Users
            title=texts::records::customers_none_title
            text=texts::records::customers_none_text
        >
            <LinkButton href="/records">{texts::records::to_jobs}</LinkButton>
        </EmptyState>
    }
}
