//! Runs: preview, the run itself, its report, and what partners see of it meanwhile.

use futures::future::join_all;
use guildhall_domain::money::Currency;
use guildhall_store::{Ledger, Payouts};
use serde_json::{Value, json};

use super::{ACCOUNT, AFTER, PAY_DAY, PERIOD, WITHIN, payouts, piece, run, run_of, says_where, usd};
use crate::support::{App, NORRSKEN, SAIGONWEB};

/// What the only row of a list says of amount, state and why.
fn only(rows: &Value) -> (&Value, &str, &Value) {
    let rows = rows.as_array().unwrap();
    let [row] = &rows[..] else { panic!("one row: {rows:?}") };
    (&row["amount"], row["state"].as_str().unwrap(), &row["held"])
}

#[tokio::test]
async fn what_is_earned_is_open_then_scheduled_then_paid_and_never_twice() {
    let app = App::start().await;
    app.clock_at(WITHIN);
    says_where(&app).await;
    app.earns(NORRSKEN, "kiruna", 40_00).await;
    let before = payouts(&app).await;
    assert_eq!(only(&before["upcoming"]), (&usd(40_00), "open", &Value::Null));
    assert_eq!(before["upcoming"][0]["pay_day"], "2026-11-20");
    assert_eq!(
        before["accounts"],
        json!([{ "pending": usd(40_00), "paid_this_year": usd(0), "paid": usd(0), "minimum": usd(25_00) }])
    );

    app.clock_at(AFTER);
    assert_eq!(payouts(&app).await["upcoming"][0]["state"], "scheduled");
    piece(&app.admin(), PERIOD).await.problem(409, "payout_too_early");
    piece(&app.admin(), "2026-11-2").await.problem(409, "payout_too_early");
    let preview = app.admin().get(&run_of(PERIOD)).await.expect(200);
    assert_eq!(
        (&preview["run"]["stage"], &preview["totals_paid"]),
        (&json!("scheduled"), &json!([usd(40_00)]))
    );
    assert_eq!(only(&preview["items"]), (&usd(40_00), "to_pay", &Value::Null));
    assert_eq!(preview["items"][0]["account_ending"], "7466");

    app.clock_at(PAY_DAY);
    let report = run(&app, PERIOD).await;
    assert_eq!((&report["run"]["stage"], &report["run"]["paid"]), (&json!("done"), &json!(1)));
    assert_eq!(report["run"]["totals"], json!([usd(40_00)]));
    assert_eq!(only(&report["items"]), (&usd(40_00), "paid", &Value::Null));
    let after = payouts(&app).await;
    assert_eq!(only(&after["items"]), (&usd(40_00), "paid", &Value::Null));
    assert!(after["items"][0]["settled_at"].as_str().unwrap().starts_with("2026-11-20T10:00:0"));
    assert_eq!(after["items"][0]["account_ending"], "7466");
    assert_eq!(
        after["accounts"],
        json!([{ "pending": usd(0), "paid_this_year": usd(40_00), "paid": usd(40_00), "minimum": usd(25_00) }])
    );

    // Whoever runs it again is told that it is done, and nothing is paid.
    assert_eq!(run(&app, PERIOD).await, report);
    assert_eq!(payouts(&app).await, after);
    let account = Ledger::new(app.table()).account(&NORRSKEN.parse().unwrap(), Currency::USD).await.unwrap();
    assert_eq!(account.unwrap().paid, 40_00);
    // The next year begins with nothing paid.
    app.clock_at("2027-01-01T00:00:00Z");
    assert_eq!(payouts(&app).await["accounts"][0]["paid_this_year"], usd(0));
}

