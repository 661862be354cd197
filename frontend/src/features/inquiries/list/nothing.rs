//! No inquiries at all, and none that match.

use leptos::prelude::*;

use super::InquiriesAddress;
use crate::i18n::texts;
use crate::ui::{Button, EmptyState, Kind, LinkButton, Sign};

/// Nothing was sent yet.
#[component]
pub(super) fn NoInquiries() -> impl IntoView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Mail title=texts::inquiries::none_title text=texts::inquiries::none_text>
                <LinkButton href="/profile" kind=Kind::Primary>
                    {texts::inquiries::to_profile}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

/// The search or the filters let nothing through.
#[component]
pub(super) fn NothingFound(address: InquiriesAddress) -> impl IntoView {
    let search = Memo::new(move |_| address.query.with(|query| query.filter.search.clone()));
    let title = move || match search.get() {
        search if search.is_empty() => texts::inquiries::no_match().to_owned(),
        search => texts::inquiries::no_match_for(&search),
    };
    let clear = move |()| address.change(|query| query.filter = Default::default());
    view! {
        <div class="card" role="status">
            <EmptyState sign=Sign::Search title=title text=texts::inquiries::no_match_text>
                <Button on_press=Callback::new(clear)>{texts::list::clear_all}</Button>
            </EmptyState>
        </div>
    }
}
