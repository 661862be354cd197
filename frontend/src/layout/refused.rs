use leptos::prelude::*;

use super::PageHead;
use crate::i18n::texts;
use crate::ui::PageTitle;

/// A page that the reader's role does not include.
#[component]
pub fn Refused() -> impl IntoView {
    view! {
        <PageTitle title=texts::failures::not_allowed_title />
        <PageHead title=texts::failures::not_allowed_title text=texts::failures::not_allowed_text />
    }
}
