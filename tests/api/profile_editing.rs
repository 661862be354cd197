//! A partner's profile from the first line to the world, and out of it again.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, SAIGONWEB, partner_form};

const HANDLE: &str = "tallbacken";

fn form() -> Value {
    partner_form(HANDLE)
}

fn command(command: &str) -> Value {
    json!({ "command": command })
}

fn with_note(command: &str, note: &str) -> Value {
    json!({ "command": command, "note": note })
}

async fn listed(app: &App) -> u64 {
    app.anonymous().get("/directory").await.expect(200)["total"].as_u64().unwrap()
}

#[tokio::test]
async fn what_is_saved_comes_back_with_its_revision() {
    let app = App::start().await;
    let owner = app.owner();
    owner.get("/profile").await.problem(404, "not_found");
    let saved = owner.save_profile(0, &form()).await;
    assert_eq!(saved.etag.as_deref(), Some("\"1\""));
    let profile = owner.get("/profile").await.expect(200);
    assert_eq!(profile, saved.json());
    for (field, value) in form().as_object().unwrap() {
        let kept = &profile["working"][field];
        // What was left out comes back as its default.
        if field != "services" && field != "featured_work" {
            assert_eq!(kept, value, "{field}");
        }
    }
    assert_eq!(profile["working"]["services"][0]["price"]["from"]["minor"], 2_000_000);
    assert_eq!(profile["review"]["state"], "draft");
    assert_eq!(profile["is_public"], false);
    app.anonymous().get("/profiles/tallbacken").await.problem(404, "not_found");
}

#[tokio::test]
async fn a_stale_revision_changes_nothing_and_shows_what_is_there_now() {
    let app = App::start().await;
    let owner = app.owner();
    let seen = owner.save_profile(0, &form()).await.version();
    let (mut first, mut second) = (form(), form());
    first["tagline"] = json!("Stores for weavers and dyers.");
    second["bio"] = json!("Mine.");
    let now = owner.save_profile(seen, &first).await.version();
    let refused = owner.save_profile(seen, &second).await.problem(409, "version_conflict");
    let current = &refused["current_profile"];
    assert_eq!(current["working"]["tagline"], first["tagline"]);
    assert_eq!(current["version"], now);
    assert_eq!(&owner.get("/profile").await.expect(200), current);
    // With both versions in sight, the second goes on from the first.
    second["tagline"] = first["tagline"].clone();
    owner.save_profile(now, &second).await.expect(200);
    let request = owner.request(Method::PUT, "/profile").json(&second);
    owner.send(request).await.problem(428, "if_match_needed");
}

#[tokio::test]
async fn two_who_begin_the_profile_at_once_do_not_overwrite_each_other() {
    let app = App::start().await;
    let owner = app.owner();
    let (mut other, mine) = (form(), form());
    other["name"] = json!("Another Name");
    let (first, second) = tokio::join!(owner.save_profile(0, &mine), owner.save_profile(0, &other));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", first.text, second.text);
}

#[tokio::test]
async fn nothing_incomplete_is_sent_for_approval() {
    let app = App::start().await;
    let owner = app.owner();
    let mut form = form();
    form["bio"] = json!("");
    form["services"] = json!([]);
    let saved = owner.save_profile(0, &form).await;
    assert!(saved.json()["completeness"]["percent"].as_u64().unwrap() < 100);
    let refused = owner.act_on_profile(saved.version(), &command("submit")).await;
    assert_eq!(refused.problem(409, "profile_incomplete")["missing"], json!(["bio", "services"]));
}

