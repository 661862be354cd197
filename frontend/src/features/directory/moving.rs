//! How partners move over, by the dates as they stand now.

use guildhall_domain::cutover::Dates;
use guildhall_pages::{MovingPage, Page};
use leptos::prelude::*;

use super::pages::{described, head};
use super::waiting::PageWaiting;
use crate::api::{Api, cutover};
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::Failure;

/// `/directory/moving`.
#[component]
pub(super) fn MovingScreen() -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::<Dates>::new(move || async move { Ok(cutover::show(api).await?.dates) });
    move || match remote.stage() {
        Stage::Loading => view! { <PageWaiting /> }.into_any(),
        Stage::Ready(dates) => view! {
            {head(move || described(&Page::Moving(dates)))}
            <MovingPage dates=dates />
        }
        .into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! { <Failure title=texts::moving::dates_failed error=error retry=retry /> }.into_any()
        }
    }
}
