//! The CSV of the current filter.

use serde_json::json;

use crate::support::{App, LeadKind, plus};

#[tokio::test]
async fn an_export_holds_every_row_of_the_filter_in_its_order_and_their_number() {
    let app = App::start().await;
    for company in ["Beta", "Alpha", "Gamma"] {
        let mut form = plus("none");
        form["company"] = json!(company);
        app.lead_from(&app.member(), form).await;
    }
    app.lead(LeadKind::PosAlone).await;
    let csv = app.member().get("/leads.csv?product=plus&sort=company&direction=asc").await;
    assert_eq!(csv.content_type, "text/csv; charset=utf-8");
    let lines: Vec<_> = csv.text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("id,organisation,product,sales_support,status,outcome,company,"));
    let companies: Vec<_> = lines[1..4].iter().map(|line| line.split(',').nth(6).unwrap()).collect();
    assert_eq!(companies, ["Alpha", "Beta", "Gamma"]);
    assert_eq!(lines[4], "rows,3");
}

#[tokio::test]
async fn a_cell_that_a_spreadsheet_would_run_is_defused() {
    let app = App::start().await;
    let mut form = plus("none");
    form["company"] = json!("=HYPERLINK(\"https://evil.example\")");
    form["contact_name"] = json!("@Anna");
    app.lead_from(&app.member(), form).await;
    let csv = app.member().get("/leads.csv").await;
    assert!(csv.text.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\""), "{}", csv.text);
    assert!(csv.text.contains(",'@Anna,"), "{}", csv.text);
}
