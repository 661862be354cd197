//! Mails that did not arrive.

use guildhall_store::{Claiming, MailRecord, Mails};
use serde_json::json;

use crate::api::{NORRSKEN, SAIGONWEB, now, worked_on};
use crate::support::Cases;

const LIST: &str = "GET /api/v1/mails";
const SEND: &str = "POST /api/v1/mails/{mail_id}/send";
const DISMISS: &str = "POST /api/v1/mails/{mail_id}/dismiss";

pub(super) const ROUTES: &[&str] = &[LIST, SEND, DISMISS];

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    let mail = failed(cases).await;
    let list = cases.route(LIST, &[], app.manager()).wrong_query("q=tom").await;
    let list =
        list.not_for(&[app.owner(), app.rep("rep-astrid"), app.user("merchant")], 403, "forbidden").await;
    let list = list.answers(200).await.json();
    assert_eq!((&list["total"], &list["items"][0]["id"]), (&json!(1), &json!(mail)), "{list}");

    let missing = format!("/mails/{}", "0".repeat(32));
    let strangers =
        || [app.partner(SAIGONWEB, "partner_owner"), app.user("partner_viewer"), app.merchant("eve")];
    let sent = cases.route(SEND, &[&mail], app.member()).not_there(&format!("{missing}/send")).await;
    sent.not_for(&strangers(), 404, "not_found").await.answers(204).await;
    // It is on its way now.
    let path = format!("/mails/{mail}/send");
    let again = app.member().request(reqwest::Method::POST, &path);
    app.running.settle().await;
    app.member().send(again).await.problem(409, "not_now");

    let other = failed_again(cases).await;
    let dismissed =
        cases.route(DISMISS, &[&other], app.manager()).not_there(&format!("{missing}/dismiss")).await;
    dismissed.not_for(&strangers(), 404, "not_found").await.answers(204).await;
    assert_eq!(app.manager().get("/mails").await.expect(200)["total"], 0);
}

/// A mail to [`NORRSKEN`] that the carrier did not take.
async fn failed(cases: &Cases) -> String {
    fail(cases, "tom-merchant").await
}

async fn failed_again(cases: &Cases) -> String {
    fail(cases, "anna-merchant").await
}

async fn fail(cases: &Cases, merchant: &str) -> String {
    let inquiry = worked_on(merchant, "tallbacken", now());
    assert_eq!(inquiry.id.org().as_str(), NORRSKEN);
    let record = MailRecord::of_inquiry(&inquiry.id);
    let mails = Mails::new(cases.app.table());
    // Before the worker hears of the inquiry, which it then finds to be dealt with.
    let Claiming::Ours(claim) = mails.claim(&record).await.unwrap() else { panic!("it is there already") };
    assert!(mails.fail(&claim, "MessageRejected").await.unwrap());
    cases.app.bulk().inquiries(&[inquiry]).await.unwrap();
    record.id().to_string()
}
