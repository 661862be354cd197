//! What is kept of a person: found, handed over, erased.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::TimeDelta;
use guildhall_domain::clock::Clock;
use guildhall_domain::inquiry::spam::FASTEST_SECONDS;
use guildhall_local::TABLE_NAME;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, SAIGONWEB, User, inquiry, listed, now, partner_form, plus, worked_on};

const HANDLE: &str = "tallbacken";
const TOM: &str = "tom@ashworthoutdoor.example";
const NAME: &str = "Tom Ashworth";

/// A system in which Tom has left traces everywhere, and others have too.
struct World {
    app: App,
    /// Tom's leads, one with each organisation.
    leads: [String; 2],
    /// A lead of somebody else.
    other: String,
    inquiry: String,
    review: String,
}

fn tom(app: &App) -> User<'_> {
    app.with_claims("merchant", &json!({ "sub": "tom-merchant", "name": NAME, "email": TOM }))
}

fn lead_about(name: &str, email: &str) -> Value {
    let mut form = plus("requested");
    form["contact_name"] = json!(name);
    form["contact_email"] = json!(email);
    form["description"] = json!(format!("{name} wants a shop."));
    form
}

impl World {
    async fn with_traces() -> Self {
        let app = App::start().await;
        let at = now() - TimeDelta::days(30);
        app.bulk().partner_profiles(&[listed(NORRSKEN, &partner_form(HANDLE), at)]).await.unwrap();
        let inquiry = worked_on("tom-merchant", HANDLE, at);
        app.bulk().inquiries(std::slice::from_ref(&inquiry)).await.unwrap();
        let review = json!({
            "inquiry": inquiry.id, "service": "customize-design", "quality": 5, "communication": 4,
            "text": format!("Good work. {NAME}"),
        });
        let review = tom(&app).post(&format!("/profiles/{HANDLE}/reviews"), &review).await.expect(201);
        let settings = json!({ "language": "sv", "off": [] });
        tom(&app).put("/me/settings", 0, &settings).await.expect(200);
        let own = app.lead_from(&app.member(), lead_about(NAME, "Tom@AshworthOutdoor.example")).await;
        let member = app.partner(SAIGONWEB, "partner_member");
        let theirs = app.lead_from(&member, lead_about(NAME, TOM)).await;
        let other =
            app.lead_from(&app.member(), lead_about("Ada Berg", "xtom@ashworthoutdoor.example")).await;
        let clock = app.running.clock();
        clock.set(clock.now() + TimeDelta::hours(48)).unwrap();
        app.running.settle().await;
        let review = review["id"].as_str().unwrap().to_owned();
        Self { inquiry: inquiry.id.to_string(), app, leads: [own, theirs], other, review }
    }

    /// All that a request comes to, piece by piece: how many items were looked at, how often was asked, and the things.
    async fn whole(&self, what: &str, list: &str, email: &str) -> (u64, usize, Vec<Value>) {
        let (mut scanned, mut pieces, mut things) = (0, 0, Vec::new());
        let mut body = json!({ "email": email });
        loop {
            let piece = self.app.admin().post(&format!("/privacy/{what}"), &body).await.expect(200);
            scanned += piece["scanned"].as_u64().unwrap();
            pieces += 1;
            things.extend(piece[list].as_array().unwrap().iter().cloned());
            match piece.get("next") {
                Some(next) => body["cursor"] = next.clone(),
                None => return (scanned, pieces, things),
            }
        }
    }

    async fn found(&self, email: &str) -> Vec<Value> {
        self.whole("find", "found", email).await.2
    }

    async fn erased(&self, email: &str) -> Vec<Value> {
        self.whole("erase", "erased", email).await.2
    }

    /// Every item of the table as the database itself tells it.
    async fn table(&self) -> Vec<String> {
        let (mut items, mut after) = (Vec::new(), Value::Null);
        loop {
            let mut body = json!({ "TableName": TABLE_NAME, "ConsistentRead": true });
            if after.is_object() {
                body["ExclusiveStartKey"] = after.clone();
            }
            let request = self.app.client.post(self.app.running.dynamodb_endpoint());
            let request = request
                .header("x-amz-target", "DynamoDB_20120810.Scan")
                .header("x-amz-date", "20261121T090000Z")
                .header("content-type", "application/x-amz-json-1.0")
                .header("authorization", "AWS4-HMAC-SHA256 Credential=guildhall/20261121/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00");
            let answer = request.body(body.to_string()).send().await.unwrap();
            assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
            let page: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
            items.extend(page["Items"].as_array().unwrap().iter().map(Value::to_string));
            after = page["LastEvaluatedKey"].clone();
            if !after.is_object() {
                return items;
            }
        }
    }

