//! Erasing, after the address was typed once more.

use leptos::prelude::*;

use super::desk::Desk;
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, TextField};

/// The way to erase the person, and the question before.
#[component]
pub(super) fn Erase(desk: Desk) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Button kind=Kind::Danger on_press=Callback::new(move |()| open.set(true))>
            {texts::privacy::erase}
        </Button>
        <Dialog open=open id="erase" title=texts::privacy::erase_title>
            <Confirm desk=desk open=open />
        </Dialog>
    }
}

#[component]
fn Confirm(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let error = Signal::derive(move || is_wrong.get().then(|| texts::privacy::erase_mismatch().to_owned()));
    let go = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let same = typed.with_untracked(|typed| typed.trim().to_lowercase()) == untrack(|| desk.subject());
        if !same {
            is_wrong.set(true);
            browser::focus_id_soon("erase-address");
            return;
        }
        open.set(false);
        desk.erase();
        browser::focus_id_soon("email");
    };
    view! {
        <form novalidate on:submit=go>
            <div class="dialog__body stack">
                <p>{texts::privacy::erase_effect}</p>
                <p>{texts::privacy::erase_account}</p>
                <TextField
                    id="erase-address"
                    label=texts::privacy::erase_type
                    value=typed
                    hint=None
                    inputmode=Some("email")
                    limit=None
                    error=error
                />
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Danger submit=true>
                    {texts::privacy::erase_confirm}
                </Button>
            </div>
        </form>
    }
}
