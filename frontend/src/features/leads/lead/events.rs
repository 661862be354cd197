//! The words of what happened.

use guildhall_contract::leads::{LeadDetails, TimelineEntry};
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::lead::{EventKind, Status};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{ReasonCode, status_name, support_name};

use super::path::sign_of;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::Sign;

/// What happened, in a line.
pub(crate) fn title(entry: &TimelineEntry) -> String {
    if let Some(change) = entry.change
        && let Some(from) = change.from
    {
        return texts::lead::moved(words(&status_name(from)), words(&status_name(change.to)));
    }
    match &entry.event {
        EventKind::Submitted { .. } => words(&status_name(Status::Submitted)).to_owned(),
        EventKind::Assigned { previous: None, representative, .. } => {
            texts::lead::assigned(&representative.name)
        }
        EventKind::Assigned { previous: Some(previous), representative, .. } => {
            texts::lead::reassigned(&previous.name, &representative.name)
        }
        EventKind::SupportRequested { .. } => texts::lead::support_requested().to_owned(),
        EventKind::PayoutIssued { amount } => texts::lead::payout_issued(&format::money(*amount)),
        EventKind::FoundIneligible { .. } => texts::lead::found_ineligible().to_owned(),
        EventKind::ReopenProposed { .. } => texts::lead::reopen_proposed().to_owned(),
        EventKind::QuestionAsked { .. } => texts::lead::question_asked().to_owned(),
        EventKind::WorkStarted { .. }
        | EventKind::Awarded { .. }
        | EventKind::MarkedNotEligible { .. }
        | EventKind::Reopened { .. } => {
            entry.change.map(|change| words(&status_name(change.to)).to_owned()).unwrap_or_default()
        }
    }
}

/// Its picture, and the code of the status or outcome that colours it.
pub(super) fn sign(entry: &TimelineEntry) -> (Sign, Option<&'static str>) {
    if let Some(change) = entry.change {
        return (sign_of(change.to), Some(change.to.code()));
    }
    match &entry.event {
        EventKind::PayoutIssued { .. } => (Sign::Paid, Some("paid")),
        EventKind::FoundIneligible { .. } => (Sign::NotEligible, Some(Status::NotEligible.code())),
        EventKind::Assigned { previous: Some(_), .. } => (Sign::Users, None),
        EventKind::Assigned { .. } => (Sign::User, None),
        EventKind::SupportRequested { .. } => (Sign::Plus, None),
        EventKind::QuestionAsked { .. } => (Sign::Mail, None),
        _ => (Sign::History, None),
    }
}

/// By whom, and from which side.
pub(super) fn author(entry: &TimelineEntry, lead: &LeadDetails) -> String {
    let by = &entry.by;
    let side = match (by.role, by.role.side()) {
        (Role::System, _) if matches!(entry.event, EventKind::Assigned { .. }) => {
            return texts::lead::automatic().to_owned();
        }
        (Role::System, _) => return by.name.clone(),
        (_, Side::Partner | Side::Merchant) => lead.organisation.name.as_str(),
        (Role::SalesManager, _) => texts::roles::sales_manager(),
        (Role::ProgramAdmin, _) => texts::roles::program_admin(),
        (_, Side::Platform) => texts::roles::rep(),
    };
    format!("{}, {side}", by.name)
}

/// What the table of reasons says about it, or whether support was wanted.
pub(super) fn fact(entry: &TimelineEntry) -> Option<&'static str> {
    match &entry.event {
        EventKind::MarkedNotEligible { reason, .. } | EventKind::FoundIneligible { reason, .. } => {
            Some(reason_words(*reason))
        }
        EventKind::Submitted { support } => Some(words(&support_name(*support))),
        _ => None,
    }
}

fn reason_words(code: ReasonCode) -> &'static str {
    words(&code.reason().words)
}

/// What somebody wrote.
pub(super) fn quote(entry: &TimelineEntry) -> Option<&str> {
    let text = match &entry.event {
        EventKind::Assigned { note, .. }
        | EventKind::WorkStarted { note }
        | EventKind::Awarded { note }
        | EventKind::MarkedNotEligible { note, .. }
        | EventKind::FoundIneligible { note, .. } => note.as_ref(),
        EventKind::SupportRequested { message } => message.as_ref(),
        EventKind::ReopenProposed { reason } | EventKind::Reopened { reason } => Some(reason),
        EventKind::QuestionAsked { message } => Some(message),
        EventKind::Submitted { .. } | EventKind::PayoutIssued { .. } => None,
    };
    text.map(Personal::as_str)
}
