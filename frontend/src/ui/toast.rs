use std::time::Duration;

use leptos::prelude::*;

use super::{Icon, Sign};
use crate::i18n::texts;

/// Long enough to be read twice.
const STAYS: Duration = Duration::from_secs(8);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Toast {
    id: u32,
    text: String,
}

/// Says what just happened and what the page does not already show. Never for errors.
#[derive(Debug, Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    last: StoredValue<u32>,
}

impl Toasts {
    /// Makes the list and puts it into the context.
    #[must_use]
    pub fn provide() -> Self {
        let toasts = Self { shown: RwSignal::new(Vec::new()), last: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// Says it.
    pub fn say(self, text: impl Into<String>) {
        let id = self.last.get_value() + 1;
        self.last.set_value(id);
        self.shown.update(|shown| shown.push(Toast { id, text: text.into() }));
        set_timeout(move || self.drop(id), STAYS);
    }

    fn drop(self, id: u32) {
        self.shown.update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// Where toasts appear; a live region, so they are read out.
#[component]
pub fn ToastRegion(
    /// What to show.
    toasts: Toasts,
) -> impl IntoView {
    let toast = move |toast: Toast| {
        let id = toast.id;
        view! {
            <div class="toast">
                <Icon sign=Sign::Check />
                <p>{toast.text}</p>
                <button
                    class="button"
                    type="button"
                    data-kind="quiet"
                    data-size="small"
                    on:click=move |_| toasts.drop(id)
                >
                    <Icon sign=Sign::Close />
                    <span class="visually-hidden">{texts::ui::close}</span>
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status">
            {move || toasts.shown.get().into_iter().map(toast).collect_view()}
        </div>
    }
}
