//! From what was typed in a dialog to the body that is sent.

use std::sync::Arc;

use guildhall_contract::commands::{FIELDS, StatusCommand, read_status_command};
use guildhall_contract::contact::read_contact_request;
use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::lead_work::read_withdrawal;
use guildhall_domain::lead::CommandKind;
use guildhall_domain::money::{Currency, Money};
use serde_json::{Map, Value, json as value};

use super::catalogue::{Way, fields, way_of};
use crate::features::amount::minor_units;
use crate::features::form::{Answers, Spec, json};
use crate::format;
use crate::i18n::texts;

/// What the dialog of a command asks, and how it is judged.
pub(super) fn spec(kind: CommandKind) -> Spec {
    let assemble = move |answers: &Answers| match kind {
        CommandKind::RecordPayout => payout(answers),
        kind => {
            let mut body = json(&fields(kind), answers);
            if let Some(chosen) = body.get_mut(FIELDS) {
                *chosen = chosen.as_str().map(listed).unwrap_or_default();
            }
            if let Some((name, word)) = head(kind) {
                body.insert(name.to_owned(), Value::from(word));
            }
            body
        }
    };
    let check = match way_of(kind) {
        Way::Message => check_message,
        Way::Withdrawal => check_withdrawal,
        Way::Status | Way::Nowhere => check_command,
    };
    let required = match kind {
        CommandKind::RequestInformation => required_of_a_request,
        CommandKind::Withdraw => required_of_a_withdrawal,
        _ => required,
    };
    Spec { rules: fields(kind), assemble: Arc::new(assemble), check, required }
}

fn required(field: &str) -> &'static str {
    match field {
        "terms_checked" | "deal_closed" => texts::sales::tick_needed(),
        "reason" => texts::sales::reason_needed(),
        "amount" => texts::sales::amount_needed(),
        "representative" => texts::sales::representative_needed(),
        "message" => texts::lead::message_needed(),
        _ => texts::submit::answer_needed(),
    }
}

fn required_of_a_request(field: &str) -> &'static str {
    match field {
        FIELDS => texts::lead_work::request_fields_needed(),
        _ => texts::lead_work::request_message_needed(),
    }
}

fn required_of_a_withdrawal(_: &str) -> &'static str {
    texts::lead_work::withdraw_reason_needed()
}

/// The names in a text with commas between them, as a list.
fn listed(names: &str) -> Value {
    names.split(',').filter(|name| !name.is_empty()).map(Value::from).collect()
}

/// What tells one body from another, where an address takes more than one.
fn head(kind: CommandKind) -> Option<(&'static str, &'static str)> {
    match kind {
        CommandKind::AskRepresentative => Some(("kind", "question")),
        CommandKind::RequestSupport => Some(("kind", "support_request")),
        CommandKind::Withdraw => None,
        kind => Some(("command", kind.code())),
    }
}

fn payout(answers: &Answers) -> Map<String, Value> {
    let mut amount = Map::new();
    let text = answers.get("amount").map(String::as_str).unwrap_or_default();
    if let Some(currency) = answers.get("currency") {
        amount.insert("currency".to_owned(), Value::from(currency.as_str()));
    }
    if !text.trim().is_empty() {
        // What is no amount is sent as it was typed, so that the check names it.
        let minor = money(answers).map_or_else(|| Value::from(text), |money| Value::from(money.minor));
        amount.insert("minor".to_owned(), minor);
    }
    let mut body = Map::new();
    body.insert("command".to_owned(), Value::from(CommandKind::RecordPayout.code()));
    body.insert("amount".to_owned(), value!(amount));
    body
}

/// The amount that was typed, if it is one.
pub(super) fn money(answers: &Answers) -> Option<Money> {
    let currency: Currency = answers.get("currency")?.parse().ok()?;
    let minor = minor_units(answers.get("amount")?, format::decimals(currency))?;
    Some(Money { minor, currency })
}

fn check_message(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    read_contact_request(body).map(drop)
}

fn check_withdrawal(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    read_withdrawal(body).map(drop)
}

/// The contract reads an award without its checks, for the rules to refuse; here both boxes are
/// asked for at once.
fn check_command(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    let StatusCommand::Award { terms_checked, deal_closed, .. } = read_status_command(body)? else {
        return Ok(());
    };
    let boxes = [("terms_checked", terms_checked), ("deal_closed", deal_closed)];
    let open: Vec<_> = boxes
        .into_iter()
        .filter(|(_, ticked)| !ticked)
        .map(|(name, _)| FieldError::field(name, FieldCode::Required))
        .collect();
    if open.is_empty() { Ok(()) } else { Err(open) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(kind: CommandKind, pairs: &[(&str, &str)]) -> Result<(), Vec<String>> {
        let answers = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let spec = spec(kind);
        (spec.check)(&(spec.assemble)(&answers)).map_err(|errors| {
            errors.iter().map(|error| error.name().unwrap_or_default().to_owned()).collect()
        })
    }

    #[test]
    fn an_award_needs_both_boxes() {
        let missing = judged(CommandKind::Award, &[("terms_checked", "true")]);
        assert_eq!(missing, Err(vec!["deal_closed".to_owned()]));
        assert_eq!(judged(CommandKind::Award, &[("terms_checked", "true"), ("deal_closed", "true")]), Ok(()));
    }

    #[test]
    fn another_reason_needs_a_note() {
        let reason = [("reason", "other")];
        assert_eq!(judged(CommandKind::MarkNotEligible, &reason), Err(vec!["note".to_owned()]));
        assert_eq!(judged(CommandKind::RecordIneligible, &[("reason", "duplicate")]), Ok(()));
    }

    #[test]
    fn a_question_needs_words_and_a_request_for_support_does_not() {
        assert_eq!(judged(CommandKind::AskRepresentative, &[]), Err(vec!["message".to_owned()]));
        assert_eq!(judged(CommandKind::RequestSupport, &[]), Ok(()));
    }

    #[test]
    fn a_request_names_fields_and_says_what_is_missing() {
        let missing = judged(CommandKind::RequestInformation, &[]);
        assert_eq!(missing, Err(vec!["fields".to_owned(), "message".to_owned()]));
        let asked = [("fields", "phone,website"), ("message", "The number is wrong.")];
        assert_eq!(judged(CommandKind::RequestInformation, &asked), Ok(()));
        assert_eq!(judged(CommandKind::Withdraw, &[]), Err(vec!["reason".to_owned()]));
    }

    #[test]
    fn work_starts_without_a_word() {
        assert_eq!(judged(CommandKind::StartWork, &[]), Ok(()));
        assert_eq!(judged(CommandKind::Reopen, &[]), Err(vec!["reason".to_owned()]));
    }
}
