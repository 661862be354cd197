use std::future::Future;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{ListPage, ListQuery, Listing};
use crate::api::{Api, ApiError};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Sign, Size, Toasts};

/// Everything that the filter lets through, on all pages, as a CSV file.
#[component]
pub fn Export<Q, P, F>(
    /// The list.
    listing: Listing<Q, P>,
    /// The file's name: `leads.csv`.
    file: &'static str,
    /// Asks for the whole table.
    load: fn(Api, Q) -> F,
) -> impl IntoView
where
    Q: ListQuery,
    P: ListPage,
    F: Future<Output = Result<String, ApiError>> + 'static,
{
    let Listing { address, page, .. } = listing;
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let export = move |()| {
        let answer = load(api, address.query.get_untracked());
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            match answer.await {
                Ok(text) if browser::download_table(file, &text).is_ok() => {
                    toasts.say(texts::list::exported());
                }
                Ok(_) => failed.set(Some(ApiError::Other(None))),
                Err(error) => failed.set(Some(error)),
            }
            busy.set(false);
        });
    };
    let total = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.total() as u64)));
    view! {
        <span class="muted" role="alert">
            {move || failed.get().map(|error| error.explanation())}
        </span>
        <Show when=move || { total.get() > 0 }>
            <Button
                kind=Kind::Quiet
                size=Size::Small
                busy=busy
                busy_label=texts::list::exporting
                on_press=Callback::new(export)
            >
                <Icon sign=Sign::Download />
                {move || texts::list::export(total.get())}
            </Button>
        </Show>
    }
}
