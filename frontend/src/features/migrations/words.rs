//! Kinds, outcomes, and what is wrong with files and records, in the reader's language.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::migrations::reader::{FILE_MAX, ReadError, Spot, Unusable, Where, list_name};
use guildhall_contract::migrations::{FILES_MAX, RecordAnswer, RecordProblem};
use guildhall_domain::migration::{MigrationFile, OutcomeKind, RecordKind, RecordOutcome, RunState};

use super::source::{Unread, Unsent};
use super::work::{Fault, Wish};
use crate::features::form::{fault_words as answer_words, field_of};
use crate::format;
use crate::i18n::texts;

const MEGABYTE: u64 = 1024 * 1024;

/// Several of a sort of record.
pub(super) fn kind_words(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Profile => texts::migrations::profiles(),
        RecordKind::Job => texts::migrations::jobs(),
        RecordKind::Conversation => texts::migrations::conversations(),
    }
}

/// One of a sort of record.
pub(super) fn one_word(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Profile => texts::migrations::profile(),
        RecordKind::Job => texts::migrations::job(),
        RecordKind::Conversation => texts::migrations::conversation(),
    }
}

/// What became of a record, or would.
pub(super) fn outcome_words(outcome: RecordOutcome, wish: Wish) -> &'static str {
    use texts::migrations as t;
    match (outcome, wish) {
        (RecordOutcome::Created, Wish::Rehearse) => t::created_rehearsal(),
        (RecordOutcome::Created, Wish::Apply) => t::created(),
        (RecordOutcome::Updated, Wish::Rehearse) => t::updated_rehearsal(),
        (RecordOutcome::Updated, Wish::Apply) => t::updated(),
        (RecordOutcome::Unchanged, _) => t::unchanged(),
        (RecordOutcome::KeptByPartner, _) => t::kept_by_partner(),
        (RecordOutcome::Refused, _) => t::refused(),
    }
}

/// What became of a field.
pub(super) fn field_outcome_words(outcome: OutcomeKind) -> &'static str {
    match outcome {
        OutcomeKind::Kept => texts::migrations::field_kept(),
        OutcomeKind::Modified => texts::migrations::field_modified(),
        OutcomeKind::Added => texts::migrations::field_added(),
        OutcomeKind::Removed => texts::migrations::field_removed(),
    }
}

/// Where a run stands.
pub(super) fn state_words(state: RunState, is_held: bool) -> &'static str {
    use texts::migrations as t;
    match (state, is_held) {
        (RunState::Running, true) => t::state_running(),
        (RunState::Running, false) => t::state_broken_off(),
        (RunState::Stopped, _) => t::state_stopped(),
        (RunState::Done, _) => t::state_done(),
        (RunState::RollingBack, _) => t::state_rolling_back(),
        (RunState::RolledBack, _) => t::state_rolled_back(),
    }
}

/// A file and its size.
pub(super) fn file_words(file: &MigrationFile) -> String {
    texts::migrations::file(&format::number(file.bytes.div_ceil(1024)), &file.name)
}

/// Why the files are not taken, and what to do about it.
pub(super) fn fault_words(fault: &Fault) -> String {
    use texts::migrations as t;
    match fault {
        Fault::Unread(file, Unread::Unreadable) => format!("{file}: {}", t::file_unreadable()),
        Fault::Unread(file, Unread::Refused(error)) => format!("{file}: {}", unread_words(error)),
        Fault::TooMany => t::files_too_many(&format::number(FILES_MAX as u64)),
        Fault::Others => t::files_others().to_owned(),
    }
}

fn unread_words(error: &ReadError) -> String {
    use texts::migrations as t;
    let text = match error {
        ReadError::TooLarge { .. } => return t::file_too_large(&format::number(FILE_MAX / MEGABYTE)),
        ReadError::Empty => t::file_empty(),
        ReadError::Encoding { byte } => return t::file_encoding(&format::number(*byte)),
        ReadError::NotLists { .. } => t::file_not_lists(),
        ReadError::ListExpected { kind, byte } => {
            return t::file_list_expected(&format::number(*byte), list_name(*kind));
        }
        ReadError::Broken(spot) => return t::file_broken(&spot_words(spot)),
        ReadError::Truncated(spot) => return t::file_truncated(&spot_words(spot)),
        ReadError::NoHeader => t::file_no_header(),
        ReadError::UnknownColumns(names) => return t::file_unknown(&names.join(", ")),
        ReadError::RepeatedColumns(names) => return t::file_repeated(&names.join(", ")),
        ReadError::MissingColumns(names) => return t::file_missing(&names.join(", ")),
        ReadError::QuoteOpen { line } => return t::file_quote_open(&format::number(u64::from(*line))),
        ReadError::QuoteMisplaced { line } => {
            return t::file_quote_misplaced(&format::number(u64::from(*line)));
        }
        ReadError::TooManyRecords { max } => return t::file_too_many(&format::number(u64::from(*max))),
        ReadError::NoRecords => t::file_no_records(),
    };
    text.to_owned()
}

fn spot_words(spot: &Spot) -> String {
    let byte = format::number(spot.byte);
    match spot.element {
        Some((kind, place)) => {
            texts::migrations::spot_element(&byte, list_name(kind), &format::number(u64::from(place)))
        }
        None => texts::migrations::spot(&byte),
    }
}

/// Why a record is not even sent, and where it stands.
pub(super) fn unsent_words(unsent: &Unsent) -> String {
    use texts::migrations as t;
    let why = match unsent.why {
        Unusable::TooLarge { max } => t::record_too_large(&format::number(max as u64 / 1000)),
        Unusable::NotAnObject => t::record_not_object().to_owned(),
        Unusable::CellCount { expected, found } => {
            texts::faults::cell_count(&format::number(expected as u64), &format::number(found as u64))
        }
    };
    let at = match unsent.at {
        Where::Byte(byte) => t::at_byte(&format::number(byte)),
        Where::Line(line) => t::at_line(&format::number(u64::from(line))),
    };
    format!("{why} ({at})")
}

/// Why a record was refused, field by field.
pub(super) fn problems(record: &RecordAnswer) -> Vec<String> {
    use texts::migrations as t;
    let text = match record.problem {
        Some(RecordProblem::Fields) | None => return record.errors.iter().map(problem).collect(),
        Some(RecordProblem::PartnerUnknown) => t::problem_partner_unknown(),
        Some(RecordProblem::SecondProfile) => t::problem_second_profile(),
        Some(RecordProblem::HandleTaken) => t::problem_handle_taken(),
        Some(RecordProblem::TooLarge) => t::problem_too_large(),
        Some(RecordProblem::Erased) => t::problem_erased(),
    };
    vec![text.to_owned()]
}

fn problem(error: &FieldError) -> String {
    use texts::migrations as t;
    let allowed = error.params.get("allowed").map(String::as_str).unwrap_or_default();
    let text = match error.code {
        FieldCode::Required => t::fault_required().to_owned(),
        FieldCode::Unknown => t::fault_unknown().to_owned(),
        FieldCode::WrongKind => {
            t::fault_kind(error.params.get("expected").map(String::as_str).unwrap_or_default())
        }
        FieldCode::ChoiceUnknown if !allowed.is_empty() => t::fault_choice(allowed),
        FieldCode::IdInvalid => t::fault_id().to_owned(),
        _ => answer_words(error, |_| t::fault_required()),
    };
    match field_of(error) {
        "" => text,
        field => format!("{field}: {text}"),
    }
}
