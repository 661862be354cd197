use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Button, EmptyState, Kind, Sign};
use crate::api::ApiError;
use crate::auth::Auth;
use crate::i18n::texts;
use crate::online::is_online;

/// Something could not be loaded: what happened, what is safe, what to do; the request number last.
/// When the network is back, or the person has signed in again, it tries again by itself.
#[component]
pub fn Failure(
    /// What could not be loaded, as a sentence.
    #[prop(into)]
    title: TextProp,
    /// Why.
    error: ApiError,
    /// Tries again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let cured = cure(&error);
    Effect::new(move |before: Option<bool>| {
        let now = cured.get();
        if now && before == Some(false) {
            retry.run(());
        }
        now
    });
    let request = error.request_id().map(str::to_owned);
    let sign = if matches!(error, ApiError::Offline) { Sign::Offline } else { Sign::Alert };
    view! {
        <div role="alert">
            <EmptyState sign=sign title=title text=move || error.explanation()>
                <Button kind=Kind::Primary on_press=retry>
                    {texts::ui::try_again}
                </Button>
            </EmptyState>
            {request
                .map(|id| {
                    view! { <p class="failure__request">{move || texts::ui::request_number(&id)}</p> }
                })}
        </div>
    }
}

/// What has to be the case before another try makes sense.
fn cure(error: &ApiError) -> Signal<bool> {
    match error {
        ApiError::Offline => is_online(),
        ApiError::Unauthorised => {
            let expired = expect_context::<Auth>().expired();
            Signal::derive(move || !expired.get())
        }
        _ => Signal::stored(false),
    }
}
