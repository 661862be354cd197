//! Leads: the list.
use crate::i18n::texts;
use crate::layout::*;
use leptos::prelude::*;
/// Leads.
#[component]
pub fn LeadsPage() -> impl IntoView {
    view! { <PageHead title=texts::frame::leads/> }
}