    /// The items that tell of Tom. Somebody else's address contains his.
    async fn traces(&self) -> Vec<String> {
        let mut items = self.table().await;
        items.retain(|item| {
            let item = item.to_lowercase().replace(&format!("x{TOM}"), "");
            item.contains(TOM) || item.contains(&NAME.to_lowercase())
        });
        items
    }
}

fn kinds(things: &[Value]) -> BTreeSet<&str> {
    things.iter().map(|thing| thing["kind"].as_str().unwrap()).collect()
}

fn ids<'a>(things: &'a [Value], kind: &str) -> BTreeSet<&'a str> {
    let of_kind = things.iter().filter(|thing| thing["kind"] == kind);
    of_kind.map(|thing| thing["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn everything_of_a_person_is_found_with_what_would_become_of_it() {
    let world = World::with_traces().await;
    let (scanned, pieces, found) = world.whole("find", "found", "  TOM@ashworthoutdoor.example ").await;
    assert_eq!(scanned, 2 * u64::try_from(world.table().await.len()).unwrap(), "the table was read twice");
    assert!(pieces >= 2);
    assert!(kinds(&found).is_superset(&BTreeSet::from(["lead", "inquiry", "review", "person", "mail"])));
    assert_eq!(ids(&found, "lead"), world.leads.iter().map(String::as_str).collect());
    assert_eq!(ids(&found, "inquiry"), BTreeSet::from([world.inquiry.as_str()]));
    assert_eq!(ids(&found, "review"), BTreeSet::from([world.review.as_str()]));
    let review = found.iter().find(|thing| thing["kind"] == "review").unwrap();
    assert_eq!(
        (&review["about"], &review["tie"], &review["on_erasure"]),
        (&json!(NORRSKEN), &json!("own"), &json!("erased"))
    );
    assert_eq!(review["data"]["record"]["text"], "Good work. Tom Ashworth");
    assert_eq!(found, world.found(TOM).await, "what is handed over is the same each time");
    assert_eq!(world.found("nobody@ashworthoutdoor.example").await, Vec::<Value>::new());
}

#[tokio::test]
async fn an_erased_person_is_in_no_item_list_or_page_and_others_are_as_before() {
    let world = World::with_traces().await;
    let app = &world.app;
    assert!(!world.traces().await.is_empty());
    let (manager, member) = (app.manager(), app.member());
    assert_eq!(manager.ids("").await.len(), 3, "the lists are warm");
    assert_eq!(member.get("/inquiries").await.expect(200)["total"], 1);
    assert_eq!(tom(app).get("/inquiries").await.expect(200)["total"], 1);
    let other = manager.lead(&world.other).await.expect(200);
    let profile = format!("/profiles/{HANDLE}");
    assert_eq!(app.anonymous().get(&profile).await.expect(200)["rating"]["count"], 1);

    let address = format!("{}/directory/{HANDLE}/", app.running.base_url());
    let page = async || app.client.get(&address).send().await.unwrap().text().await.unwrap();
    assert!(page().await.contains("Ashworth"), "the review is published");

    let erased = world.erased(TOM).await;
    assert!(kinds(&erased).is_superset(&BTreeSet::from(["lead", "inquiry", "review", "person", "mail"])));
    app.running.settle().await;
    assert_eq!(world.traces().await, Vec::<String>::new());
    assert_eq!(manager.ids("").await, [world.other.as_str()]);
    assert_eq!(manager.lead(&world.other).await.expect(200), other);
    for lead in &world.leads {
        manager.lead(lead).await.problem(404, "not_found");
    }
    assert_eq!(member.get("/inquiries").await.expect(200)["total"], 0);
    assert_eq!(tom(app).get("/inquiries").await.expect(200)["total"], 0);
    assert_eq!(app.anonymous().get(&profile).await.expect(200)["rating"]["count"], 0);
    assert_eq!(app.anonymous().get(&format!("{profile}/reviews")).await.expect(200)["total"], 0);
    assert_eq!(app.anonymous().get("/directory").await.expect(200)["items"][0]["rating"]["count"], 0);
    assert_eq!(tom(app).get("/me/settings").await.expect(200)["version"], 0);
    assert!(!page().await.contains("Ashworth"), "the page is published anew");

    assert_eq!(world.erased(TOM).await, Vec::<Value>::new(), "a second time changes nothing");
    assert_eq!(world.found(TOM).await, Vec::<Value>::new());
}

#[tokio::test]
async fn an_erased_member_leaves_the_organisation_and_the_invitations_that_name_them() {
    const INVITATIONS: &str = "/organisation/invitations";
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    let invite = async |by: &User<'_>, email: &str| {
        let body = json!({ "email": email, "role": "partner_owner", "language": "en" });
        by.post(INVITATIONS, &body).await.expect(201)["id"].as_str().unwrap().to_owned()
    };
    let invitation = invite(&owner, TOM).await;
    let (tom, tokens) = app.somebody(NAME, TOM).await;
    let accept = tom.request(Method::POST, &format!("/invitations/{invitation}/accept"));
    tom.send(accept).await.expect(200);
    let tom = app.renewed(&tokens).await;
    let theirs = invite(&tom, "ada@norrsken.example").await;
    tom.put("/organisation/members/norrsken-viewer", 1, &json!({ "role": "partner_member" }))
        .await
        .expect(200);
    tom.put("/organisation/lead-address", 0, &json!({ "lead_address": "leads@norrsken.example" }))
        .await
        .expect(200);
    let mut form = lead_about(NAME, TOM);
    form["reference"] = json!("A-2026-17");
    let lead = app.lead_from(&app.member(), form.clone()).await;
    let rep = app.rep("rep-astrid");
    rep.act(&lead, &json!({ "command": "start_work", "note": "First call booked" })).await.expect(200);
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    rep.act(&lead, &award).await.expect(200);
    app.running.settle().await;

    let world = World {
        app,
        leads: Default::default(),
        other: theirs,
        inquiry: String::new(),
        review: String::new(),
    };
    assert!(!world.traces().await.is_empty());
    let found = world.found(TOM).await;
    assert!(kinds(&found).is_superset(&BTreeSet::from(["membership", "invitation", "lead"])), "{found:?}");
    world.erased(TOM).await;
    world.app.running.settle().await;
    let mut traces = world.traces().await;
    // Who did what stays in the log.
    traces.retain(|item| !item.contains("\"AUDIT#"));
    assert_eq!(traces, Vec::<String>::new());
    let owner = world.app.signed_in("norrsken-owner").await;
    let left = owner.get("/organisation/members").await.expect(200);
    assert!(!left.to_string().contains(NAME), "{left}");
    assert_eq!(left["invitations"][0]["id"], json!(world.other), "whom they invited may come");
    // The number that the partner gave it is free again.
    form["contact_email"] = json!("ada@ashworthoutdoor.example");
    world.app.lead_from(&world.app.member(), form).await;
}

