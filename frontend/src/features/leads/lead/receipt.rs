//! The receipt of a decision.

use guildhall_contract::leads::TimelineEntry;
use guildhall_contract::receipts::number;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::SharedLead;
use crate::api::{Api, exports};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Sign, Size, Toasts};

/// The way to the receipt of an event, if there is one.
pub(super) fn receipt(lead: &SharedLead, entry: &TimelineEntry) -> Option<AnyView> {
    let (lead, seq) = (lead.clone(), entry.seq);
    entry.event.told()?.has_receipt().then(|| view! { <Receipt lead=lead seq=seq /> }.into_any())
}

#[component]
fn Receipt(lead: SharedLead, seq: u64) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let number = StoredValue::new(number(&lead.id, seq));
    let lead = StoredValue::new(lead);
    let fetch = move |()| {
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            let answer = exports::receipt(api, &lead.get_value(), seq).await;
            if busy.try_set(false).is_some() {
                return;
            }
            let name = format!("receipt-{}.json", number.get_value());
            match answer {
                Ok(text) if browser::download(&name, "application/json", &text).is_ok() => {
                    toasts.say(texts::lead::receipt_saved());
                }
                Ok(_) | Err(_) => failed.set(true),
            }
        });
    };
    view! {
        <p class="timeline__note cluster">
            <Button
                kind=Kind::Quiet
                size=Size::Small
                busy=busy
                busy_label=texts::list::exporting
                on_press=Callback::new(fetch)
            >
                <Icon sign=Sign::Download />
                {move || texts::lead::receipt(&number.get_value())}
            </Button>
            <a href="/receipts/check">{texts::receipts::title}</a>
            <span class="flag" data-tone="danger" role="alert">
                {move || failed.get().then(texts::lead::receipt_failed)}
            </span>
        </p>
    }
}
