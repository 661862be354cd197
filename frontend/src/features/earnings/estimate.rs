use guildhall_domain::policy::{Estimate, Rhythm};
use leptos::prelude::*;

use crate::format;
use crate::i18n::texts;

/// What something would earn under its terms at the list price. The word beside it says that it is a guess.
#[component]
pub fn EstimateLine(
    /// How much, and how often.
    estimate: Estimate,
) -> impl IntoView {
    let Estimate { amount, rhythm } = estimate;
    let words = move || match rhythm {
        Rhythm::Monthly => texts::earnings::estimate_monthly(&format::money(amount)),
        Rhythm::Once => texts::earnings::estimate_once(&format::money(amount)),
    };
    view! {
        <span class="estimate">
            <span>{words}</span>
            <span class="flag">{texts::earnings::estimate}</span>
        </span>
    }
}