#[tokio::test]
async fn what_others_keep_names_an_erased_person_no_more() {
    let app = App::start().await;
    let settings = json!({ "language": "en", "off": [] });
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });

    // He signed the profile of his organisation, wrote to it by its form, and sold for the platform.
    let owner = app.with_claims("partner_owner", &json!({ "sub": "tom-owner", "name": NAME, "email": TOM }));
    owner.put("/me/settings", 0, &settings).await.expect(200);
    let begun = owner.save_profile(0, &partner_form(HANDLE)).await.version();
    let sent = owner.act_on_profile(begun, &json!({ "command": "submit" })).await.version();
    app.admin().moderate(HANDLE, sent, &json!({ "command": "approve" })).await.expect(200);
    let endpoint = json!({ "url": "https://hooks.acme.example", "topics": ["lead.decided"] });
    owner.post("/organisation/webhooks", &endpoint).await.expect(201);
    let paid_to = json!({ "payee": "Norrsken", "country": "SE", "account": "5000 0583 9825" });
    owner.put("/payouts/details", 0, &paid_to).await.expect(200);
    let token = json!({ "name": "CRM", "scopes": ["leads:read"] });
    let token = owner.post("/organisation/tokens", &token).await.expect(201)["secret"].clone();
    let program = app.bearer(token.as_str().unwrap()).token().to_owned();
    let token = app.anonymous().open_form(HANDLE).await;
    tokio::time::sleep(Duration::from_secs(FASTEST_SECONDS.unsigned_abs()) + Duration::from_millis(50)).await;
    tom(&app).inquire(HANDLE, "once", &token, &inquiry()).await.expect(201);
    let admin = app.signed_in("admin-ruth").await;
    let invitation = json!({ "email": TOM, "role": "rep", "language": "en" });
    let invitation = admin.post("/staff/invitations", &invitation).await.expect(201)["id"].clone();
    let (seller, _) = app.somebody(NAME, TOM).await;
    let accept = format!("/invitations/{}/accept", invitation.as_str().unwrap());
    seller.send(seller.request(Method::POST, &accept)).await.expect(200);

    // Somebody else's merchant and somebody else's name for themselves mention him.
    let mut form = lead_about("Ada Berg", "ada@ashworthoutdoor.example");
    form["company"] = json!(format!("Berg, see {TOM}"));
    let other = app.lead_from(&app.member(), form).await;
    app.rep("rep-astrid").act(&other, &json!({ "command": "start_work" })).await.expect(200);
    app.rep("rep-astrid").act(&other, &award).await.expect(200);
    let ada =
        json!({ "sub": "ada", "name": format!("Ada, for {TOM}"), "email": "ada@ashworthoutdoor.example" });
    app.with_claims("merchant", &ada).put("/me/settings", 0, &settings).await.expect(200);
    app.running.settle().await;

    let world =
        World { app, leads: Default::default(), other, inquiry: String::new(), review: String::new() };
    let erased = world.erased(TOM).await;
    let kept = BTreeSet::from([
        "partner_profile",
        "referral",
        "person",
        "membership",
        "inquiry",
        "webhooks",
        "api_tokens",
        "payout_details",
    ]);
    assert!(kinds(&erased).is_superset(&kept), "{erased:?}");
    world.app.running.settle().await;
    let mut traces = world.traces().await;
    // Who did what stays in the log.
    traces.retain(|item| !item.contains("\"AUDIT#"));
    assert_eq!(traces, Vec::<String>::new());
    let tokens = world.app.owner().get("/organisation/tokens").await.expect(200);
    assert_eq!(tokens["tokens"][0]["created_by"], "[erased]");
    world.app.bearer(&program).get("/partner/leads").await.expect(200);
    let staff = world.app.signed_in("admin-ruth").await.get("/staff").await.expect(200);
    assert!(!staff.to_string().contains(NAME), "{staff}");
    let history = world.app.member().get("/referrals").await.expect(200);
    assert_eq!(history["items"][0]["merchant"], "Berg, see [erased]");
}

