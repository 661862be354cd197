use guildhall_domain::referral::ReferralState;
use leptos::prelude::*;

use super::names;
use crate::ui::Icon;

/// Where the payout of a referral stands: word, colour and shape.
#[component]
pub(in crate::features) fn StateLine(
    /// Where.
    state: ReferralState,
) -> impl IntoView {
    let (sign, code) = names::sign(state);
    view! {
        <span class="outcome" data-status=code>
            <Icon sign=sign small=true />
            {move || names::state(state)}
        </span>
    }
}
