use serde::{Deserialize, Serialize};

use crate::taxonomy::choices;

choices! {
    /// What the partner says about an inquiry. Guildhall itself knows nothing of what happens after delivery.
    InquiryStatus {
        New = "new", "New", "Ny", "Mới";
        Answered = "answered", "Answered", "Besvarad", "Đã trả lời";
        WorkedOn = "worked_on", "Worked on", "Arbetat med", "Đã làm việc";
        Declined = "declined", "Declined", "Avböjd", "Đã từ chối";
    }
}

/// A command without its particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InquiryCommandKind {
    /// Say that the merchant was answered.
    MarkAnswered,
    /// Say that there was work together; the merchant may write a review from then on.
    MarkWorkedOn,
    /// Say that nothing will come of it.
    MarkDeclined,
    /// Take back what was said.
    MarkNew,
    /// Hand the merchant to the sales team as a lead.
    LinkLead,
}

impl InquiryCommandKind {
    /// The marks that a partner may set, in the order in which they are offered.
    pub const MARKS: [Self; 4] = [Self::MarkAnswered, Self::MarkWorkedOn, Self::MarkDeclined, Self::MarkNew];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::MarkAnswered => "mark_answered",
            Self::MarkWorkedOn => "mark_worked_on",
            Self::MarkDeclined => "mark_declined",
            Self::MarkNew => "mark_new",
            Self::LinkLead => "link_lead",
        }
    }

    /// The status that a mark sets.
    #[must_use]
    pub fn target(self) -> Option<InquiryStatus> {
        match self {
            Self::MarkAnswered => Some(InquiryStatus::Answered),
            Self::MarkWorkedOn => Some(InquiryStatus::WorkedOn),
            Self::MarkDeclined => Some(InquiryStatus::Declined),
            Self::MarkNew => Some(InquiryStatus::New),
            Self::LinkLead => None,
        }
    }
}
