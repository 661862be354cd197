//! The words of what happened.

use guildhall_contract::leads::{LeadDetails, TimelineEntry};
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::lead::{EventKind, LeadField, Product, Status};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{Promise, ReasonCode, status_name, support_name};

use super::path::sign_of;
use crate::features::leads::due::last_day;
use crate::features::leads::submit::field_words;
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
    let Some(event) = entry.event.told() else { return texts::lead::payout_issued_untold().to_owned() };
    match event {
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
        EventKind::InformationRequested { .. } => texts::lead_work::information_requested().to_owned(),
        EventKind::InformationProvided { .. } => texts::lead_work::information_provided().to_owned(),
        EventKind::DetailsCorrected { imported: true, .. } => {
            texts::lead_work::details_corrected_imported().to_owned()
        }
        EventKind::DetailsCorrected { .. } => texts::lead_work::details_corrected().to_owned(),
        EventKind::Withdrawn { .. } => texts::lead_work::withdrawn().to_owned(),
        EventKind::Escalated { promise, .. } => match promise {
            Promise::FirstAnswer => texts::lead_work::escalated_first_answer().to_owned(),
            Promise::Decision => texts::lead_work::escalated_decision().to_owned(),
        },
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
    let Some(event) = entry.event.told() else { return (Sign::Paid, Some("paid")) };
    match event {
        EventKind::PayoutIssued { .. } => (Sign::Paid, Some("paid")),
        EventKind::FoundIneligible { .. } => (Sign::NotEligible, Some(Status::NotEligible.code())),
        EventKind::Assigned { previous: Some(_), .. } => (Sign::Users, None),
        EventKind::Assigned { .. } => (Sign::User, None),
        EventKind::SupportRequested { .. } => (Sign::Plus, None),
        EventKind::QuestionAsked { .. }
        | EventKind::InformationRequested { .. }
        | EventKind::InformationProvided { .. } => (Sign::Mail, None),
        EventKind::Withdrawn { .. } => (Sign::Close, None),
        EventKind::Escalated { .. } => (Sign::Alert, Some("not_eligible")),
        _ => (Sign::History, None),
    }
}

/// By whom, and from which side.
pub(super) fn author(entry: &TimelineEntry, lead: &LeadDetails) -> String {
    let by = &entry.by;
    let side = match (by.role, by.role.side()) {
        (Role::System, _) if matches!(entry.event.told(), Some(EventKind::Assigned { .. })) => {
            return texts::lead::automatic().to_owned();
        }
        (Role::System, _) => return texts::lead_work::automatic().to_owned(),
        (_, Side::Partner | Side::Merchant) => lead.organisation.name.as_str(),
        (Role::SalesManager, _) => texts::roles::sales_manager(),
        (Role::ProgramAdmin, _) => texts::roles::program_admin(),
        (_, Side::Platform) => texts::roles::rep(),
    };
    format!("{}, {side}", by.name)
}

/// What the table of reasons says about it, whether support was wanted, what was asked for, what was promised.
pub(super) fn fact(entry: &TimelineEntry, product: Product) -> Option<String> {
    match entry.event.told()? {
        EventKind::MarkedNotEligible { reason, .. } | EventKind::FoundIneligible { reason, .. } => {
            Some(reason_words(*reason).to_owned())
        }
        EventKind::Submitted { support, imported } => {
            let support = words(&support_name(*support));
            Some(if *imported {
                format!("{support} · {}", texts::lead_work::imported())
            } else {
                support.to_owned()
            })
        }
        EventKind::InformationRequested { fields, .. } => {
            let names: Vec<_> = fields.iter().map(|field| field_name(*field, product)).collect();
            Some(texts::lead_work::asked_for(&names.join(", ")))
        }
        EventKind::Escalated { due_at, .. } => {
            Some(texts::lead_work::was_promised(&format::weekday(last_day(*due_at))))
        }
        _ => None,
    }
}

/// What a field is called once it was answered.
pub(super) fn field_name(field: LeadField, product: Product) -> &'static str {
    field_words(product, field.slug()).map_or_else(|| words(&field.words()), |field| (field.name)())
}

fn reason_words(code: ReasonCode) -> &'static str {
    words(&code.reason().words)
}

/// What somebody wrote.
pub(super) fn quote(entry: &TimelineEntry) -> Option<&str> {
    let text = match entry.event.told()? {
        EventKind::Assigned { note, .. }
        | EventKind::WorkStarted { note }
        | EventKind::Awarded { note }
        | EventKind::MarkedNotEligible { note, .. }
        | EventKind::FoundIneligible { note, .. } => note.as_ref(),
        EventKind::SupportRequested { message } => message.as_ref(),
        EventKind::ReopenProposed { reason } | EventKind::Reopened { reason } => Some(reason),
        EventKind::QuestionAsked { message } | EventKind::InformationRequested { message, .. } => {
            Some(message)
        }
        EventKind::InformationProvided { note, .. } | EventKind::DetailsCorrected { note, .. } => {
            note.as_ref()
        }
        EventKind::Withdrawn { reason } => Some(reason),
        EventKind::Submitted { .. } | EventKind::PayoutIssued { .. } | EventKind::Escalated { .. } => None,
    };
    text.map(Personal::as_str)
}
