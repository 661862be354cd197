use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{LeadsAddress, SharedPage};
use crate::api::{Api, ApiError, leads};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Sign, Size, Toasts};

/// Everything that the filter lets through, as a CSV file.
#[component]
pub(super) fn Export(address: LeadsAddress, page: Memo<Option<SharedPage>>) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let export = move |()| {
        let query = address.query.get_untracked();
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            match leads::csv(api, &query).await {
                Ok(text) if browser::download_table("leads.csv", &text).is_ok() => {
                    toasts.say(texts::leads::exported());
                }
                Ok(_) => failed.set(Some(ApiError::Other(None))),
                Err(error) => failed.set(Some(error)),
            }
            busy.set(false);
        });
    };
    let total = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.total as u64)));
    view! {
        <span class="muted" role="alert">
            {move || failed.get().map(|error| error.explanation())}
        </span>
        <Show when=move || { total.get() > 0 }>
        <Button
            kind=Kind::Quiet
            size=Size::Small
            busy=busy
            busy_label=texts::leads::exporting
            on_press=Callback::new(export)
        >
            <Icon sign=Sign::Download />
            {move || texts::leads::export(total.get())}
        </Button>
        </Show>
    }
}
