use guildhall_contract::payouts::PayoutPage;
use leptos::prelude::*;

use crate::i18n::texts;
use crate::ui::{Notice, Tone};

/// Nobody has said where to pay. Without that nothing is paid, so it is said before anything else.
pub(in crate::features) fn missing_details(page: &PayoutPage) -> Option<AnyView> {
    let earned = page.accounts.iter().any(|account| account.pending.minor > 0);
    (earned && !page.has_details).then(|| {
        view! {
            <Notice tone=Tone::Warning>
                <p>{texts::own_payouts::details_needed}</p>
                <p>
                    <a href="/payouts/details">{texts::own_payouts::details}</a>
                </p>
            </Notice>
        }
        .into_any()
    })
}
