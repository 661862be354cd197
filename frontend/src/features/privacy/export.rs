//! The file that is handed to the person.

use leptos::prelude::*;
use serde_json::json;

use super::desk::Desk;
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Sign, Toasts};

/// Everything that was found as one file. Its name does not say whose it is.
#[component]
pub(super) fn Export(desk: Desk) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let failed = RwSignal::new(false);
    let export = move |()| {
        let at = browser::moment(browser::now_ms()).to_rfc3339();
        let whole = desk.found.with_untracked(
            |found| json!({ "address": untrack(|| desk.subject()), "exported_at": at, "found": found }),
        );
        let name = format!("personal-data-{}.json", browser::today());
        let text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        match browser::download(&name, "application/json", &text) {
            Ok(()) => toasts.say(texts::privacy::exported()),
            Err(_) => failed.set(true),
        }
    };
    view! {
        <Button on_press=Callback::new(export)>
            <Icon sign=Sign::Download />
            {texts::privacy::export}
        </Button>
        <span class="muted" role="alert">
            {move || failed.get().then(texts::privacy::export_failed)}
        </span>
    }
}
