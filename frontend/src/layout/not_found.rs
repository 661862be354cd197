use leptos::prelude::*;

use super::PageHead;
use crate::i18n::texts;
use crate::ui::{Kind, LinkButton, PageTitle};

/// An address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <PageTitle title=texts::failures::not_found_title />
        <PageHead title=texts::failures::not_found_title text=texts::failures::not_found_text />
        <p>
            <LinkButton href="/" kind=Kind::Primary>
                {texts::directory::your_pages}
            </LinkButton>
        </p>
    }
}
