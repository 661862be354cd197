//! What of the question was not answered as it was asked.

use leptos::prelude::*;

use super::{SearchAddress, Shared};
use crate::i18n::texts;
use crate::ui::Notice;

/// Parts of the address that mean nothing, and words that no partner answers all of.
#[component]
pub(super) fn Notices(address: SearchAddress, page: Memo<Option<Shared>>) -> impl IntoView {
    let ignored = Memo::new(move |_| address.query.with(|asked| asked.ignored.clone()));
    let left_out = move || {
        let ignored = ignored.get();
        (!ignored.is_empty()).then(|| {
            let parts = ignored.iter().map(|part| format!("{}={}", part.parameter, part.value));
            let parts = parts.collect::<Vec<_>>().join(", ");
            view! {
                <Notice>
                    <p>{texts::directory::left_out(&parts)}</p>
                </Notice>
            }
        })
    };
    let some_only = Memo::new(move |_| {
        page.with(|page| page.as_ref().is_some_and(|page| page.some_words_only && page.total > 0))
    });
    let some_words = move || {
        some_only.get().then(|| {
            view! {
                <Notice>
                    <p>{texts::directory::some_words}</p>
                </Notice>
            }
        })
    };
    view! { <div class="notices" role="status">{left_out} {some_words}</div> }
}
