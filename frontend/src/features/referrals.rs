//! The referral history.
use crate::i18n::texts;
use crate::layout::*;
use leptos::prelude::*;
/// History.
#[component]
pub fn HistoryPage() -> impl IntoView {
    view! { <PageHead title=texts::frame::referral_history/> }
}
