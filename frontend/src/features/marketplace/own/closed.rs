use chrono::{DateTime, Utc};
use guildhall_pages::address::search;
use leptos::prelude::*;

use crate::format;
use crate::i18n::{language, texts};
use crate::ui::{EmptyState, Kind, LinkButton, Sign};

/// What stands in the place of the jobs once merchants have no access to the marketplace: why, and the way on.
#[component]
pub(super) fn Closed(
    /// Since when, if that is known.
    since: Option<DateTime<Utc>>,
) -> impl IntoView {
    let text = move || match since {
        Some(at) => texts::existing_jobs::closed_text(&format::date_and_time(at)),
        None => texts::existing_jobs::closed_text_bare().to_owned(),
    };
    view! {
        <div class="card">
            <EmptyState sign=Sign::Clock title=texts::existing_jobs::closed_title text=text>
                <LinkButton href="/inquiries">{texts::existing_jobs::closed_inquiries}</LinkButton>
                <LinkButton kind=Kind::Primary href=move || search(language(), "")>
                    {texts::existing_jobs::find}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

/// What stands there before the directory is open: the marketplace itself still shows them.
#[component]
pub(super) fn NotYet() -> impl IntoView {
    view! {
        <div class="card">
            <EmptyState
                sign=Sign::External
                title=texts::existing_jobs::not_yet_title
                text=texts::existing_jobs::not_yet_text
            >
                <LinkButton kind=Kind::Primary href="/experts">
                    {texts::existing_jobs::to_marketplace}
                </LinkButton>
            </EmptyState>
        </div>
    }
}
