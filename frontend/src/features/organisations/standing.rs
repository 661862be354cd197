use guildhall_domain::organisation::OrgStanding;
use leptos::prelude::*;

use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// How the programme stands to an organisation: word, colour and shape.
#[component]
pub(super) fn Standing(standing: OrgStanding) -> impl IntoView {
    let (code, sign) = match standing {
        OrgStanding::Good => ("awarded", Sign::Check),
        OrgStanding::Suspended => ("not_eligible", Sign::NotEligible),
    };
    view! {
        <span class="status" data-status=code>
            <Icon sign=sign />
            {move || standing_word(standing)}
        </span>
    }
}

/// The word alone.
pub(super) fn standing_word(standing: OrgStanding) -> &'static str {
    match standing {
        OrgStanding::Good => texts::organisations::good(),
        OrgStanding::Suspended => texts::organisations::suspended(),
    }
}
