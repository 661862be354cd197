use leptos::prelude::*;

use super::landing::{Doorway, SignInButton};
use crate::i18n::texts;
use crate::ui::PageTitle;

/// Whether an address is that of an invitation.
pub(super) fn is_invitation(path: &str) -> bool {
    path.starts_with("/invitations/")
}

/// An invitation before sign-in: nothing of it can be said yet, but what to do and with which address.
#[component]
pub(super) fn Invited(
    /// The invitation.
    return_to: String,
) -> impl IntoView {
    view! {
        <PageTitle title=texts::invitation::invitation />
        <Doorway>
            <h1 tabindex="-1">{texts::invitation::door_title}</h1>
            <p>{texts::invitation::door_text}</p>
            <p>{texts::invitation::door_new}</p>
            <div class="cluster">
                <SignInButton return_to=return_to />
            </div>
        </Doorway>
    }
}
