use std::sync::Arc;

use guildhall_verify::{check_chain, keys_in};
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::outcome::{Outcome, TITLE, outcome};
use super::signature;
use crate::api::{Api, exports};
use crate::browser;
use crate::i18n::texts;
use crate::layout::PageHead;
use crate::ui::PageTitle;

const FILE: &str = "receipt-file";
/// No receipt is nearly as large, in bytes.
const LARGEST: f64 = 8_000_000.0;

/// `/receipts/check`. The file is read here and sent nowhere.
#[component]
pub fn CheckReceiptPage() -> impl IntoView {
    let api = expect_context::<Api>();
    let busy = RwSignal::new(false);
    let found = RwSignal::new(None::<(String, Outcome)>);
    let choose = move |event: web_sys::Event| {
        let Some(input) =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            found.set(None);
            busy.set(true);
            spawn_local(async move {
                let outcome = check(api, &file).await;
                if busy.try_set(false).is_none() {
                    found.set(Some((file.name(), outcome)));
                    browser::focus_id_soon(TITLE);
                }
            });
        }
        // So that the same file can be chosen again.
        input.set_value("");
    };
    view! {
        <PageTitle title=texts::receipts::title />
        <PageHead title=texts::receipts::title text=texts::receipts::about />
        <div class="stack receipts">
            <div class="field">
                <label class="field__label" for=FILE>
                    {texts::receipts::file}
                </label>
                <p class="field__hint" id="receipt-file-hint">
                    {texts::receipts::file_hint}
                </p>
                // Browsers let a file be dropped on the field itself.
                <input
                    class="input input--drop"
                    type="file"
                    id=FILE
                    accept=".json,application/json"
                    aria-describedby="receipt-file-hint"
                    disabled=move || busy.get()
                    on:change=choose
                />
            </div>
            <p role="status">{move || busy.get().then(texts::receipts::checking)}</p>
            {move || found.get().map(|(name, found)| outcome(name, found))}
        </div>
    }
}

/// Reads and checks a file. Guildhall's keys are asked for anew, since they change now and then.
async fn check(api: Api, file: &web_sys::File) -> Outcome {
    if file.size() > LARGEST {
        return Outcome::Unreadable;
    }
    let Ok(bytes) = browser::bytes_of(file).await else { return Outcome::Unreadable };
    let Ok(receipt) = serde_json::from_slice::<Value>(&bytes) else { return Outcome::Unreadable };
    let Ok(chained) = check_chain(&receipt) else { return Outcome::Unreadable };
    let is_good = match chained.claim() {
        Some(claim) => signature::is_good(claim).await,
        None => Some(false),
    };
    let known = exports::receipt_keys(api).await.ok().and_then(|keys| keys_in(&keys).ok());
    Outcome::Checked(Arc::new(chained.signed(is_good, known.as_deref())))
}
