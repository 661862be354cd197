//! Lists as CSV: every row of the current filter, every column, and the number of rows in the last line.

use guildhall_contract::sheets::{Cell, Sheet};
use lambda_http::{Body, Response};

use guildhall_contract::fields::{FieldCode, FieldError};

use crate::{Problem, ProblemCode, attachment};

/// A Lambda answer carries 6 MB; the envelope and its escapes need their share.
pub const EXPORT_MAX: usize = 5 * 1024 * 1024;

/// 200 with a file of rows. `mark` puts a byte order mark in front, see [`take_mark`].
///
/// # Errors
/// 413 when the file is larger than one answer can carry; a longer one is prepared by `export-data`.
pub fn spreadsheet<const COLUMNS: usize>(
    file_name: &str,
    mark: bool,
    header: [&str; COLUMNS],
    rows: impl Iterator<Item = [Cell; COLUMNS]>,
) -> Result<Response<Body>, Problem> {
    let mut sheet = Sheet::begin(mark, &header);
    let mut count = 0_usize;
    for row in rows {
        sheet.row(row);
        count += 1;
        if sheet.bytes() > EXPORT_MAX {
            return Err(Problem::new(ProblemCode::ExportTooLarge));
        }
    }
    Ok(attachment(sheet.end(count), "text/csv; charset=utf-8", file_name))
}

/// Takes `bom`, which is `yes` unless somebody says `no`, out of the query of a list: whether the file begins with a byte
/// order mark. Spreadsheets know UTF-8 by it; many programs stumble over it.
///
/// # Errors
/// 400 when it is neither.
pub fn take_mark(pairs: &mut Vec<(String, String)>) -> Result<bool, Problem> {
    let mut mark = true;
    for (_, value) in pairs.extract_if(.., |(name, _)| name == "bom") {
        mark = match value.as_str() {
            "yes" => true,
            "no" => false,
            _ => {
                let error = FieldError::parameter("bom", FieldCode::ChoiceUnknown).with("allowed", "yes, no");
                return Err(Problem::query(vec![error]));
            }
        };
    }
    Ok(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(bom: &str) -> Vec<(String, String)> {
        [("q", "acme"), ("bom", bom)].map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    #[test]
    fn the_mark_is_taken_out_of_the_query() {
        for (bom, mark) in [("yes", true), ("no", false)] {
            let mut pairs = pairs(bom);
            assert_eq!(take_mark(&mut pairs).unwrap(), mark);
            assert_eq!(pairs, [("q".to_owned(), "acme".to_owned())]);
        }
        assert_eq!(take_mark(&mut pairs("maybe")).unwrap_err().code, ProblemCode::InvalidQuery);
        assert!(take_mark(&mut Vec::new()).unwrap());
    }

    #[test]
    fn more_than_an_answer_can_carry_is_refused() {
        let row = || [Cell::from("x".repeat(EXPORT_MAX / 2).as_str())];
        assert!(spreadsheet("a.csv", false, ["a"], [row()].into_iter()).is_ok());
        let refused = spreadsheet("a.csv", false, ["a"], [row(), row()].into_iter()).unwrap_err();
        assert_eq!(refused.code, ProblemCode::ExportTooLarge);
    }
}