#[tokio::test]
async fn what_is_approved_is_public_at_once_and_an_edit_waits_for_approval() {
    let app = App::start().await;
    let (owner, admin, anybody) = (app.owner(), app.admin(), app.anonymous());
    let version = owner.save_profile(0, &form()).await.version();
    let version = owner.act_on_profile(version, &command("submit")).await.version();
    let queue = admin.get("/moderation").await.expect(200);
    assert_eq!(queue["profiles"][0]["handle"], HANDLE);
    let version = admin.moderate(HANDLE, version, &command("approve")).await.version();
    assert_eq!(anybody.get("/profiles/tallbacken").await.expect(200)["name"], "Tallbacken Byrå");
    assert_eq!(listed(&app).await, 1);
    assert!(admin.get("/moderation").await.expect(200)["profiles"].as_array().unwrap().is_empty());

    let mut edited = form();
    edited["name"] = json!("Tallbacken & Co");
    let own = owner.save_profile(version, &edited).await.expect(200);
    assert_eq!(own["review"]["state"], "in_review");
    assert_eq!(own["published"]["content"]["name"], "Tallbacken Byrå");
    assert_eq!(anybody.get("/profiles/tallbacken").await.expect(200)["name"], "Tallbacken Byrå");
    assert_eq!(
        anybody.get("/directory?q=tallbacken").await.expect(200)["items"][0]["name"],
        "Tallbacken Byrå"
    );

    let version = own["version"].as_u64().unwrap();
    let asked = with_note("ask_changes", "Which company is that?");
    let version = admin.moderate(HANDLE, version, &asked).await.version();
    let told = owner.get("/profile").await.expect(200);
    assert_eq!(told["review"]["note"], "Which company is that?");
    let version = owner.act_on_profile(version, &command("submit")).await.version();
    admin.moderate(HANDLE, version, &command("approve")).await.expect(200);
    assert_eq!(anybody.get("/profiles/tallbacken").await.expect(200)["name"], "Tallbacken & Co");
    assert_eq!(anybody.get("/directory").await.expect(200)["items"][0]["name"], "Tallbacken & Co");
}

#[tokio::test]
async fn a_hidden_profile_is_nowhere_until_the_partner_shows_it_again() {
    let app = App::start().await;
    let owner = app.owner();
    let version = app.publish(NORRSKEN, &form()).await;
    let version = owner.act_on_profile(version, &command("hide")).await.version();
    let gone = app.anonymous().get("/profiles/tallbacken").await;
    gone.problem(404, "not_found");
    let unknown = app.anonymous().get("/profiles/unknown").await;
    assert_eq!(gone.without_request_id(), unknown.without_request_id());
    assert_eq!(listed(&app).await, 0);
    app.anonymous().get("/profiles/tallbacken/inquiry-form").await.problem(404, "not_found");
    let twice = owner.act_on_profile(version, &command("hide")).await.problem(409, "not_now");
    assert!(twice["possible"].as_array().unwrap().contains(&json!("show")));
    owner.act_on_profile(version, &command("show")).await.expect(200);
    assert_eq!(listed(&app).await, 1);
}

#[tokio::test]
async fn scenario_19_a_suspended_partner_disappears_everywhere_and_keeps_its_leads() {
    let app = App::start().await;
    let (admin, anybody) = (app.admin(), app.anonymous());
    let version = app.publish(NORRSKEN, &form()).await;
    let lead = app.lead(LeadKind::PlusAlone).await;
    let suspended = with_note("suspend", "Merchants were promised a rank for money.");
    let version = admin.moderate(HANDLE, version, &suspended).await.version();

    anybody.get("/profiles/tallbacken").await.problem(404, "not_found");
    anybody.get("/profiles/tallbacken/reviews").await.problem(404, "not_found");
    let page = anybody.get("/directory?q=tallbacken").await.expect(200);
    assert_eq!(page["total"], 0);
    let facets = page["facets"].as_object().unwrap().values().flat_map(|group| group.as_array().unwrap());
    assert!(facets.into_iter().all(|facet| facet["count"] == 0), "{page}");
    let told = app.owner().get("/profile").await.expect(200);
    assert_eq!(told["suspension"]["reason"], "Merchants were promised a rank for money.");
    app.member().lead(&lead).await.expect(200);
    let again = admin.moderate(HANDLE, version, &suspended).await.problem(409, "not_now");
    assert!(again["possible"].as_array().unwrap().contains(&json!("reinstate")));

    admin.moderate(HANDLE, version, &with_note("reinstate", "Cleared up.")).await.expect(200);
    anybody.get("/profiles/tallbacken").await.expect(200);
    assert_eq!(listed(&app).await, 1);
}

#[tokio::test]
async fn a_partner_cannot_show_what_the_programme_suspended() {
    let app = App::start().await;
    let version = app.publish(NORRSKEN, &form()).await;
    let owner = app.owner();
    let version = owner.act_on_profile(version, &command("hide")).await.version();
    let version = app.admin().moderate(HANDLE, version, &with_note("suspend", "Why.")).await.version();
    owner.act_on_profile(version, &command("show")).await.expect(200);
    app.anonymous().get("/profiles/tallbacken").await.problem(404, "not_found");
    assert_eq!(listed(&app).await, 0);
}

