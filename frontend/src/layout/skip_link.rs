use leptos::prelude::*;

use crate::browser;
use crate::i18n::texts;

/// The first stop of the keyboard: past the bar and the navigation.
#[component]
pub(super) fn SkipLink() -> impl IntoView {
    // The router would take the link for a navigation and leave the focus where it is.
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        browser::focus_id_soon("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>
            {texts::frame::skip}
        </a>
    }
}
