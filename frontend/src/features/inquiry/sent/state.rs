//! Where an inquiry stands for the merchant who sent it: the partner's own marks stay the partner's.

use guildhall_contract::inquiries::InquiryItem;
use guildhall_domain::inquiry::{Delivery, InquiryStatus};
use leptos::prelude::*;

use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// What the merchant learns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It is with the partner.
    Sent,
    /// The partner's mail does not take it.
    NotDelivered,
    /// The partner says that there was work together.
    WorkedTogether,
}

impl State {
    /// The state of an inquiry.
    pub(super) fn of(item: &InquiryItem) -> Self {
        match (item.status, item.delivery) {
            (InquiryStatus::WorkedOn, _) => Self::WorkedTogether,
            (_, Delivery::Bounced | Delivery::Failed) => Self::NotDelivered,
            (
                InquiryStatus::New | InquiryStatus::Answered | InquiryStatus::Declined,
                Delivery::Pending
                | Delivery::Sent
                | Delivery::Delivered
                | Delivery::Complained
                | Delivery::Unknown
                | Delivery::NotWanted,
            ) => Self::Sent,
        }
    }

    /// Its words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sent => texts::inquiry::state_sent(),
            Self::NotDelivered => texts::inquiry::state_not_delivered(),
            Self::WorkedTogether => texts::inquiry::state_worked(),
        }
    }
}

/// The state in a word.
#[component]
pub(super) fn StateMark(state: State) -> impl IntoView {
    let (code, sign) = match state {
        State::Sent => ("submitted", Sign::Submitted),
        State::NotDelivered => ("not_eligible", Sign::NotEligible),
        State::WorkedTogether => ("awarded", Sign::Awarded),
    };
    view! {
        <span class="status" data-status=code>
            <Icon sign=sign />
            {move || state.name()}
        </span>
    }
}
