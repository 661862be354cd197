//! The referral history.

use guildhall_domain::money::{Currency, Money};
use guildhall_domain::referral::{LedgerEntry, LedgerKind, Plan, ReferralRecord, ReferralState, Source};
use guildhall_store::Referrals;
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, SAIGONWEB};

fn record(number: usize, merchant: &str, amounts: &[i64]) -> ReferralRecord {
    let at = |day: usize| format!("2026-05-{day:02}T10:00:00Z").parse().unwrap();
    ReferralRecord {
        id: format!("store:{number}").parse().unwrap(),
        org: NORRSKEN.parse().unwrap(),
        source: Source::StoreCreated,
        merchant: merchant.to_owned(),
        lead: None,
        plan: Plan::Advanced,
        referred_at: at(number + 1),
        terms: "plus-2025-07".to_owned(),
        state: ReferralState::Paid,
        currency: Currency::USD,
        entries: amounts
            .iter()
            .map(|minor| LedgerEntry {
                kind: if *minor < 0 { LedgerKind::Adjustment } else { LedgerKind::Commission },
                amount: Money { minor: *minor, currency: Currency::USD },
                at: at(28),
                reason: (*minor < 0).then(|| "Refund".to_owned()),
            })
            .collect(),
        version: 1,
    }
}

async fn write(app: &App, records: &[ReferralRecord]) {
    let referrals = Referrals::new(app.table());
    for record in records {
        referrals.put(record).await.unwrap();
    }
}

#[tokio::test]
async fn a_store_created_for_a_merchant_shows_without_a_lead_and_a_refund_lowers_its_revenue() {
    let app = App::start().await;
    write(&app, &[record(1, "Kiruna Keramik", &[12_000, 12_000, -5_000])]).await;
    for role in ["partner_viewer", "partner_member", "partner_owner"] {
        let page = app.user(role).get("/referrals").await.expect(200);
        let item = &page["items"][0];
        assert_eq!(item["merchant"], "Kiruna Keramik");
        assert_eq!(item["source"], "store_created");
        assert_eq!(item["lead_id"], Value::Null);
        assert_eq!(item["plan"], "advanced");
        assert_eq!(item["revenue"], json!({ "minor": 19_000, "currency": "USD" }));
        assert_eq!(page["totals"], json!([{ "minor": 19_000, "currency": "USD" }]));
    }
}

#[tokio::test]
async fn the_history_is_searched_sorted_and_paged_without_loss() {
    let app = App::start().await;
    let names = ["Ånger", "Äpple", "Zebra", "Öga", "Banan", "Åska"];
    let records: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(number, name)| record(number, name, &[100 * (number as i64 % 2)]))
        .collect();
    write(&app, &records).await;
    let member = app.member();
    let found = member.get("/referrals?q=aska&source=store_created").await.expect(200);
    assert_eq!((found["total"].as_u64(), &found["items"][0]["merchant"]), (Some(1), &json!("Åska")));

    for column in ["referred_at", "merchant", "plan", "source", "revenue", "state"] {
        for direction in ["asc", "desc"] {
            for limit in 1..=7 {
                let query = format!("sort={column}&direction={direction}&limit={limit}");
                let mut seen = Vec::new();
                let mut cursor = String::new();
                loop {
                    let page = member.get(&format!("/referrals?{query}{cursor}")).await.expect(200);
                    seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].to_string()));
                    match page["next"].as_str() {
                        Some(next) => cursor = format!("&cursor={next}"),
                        None => break,
                    }
                }
                let mut unique = seen.clone();
                unique.sort();
                unique.dedup();
                assert_eq!((seen.len(), unique.len()), (6, 6), "{query}");
            }
        }
    }
}

#[tokio::test]
async fn a_history_belongs_to_one_organisation() {
    let app = App::start().await;
    write(&app, &[record(1, "Kiruna Keramik", &[1]), record(2, "Fika", &[1])]).await;
    let theirs = app.partner(SAIGONWEB, "partner_owner");
    assert_eq!(theirs.get("/referrals").await.expect(200)["total"], 0);
    let next = app.member().get("/referrals?limit=1").await.expect(200)["next"].as_str().unwrap().to_owned();
    theirs.get(&format!("/referrals?limit=1&cursor={next}")).await.problem(400, "invalid_cursor");
    for role in ["merchant", "rep", "sales_manager", "program_admin"] {
        app.user(role).get("/referrals").await.problem(403, "forbidden");
    }
}