#[tokio::test]
async fn the_log_tells_who_did_it_and_not_to_whom() {
    let world = World::with_traces().await;
    world.found(TOM).await;
    world.erased(TOM).await;
    let log = world.app.admin().get("/audit?subject=person").await.expect(200);
    let items = log["items"].as_array().unwrap();
    let acts: BTreeSet<_> = items.iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    assert_eq!(acts, BTreeSet::from(["person_searched", "person_erased"]));
    assert_eq!(items[0]["subject"]["id"], items[1]["subject"]["id"], "one person has one pseudonym");
    assert!(!log.to_string().to_lowercase().contains("ashworth"));
}

#[tokio::test]
async fn nobody_else_may_and_what_is_wrong_is_refused() {
    let app = App::start().await;
    let body = json!({ "email": TOM });
    for what in ["find", "erase"] {
        let path = format!("/privacy/{what}");
        for role in ["merchant", "partner_viewer", "partner_member", "partner_owner", "rep", "sales_manager"]
        {
            app.user(role).post(&path, &body).await.problem(403, "forbidden");
        }
        app.anonymous().post(&path, &body).await.expect(401);
        let admin = app.admin();
        let wrong = admin.post(&path, &json!({ "email": "tom" })).await.problem(422, "invalid_fields");
        assert_eq!(wrong["errors"][0]["pointer"], "/email");
        let missing = admin.post(&path, &json!({})).await.problem(422, "invalid_fields");
        assert_eq!(missing["errors"][0]["code"], "required");
        let next = admin.post(&path, &body).await.expect(200)["next"].clone();
        for (email, cursor) in [(TOM, json!("nonsense")), ("ada@ashworthoutdoor.example", next.clone())] {
            let stray = json!({ "email": email, "cursor": cursor });
            admin.post(&path, &stray).await.problem(400, "invalid_cursor");
        }
        let another = app.with_claims("program_admin", &json!({ "sub": "another-admin" }));
        another.post(&path, &json!({ "email": TOM, "cursor": next })).await.problem(400, "invalid_cursor");
        let elsewhere = if what == "find" { "/privacy/erase" } else { "/privacy/find" };
        admin.post(elsewhere, &json!({ "email": TOM, "cursor": next })).await.problem(400, "invalid_cursor");
    }
}
