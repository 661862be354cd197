//! Lists: searched, filtered, sorted and paged.

use std::collections::BTreeSet;

use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, SAIGONWEB, User, form, key, plus};

/// A hundred leads whose columns hold few different values, so that most rows tie.
async fn hundred_leads(app: &App) -> BTreeSet<String> {
    let kinds =
        [LeadKind::PlusWithSupport, LeadKind::PlusAlone, LeadKind::PosWithSupport, LeadKind::PosAlone];
    let mut ids = BTreeSet::new();
    for number in 0..100 {
        let mut form = form(kinds[number % 4]);
        form["company"] = json!(["Åhlén", "acme", "Zoo"][number % 3]);
        form["contact_name"] = json!(["Bo", "Đào"][number % 2]);
        form["country"] = json!(["SE", "VN", "JP"][number % 3]);
        if number % 10 == 0 {
            form["reference"] = json!(format!("R-{number}"));
        }
        ids.insert(app.lead_from(&app.member(), form).await);
    }
    ids
}

async fn walk(user: &User<'_>, query: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = user.get(&format!("/leads?{query}{cursor}")).await.expect(200);
        assert_eq!(page["offset"].as_u64().unwrap() as usize, items.len());
        items.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

#[tokio::test]
async fn scenario_11_paging_any_column_both_ways_loses_and_repeats_nothing() {
    let app = App::start().await;
    let all = hundred_leads(&app).await;
    let member = app.member();
    let columns = [
        "status",
        "contact_name",
        "contact_email",
        "company",
        "website",
        "product",
        "support",
        "representative",
        "organisation",
        "reference",
        "submitted_at",
        "updated_at",
    ];
    for (place, column) in columns.into_iter().enumerate() {
        for direction in ["asc", "desc"] {
            // Every page size with some column, and every column with the smallest and the largest.
            for limit in BTreeSet::from([1 + place % 7, 7]) {
                let items =
                    walk(&member, &format!("sort={column}&direction={direction}&limit={limit}")).await;
                let ids: BTreeSet<_> =
                    items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect();
                assert_eq!(items.len(), 100, "{column} {direction} {limit}");
                assert_eq!(ids, all, "{column} {direction} {limit}");
            }
        }
    }
    let companies: Vec<_> = walk(&member, "sort=company&direction=asc&limit=100").await;
    let order: Vec<_> = companies.iter().map(|item| item["company"].as_str().unwrap()).collect();
    assert_eq!((order[0], order[33], order[99]), ("acme", "Åhlén", "Zoo"), "accents and case do not matter");
    let references = walk(&member, "sort=reference&direction=desc&limit=100").await;
    assert!(references[..10].iter().all(|item| item["reference"].is_string()), "missing values come last");
}

#[tokio::test]
async fn a_count_is_what_one_gets_by_choosing_it() {
    let app = App::start().await;
    hundred_leads(&app).await;
    let member = app.member();
    for query in [
        "",
        "product=pos",
        "support=none&q=zoo",
        "representative=unassigned",
        "outcome=pending",
        "status=submitted",
    ] {
        let page = member.get(&format!("/leads?{query}")).await.expect(200);
        for (count, filter) in [
            ("submitted", "status=submitted"),
            ("in_progress", "status=in_progress"),
            ("outcome_pending", "outcome=pending"),
            ("outcome_paid", "outcome=paid"),
        ] {
            let group = filter.split('=').next().unwrap();
            let rest: Vec<_> =
                query.split('&').filter(|part| !part.is_empty() && !part.starts_with(group)).collect();
            let chosen = rest.into_iter().chain([filter]).collect::<Vec<_>>().join("&");
            let total = member.get(&format!("/leads?{chosen}")).await.expect(200)["total"].clone();
            assert_eq!(page["counts"][count], total, "{query}: {count}");
        }
    }
}

#[tokio::test]
async fn scenario_10_each_of_the_four_fields_alone_finds_the_lead() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusAlone).await;
    let mut other = plus("none");
    other["company"] = json!("Zoo");
    other["contact_name"] = json!("Bo Ek");
    other["contact_email"] = json!("bo@zoo.example");
    other["website"] = json!("https://zoo.example");
    app.lead_from(&app.member(), other).await;
    let stranger = app.partner(SAIGONWEB, "partner_owner");
    for search in
        ["ACME.com", "https%3A%2F%2Fwww.acme.com%2F", "anna%40acme", "Anna", "Acme%20AB", "sjostrom"]
    {
        assert_eq!(app.member().ids(&format!("q={search}")).await, [id.as_str()], "{search}");
        assert!(stranger.ids(&format!("q={search}")).await.is_empty());
    }
    assert!(app.member().ids("q=nothing-like-it").await.is_empty());
}

