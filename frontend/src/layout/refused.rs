use guildhall_domain::actor::Role;
use leptos::prelude::*;

use super::PageHead;
use crate::auth::Session;
use crate::i18n::texts;
use crate::ui::PageTitle;

/// A page that the reader's role does not include.
#[component]
pub fn Refused() -> impl IntoView {
    let merchant = expect_context::<Session>().role == Role::Merchant;
    let title = if merchant { texts::landing::nothing_title } else { texts::failures::not_allowed_title };
    let text = if merchant { texts::landing::nothing_text } else { texts::failures::not_allowed_text };
    view! {
        <PageTitle title=title />
        <PageHead title=title text=text />
    }
}
