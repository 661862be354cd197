//! Where a job stood: its word, its meaning, its colour and its shape.

use guildhall_domain::marketplace::JobStatus;
use leptos::prelude::*;

use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// Where a job stood when it was exported: word, colour and shape, with the meaning on hover.
#[component]
pub(super) fn JobBadge(
    /// Where.
    status: JobStatus,
    /// For the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let (code, sign) = look(status);
    view! {
        <span
            class="status"
            data-status=code
            data-size=large.then_some("large")
            title=move || meaning(status)
        >
            <Icon sign=sign small=sign == Sign::Clock />
            {move || name(status)}
        </span>
    }
}

/// The code of its colour, and its shape.
fn look(status: JobStatus) -> (&'static str, Sign) {
    match status {
        JobStatus::New | JobStatus::Opened => ("submitted", Sign::Submitted),
        JobStatus::Responded | JobStatus::AwaitingResponse => ("in_progress", Sign::InProgress),
        JobStatus::Completed => ("awarded", Sign::Awarded),
        JobStatus::Declined | JobStatus::Closed => ("quiet", Sign::NotEligible),
        JobStatus::Expired | JobStatus::Inactive => ("quiet", Sign::Clock),
    }
}

/// Its word.
pub(super) fn name(status: JobStatus) -> &'static str {
    match status {
        JobStatus::New => texts::records::status_new(),
        JobStatus::Opened => texts::records::status_opened(),
        JobStatus::Responded => texts::records::status_responded(),
        JobStatus::AwaitingResponse => texts::records::status_awaiting_response(),
        JobStatus::Completed => texts::records::status_completed(),
        JobStatus::Closed => texts::records::status_closed(),
        JobStatus::Declined => texts::records::status_declined(),
        JobStatus::Expired => texts::records::status_expired(),
        JobStatus::Inactive => texts::records::status_inactive(),
    }
}

/// What it says, as a sentence.
pub(super) fn meaning(status: JobStatus) -> &'static str {
    match status {
        JobStatus::New => texts::records::means_new(),
        JobStatus::Opened => texts::records::means_opened(),
        JobStatus::Responded => texts::records::means_responded(),
        JobStatus::AwaitingResponse => texts::records::means_awaiting_response(),
        JobStatus::Completed => texts::records::means_completed(),
        JobStatus::Closed => texts::records::means_closed(),
        JobStatus::Declined => texts::records::means_declined(),
        JobStatus::Expired => texts::records::means_expired(),
        JobStatus::Inactive => texts::records::means_inactive(),
    }
}
