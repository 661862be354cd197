use std::sync::Arc;

use guildhall_contract::referrals::ReferralPage;
use leptos::prelude::*;

use crate::format;
use crate::i18n::texts;

/// What the shown referrals earned, one sum per currency, and how many they are.
#[component]
pub(super) fn Totals(page: Memo<Option<Arc<ReferralPage>>>) -> impl IntoView {
    let shown = move || {
        let page = page.get().filter(|page| page.total > 0)?;
        let sums = page.totals.clone();
        let total = page.total as u64;
        let sum = |amount| {
            view! {
                <div>
                    <dt>{texts::referrals::revenue}</dt>
                    <dd>{move || format::money(amount)}</dd>
                    <dd class="tiles__note">{texts::referrals::revenue_note}</dd>
                </div>
            }
        };
        Some(view! {
            <dl class="tiles">
                {sums.into_iter().map(sum).collect_view()}
                <div>
                    <dt>{texts::referrals::successful}</dt>
                    <dd>{move || format::number(total)}</dd>
                    <dd class="tiles__note">{texts::referrals::successful_note}</dd>
                </div>
            </dl>
        })
    };
    view! { {shown} }
}
