use guildhall_domain::inquiry::{Delivery, InquiryStatus};
use leptos::prelude::*;

use crate::i18n::{texts, words};
use crate::ui::{Icon, Sign};

/// Where an inquiry stands: word, colour and shape.
#[component]
pub(super) fn InquiryBadge(
    /// Where.
    status: InquiryStatus,
    /// For the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let (code, sign) = look(status);
    view! {
        <span class="status" data-status=code data-size=large.then_some("large")>
            <Icon sign=sign />
            {move || words(&status.words())}
        </span>
    }
}

/// The code of its colour, and its shape.
pub(super) fn look(status: InquiryStatus) -> (&'static str, Sign) {
    match status {
        InquiryStatus::New => ("submitted", Sign::Submitted),
        InquiryStatus::Answered => ("in_progress", Sign::InProgress),
        InquiryStatus::WorkedOn => ("awarded", Sign::Awarded),
        InquiryStatus::Declined => ("quiet", Sign::NotEligible),
    }
}

/// What stands beside a status: a repeat, a mail that did not arrive.
#[component]
pub(super) fn Flags(
    /// Whether the sender wrote before.
    is_repeat: bool,
    /// Whether the mail arrived.
    delivery: Delivery,
) -> impl IntoView {
    let undelivered = match delivery {
        Delivery::Bounced => Some(texts::inquiries::bounced as fn() -> &'static str),
        Delivery::Failed | Delivery::Unknown => Some(texts::inquiries::not_sent as fn() -> &'static str),
        Delivery::Complained => Some(texts::inquiries::complained as fn() -> &'static str),
        Delivery::Pending | Delivery::Sent | Delivery::Delivered | Delivery::NotWanted => None,
    };
    view! {
        {is_repeat.then(|| view! { <span class="flag">{texts::inquiries::repeat}</span> })}
        {undelivered
            .map(|words| {
                view! {
                    <span class="flag" data-tone="danger">
                        <Icon sign=Sign::Alert small=true />
                        {words}
                    </span>
                }
            })}
    }
}
