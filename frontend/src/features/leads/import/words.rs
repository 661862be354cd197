//! What is wrong with a file or a row, and what became of it, in the reader's language.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::import::{FileError, RowOutcome};

use super::run::{Judged, Unread, Wish};
use crate::features::form::{fault_words, field_of};
use crate::features::leads::submit::required_words;
use crate::format;
use crate::i18n::texts;

const MEGABYTE: usize = 1024 * 1024;

/// Why a file is not taken, and what to do about it.
pub(super) fn unread_words(unread: &Unread) -> String {
    use texts::lead_import as t;
    let count = |count: usize| format::number(count as u64);
    let line = |line: u32| format::number(u64::from(line));
    let text = match unread {
        Unread::Unreadable => t::file_unreadable(),
        Unread::Refused(error) => match error {
            FileError::TooLarge { max } => return t::file_too_large(&count(max / MEGABYTE)),
            FileError::Encoding => t::file_encoding(),
            FileError::Empty => t::file_empty(),
            FileError::Separator => t::file_separator(),
            FileError::NoHeader => t::file_no_header(),
            FileError::UnknownColumns(names) => return t::file_unknown(&names.join(", ")),
            FileError::RepeatedColumns(names) => return t::file_repeated(&names.join(", ")),
            FileError::MissingColumns(names) => return t::file_missing(&names.join(", ")),
            FileError::QuoteOpen { line: at } => return t::file_quote_open(&line(*at)),
            FileError::QuoteMisplaced { line: at } => return t::file_quote_misplaced(&line(*at)),
            FileError::NoRows => t::file_no_rows(),
            FileError::TooManyRows { count: found, max } => {
                return t::file_too_many(&count(*found), &count(*max));
            }
        },
    };
    text.to_owned()
}

/// What became of a row, or would.
pub(super) fn outcome_words(outcome: RowOutcome, wish: Wish) -> &'static str {
    use texts::lead_import as t;
    match (outcome, wish) {
        (RowOutcome::Created, Wish::Check) => t::created_check(),
        (RowOutcome::Created, Wish::Import) => t::created(),
        (RowOutcome::Updated, Wish::Check) => t::updated_check(),
        (RowOutcome::Updated, Wish::Import) => t::updated(),
        (RowOutcome::Unchanged, _) => t::unchanged(),
        (RowOutcome::Refused, _) => t::refused(),
    }
}

/// What is wrong with a row, column by column.
pub(super) fn problems(judged: &Judged) -> Vec<String> {
    let by_server = judged.answer.iter().flat_map(|answer| &answer.errors);
    judged.row.errors.iter().chain(by_server).map(problem).collect()
}

fn problem(error: &FieldError) -> String {
    use texts::lead_import as t;
    let param = |name: &str| error.params.get(name).map(String::as_str).unwrap_or_default();
    let field = field_of(error);
    let text = match (error.code, field) {
        (FieldCode::ChoiceUnknown, _) if !param("allowed").is_empty() => t::fault_choice(param("allowed")),
        (FieldCode::WrongKind, "consent") => t::fault_consent_kind().to_owned(),
        (FieldCode::CountryUnknown, _) => t::fault_country().to_owned(),
        (FieldCode::OtherProduct, _) => t::fault_other_product().to_owned(),
        (FieldCode::SchemeMissing, _) if !param("suggestion").is_empty() => {
            t::fault_scheme(param("suggestion"))
        }
        (FieldCode::Repeated, _) => t::fault_repeated(param("line")),
        _ => fault_words(error, required_words),
    };
    if field.is_empty() { text } else { format!("{field}: {text}") }
}
