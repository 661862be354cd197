use guildhall_contract::exports::ExportList;
use leptos::prelude::*;

use super::Leads;
use super::filters::Filters;
use super::quick_filters::QuickFilters;
use super::saved_filters::SavedFilters;
use crate::api::leads;
use crate::auth::Session;
use crate::features::list::{Export, ListToolbar, LongList};

/// Search, order, filters, export.
#[component]
pub(super) fn Toolbar(listing: Leads) -> impl IntoView {
    let session = expect_context::<Session>();
    let address = listing.address;
    let csv = |api, query| async move { leads::csv(api, &query).await };
    let long = Some(LongList { list: ExportList::Leads, written: leads::written });
    let export = view! { <Export listing=listing file="leads.csv" load=csv long=long /> };
    let sales = session.is_sales();
    let quick = (!sales).then(|| view! { <QuickFilters listing=listing /> });
    view! {
        <ListToolbar listing=listing end=export.into_any()>
            {quick}
            <Filters listing=listing sales=sales />
            <SavedFilters address=address session=session />
        </ListToolbar>
    }
}