#[tokio::test]
async fn what_is_kept_back_says_why_and_comes_with_the_next_run() {
    let app = App::start().await;
    app.clock_at(WITHIN);
    app.earns(NORRSKEN, "kiruna", 10_00).await;
    app.clock_at(PAY_DAY);
    assert_eq!(only(&run(&app, PERIOD).await["items"]), (&usd(10_00), "held", &json!("below_minimum")));
    let waits = payouts(&app).await;
    assert_eq!(only(&waits["items"]), (&usd(10_00), "held", &json!("below_minimum")));
    assert_eq!(
        (&waits["accounts"][0]["pending"], &waits["upcoming"][0]["amount"]),
        (&usd(10_00), &usd(10_00))
    );

    // Enough by now, but nobody has said where to.
    app.earns(NORRSKEN, "lule", 15_00).await;
    app.clock_at("2026-12-07T10:00:00Z");
    assert_eq!(
        only(&run(&app, "2026-11-2").await["items"]),
        (&usd(25_00), "held", &json!("details_missing"))
    );
    says_where(&app).await;

    // Suspended by the programme.
    let admin = app.admin();
    let suspended = json!({ "name": "Norrsken", "standing": "suspended", "reason": "An open question" });
    let details = admin.get("/organisations/norrsken").await.expect(200);
    let version = details["organisation"]["version"].as_u64().unwrap();
    let changed = admin.put("/organisations/norrsken", version, &suspended).await.expect(200);
    let version = changed["version"].as_u64().unwrap();
    app.clock_at("2026-12-22T10:00:00Z");
    assert_eq!(only(&run(&app, "2026-12-1").await["items"]), (&usd(25_00), "held", &json!("suspended")));
    let good = json!({ "name": "Norrsken", "standing": "good" });
    admin.put("/organisations/norrsken", version, &good).await.expect(200);
    app.clock_at("2027-01-08T10:00:00Z");
    assert_eq!(only(&run(&app, "2026-12-2").await["items"]), (&usd(25_00), "paid", &Value::Null));

    let all = payouts(&app).await;
    let states: Vec<_> = all["items"].as_array().unwrap().iter().map(|item| item["state"].clone()).collect();
    assert_eq!(states, ["paid", "held", "held", "held"], "newest first, and none of them changed");
    assert_eq!(all["accounts"][0]["pending"], usd(0));
    // A page at a time, both ways.
    let owner = app.owner();
    let first = owner.get("/payouts?limit=3&direction=asc&sort=period").await.expect(200);
    let cursor = first["next"].as_str().unwrap();
    let second =
        owner.get(&format!("/payouts?limit=3&direction=asc&sort=period&cursor={cursor}")).await.expect(200);
    assert_eq!((&second["items"][0]["state"], &second["offset"]), (&json!("paid"), &json!(3)));
    owner.get(&format!("/payouts?limit=3&cursor={cursor}")).await.problem(400, "invalid_cursor");
}

#[tokio::test]
async fn however_many_run_it_at_once_and_wherever_it_breaks_off_each_is_paid_once() {
    const ACCOUNTS: usize = 60;
    let app = App::start().await;
    app.clock_at(WITHIN);
    says_where(&app).await;
    app.earns(NORRSKEN, "kiruna", 40_00).await;
    for number in 0..ACCOUNTS - 1 {
        app.earns(&format!("org-{number:02}"), "store", 100).await;
    }
    app.clock_at(PAY_DAY);
    // It breaks off after two pieces.
    let admin = app.admin();
    piece(&admin, PERIOD).await.expect(200);
    let progress = piece(&admin, PERIOD).await.expect(200);
    assert_eq!((&progress["total"], &progress["is_finished"]), (&json!(ACCOUNTS), &json!(false)));
    assert_eq!(admin.get(&run_of(PERIOD)).await.expect(200)["run"]["stage"], "running");
    piece(&admin, "2026-11-2").await.problem(409, "payout_too_early");
    let pieces = join_all((0..6).map(|_| piece(&admin, PERIOD))).await;
    assert!(pieces.iter().all(|piece| piece.status == 200), "{pieces:?}");

    let report = run(&app, PERIOD).await;
    assert_eq!((&report["run"]["paid"], &report["run"]["held"]), (&json!(1), &json!(ACCOUNTS - 1)));
    assert_eq!(report["total"], ACCOUNTS);
    let ledger = Ledger::new(app.table());
    let payouts = Payouts::new(app.table()).of_run(PERIOD.parse().unwrap()).await.unwrap();
    for account in ledger.accounts().await.unwrap() {
        let own = payouts.iter().filter(|payout| payout.org == account.org && payout.is_paid());
        let paid: i64 = own.map(|payout| payout.amount.minor).sum();
        let earned: i64 = account.sums.values().sum();
        assert_eq!((account.paid, account.unpaid().unwrap().minor), (paid, earned - paid), "{}", account.org);
    }
    let narrow = admin.get(&format!("{}?state=paid&q=norr", run_of(PERIOD))).await.expect(200);
    assert_eq!((&narrow["total"], &narrow["counts"]), (&json!(1), &json!([{ "state": "paid", "count": 1 }])));
    let amounts =
        admin.get(&format!("{}?sort=amount&direction=desc&limit=1", run_of(PERIOD))).await.expect(200);
    assert_eq!(only(&amounts["items"]).0, &usd(40_00));
}

