use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Button, EmptyState, Kind, Sign};
use crate::api::ApiError;
use crate::i18n::texts;

/// Something could not be loaded: what happened, what is safe, what to do; the request number last.
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
