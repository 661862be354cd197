//! The report as a file: every row with what became of it.

use guildhall_contract::import::RowOutcome;
use guildhall_contract::sheets::{Cell, Sheet};

use super::run::{Judged, Wish};
use super::words::{outcome_words, problems};
use crate::i18n::texts;

/// The file.
pub(super) fn report(rows: &[Judged], wish: Wish) -> String {
    use texts::lead_import as t;
    let mut sheet =
        Sheet::begin(true, &[t::line(), t::reference(), t::company(), t::result(), t::lead(), t::problems()]);
    for judged in rows {
        sheet.row(cells(judged, wish));
    }
    sheet.end(rows.len())
}

fn cells(judged: &Judged, wish: Wish) -> [Cell; 6] {
    // Of an import that broke off, some rows were only checked.
    let is_open = wish == Wish::Import && is_only_checked(judged);
    let result = match judged.outcome() {
        Some(outcome) if !is_open => outcome_words(outcome, wish),
        Some(_) | None => texts::lead_import::not_done(),
    };
    let lead = judged.answer.as_ref().and_then(|answer| answer.lead_id.as_ref()).map(ToString::to_string);
    [
        Cell::Number(judged.row.line.to_string()),
        judged.row.text("reference").into(),
        judged.row.text("company").into(),
        result.into(),
        lead.into(),
        problems(judged).join("; ").into(),
    ]
}

/// Whether a row would have become a lead and has not: a new lead has an id.
fn is_only_checked(judged: &Judged) -> bool {
    judged
        .answer
        .as_ref()
        .is_some_and(|answer| answer.outcome == RowOutcome::Created && answer.lead_id.is_none())
}
