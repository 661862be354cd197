//! Where an organisation is paid.

use serde_json::{Value, json};

use super::{ACCOUNT, details};
use crate::support::{App, SAIGONWEB};

const DETAILS: &str = "/payouts/details";

#[tokio::test]
async fn owners_say_where_their_organisation_is_paid_and_nobody_reads_the_whole_account() {
    let app = App::start().await;
    let owner = app.owner();
    let none = owner.get(DETAILS).await;
    assert_eq!(none.etag.as_deref(), Some("\"0\""));
    assert_eq!(none.expect(200)["payee"], Value::Null);
    let without_account = json!({ "payee": "Norrsken", "country": "SE" });
    let refused = owner.put(DETAILS, 0, &without_account).await.problem(422, "invalid_fields");
    assert_eq!(
        (&refused["errors"][0]["pointer"], &refused["errors"][0]["code"]),
        (&json!("/account"), &json!("required"))
    );
    let mistyped =
        json!({ "payee": "Norrsken", "country": "SE", "account": "SE45 5000 0000 0583 9825 7467" });
    let refused = owner.put(DETAILS, 0, &mistyped).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["code"], "account_mistyped");

    let saved = owner.put(DETAILS, 0, &details()).await;
    assert_eq!(saved.etag.as_deref(), Some("\"1\""));
    assert!(!saved.text.contains("058398"), "{}", saved.text);
    assert_eq!(saved.expect(200)["account_ending"], "7466");
    // The account stays unless another one is said.
    let renamed = json!({ "payee": "Norrsken Handel", "country": "SE", "account": null });
    let renamed = owner.put(DETAILS, 1, &renamed).await.expect(200);
    assert_eq!((&renamed["payee"], &renamed["account_ending"]), (&json!("Norrsken Handel"), &json!("7466")));
    let late = owner.put(DETAILS, 1, &details()).await.problem(409, "version_conflict");
    assert_eq!(late["current_state"]["kind"], "payout_details");
    assert_eq!(
        (&late["current_state"]["version"], &late["current_state"]["account_ending"]),
        (&json!(2), &json!("7466"))
    );

    app.running.settle().await;
    let log = app.admin().get("/audit?act=payout_details_changed").await.expect(200);
    assert_eq!((&log["total"], log.to_string().contains(ACCOUNT.1)), (&json!(2), false));
}

#[tokio::test]
async fn who_sees_money_reads_where_it_goes_and_only_owners_of_good_standing_say_so() {
    let app = App::start().await;
    app.owner().put(DETAILS, 0, &details()).await.expect(200);
    let member = app.with_claims("partner_member", &json!({ "guildhall_financials": "yes" }));
    let seen = member.get(DETAILS).await.expect(200);
    assert_eq!((&seen["account_ending"], &seen["may_change"]), (&json!("7466"), &json!(false)));
    member.put(DETAILS, 1, &details()).await.problem(403, "forbidden");
    let denies = json!({ "guildhall_financials": "no" });
    for role in ["partner_viewer", "partner_member"] {
        let user = app.with_claims(role, &denies);
        user.get(DETAILS).await.problem(403, "forbidden");
        user.put(DETAILS, 1, &details()).await.problem(403, "forbidden");
    }
    for role in ["merchant", "rep", "sales_manager", "program_admin"] {
        app.user(role).get(DETAILS).await.problem(403, "forbidden");
        app.user(role).put(DETAILS, 1, &details()).await.problem(403, "forbidden");
    }
    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    assert_eq!(suspended.get(DETAILS).await.expect(200)["may_change"], false);
    suspended.put(DETAILS, 1, &details()).await.problem(403, "organisation_suspended");
    let theirs = app.partner(SAIGONWEB, "partner_owner").get(DETAILS).await.expect(200);
    assert_eq!(theirs["payee"], Value::Null);
}
