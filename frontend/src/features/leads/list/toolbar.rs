use leptos::prelude::*;

use super::Leads;
use super::filters::Filters;
use super::quick_filters::QuickFilters;
use super::saved_filters::SavedFilters;
use crate::api::leads;
use crate::auth::Session;
use crate::features::list::{Export, ListToolbar};

/// Search, order, filters, export.
#[component]
pub(super) fn Toolbar(listing: Leads) -> impl IntoView {
    let session = expect_context::<Session>();
    let address = listing.address;
    let csv = |api, query| async move { leads::csv(api, &query).await };
    let export = view! { <Export listing=listing file="leads.csv" load=csv /> };
    let quick = session
        .role
        .reads_all_leads()
        .then(|| view! { <QuickFilters address=address session=session.clone() /> });
    view! {
        <ListToolbar listing=listing end=export.into_any()>
            {quick}
            <Filters listing=listing />
            <SavedFilters address=address session=session />
        </ListToolbar>
    }
}
