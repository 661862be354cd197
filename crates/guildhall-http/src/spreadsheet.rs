//! Lists as CSV: every row of the current filter, every column, and the number of rows in the last line.

use chrono::{DateTime, SecondsFormat, Utc};
use lambda_http::{Body, Response};

use crate::{Problem, ProblemCode, attachment};

/// A Lambda answer carries 6 MB; the envelope and its escapes need their share.
const EXPORT_MAX: usize = 5 * 1024 * 1024;

/// So that spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// 200 with a file of rows.
///
/// # Errors
/// 413 when the file is larger than one answer can carry.
pub fn spreadsheet<const COLUMNS: usize>(
    file_name: &str,
    header: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> Result<Response<Body>, Problem> {
    let body = write(header, rows).map_err(|_| Problem::new(ProblemCode::Internal))?;
    if body.len() > EXPORT_MAX {
        return Err(Problem::new(ProblemCode::ExportTooLarge));
    }
    Ok(attachment(body, "text/csv; charset=utf-8", file_name))
}

/// A moment as spreadsheets sort it.
#[must_use]
pub fn spreadsheet_time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn write<const COLUMNS: usize>(
    header: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> Result<String, Box<dyn std::error::Error>> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(header)?;
    let mut count = 0_usize;
    for row in rows {
        writer.write_record(row.iter().map(|cell| defuse(cell)))?;
        count += 1;
    }
    writer.write_record(["rows", &count.to_string()])?;
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// A cell that a spreadsheet would run as a formula gets a quote in front, so that it stays text.
fn defuse(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: [&str; 2]) -> [String; 2] {
        cells.map(str::to_owned)
    }

    #[test]
    fn the_last_line_holds_the_number_of_rows() {
        let text = write(["a", "b"], [row(["1", "2"]), row(["3", "4"])].into_iter()).unwrap();
        assert_eq!(text, "\u{feff}a,b\r\n1,2\r\n3,4\r\nrows,2\r\n");
    }

    #[test]
    fn formulas_are_defused_and_the_rest_is_quoted() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            let text = write(["a", "b"], [row([cell, "Anna, \"the\" boss"])].into_iter()).unwrap();
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            assert_eq!(&record[0], format!("'{cell}"));
            assert_eq!(&record[1], "Anna, \"the\" boss");
        }
    }
}
