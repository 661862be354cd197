//! The run as a file, by which the bank is told.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, payout_runs};
use crate::browser;
use crate::features::list::marks_tables;
use crate::features::not_done::not_done;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Sign, Toasts};

/// Downloads the run with whole numbers of accounts.
#[component]
pub(super) fn Report(period: Memo<String>) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let download = move |()| {
        failed.set(None);
        busy.set(true);
        let period = period.get_untracked();
        spawn_local(async move {
            let answer = payout_runs::report(api, &period).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(text)
                    if browser::download_table(&format!("payouts-{period}.csv"), &text, marks_tables())
                        .is_ok() =>
                {
                    toasts.say(texts::list::exported());
                }
                Ok(_) => failed.set(Some(ApiError::Other(None))),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    view! {
        <Button busy=busy on_press=Callback::new(download)>
            <Icon sign=Sign::Download />
            {texts::payout_runs::report}
        </Button>
        {move || failed.get().map(|error| view! { <span role="alert">{move || not_done(&error)}</span> })}
    }
}
