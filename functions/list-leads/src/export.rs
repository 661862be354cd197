//! The current filter as CSV: every row, every column, and the number of rows in the last line.

use chrono::{DateTime, SecondsFormat, Utc};
use guildhall_domain::lead::listing::LeadRow;
use guildhall_http::{Body, Problem, ProblemCode, Response, attachment};

/// A Lambda answer carries 6 MB; the envelope and its escapes need their share.
const EXPORT_MAX: usize = 5 * 1024 * 1024;

/// So that spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

const HEADER: [&str; 15] = [
    "id",
    "organisation",
    "product",
    "sales_support",
    "status",
    "outcome",
    "company",
    "contact_name",
    "contact_email",
    "website",
    "country",
    "reference",
    "representative",
    "submitted_at",
    "updated_at",
];

pub(crate) fn csv(rows: &[&LeadRow]) -> Result<Response<Body>, Problem> {
    let body = write(rows).map_err(|_| Problem::new(ProblemCode::Internal))?;
    if body.len() > EXPORT_MAX {
        return Err(Problem::new(ProblemCode::ExportTooLarge));
    }
    Ok(attachment(body, "text/csv; charset=utf-8", "leads.csv"))
}

fn write(rows: &[&LeadRow]) -> Result<String, Box<dyn std::error::Error>> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(HEADER)?;
    for row in rows {
        writer.write_record(cells(row).iter().map(|cell| defuse(cell)))?;
    }
    writer.write_record(["rows", &rows.len().to_string()])?;
    Ok(String::from_utf8(writer.into_inner()?)?)
}

fn cells(row: &LeadRow) -> [String; 15] {
    let lead = &row.lead;
    [
        lead.id.to_string(),
        lead.org_name.clone(),
        lead.product.code().to_owned(),
        lead.support.code().to_owned(),
        lead.status.code().to_owned(),
        lead.outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default(),
        lead.company.clone(),
        lead.contact_name.clone(),
        lead.contact_email.clone(),
        lead.website.clone().unwrap_or_default(),
        lead.country.code().to_owned(),
        lead.reference.clone().unwrap_or_default(),
        lead.representative.as_ref().map(|rep| rep.name.clone()).unwrap_or_default(),
        time(lead.submitted_at),
        time(lead.updated_at),
    ]
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A cell that a spreadsheet would run as a formula gets a quote in front, so that it stays text.
fn defuse(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::lead::listing::LeadSummary;
    use guildhall_domain::lead::{Product, Status, Support};

    use super::*;

    fn row(company: &str) -> LeadRow {
        LeadRow::from(LeadSummary {
            id: "acme.0123456789abcdef0123456789abcdef".parse().unwrap(),
            org_name: "Acme".to_owned(),
            product: Product::Plus,
            support: Support::None,
            status: Status::Submitted,
            outcome: None,
            representative: None,
            contact_name: "Anna, \"the\" boss".to_owned(),
            contact_email: "anna@acme.example".to_owned(),
            company: company.to_owned(),
            website: None,
            country: "SE".parse().unwrap(),
            reference: Some("-1+1".to_owned()),
            submitted_at: "2026-03-01T10:00:00.123456Z".parse().unwrap(),
            updated_at: "2026-03-02T10:00:00Z".parse().unwrap(),
            version: 1,
        })
    }

    #[test]
    fn the_last_line_holds_the_number_of_rows() {
        let rows = [row("A"), row("B"), row("C")];
        let text = write(&rows.iter().collect::<Vec<_>>()).unwrap();
        assert_eq!(text.lines().count(), 5);
        assert_eq!(text.lines().last(), Some("rows,3"));
    }

    #[test]
    fn formulas_are_defused_and_the_rest_is_quoted() {
        for company in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            let rows = [row(company)];
            let text = write(&rows.iter().collect::<Vec<_>>()).unwrap();
            let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            assert_eq!(&record[6], format!("'{company}"));
            assert_eq!(&record[7], "Anna, \"the\" boss");
            assert_eq!(&record[11], "'-1+1");
        }
    }
}
