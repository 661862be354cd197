use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, TextField};

/// The way to any profile, by its handle or by the address of its page.
#[component]
pub(super) fn Find() -> impl IntoView {
    let text = RwSignal::new(String::new());
    let asked = RwSignal::new(false);
    let navigate = StoredValue::new_local(use_navigate());
    let error = Signal::derive(move || {
        (asked.get() && text.with(|text| handle_of(text).is_empty()))
            .then(|| texts::moderation::find_needed().to_owned())
    });
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let handle = text.with_untracked(|text| handle_of(text).to_owned());
        if handle.is_empty() {
            asked.set(true);
            browser::focus_id_soon("find");
            return;
        }
        let href = format!("/moderation/profiles/{}", js_sys::encode_uri_component(&handle));
        navigate.with_value(|navigate| navigate(&href, Default::default()));
    };
    view! {
        <form class="find" role="search" novalidate on:submit=open>
            <TextField
                id="find"
                label=texts::moderation::find
                value=text
                hint=Some(texts::moderation::find_hint.into())
                inputmode=None
                limit=None
                error=error
                short=true
            />
            <Button submit=true>{texts::moderation::find_button}</Button>
        </form>
    }
}

/// The handle of what was typed or pasted.
fn handle_of(text: &str) -> &str {
    let text = text.trim().trim_end_matches('/');
    text.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_page_will_do() {
        assert_eq!(handle_of(" atelje-almgren "), "atelje-almgren");
        assert_eq!(handle_of("https://guildhall.example/sv/directory/atelje-almgren/"), "atelje-almgren");
        assert_eq!(handle_of("  "), "");
    }
}
