//! The referral history, the ledger, and what they come to.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{
    EventId, Happening, LedgerKind, Merchant, Plan, PlatformEvent, ReferralId, Source,
};
use guildhall_store::PlatformEvents;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, SAIGONWEB};

fn usd(minor: i64) -> Money {
    Money { minor, currency: Currency::USD }
}

fn sek(minor: i64) -> Money {
    Money { minor, currency: "SEK".parse().unwrap() }
}

fn org() -> OrgId {
    NORRSKEN.parse().unwrap()
}

fn store(name: &str) -> ReferralId {
    ReferralId::named(&Source::StoreCreated, name).unwrap()
}

fn at(day: &str) -> DateTime<Utc> {
    format!("{day}T10:00:00Z").parse().unwrap()
}

/// What the platform tells of a store, booked at the moment at which it happened.
struct Teller {
    events: PlatformEvents,
    told: u32,
}

impl Teller {
    fn new(app: &App) -> Self {
        Self { events: PlatformEvents::new(app.table()), told: 0 }
    }

    async fn tell(&mut self, record: &ReferralId, day: &str, happened: Happening) {
        self.told += 1;
        let event = PlatformEvent {
            id: format!("event-{}", self.told).parse::<EventId>().unwrap(),
            occurred_at: at(day),
            org: org(),
            record: record.clone(),
            happened,
        };
        let recorded = self.events.record(&event, at(day)).await.unwrap();
        assert!(recorded.is_applied(), "{recorded:?}");
    }

    async fn created(&mut self, name: &str, merchant: &str, day: &str) -> ReferralId {
        let record = store(name);
        let merchant = Merchant { name: merchant.to_owned(), website: None, email: None };
        let happened =
            Happening::Referred { source: Source::StoreCreated, merchant, plan: Some(Plan::Advanced) };
        self.tell(&record, day, happened).await;
        record
    }

    async fn paid(&mut self, record: &ReferralId, day: &str, billed: Money) {
        let fees = Fees { base: billed, billed };
        self.tell(record, day, Happening::MerchantPaid { plan: Plan::Advanced, fees }).await;
    }

    async fn refunded(&mut self, record: &ReferralId, day: &str, billed: Money) {
        let fees = Fees { base: billed, billed };
        self.tell(record, day, Happening::Refunded { plan: Plan::Advanced, fees }).await;
    }

    async fn adjusted(&mut self, record: &ReferralId, day: &str, amount: Money, reason: &str) {
        let (kind, reason) = (LedgerKind::Adjustment, reason.to_owned());
        self.tell(record, day, Happening::Adjusted { kind, amount, reason }).await;
    }
}

