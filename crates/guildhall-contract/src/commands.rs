//! What the platform's people ask of a lead: a union that is told apart by its `command`.

use guildhall_domain::ids::UserId;
use guildhall_domain::lead::{AwardCheck, Command, CommandKind, LeadField};
use guildhall_domain::money::{Currency, Money, PAYOUT_CURRENCIES};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{REASONS, ReasonCode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// The longest note, reason or message, in characters.
pub const NOTE_MAX: usize = 1_000;

const COMMANDS: &[&str] = &[
    "start_work",
    "award",
    "mark_not_eligible",
    "record_payout",
    "record_ineligible",
    "assign",
    "reopen",
    "request_information",
];

const REASON_CODES: &[&str] = &[
    "duplicate",
    "existing_customer",
    "not_net_new",
    "merchant_declined",
    "unreachable",
    "terms_not_met",
    "outside_territory",
    "no_consent",
    "other",
];

const fn rule(name: &'static str, kind: FieldKind, need: Need) -> FieldRule {
    FieldRule { name, kind, need }
}

const COMMAND: FieldRule = rule("command", FieldKind::Choice(COMMANDS), Need::Required);
const REASON_CODE: FieldRule = rule("reason", FieldKind::Choice(REASON_CODES), Need::Required);
const REOPEN_REASON: FieldRule = rule("reason", FieldKind::Paragraph { max: NOTE_MAX }, Need::Required);
const REPRESENTATIVE: FieldRule = rule("representative", FieldKind::Line { max: 64 }, Need::Required);
const TERMS_CHECKED: FieldRule = rule("terms_checked", FieldKind::Flag, Need::Required);
const DEAL_CLOSED: FieldRule = rule("deal_closed", FieldKind::Flag, Need::Required);

/// The fields that a partner is asked about.
pub const FIELDS: &str = "fields";

/// What the partner is asked.
pub const QUESTION_TO_PARTNER: FieldRule =
    rule("message", FieldKind::Paragraph { max: NOTE_MAX }, Need::Required);

/// The note that may go with most commands.
pub const NOTE: FieldRule = rule("note", FieldKind::Paragraph { max: NOTE_MAX }, Need::Optional);

/// A command on its way to the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum StatusCommand {
    /// Begin to work on the lead.
    StartWork {
        /// What was agreed; 1,000 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// Decide that the partner will earn.
    Award {
        /// The referral terms were checked; must be true.
        terms_checked: bool,
        /// Plus: the agreement is executed; POS: the sales cycle is complete; must be true.
        deal_closed: bool,
        /// Words to the partner; 1,000 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// Decide that the partner will not earn.
    MarkNotEligible {
        /// From the closed list; `other` needs a note.
        reason: ReasonCode,
        /// Words to the partner; 1,000 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// State that a POS lead without support was paid. Its status stays.
    RecordPayout {
        /// What was paid; more than nothing.
        amount: Money,
    },
    /// State that a POS lead without support earns nothing. Its status stays.
    RecordIneligible {
        /// From the closed list; `other` needs a note.
        reason: ReasonCode,
        /// Words to the partner; 1,000 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// Give the lead to a representative.
    Assign {
        /// The representative's id.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        representative: UserId,
        /// Why; 1,000 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// Take a decision back. An award needs a second person.
    Reopen {
        /// Why, in words that the partner reads; 1,000 characters.
        reason: Personal,
    },
    /// Ask the partner for more information; the partner may then change these fields and no others.
    RequestInformation {
        /// Fields of the form, at least one.
        fields: Vec<LeadField>,
        /// What is missing, in words that the partner reads; 1,000 characters.
        message: Personal,
    },
}

impl StatusCommand {
    /// The kind of the command that this becomes.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::StartWork { .. } => CommandKind::StartWork,
            Self::Award { .. } => CommandKind::Award,
            Self::MarkNotEligible { .. } => CommandKind::MarkNotEligible,
            Self::RecordPayout { .. } => CommandKind::RecordPayout,
            Self::RecordIneligible { .. } => CommandKind::RecordIneligible,
            Self::Assign { .. } => CommandKind::Assign,
            Self::Reopen { .. } => CommandKind::Reopen,
            Self::RequestInformation { .. } => CommandKind::RequestInformation,
        }
    }

    /// The command for the lead, once a named representative has been looked up.
    ///
    /// # Errors
    /// Gives back the id when the command names a representative: look them up and build
    /// [`Command::Assign`].
    pub fn into_command(self) -> Result<Command, (UserId, Option<Personal>)> {
        match self {
            Self::StartWork { note } => Ok(Command::StartWork { note }),
            Self::Award { terms_checked, deal_closed, note } => {
                Ok(Command::Award { check: AwardCheck { terms_checked, deal_closed }, note })
            }
            Self::MarkNotEligible { reason, note } => Ok(Command::MarkNotEligible { reason, note }),
            Self::RecordPayout { amount } => Ok(Command::RecordPayout { amount }),
            Self::RecordIneligible { reason, note } => Ok(Command::RecordIneligible { reason, note }),
            Self::Reopen { reason } => Ok(Command::Reopen { reason }),
            Self::RequestInformation { fields, message } => {
                Ok(Command::RequestInformation { fields, message })
            }
            Self::Assign { representative, note } => Err((representative, note)),
        }
    }
}

/// Reads a command.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_status_command(body: &Map<String, Value>) -> Result<StatusCommand, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let command = match reader.text(&COMMAND).as_deref() {
        Some("start_work") => {
            let note = note(&mut reader);
            Some(StatusCommand::StartWork { note })
        }
        Some("award") => Some(StatusCommand::Award {
            terms_checked: reader.flag(&TERMS_CHECKED),
            deal_closed: reader.flag(&DEAL_CLOSED),
            note: note(&mut reader),
        }),
        Some("mark_not_eligible") => {
            reason_and_note(&mut reader).map(|(reason, note)| StatusCommand::MarkNotEligible { reason, note })
        }
        Some("record_ineligible") => reason_and_note(&mut reader)
            .map(|(reason, note)| StatusCommand::RecordIneligible { reason, note }),
        Some("record_payout") => amount(&mut reader).map(|amount| StatusCommand::RecordPayout { amount }),
        Some("assign") => {
            let representative = representative(&mut reader);
            let note = note(&mut reader);
            representative.map(|representative| StatusCommand::Assign { representative, note })
        }
        Some("reopen") => {
            reader.text(&REOPEN_REASON).map(|reason| StatusCommand::Reopen { reason: Personal::new(reason) })
        }
        Some("request_information") => {
            let fields =
                reader.choices(FIELDS, LeadField::ALL.len(), FieldCode::ChoiceUnknown, LeadField::by_slug);
            if fields.is_empty()
                && reader.raw(FIELDS).is_none_or(|asked| asked.as_array().is_none_or(Vec::is_empty))
            {
                reader.refuse(FieldError::field(FIELDS, FieldCode::Required));
            }
            let message = reader.text(&QUESTION_TO_PARTNER).map(Personal::new);
            message.map(|message| StatusCommand::RequestInformation { fields, message })
        }
        // Without a command the other fields cannot be judged.
        _ => {
            return Err(reader
                .finish()
                .into_iter()
                .filter(|error| error.name() == Some("command"))
                .collect());
        }
    };
    let errors = reader.finish();
    match command {
        Some(command) if errors.is_empty() => Ok(command),
        _ => Err(errors),
    }
}

fn note(reader: &mut Reader<'_>) -> Option<Personal> {
    reader.text(&NOTE).map(Personal::new)
}

fn reason_and_note(reader: &mut Reader<'_>) -> Option<(ReasonCode, Option<Personal>)> {
    let code = reader.text(&REASON_CODE);
    let note = note(reader);
    let reason = REASONS.iter().find(|reason| Some(reason.id) == code.as_deref())?;
    if reason.needs_note && note.is_none() {
        reader.refuse(FieldError::field("note", FieldCode::NoteNeeded));
    }
    Some((reason.code, note))
}

fn representative(reader: &mut Reader<'_>) -> Option<UserId> {
    let text = reader.text(&REPRESENTATIVE)?;
    let id = text.parse().ok();
    if id.is_none() {
        reader.refuse(FieldError::field("representative", FieldCode::RepresentativeUnknown));
    }
    id
}

fn amount(reader: &mut Reader<'_>) -> Option<Money> {
    let Some(value) = reader.raw("amount").filter(|value| !value.is_null()) else {
        reader.refuse(FieldError::field("amount", FieldCode::Required));
        return None;
    };
    match read_amount(value) {
        Ok(amount) => Some(amount),
        Err(error) => {
            reader.refuse(error);
            None
        }
    }
}

fn read_amount(value: &Value) -> Result<Money, FieldError> {
    let at = |path: &str, code| FieldError { pointer: Some(path.to_owned()), ..FieldError::field("", code) };
    let Some(object) = value.as_object() else {
        return Err(at("/amount", FieldCode::WrongKind).with("expected", "object"));
    };
    if object.keys().any(|name| name != "minor" && name != "currency") {
        return Err(at("/amount", FieldCode::Unknown));
    }
    let minor = object.get("minor").ok_or_else(|| at("/amount/minor", FieldCode::Required))?;
    let minor = minor
        .as_i64()
        .ok_or_else(|| at("/amount/minor", FieldCode::WrongKind).with("expected", "integer"))?;
    if minor < 1 {
        return Err(at("/amount/minor", FieldCode::OutOfRange).with("min", 1).with("max", i64::MAX));
    }
    let currency = object.get("currency").ok_or_else(|| at("/amount/currency", FieldCode::Required))?;
    let currency: Currency = currency.as_str().and_then(|code| code.parse().ok()).ok_or_else(|| {
        at("/amount/currency", FieldCode::CurrencyUnknown).with("allowed", PAYOUT_CURRENCIES.join(", "))
    })?;
    Ok(Money { minor, currency })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn read(body: &Value) -> Result<StatusCommand, Vec<(String, FieldCode)>> {
        read_status_command(body.as_object().unwrap())
            .map_err(|errors| errors.into_iter().map(|error| (error.pointer.unwrap(), error.code)).collect())
    }

    #[test]
    fn every_reason_of_the_policy_can_be_sent() {
        let ids: Vec<_> = REASONS.iter().map(|reason| reason.id).collect();
        assert_eq!(ids, REASON_CODES);
        for reason in &REASONS {
            assert_eq!(serde_json::to_value(reason.code).unwrap(), json!(reason.id));
        }
    }

    #[rstest]
    #[case(StatusCommand::StartWork { note: Some("Called".into()) })]
    #[case(StatusCommand::Award { terms_checked: true, deal_closed: true, note: None })]
    #[case(StatusCommand::MarkNotEligible { reason: ReasonCode::Duplicate, note: None })]
    #[case(StatusCommand::RecordPayout { amount: Money { minor: 12_500, currency: Currency::USD } })]
    #[case(StatusCommand::RecordIneligible { reason: ReasonCode::Other, note: Some("Closed".into()) })]
    #[case(StatusCommand::Assign { representative: "rep-1".parse().unwrap(), note: None })]
    #[case(StatusCommand::Reopen { reason: "New evidence".into() })]
    fn a_command_reads_back_as_written(#[case] command: StatusCommand) {
        assert_eq!(read(&serde_json::to_value(&command).unwrap()), Ok(command));
    }

    #[rstest]
    #[case(json!({}), "/command", FieldCode::Required)]
    #[case(json!({"command": "steal"}), "/command", FieldCode::ChoiceUnknown)]
    #[case(json!({"command": "request_support"}), "/command", FieldCode::ChoiceUnknown)]
    #[case(json!({"command": "start_work", "status": "awarded"}), "/status", FieldCode::Unknown)]
    #[case(json!({"command": "award", "terms_checked": true}), "/deal_closed", FieldCode::Required)]
    #[case(json!({"command": "award", "terms_checked": "yes", "deal_closed": true}), "/terms_checked", FieldCode::WrongKind)]
    #[case(json!({"command": "mark_not_eligible"}), "/reason", FieldCode::Required)]
    #[case(json!({"command": "mark_not_eligible", "reason": "because"}), "/reason", FieldCode::ChoiceUnknown)]
    #[case(json!({"command": "mark_not_eligible", "reason": "other"}), "/note", FieldCode::NoteNeeded)]
    #[case(json!({"command": "record_payout"}), "/amount", FieldCode::Required)]
    #[case(json!({"command": "record_payout", "amount": 5}), "/amount", FieldCode::WrongKind)]
    #[case(json!({"command": "record_payout", "amount": {"minor": 0, "currency": "USD"}}), "/amount/minor", FieldCode::OutOfRange)]
    #[case(json!({"command": "record_payout", "amount": {"minor": 1.5, "currency": "USD"}}), "/amount/minor", FieldCode::WrongKind)]
    #[case(json!({"command": "record_payout", "amount": {"minor": 1, "currency": "XXX"}}), "/amount/currency", FieldCode::CurrencyUnknown)]
    #[case(json!({"command": "assign", "representative": "no one"}), "/representative", FieldCode::RepresentativeUnknown)]
    #[case(json!({"command": "reopen", "reason": " "}), "/reason", FieldCode::Required)]
    #[case(json!({"command": "reopen", "reason": "x".repeat(1_001)}), "/reason", FieldCode::TooLong)]
    fn what_is_wrong_is_named(#[case] body: Value, #[case] pointer: &str, #[case] code: FieldCode) {
        assert_eq!(read(&body), Err(vec![(pointer.to_owned(), code)]));
    }
}