#[tokio::test]
async fn runs_go_forward_and_the_list_says_where_each_period_stands() {
    let app = App::start().await;
    app.clock_at(WITHIN);
    says_where(&app).await;
    app.earns(NORRSKEN, "kiruna", 40_00).await;
    let stages = |list: &Value| -> Vec<String> {
        let items = list["items"].as_array().unwrap().iter();
        items
            .map(|item| format!("{} {}", item["period"].as_str().unwrap(), item["stage"].as_str().unwrap()))
            .collect()
    };
    let admin = app.admin();
    let list = admin.get("/payout-runs").await.expect(200);
    assert_eq!(stages(&list), ["2026-11-1 open", "2026-10-2 due"]);
    // Nobody was paid for a long time: the newest run that is due pays all of it, and those before have nothing left.
    app.clock_at("2026-12-22T10:00:00Z");
    run(&app, "2026-12-1").await;
    piece(&admin, PERIOD).await.problem(409, "payout_superseded");
    admin.get(&run_of(PERIOD)).await.problem(404, "not_found");
    admin.get(&run_of("2027-01-1")).await.problem(404, "not_found");
    admin.get(&run_of("yesterday")).await.problem(404, "not_found");
    let list = admin.get("/payout-runs").await.expect(200);
    assert_eq!(stages(&list), ["2026-12-2 open", "2026-12-1 done"]);
    assert_eq!(list["items"][1]["totals"], json!([usd(40_00)]));
    let first = admin.get("/payout-runs?limit=1").await.expect(200);
    let cursor = first["next"].as_str().unwrap();
    let second = admin.get(&format!("/payout-runs?limit=1&cursor={cursor}")).await.expect(200);
    assert_eq!(stages(&second), ["2026-12-1 done"]);
}

#[tokio::test]
async fn the_report_has_the_whole_account_and_the_log_says_who_took_it() {
    let app = App::start().await;
    app.clock_at(WITHIN);
    says_where(&app).await;
    app.earns(NORRSKEN, "kiruna", 40_00).await;
    app.clock_at(PAY_DAY);
    let shown = run(&app, PERIOD).await;
    assert!(!shown.to_string().contains(ACCOUNT.1), "the screen shows no whole account");
    let report = app.admin().get(&format!("{}/report.csv?bom=no", run_of(PERIOD))).await;
    assert_eq!((report.status, report.content_type.as_str()), (200, "text/csv; charset=utf-8"));
    let lines: Vec<_> = report.text.lines().collect();
    assert!(lines[0].starts_with("period,organisation,"), "{}", lines[0]);
    let row =
        format!("{PERIOD},norrsken,Norrsken Commerce AB,40.00,USD,paid,,Norrsken Handel AB,SE,{}", ACCOUNT.1);
    assert!(lines[1].contains(&row) || lines[1].replace('"', "").contains(&row), "{}", lines[1]);

    app.running.settle().await;
    let log = app.admin().get("/audit?subject=payout_run").await.expect(200);
    let acts: Vec<_> =
        log["items"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    for act in ["payout_run_begun", "payout_run_finished", "payout_report_taken"] {
        assert_eq!(acts.iter().filter(|kept| **kept == act).count(), 1, "{act} in {acts:?}");
    }
    assert!(!log.to_string().contains(ACCOUNT.1));
}

#[tokio::test]
async fn runs_are_for_administrators_and_payouts_for_those_of_their_organisation() {
    let app = App::start().await;
    app.clock_at(WITHIN);
    app.earns(NORRSKEN, "kiruna", 40_00).await;
    for role in ["merchant", "partner_viewer", "partner_member", "partner_owner", "rep", "sales_manager"] {
        let user = app.user(role);
        user.get("/payout-runs").await.problem(403, "forbidden");
        user.get(&run_of(PERIOD)).await.problem(403, "forbidden");
        user.get(&format!("{}/report.csv", run_of(PERIOD))).await.problem(403, "forbidden");
        piece(&user, PERIOD).await.problem(403, "forbidden");
    }
    for role in ["merchant", "rep", "sales_manager", "program_admin"] {
        app.user(role).get("/payouts").await.problem(403, "forbidden");
    }
    let denies = json!({ "guildhall_financials": "no" });
    for role in ["partner_viewer", "partner_member"] {
        app.with_claims(role, &denies).get("/payouts").await.problem(403, "forbidden");
    }
    let grants = json!({ "guildhall_financials": "yes" });
    let seen = app.with_claims("partner_viewer", &grants).get("/payouts").await.expect(200);
    assert_eq!(seen["accounts"][0]["pending"], usd(40_00));
    let theirs = app.partner(SAIGONWEB, "partner_owner").get("/payouts").await.expect(200);
    assert_eq!(
        (&theirs["accounts"], &theirs["upcoming"], &theirs["total"]),
        (&json!([]), &json!([]), &json!(0))
    );
    app.anonymous().get("/payouts").await.expect(401);
}