/// Every item of all pages.
async fn all(app: &App, path: &str) -> Vec<Value> {
    let (owner, mut items, mut cursor) = (app.owner(), Vec::new(), String::new());
    let glue = if path.contains('?') { '&' } else { '?' };
    loop {
        let page = owner.get(&format!("{path}{glue}limit=2{cursor}")).await.expect(200);
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

/// The rows of a file without its header and its count.
fn lines(csv: &str) -> Vec<Vec<String>> {
    let text = csv.trim_start_matches('\u{feff}').trim_end();
    let lines: Vec<_> = text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    let (count, rows) = lines.split_last().unwrap();
    assert_eq!(count, &["rows".to_owned(), (rows.len() - 1).to_string()]);
    rows[1..].to_vec()
}

#[tokio::test]
async fn a_refund_lowers_the_amount_leaves_the_entries_before_it_and_the_file_says_the_same() {
    let app = App::start().await;
    let mut teller = Teller::new(&app);
    let kiruna = teller.created("kiruna-keramik", "Kiruna Keramik", "2026-03-02").await;
    teller.paid(&kiruna, "2026-04-02", usd(39_900)).await;
    teller.paid(&kiruna, "2026-05-02", usd(39_900)).await;
    let before = all(&app, "/ledger").await;
    assert_eq!(app.owner().get("/referrals").await.expect(200)["items"][0]["revenue"], json!([usd(15_960)]));

    teller.refunded(&kiruna, "2026-05-20", usd(39_900)).await;
    let page = app.owner().get("/referrals").await.expect(200);
    let item = &page["items"][0];
    assert_eq!((&item["merchant"], &item["source"]), (&json!("Kiruna Keramik"), &json!("store_created")));
    assert_eq!((&item["lead_id"], &item["store"]), (&Value::Null, &json!("kiruna-keramik")));
    assert_eq!((&item["plan"], &item["state"]), (&json!("advanced"), &json!("scheduled")));
    assert_eq!(item["revenue"], json!([usd(7_980)]));
    assert_eq!(item["terms"]["id"], "store-2025-07");
    assert_eq!(item["terms"]["since"], "2025-07-01");
    assert_eq!(page["totals"], json!([usd(7_980)]));

    let after = all(&app, "/ledger").await;
    assert_eq!((before.len(), after.len()), (2, 3));
    assert!(before.iter().all(|entry| after.contains(entry)), "entries are only ever added");
    let refund = after.iter().find(|entry| !before.contains(entry)).unwrap();
    assert_eq!((&refund["kind"], &refund["cause"]), (&json!("adjustment"), &json!("refunded")));
    assert_eq!((&refund["amount"], &refund["period"]), (&json!(usd(-7_980)), &json!("2026-05-2")));

    let details = app.owner().get("/referrals/store:kiruna-keramik").await.expect(200);
    assert_eq!(details["ledger"]["total"], 3);
    assert_eq!(details["ledger"]["newest"], json!(after), "newest first in both");
    assert_eq!(
        details["ledger"]["by_kind"],
        json!([{ "kind": "commission", "sums": [usd(15_960)] }, { "kind": "adjustment", "sums": [usd(-7_980)] }])
    );
    assert_eq!(details["estimate"], json!({ "amount": usd(7_980), "rhythm": "monthly" }));

    let file = lines(&app.owner().get("/referrals.csv").await.text);
    assert_eq!(file.len(), 1);
    assert_eq!(file[0][2], "Kiruna Keramik");
    assert_eq!(file[0][9..], ["79.80", "USD"]);
    let file = lines(&app.owner().get("/ledger.csv?sort=amount&direction=asc").await.text);
    let amounts: Vec<_> = file.iter().map(|row| row[8].as_str()).collect();
    assert_eq!(amounts, ["-79.80", "79.80", "79.80"]);
}

#[tokio::test]
async fn sums_are_never_of_two_currencies() {
    let app = App::start().await;
    let mut teller = Teller::new(&app);
    let kiruna = teller.created("kiruna", "Kiruna Keramik", "2026-03-02").await;
    teller.paid(&kiruna, "2026-04-02", usd(10_000)).await;
    teller.paid(&kiruna, "2026-04-20", sek(50_000)).await;
    teller.adjusted(&kiruna, "2026-05-03", usd(-500), "Paid twice in April").await;
    let owner = app.owner();
    let revenue = json!([sek(10_000), usd(1_500)]);
    let page = owner.get("/referrals").await.expect(200);
    assert_eq!((&page["items"][0]["revenue"], &page["totals"]), (&revenue, &revenue));
    let ledger = owner.get("/ledger").await.expect(200);
    assert_eq!((&ledger["totals"], &ledger["currencies"]), (&revenue, &json!(["SEK", "USD"])));
    assert_eq!(ledger["periods"], json!(["2026-05-1", "2026-04-2", "2026-04-1"]));
    let narrowed = owner.get("/ledger?currency=USD&kind=adjustment&q=twice&record=store:kiruna").await;
    assert_eq!(narrowed.expect(200)["totals"], json!([usd(-500)]));
    let of_april = owner.get("/ledger?period=2026-04-1,2026-04-2").await.expect(200);
    assert_eq!(of_april["totals"], json!([sek(10_000), usd(2_000)]));
    // A line for each currency.
    let file = lines(&owner.get("/referrals.csv?bom=no").await.text);
    let amounts: Vec<_> = file.iter().map(|row| row[9..].to_vec()).collect();
    assert_eq!(amounts, [["100.00", "SEK"], ["15.00", "USD"]]);

    let summary = owner.get("/referrals/summary?from=2026-03&to=2026-05").await.expect(200);
    assert_eq!(
        summary["revenue"]["months"],
        json!([
            { "month": "2026-03", "revenue": [] },
            { "month": "2026-04", "revenue": [sek(10_000), usd(2_000)] },
            { "month": "2026-05", "revenue": [usd(-500)] },
        ])
    );
    assert_eq!((&summary["revenue"]["totals"], &summary["revenue"]["all"]), (&revenue, &revenue));
}

#[tokio::test]
async fn the_history_and_the_ledger_are_searched_filtered_sorted_and_paged_without_loss() {
    let app = App::start().await;
    let mut teller = Teller::new(&app);
    for (place, name) in ["Ånger", "Äpple", "Zebra", "Öga", "Banan"].into_iter().enumerate() {
        let day = format!("2026-03-{:02}", place + 1);
        let record = teller.created(&format!("store-{place}"), name, &day).await;
        if place % 2 == 1 {
            teller.paid(&record, "2026-04-01", usd(1_000)).await;
            teller.paid(&record, "2026-04-16", usd(1_000)).await;
        }
    }
    let owner = app.owner();
    let total =
        async |query: &str| owner.get(&format!("/referrals?{query}")).await.expect(200)["total"].clone();
    assert_eq!(total("q=anger&source=store_created").await, 1);
    assert_eq!(total("q=store-2").await, 1);
    assert_eq!(total("state=scheduled").await, 2);
    assert_eq!(total("state=awaiting,scheduled&plan=advanced").await, 5);
    assert_eq!(total("source=plus_lead,markets_pro").await, 0);
    assert_eq!(total("referred_from=2026-03-02&referred_to=2026-03-04").await, 3);
    let page = owner.get("/referrals?state=paid").await.expect(200);
    assert_eq!(page["sources"], json!(["store_created"]));
    assert_eq!(
        page["states"],
        json!([{ "state": "awaiting", "count": 3 }, { "state": "scheduled", "count": 2 }, { "state": "paid", "count": 0 }])
    );
    let orders = [
        (
            "/referrals",
            ["referred_at", "merchant", "plan", "source", "revenue", "terms", "state"].as_slice(),
            5,
        ),
        ("/ledger", ["booked_at", "occurred_at", "merchant", "kind", "amount", "period"].as_slice(), 4),
    ];
    for (path, columns, count) in orders {
        for column in columns {
            for direction in ["asc", "desc"] {
                let items = all(&app, &format!("{path}?sort={column}&direction={direction}")).await;
                let mut ids: Vec<_> = items.iter().map(|item| item["id"].to_string()).collect();
                ids.sort();
                ids.dedup();
                assert_eq!((items.len(), ids.len()), (count, count), "{path} {column} {direction}");
            }
        }
    }
}

#[tokio::test]
async fn an_awarded_lead_stands_in_the_history_and_an_award_taken_back_does_not() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    let lead = app.owner().lead(&id).await.expect(200).clone();
    assert_eq!(lead["estimate"], json!({ "amount": usd(46_000), "rhythm": "monthly" }));
    assert_eq!(
        (&lead["terms"]["id"], &lead["terms"]["since"]),
        (&json!("plus-2025-07"), &json!("2025-07-01"))
    );
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    app.manager().act(&id, &award).await.expect(200);
    assert_eq!(app.owner().lead(&id).await.expect(200)["estimate"], Value::Null, "it is decided");

    let page = app.owner().get("/referrals").await.expect(200).clone();
    let item = &page["items"][0];
    assert_eq!((&page["total"], &item["lead_id"]), (&json!(1), &json!(id)));
    assert_eq!((&item["state"], &item["revenue"]), (&json!("awaiting"), &json!([])));
    assert_eq!(item["terms"], lead["terms"]);
    let referral = item["id"].as_str().unwrap();
    let details = app.owner().get(&format!("/referrals/{referral}")).await;
    assert_eq!(details.expect(200)["estimate"], json!({ "amount": usd(46_000), "rhythm": "monthly" }));

    let reopen = json!({ "command": "reopen", "reason": "The contract fell through" });
    app.manager().act(&id, &reopen).await.expect(200);
    // The partner is told before anything changes.
    app.running.settle().await;
    app.admin().act(&id, &reopen).await.expect(200);
    let page = app.owner().get("/referrals").await;
    assert_eq!((&page.expect(200)["total"], &page.expect(200)["sources"]), (&json!(0), &json!([])));
    let details = app.owner().get(&format!("/referrals/{referral}")).await;
    assert_eq!(
        (&details.expect(200)["state"], &details.expect(200)["estimate"]),
        (&json!("reversed"), &Value::Null)
    );
}

#[tokio::test]
async fn the_last_qualifying_referral_keeps_a_partner_active_for_twelve_months() {
    let app = App::start().await;
    let summary = app.owner().get("/referrals/summary").await.expect(200).clone();
    assert_eq!((&summary["total"], &summary["activity"]["is_active"]), (&json!(0), &json!(false)));
    assert_eq!(summary["activity"]["days_left"], Value::Null);
    assert_eq!(summary["revenue"]["months"].as_array().unwrap().len(), 12);

    let today = crate::support::now().date_naive();
    let mut teller = Teller::new(&app);
    teller.created("old", "Old Mill", "2023-02-03").await;
    let summary = app.owner().get("/referrals/summary").await.expect(200).clone();
    assert_eq!(summary["activity"]["active_until"], "2024-02-03");
    assert_eq!((&summary["activity"]["is_active"], &summary["this_year"]), (&json!(false), &json!(0)));
    teller.created("new", "New Mill", &today.to_string()).await;
    let summary = app.viewer_without_money().get("/referrals/summary").await.expect(200).clone();
    assert_eq!(
        (&summary["total"], &summary["this_year"], &summary["revenue"]),
        (&json!(2), &json!(1), &Value::Null)
    );
    assert_eq!(summary["activity"]["last"]["id"], "store:new");
    assert_eq!(summary["activity"]["is_active"], true);
    assert!((364..=366).contains(&summary["activity"]["days_left"].as_u64().unwrap()), "{summary}");

    for query in ["from=2026-06&to=2026-05", "from=2020-01&to=2026-05", "to=may", "year=2026"] {
        app.owner().get(&format!("/referrals/summary?{query}")).await.problem(400, "invalid_query");
    }
}

#[tokio::test]
async fn a_history_belongs_to_one_organisation() {
    let app = App::start().await;
    let mut teller = Teller::new(&app);
    for name in ["kiruna", "fika"] {
        let record = teller.created(name, name, "2026-03-02").await;
        teller.paid(&record, "2026-04-02", usd(1_000)).await;
    }
    let theirs = app.partner(SAIGONWEB, "partner_owner");
    for path in ["/referrals", "/ledger"] {
        assert_eq!(theirs.get(path).await.expect(200)["total"], 0);
        let page = app.owner().get(&format!("{path}?limit=1")).await.expect(200).clone();
        let next = page["next"].as_str().unwrap();
        theirs.get(&format!("{path}?limit=1&cursor={next}")).await.problem(400, "invalid_cursor");
        assert_eq!(theirs.get(&format!("{path}.csv")).await.text.lines().last(), Some("rows,0"));
    }
    assert_eq!(theirs.get("/ledger?record=store:kiruna").await.expect(200)["total"], 0);
    let foreign = theirs.get("/referrals/store:kiruna").await;
    foreign.problem(404, "not_found");
    for missing in ["store:nobody", "lead:nonsense", "nonsense"] {
        let missing = theirs.get(&format!("/referrals/{missing}")).await;
        assert_eq!((missing.status, missing.without_request_id()), (404, foreign.without_request_id()));
    }
    assert_eq!(theirs.get("/referrals/summary").await.expect(200)["revenue"]["all"], json!([]));
}
