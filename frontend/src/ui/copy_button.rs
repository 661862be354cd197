use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Button, Icon, Kind, Sign, Size, Toasts};
use crate::i18n::texts;

/// Copies a text, and says so.
#[component]
pub fn CopyButton(
    /// What to copy.
    #[prop(into)]
    text: TextProp,
    /// What the button says.
    #[prop(into)]
    label: TextProp,
) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let copy = move |()| {
        let promise = window().navigator().clipboard().write_text(&text.get());
        spawn_local(async move {
            if JsFuture::from(promise).await.is_ok() {
                toasts.say(texts::ui::copied());
            }
        });
    };
    view! {
        <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(copy)>
            <Icon sign=Sign::Copy />
            {move || label.get()}
        </Button>
    }
}
