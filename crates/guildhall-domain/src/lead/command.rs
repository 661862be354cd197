//! What may be asked of a lead.

use serde::{Deserialize, Serialize};

use super::{LeadField, LeadForm};
use crate::money::Money;
use crate::personal::Personal;
use crate::policy::ReasonCode;
use crate::representative::Representative;

/// A command without its particulars: what the policy table is keyed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CommandKind {
    /// Give the lead to a representative.
    Assign,
    /// Ask the sales team to sell along.
    RequestSupport,
    /// Begin to work on it.
    StartWork,
    /// Decide that the partner will earn.
    Award,
    /// Decide that the partner will not earn.
    MarkNotEligible,
    /// State that a POS lead without support was paid.
    RecordPayout,
    /// State that a POS lead without support earns nothing.
    RecordIneligible,
    /// Take a decision back.
    Reopen,
    /// Ask the representative something.
    AskRepresentative,
    /// Ask the partner for more information.
    RequestInformation,
    /// Give the information that was asked for.
    ProvideInformation,
    /// Correct what was entered, unasked.
    CorrectDetails,
    /// Take the lead back, for good.
    Withdraw,
    /// Tell the managers that a promise was broken.
    Escalate,
}

impl CommandKind {
    /// Every command.
    pub const ALL: [Self; 14] = [
        Self::Assign,
        Self::RequestSupport,
        Self::StartWork,
        Self::Award,
        Self::MarkNotEligible,
        Self::RecordPayout,
        Self::RecordIneligible,
        Self::Reopen,
        Self::AskRepresentative,
        Self::RequestInformation,
        Self::ProvideInformation,
        Self::CorrectDetails,
        Self::Withdraw,
        Self::Escalate,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::RequestSupport => "request_support",
            Self::StartWork => "start_work",
            Self::Award => "award",
            Self::MarkNotEligible => "mark_not_eligible",
            Self::RecordPayout => "record_payout",
            Self::RecordIneligible => "record_ineligible",
            Self::Reopen => "reopen",
            Self::AskRepresentative => "ask_representative",
            Self::RequestInformation => "request_information",
            Self::ProvideInformation => "provide_information",
            Self::CorrectDetails => "correct_details",
            Self::Withdraw => "withdraw",
            Self::Escalate => "escalate",
        }
    }
}

/// What the representative states when awarding; both must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwardCheck {
    /// The referral terms were checked.
    pub terms_checked: bool,
    /// Plus: the agreement is executed. POS: the sales cycle is complete.
    pub deal_closed: bool,
}

/// A command with its particulars, checked for form but not yet against the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// T1. Give the lead to a representative.
    Assign {
        /// The new representative, from the roster.
        representative: Representative,
        /// Why.
        note: Option<Personal>,
    },
    /// T2. Ask the sales team to sell along.
    RequestSupport {
        /// What the partner needs.
        message: Option<Personal>,
    },
    /// T3. Begin to work on it.
    StartWork {
        /// What was agreed.
        note: Option<Personal>,
    },
    /// T4 and T5. Decide that the partner will earn.
    Award {
        /// What was checked.
        check: AwardCheck,
        /// Words to the partner.
        note: Option<Personal>,
    },
    /// T6. Decide that the partner will not earn.
    MarkNotEligible {
        /// From the closed list.
        reason: ReasonCode,
        /// Words to the partner.
        note: Option<Personal>,
    },
    /// T7. State that a POS lead without support was paid.
    RecordPayout {
        /// What was paid to the partner.
        amount: Money,
    },
    /// T8. State that a POS lead without support earns nothing.
    RecordIneligible {
        /// From the closed list.
        reason: ReasonCode,
        /// Words to the partner.
        note: Option<Personal>,
    },
    /// T9. Take a decision back.
    Reopen {
        /// Why, in words that the partner reads.
        reason: Personal,
    },
    /// Ask the representative something.
    AskRepresentative {
        /// The question.
        message: Personal,
    },
    /// Ask the partner for more information.
    RequestInformation {
        /// What may be changed by the answer; at least one.
        fields: Vec<LeadField>,
        /// Why, in words that the partner reads.
        message: Personal,
    },
    /// Give the information that was asked for.
    ProvideInformation {
        /// The whole form as it shall be, checked.
        form: Box<LeadForm>,
        /// Words to the representative.
        note: Option<Personal>,
    },
    /// Correct what was entered, unasked.
    CorrectDetails {
        /// The whole form as it shall be, checked.
        form: Box<LeadForm>,
        /// Words to the representative.
        note: Option<Personal>,
        /// It came with a file of many, whose report takes the place of mails.
        imported: bool,
    },
    /// Take the lead back, for good.
    Withdraw {
        /// Why.
        reason: Personal,
    },
    /// Tell the managers that a promise was broken.
    Escalate,
}

impl Command {
    /// The command's kind.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::Assign { .. } => CommandKind::Assign,
            Self::RequestSupport { .. } => CommandKind::RequestSupport,
            Self::StartWork { .. } => CommandKind::StartWork,
            Self::Award { .. } => CommandKind::Award,
            Self::MarkNotEligible { .. } => CommandKind::MarkNotEligible,
            Self::RecordPayout { .. } => CommandKind::RecordPayout,
            Self::RecordIneligible { .. } => CommandKind::RecordIneligible,
            Self::Reopen { .. } => CommandKind::Reopen,
            Self::AskRepresentative { .. } => CommandKind::AskRepresentative,
            Self::RequestInformation { .. } => CommandKind::RequestInformation,
            Self::ProvideInformation { .. } => CommandKind::ProvideInformation,
            Self::CorrectDetails { .. } => CommandKind::CorrectDetails,
            Self::Withdraw { .. } => CommandKind::Withdraw,
            Self::Escalate => CommandKind::Escalate,
        }
    }
}
