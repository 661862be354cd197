use leptos::prelude::*;

use crate::i18n::texts;
use crate::layout::PageHead;
use crate::ui::PageTitle;

/// In place of a page of money, for those who may not see any: what it takes, and who can give it.
#[component]
pub(super) fn Hidden() -> impl IntoView {
    view! {
        <PageTitle title=texts::earnings::hidden />
        <PageHead title=texts::earnings::hidden text=texts::earnings::hidden_text />
    }
}
