use leptos::prelude::*;

use super::Form;
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, Size};

/// Says that a draft was found, and offers to start over.
#[component]
pub(crate) fn Restored(
    /// The form that was filled with it.
    form: Form,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    let start_over = Callback::new(move |()| {
        form.start_over();
        asking.set(false);
        browser::focus_id_soon("contact_name");
    });
    let note = move || {
        let kept_at = browser::moment(form.restored_at().get()?);
        let action = view! {
            <Button size=Size::Small on_press=Callback::new(move |()| asking.set(true))>
                {texts::submit::start_over}
            </Button>
        };
        Some(view! {
            <Notice action=action.into_any()>
                <p>{move || texts::submit::restored(&format::date_and_time(kept_at))}</p>
            </Notice>
        })
    };
    view! {
        {note}
        <Dialog open=asking id="start-over" title=texts::submit::start_over_title>
            <div class="dialog__body">
                <p>{texts::submit::start_over_text}</p>
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| asking.set(false))>{texts::submit::keep_draft}</Button>
                <Button kind=Kind::Danger on_press=start_over>
                    {texts::submit::start_over}
                </Button>
            </div>
        </Dialog>
    }
}
