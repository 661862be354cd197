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
async fn an_export_says_what_is_promised_and_what_the_readers_own_side_plans() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let due = app.member().lead(&id).await.expect(200)["due"]["at"].as_str().unwrap().to_owned();
    let request = app.manager().request(reqwest::Method::PUT, &format!("/leads/{id}/plan"));
    app.manager().send(request.json(&json!({ "date": "2031-02-03" }))).await.expect(200);
    let csv = app.manager().get("/leads.csv").await;
    let lines: Vec<_> = csv.text.lines().collect();
    assert!(lines[0].ends_with("updated_at,hold,promise,due_at,next_action"), "{}", lines[0]);
    let cells: Vec<_> = lines[1].rsplit(',').take(4).collect();
    assert_eq!((cells[0], cells[2], cells[3]), ("2031-02-03", "first_answer", ""));
    assert_eq!(cells[1][..10], due[..10]);
    let csv = app.member().get("/leads.csv").await;
    assert!(csv.text.lines().nth(1).unwrap().ends_with(','), "{}", csv.text);
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