#[tokio::test]
async fn a_tier_is_the_programmes_to_give() {
    let app = App::start().await;
    let version = app.publish(NORRSKEN, &form()).await;
    let tier = json!({ "command": "set_tier", "tier": "premier" });
    app.owner().act_on_profile(version, &tier).await.problem(403, "forbidden");
    app.admin().moderate(HANDLE, version, &tier).await.expect(200);
    assert_eq!(app.anonymous().get("/profiles/tallbacken").await.expect(200)["tier"], "premier");
    assert_eq!(app.anonymous().get("/directory?tier=premier").await.expect(200)["total"], 1);
}

#[tokio::test]
async fn a_profile_of_two_megabytes_is_refused_naming_the_limit() {
    let app = App::start().await;
    let mut form = form();
    form["bio"] = json!("x".repeat(2 * 1024 * 1024));
    let refused = app.owner().save_profile(0, &form).await.problem(413, "too_large");
    assert_eq!(refused["max_bytes"], 65_536);
    form["bio"] = json!("x".repeat(3_001));
    let refused = app.owner().save_profile(0, &form).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["pointer"], "/bio");
    assert_eq!(refused["errors"][0]["params"]["max"], "3000");
    app.owner().get("/profile").await.problem(404, "not_found");
}

#[tokio::test]
async fn markup_is_text_like_any_other() {
    let app = App::start().await;
    let html = "<img src=x onerror=alert(1)> & \"Räksmörgås\"";
    let mut form = form();
    for field in ["name", "tagline", "bio", "city"] {
        form[field] = json!(html);
    }
    form["services"][0]["description"] = json!(html);
    form["featured_work"][0]["title"] = json!(html);
    app.publish(NORRSKEN, &form).await;
    let reply = app.anonymous().get("/profiles/tallbacken").await;
    assert!(reply.content_type.starts_with("application/json"));
    let profile = reply.expect(200);
    for field in ["name", "tagline", "bio", "city"] {
        assert_eq!(profile[field], html);
    }
    assert_eq!(profile["services"][0]["description"], html);
    form["website"] = json!("javascript:alert(1)");
    let refused = app.owner().save_profile(3, &form).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["pointer"], "/website");
}

#[tokio::test]
async fn a_handle_belongs_to_one_organisation_and_stays_once_it_was_public() {
    let app = App::start().await;
    let other = app.partner(SAIGONWEB, "partner_owner");
    let begun = app.owner().save_profile(0, &form()).await.version();
    let taken = other.save_profile(0, &form()).await.problem(422, "invalid_fields");
    assert_eq!(
        (&taken["errors"][0]["pointer"], &taken["errors"][0]["code"]),
        (&json!("/handle"), &json!("handle_taken"))
    );
    // A draft may move, and the old handle is free then.
    let moved = partner_form("tallbacken-studio");
    let version = app.owner().save_profile(begun, &moved).await.version();
    other.save_profile(0, &form()).await.expect(200);
    let version = app.owner().act_on_profile(version, &command("submit")).await.version();
    let version = app.admin().moderate("tallbacken-studio", version, &command("approve")).await.version();
    let fixed =
        app.owner().save_profile(version, &partner_form("elsewhere")).await.problem(422, "invalid_fields");
    assert_eq!(fixed["errors"][0]["code"], "handle_fixed");
    for reserved in ["services", "search", "Å", "a", "-a"] {
        let refused = app.owner().save_profile(version, &partner_form(reserved)).await;
        assert_eq!(refused.problem(422, "invalid_fields")["errors"][0]["pointer"], "/handle", "{reserved}");
    }
}

#[tokio::test]
async fn the_owner_edits_everybody_in_the_organisation_reads_and_nobody_else_knows() {
    let app = App::start().await;
    let version = app.owner().save_profile(0, &form()).await.version();
    for role in ["partner_viewer", "partner_member"] {
        app.user(role).get("/profile").await.expect(200);
        app.user(role).save_profile(version, &form()).await.problem(403, "forbidden");
        app.user(role).act_on_profile(version, &command("submit")).await.problem(403, "forbidden");
    }
    app.partner(SAIGONWEB, "partner_owner").get("/profile").await.problem(404, "not_found");
    for role in ["merchant", "rep", "sales_manager", "program_admin"] {
        app.user(role).get("/profile").await.problem(403, "forbidden");
    }
    for role in ["merchant", "partner_owner", "rep", "sales_manager"] {
        app.user(role).get("/moderation").await.problem(403, "forbidden");
        app.user(role).moderate(HANDLE, version, &command("approve")).await.problem(403, "forbidden");
    }
    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    suspended.save_profile(version, &form()).await.problem(403, "organisation_suspended");
    app.anonymous().get("/profile").await.expect(401);
}
