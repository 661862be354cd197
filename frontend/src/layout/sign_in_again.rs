use leptos::prelude::*;

use crate::auth::Auth;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind};

/// Asks to sign in again when the API says that the token has ended, and leaves the page as it is.
#[component]
pub fn SignInAgain() -> impl IntoView {
    let auth = expect_context::<Auth>();
    view! {
        <Dialog open=auth.expired() id="sign-in-again" title=texts::auth::again_title>
            <div class="dialog__body">
                <p>{texts::auth::again_text}</p>
            </div>
            <div class="dialog__actions">
                <Button kind=Kind::Primary on_press=Callback::new(move |()| auth.sign_in_beside())>
                    {texts::auth::again_action}
                </Button>
            </div>
        </Dialog>
    }
}
