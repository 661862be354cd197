//! Each command's words and fields.

use guildhall_contract::commands::{FIELDS, NOTE, NOTE_MAX, QUESTION_TO_PARTNER};
use guildhall_contract::contact::{QUESTION, SUPPORT_MESSAGE};
use guildhall_contract::fields::{FieldKind, FieldRule, Need};
use guildhall_contract::lead_work::WITHDRAW_REASON;
use guildhall_domain::lead::{CommandKind, Product};
use guildhall_domain::policy::REASONS;

use crate::i18n::{texts, words};

const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

const REASON: FieldRule = required("reason", FieldKind::Choice(&[]));
const REOPEN_REASON: FieldRule = required("reason", FieldKind::Paragraph { max: NOTE_MAX });
const REPRESENTATIVE: FieldRule = required("representative", FieldKind::Choice(&[]));
const TERMS_CHECKED: FieldRule = required("terms_checked", FieldKind::Flag);
const DEAL_CLOSED: FieldRule = required("deal_closed", FieldKind::Flag);
const AMOUNT: FieldRule = required("amount", FieldKind::Line { max: 32 });
const CURRENCY: FieldRule = required("currency", FieldKind::Choice(&[]));
/// Chosen fields of the form, by name, with commas between them.
const ASKED: FieldRule = required(FIELDS, FieldKind::Line { max: NOTE_MAX });

/// Where a command is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the lead's status.
    Status,
    /// To the representative, as a message.
    Message,
    /// The partner takes the lead back.
    Withdrawal,
    /// It is not asked for in a dialog: the page has a form for it, or no person does it.
    Nowhere,
}

/// What the dialog of a command asks.
pub(super) fn fields(kind: CommandKind) -> Vec<FieldRule> {
    match kind {
        CommandKind::StartWork => vec![NOTE],
        CommandKind::Award => vec![TERMS_CHECKED, DEAL_CLOSED, NOTE],
        CommandKind::MarkNotEligible | CommandKind::RecordIneligible => vec![REASON, NOTE],
        CommandKind::RecordPayout => vec![AMOUNT, CURRENCY],
        CommandKind::Assign => vec![REPRESENTATIVE, NOTE],
        CommandKind::Reopen => vec![REOPEN_REASON],
        CommandKind::RequestSupport => vec![SUPPORT_MESSAGE],
        CommandKind::AskRepresentative => vec![QUESTION],
        CommandKind::RequestInformation => vec![ASKED, QUESTION_TO_PARTNER],
        CommandKind::Withdraw => vec![WITHDRAW_REASON],
        CommandKind::ProvideInformation | CommandKind::CorrectDetails | CommandKind::Escalate => Vec::new(),
    }
}

/// Where the command is sent.
pub(super) fn way_of(kind: CommandKind) -> Way {
    match kind {
        CommandKind::RequestSupport | CommandKind::AskRepresentative => Way::Message,
        CommandKind::Withdraw => Way::Withdrawal,
        CommandKind::ProvideInformation | CommandKind::CorrectDetails | CommandKind::Escalate => Way::Nowhere,
        CommandKind::Assign
        | CommandKind::StartWork
        | CommandKind::Award
        | CommandKind::MarkNotEligible
        | CommandKind::RecordPayout
        | CommandKind::RecordIneligible
        | CommandKind::Reopen
        | CommandKind::RequestInformation => Way::Status,
    }
}

/// The command's name, as its button says it.
pub(crate) fn name_of(kind: CommandKind) -> &'static str {
    match kind {
        CommandKind::Assign => texts::sales::assign(),
        CommandKind::RequestSupport => texts::lead::request_support(),
        CommandKind::StartWork => texts::sales::start_work(),
        CommandKind::Award => texts::sales::award(),
        CommandKind::MarkNotEligible => texts::sales::mark_not_eligible(),
        CommandKind::RecordPayout => texts::sales::record_payout(),
        CommandKind::RecordIneligible => texts::sales::record_ineligible(),
        CommandKind::Reopen => texts::sales::reopen(),
        CommandKind::AskRepresentative => texts::lead::ask_question(),
        CommandKind::RequestInformation => texts::lead_work::request(),
        CommandKind::ProvideInformation => texts::lead_work::provide(),
        CommandKind::CorrectDetails => texts::lead_work::correct(),
        CommandKind::Withdraw => texts::lead_work::withdraw(),
        CommandKind::Escalate => texts::lead_work::escalate(),
    }
}

/// What it does, and who will see it.
pub(super) fn effect_of(
    kind: CommandKind,
    product: Product,
    sales: bool,
    is_second_person: bool,
) -> &'static str {
    match (kind, product) {
        (CommandKind::Assign, _) => texts::sales::assign_effect(),
        (CommandKind::RequestSupport, _) if sales => texts::sales::request_support_effect(),
        (CommandKind::RequestSupport, Product::Plus) => texts::lead::request_support_effect_plus(),
        (CommandKind::RequestSupport, Product::Pos) => texts::lead::request_support_effect_pos(),
        (CommandKind::StartWork, _) => texts::sales::start_work_effect(),
        (CommandKind::Award, Product::Plus) => texts::sales::award_effect_plus(),
        (CommandKind::Award, Product::Pos) => texts::sales::award_effect_pos(),
        (CommandKind::MarkNotEligible, _) => texts::sales::mark_not_eligible_effect(),
        (CommandKind::RecordPayout, _) => texts::sales::record_payout_effect(),
        (CommandKind::RecordIneligible, _) => texts::sales::record_ineligible_effect(),
        (CommandKind::Reopen, _) if is_second_person => texts::sales::reopen_second_effect(),
        (CommandKind::Reopen, _) => texts::sales::reopen_effect(),
        (CommandKind::AskRepresentative, _) => texts::lead::ask_effect(),
        (CommandKind::RequestInformation, _) => texts::lead_work::request_effect(),
        (CommandKind::Withdraw, _) => texts::lead_work::withdraw_effect(),
        (CommandKind::ProvideInformation | CommandKind::CorrectDetails | CommandKind::Escalate, _) => "",
    }
}

/// What is said when it is done.
pub(super) fn done(kind: CommandKind) -> &'static str {
    match kind {
        CommandKind::RequestSupport => texts::lead::request_support_done(),
        CommandKind::AskRepresentative => texts::lead::ask_done(),
        CommandKind::RequestInformation => texts::lead_work::request_done(),
        CommandKind::Withdraw => texts::lead_work::withdraw_done(),
        CommandKind::Assign
        | CommandKind::StartWork
        | CommandKind::Award
        | CommandKind::MarkNotEligible
        | CommandKind::RecordPayout
        | CommandKind::RecordIneligible
        | CommandKind::Reopen
        | CommandKind::ProvideInformation
        | CommandKind::CorrectDetails
        | CommandKind::Escalate => texts::sales::saved(),
    }
}

/// The reasons of the policy, with their words.
pub(super) fn reasons() -> Vec<(String, String)> {
    REASONS.iter().map(|reason| (reason.id.to_owned(), words(&reason.words).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_of_its_own() {
        let mut names: Vec<_> = CommandKind::ALL.into_iter().map(name_of).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), CommandKind::ALL.len());
    }

    #[test]
    fn every_command_of_a_dialog_asks_something() {
        for kind in CommandKind::ALL {
            assert_eq!(way_of(kind) == Way::Nowhere, fields(kind).is_empty(), "{kind:?}");
        }
    }
}