#[tokio::test]
async fn a_list_is_filtered_by_every_group_and_all_groups_together() {
    let app = App::start().await;
    hundred_leads(&app).await;
    let member = app.member();
    let every = |items: &[Value], test: &dyn Fn(&Value) -> bool| !items.is_empty() && items.iter().all(test);
    let items = walk(&member, "product=pos&support=none&limit=100").await;
    assert!(every(&items, &|item| item["product"] == "pos" && item["support"] == "none"));
    let items = walk(&member, "representative=rep-chau,unassigned&limit=100").await;
    assert!(
        every(&items, &|item| item["representative"].is_null() || item["representative"]["id"] == "rep-chau")
    );
    assert!(items.iter().any(|item| item["representative"].is_null()));
    let today = crate::support::now().date_naive();
    let yesterday = today.pred_opt().unwrap();
    assert_eq!(walk(&member, &format!("submitted_from={yesterday}&limit=100")).await.len(), 100);
    assert_eq!(
        walk(&member, &format!("submitted_to={}&limit=100", yesterday.pred_opt().unwrap())).await.len(),
        0
    );
}

#[rstest]
#[case("status=won", "status")]
#[case("sort=salary", "sort")]
#[case("limit=0", "limit")]
#[case("limit=101", "limit")]
#[case("submitted_from=yesterday", "submitted_from")]
#[case("organisation=saigonweb", "organisation")]
#[tokio::test]
async fn a_wrong_parameter_is_named(#[case] query: &str, #[case] parameter: &str) {
    let app = App::start().await;
    let refused = app.member().get(&format!("/leads?{query}")).await.problem(400, "invalid_query");
    assert_eq!(refused["errors"][0]["parameter"], parameter);
}

#[tokio::test]
async fn a_cursor_that_is_damaged_or_foreign_is_refused() {
    let app = App::start().await;
    for number in 0..3 {
        app.lead(LeadKind::PlusAlone).await;
        let mut theirs = plus("none");
        theirs["company"] = json!(format!("Theirs {number}"));
        app.lead_from(&app.partner(SAIGONWEB, "partner_member"), theirs).await;
    }
    let member = app.member();
    let next = member.get("/leads?limit=1").await.expect(200)["next"].as_str().unwrap().to_owned();
    member.get(&format!("/leads?limit=1&cursor={next}")).await.expect(200);
    assert!(!next.to_lowercase().contains("acme"));
    let damaged = format!("{}A", &next[..next.len() - 1]);
    for cursor in ["AAAA", "%00", &damaged, &next[1..]] {
        member.get(&format!("/leads?limit=1&cursor={cursor}")).await.problem(400, "invalid_cursor");
    }
    for (user, query) in [
        (app.partner(SAIGONWEB, "partner_member"), ""),
        (app.manager(), ""),
        (app.rep("rep-astrid"), ""),
        (app.member(), "&sort=company"),
        (app.member(), "&q=acme"),
    ] {
        user.get(&format!("/leads?limit=1&cursor={next}{query}")).await.problem(400, "invalid_cursor");
    }
}

#[tokio::test]
async fn a_page_survives_a_lead_that_comes_in_between() {
    let app = App::start().await;
    let mut expected = Vec::new();
    for _ in 0..4 {
        expected.insert(0, app.lead(LeadKind::PlusAlone).await);
    }
    let member = app.member();
    let first = member.get("/leads?sort=submitted_at&direction=desc&limit=2").await.expect(200);
    app.lead(LeadKind::PosAlone).await;
    let cursor = first["next"].as_str().unwrap();
    let rest = member.ids(&format!("sort=submitted_at&direction=desc&limit=2&cursor={cursor}")).await;
    assert_eq!(rest, expected[2..]);
}

#[tokio::test]
async fn scenario_13_an_organisation_older_than_the_table_is_told_so() {
    let app = App::start().await;
    let old = app.with_claims("partner_viewer", &json!({ "guildhall_org_since": "2024-02-29" }));
    assert_eq!(old.get("/leads").await.expect(200)["complete_since"], "2024-03-01");
    let new = app.with_claims("partner_viewer", &json!({ "guildhall_org_since": "2024-03-01" }));
    assert_eq!(new.get("/leads").await.expect(200)["complete_since"], Value::Null);
}

#[tokio::test]
async fn a_lead_carries_its_version_as_etag() {
    let app = App::start().await;
    let id = app.lead_from(&app.member(), plus("none")).await;
    let reply = app.member().lead(&id).await;
    let version = reply.expect(200)["version"].as_u64().unwrap();
    assert_eq!(reply.etag, Some(format!("\"{version}\"")));
    let asked = app.member().contact(&id, &key(), &json!({ "kind": "question", "message": "?" })).await;
    assert_eq!(asked.etag, Some(format!("\"{}\"", version + 1)));
}
