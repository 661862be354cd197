//! Programs that ask with a token: what each scope opens, that the rules are those of the screens, and what is refused.

use guildhall_contract::partner_api::ROUTES;
use guildhall_domain::api_token::{CALLS, Scope};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, SAIGONWEB, User, key, now, plus, worked_on};

const TOKENS: &str = "/organisation/tokens";

fn every_scope() -> Vec<&'static str> {
    Scope::ALL.iter().copied().map(Scope::slug).collect()
}

/// A token that an owner makes, as it is answered.
async fn made(owner: &User<'_>, scopes: &[&str]) -> Value {
    owner.post(TOKENS, &json!({ "name": "CRM", "scopes": scopes })).await.expect(201)
}

/// A program with such a token of [`NORRSKEN`].
async fn program<'a>(app: &'a App, scopes: &[&str]) -> User<'a> {
    app.bearer(made(&app.user("partner_owner"), scopes).await["secret"].as_str().unwrap())
}

/// A request to a route as its table has it, about things that do not exist.
fn request(user: &User<'_>, key: &str) -> reqwest::RequestBuilder {
    let (method, path) = key.split_once(' ').unwrap();
    let nothing = format!("{NORRSKEN}.{}", "0".repeat(32));
    let path = path.replace("{lead_id}", &nothing).replace("{inquiry_id}", &nothing);
    let path = path.split('/').map(|part| if part.starts_with('{') { "nothing" } else { part });
    let path = path.collect::<Vec<_>>().join("/");
    let request = user.request(method.parse().unwrap(), path.strip_prefix("/api/v1").unwrap());
    if method == "GET" { request } else { request.json(&json!({})) }
}

#[tokio::test]
async fn a_token_is_shown_once_and_says_later_when_it_was_used() {
    let app = App::start().await;
    let owner = app.user("partner_owner");
    let body = json!({ "name": "CRM", "scopes": ["leads:read"], "expires_on": "2099-12-31" });
    let reply = owner.post(TOKENS, &body).await;
    let created = reply.expect(201);
    let (secret, token) = (created["secret"].as_str().unwrap(), &created["token"]);
    assert!(secret.starts_with(&format!("ghp_{}_", token["id"].as_str().unwrap())));
    assert_eq!(token["expires_at"], "2100-01-01T00:00:00Z");
    assert_eq!((&token["used_at"], &token["scopes"]), (&Value::Null, &json!(["leads:read"])));
    assert_eq!(token["created_by"], "partner_owner norrsken");

    app.bearer(secret).get("/partner/leads").await.expect(200);
    let list = owner.get(TOKENS).await;
    assert!(!list.text.contains(secret) && !list.text.contains("digest"), "{}", list.text);
    let list = list.expect(200);
    assert_eq!((&list["places"], &list["may_create"]), (&json!(20), &json!(true)));
    assert_eq!(list["tokens"][0]["id"], token["id"]);
    assert!(list["tokens"][0]["used_at"].is_string(), "{list}");
    assert_eq!(app.partner(SAIGONWEB, "partner_owner").get(TOKENS).await.expect(200)["tokens"], json!([]));
}

#[tokio::test]
async fn a_scope_opens_its_own_routes_and_no_other() {
    let app = App::start().await;
    for scope in Scope::ALL {
        let robot = program(&app, &[scope.slug()]).await;
        for route in ROUTES {
            let reply = robot.send(request(&robot, &route.key())).await;
            if route.scope == *scope {
                assert!(![401, 403].contains(&reply.status), "{scope:?} {route:?}: {}", reply.text);
                continue;
            }
            let problem = reply.problem(403, "scope_missing");
            assert_eq!(problem["scope"], route.scope.slug(), "{scope:?} {route:?}");
        }
    }
}

#[tokio::test]
async fn people_do_not_get_in_where_programs_do_nor_programs_where_people_do() {
    let app = App::start().await;
    for role in ["partner_owner", "sales_manager", "program_admin", "merchant"] {
        let person = app.user(role);
        for route in ROUTES {
            let reply = person.send(request(&person, &route.key())).await;
            assert_eq!((reply.status, reply.text.as_str()), (403, r#"{"message":"Forbidden"}"#), "{route:?}");
        }
    }
    let robot = program(&app, &every_scope()).await;
    for route in ROUTES {
        assert_eq!(robot.send(request(&robot, route.base)).await.status, 401, "{route:?}");
    }
    for path in
        ["GET /api/v1/organisation/tokens", "POST /api/v1/organisation/tokens", "GET /api/v1/me/settings"]
    {
        assert_eq!(robot.send(request(&robot, path)).await.status, 401, "{path}");
    }
    for path in ["organisation/tokens", "organisation/members", "me/settings", "audit", "leads/x/status"] {
        for method in ["GET", "POST"] {
            let key = format!("{method} /api/v1/partner/{path}");
            assert_eq!(robot.send(request(&robot, &key)).await.status, 404, "{key}");
        }
    }
}

#[tokio::test]
async fn whatever_is_wrong_with_a_token_is_answered_alike() {
    let app = App::start().await;
    let owner = app.user("partner_owner");
    let created = made(&owner, &["leads:read"]).await;
    let good = created["secret"].as_str().unwrap().to_owned();
    let (id, secret) = good.rsplit_once('_').unwrap();
    let revoked = made(&owner, &["leads:read"]).await;
    let path = format!("{TOKENS}/{}/revoke", revoked["token"]["id"].as_str().unwrap());
    assert_eq!(owner.send(owner.request(Method::POST, &path)).await.status, 204);

    let flipped: String = secret.chars().rev().collect();
    let headers = [
        format!("Bearer {id}_{flipped}"),
        format!("Bearer {}", good.replace("norrsken.", "saigonweb.")),
        format!("Bearer {}", good.replace("norrsken.", "nobody.")),
        format!("Bearer ghp_norrsken.{}_{secret}", "0".repeat(32)),
        format!("Bearer {}", revoked["secret"].as_str().unwrap()),
        format!("Bearer {good}, Bearer {good}"),
        format!("Basic {good}"),
        good.clone(),
        "Bearer".to_owned(),
        format!("Bearer {}", app.member().token()),
    ];
    let anonymous = app.anonymous();
    let ask = async |header: &str| {
        anonymous.send(anonymous.request(Method::GET, "/partner/leads").header("authorization", header)).await
    };
    for header in headers {
        let reply = ask(&header).await;
        assert_eq!((reply.status, reply.text.as_str()), (403, r#"{"message":"Forbidden"}"#), "{header}");
    }
    let twice = anonymous.request(Method::GET, "/partner/leads");
    let twice = twice.header("authorization", format!("Bearer {good}")).header("authorization", "Bearer x");
    assert_eq!(anonymous.send(twice).await.status, 403, "two headers are none");
    assert_eq!(anonymous.get("/partner/leads").await.status, 401);
    assert_eq!(anonymous.get(&format!("/partner/leads?token={good}")).await.status, 401, "not in an address");
    ask(&format!("bearer {good}")).await.expect(200);
}

#[tokio::test]
async fn nobody_brings_along_what_only_the_authorizer_says() {
    let app = App::start().await;
    let claims = json!({ "lambda": { "token_id": "x" }, "token_id": format!("{NORRSKEN}.{}", "0".repeat(32)),
        "token_name": "x", "token_scopes": "leads:read", "org_name": "x", "org_standing": "good" });
    assert_eq!(app.with_claims("partner_member", &claims).get("/partner/leads").await.status, 403);
    assert_eq!(app.with_claims("merchant", &claims).get("/leads").await.status, 403);
    let reader = program(&app, &["inquiries:read"]).await;
    let request = reader.request(Method::GET, "/partner/leads");
    let request = request.header("token_scopes", "leads:read").header("x-amzn-request-context", "{}");
    reader.send(request).await.problem(403, "scope_missing");
}

#[tokio::test]
async fn a_program_is_told_what_the_screens_tell() {
    let app = App::start().await;
    let ours = app.lead(LeadKind::PlusAlone).await;
    let foreign = app.lead_from(&app.partner(SAIGONWEB, "partner_member"), plus("none")).await;
    let asked = worked_on("tom", "norrsken-commerce", now());
    app.bulk().inquiries(std::slice::from_ref(&asked)).await.unwrap();
    app.running.settle().await;
    let (robot, member) = (program(&app, &every_scope()).await, app.user("partner_viewer"));
    for path in ["/leads", "/leads?q=acme&sort=company", "/inquiries", "/referrals"] {
        let (theirs, ours) = (robot.get(&format!("/partner{path}")).await, member.get(path).await);
        assert_eq!(theirs.expect(200)["items"], ours.expect(200)["items"], "{path}");
    }
    let details = robot.get(&format!("/partner/leads/{ours}")).await;
    let (told, shown) = (details.expect(200), app.member().lead(&ours).await.expect(200));
    assert_eq!(told, shown, "who may write is offered what a member is");
    assert_eq!(details.etag, app.member().lead(&ours).await.etag);
    robot.get(&format!("/partner/inquiries/{}", asked.id)).await.expect(200);
    assert_eq!(robot.get("/partner/leads?sort=nonsense").await.problem(400, "invalid_query")["status"], 400);

    let missing = format!("{NORRSKEN}.{}", "0".repeat(32));
    let screens = member.lead(&foreign).await.without_request_id();
    for id in [foreign.as_str(), &missing, "nonsense"] {
        let reply = robot.get(&format!("/partner/leads/{id}")).await;
        reply.problem(404, "not_found");
        assert_eq!(reply.without_request_id(), screens, "{id}");
        let body = json!({ "kind": "question", "message": "?" });
        let asked = robot.request(Method::POST, &format!("/partner/leads/{id}/contact"));
        let asked = robot.send(asked.header("idempotency-key", key()).json(&body)).await;
        assert_eq!((asked.status, asked.without_request_id()), (404, screens.clone()), "{id}");
    }
}

#[tokio::test]
async fn a_program_submits_under_its_own_name() {
    let app = App::start().await;
    let robot = program(&app, &["leads:read", "leads:write"]).await;
    let (key, form) = (key(), plus("none"));
    let submit = async || {
        let request = robot.request(Method::POST, "/partner/leads").header("idempotency-key", &key);
        robot.send(request.json(&form)).await
    };
    let reply = submit().await;
    let id = reply.expect(201)["id"].as_str().unwrap().to_owned();
    assert_eq!(reply.location, Some(format!("/api/v1/partner/leads/{id}")));
    assert_eq!(submit().await.json()["id"], id, "a lost answer makes no second lead");
    let lead = app.member().lead(&id).await.expect(200);
    assert_eq!(lead["timeline"][0]["by"]["name"], "CRM", "{lead}");

    let body = json!({ "kind": "question", "message": "When do you call?" });
    let asked = robot.request(Method::POST, &format!("/partner/leads/{id}/contact"));
    let asked = robot.send(asked.header("idempotency-key", "once").json(&body)).await;
    assert!(asked.status < 300, "{}", asked.text);
    let reader = program(&app, &["leads:read"]).await;
    assert_eq!(reader.get(&format!("/partner/leads/{id}")).await.expect(200)["id"], id);
    let request = reader.request(Method::POST, "/partner/leads").header("idempotency-key", "new");
    reader.send(request.json(&form)).await.problem(403, "scope_missing");
    app.running.settle().await;
    assert_eq!(app.running.dead_letters(), []);
}

#[tokio::test]
async fn what_is_revoked_or_expired_is_refused_from_the_next_request_on() {
    let app = App::start().await;
    let owner = app.user("partner_owner");
    let created = made(&owner, &["leads:read"]).await;
    let robot = app.bearer(created["secret"].as_str().unwrap());
    robot.get("/partner/leads").await.expect(200);
    let path = format!("{TOKENS}/{}/revoke", created["token"]["id"].as_str().unwrap());
    let stranger = app.partner(SAIGONWEB, "partner_owner");
    stranger.send(stranger.request(Method::POST, &path)).await.problem(404, "not_found");
    robot.get("/partner/leads").await.expect(200);
    assert_eq!(owner.send(owner.request(Method::POST, &path)).await.status, 204);
    assert_eq!(robot.get("/partner/leads").await.status, 403);
    owner.send(owner.request(Method::POST, &path)).await.problem(404, "not_found");
    let nonsense = owner.request(Method::POST, &format!("{TOKENS}/nonsense/revoke"));
    owner.send(nonsense).await.problem(404, "not_found");

    let today = now().date_naive();
    let body = json!({ "name": "Short", "scopes": ["leads:read"], "expires_on": today });
    let short = owner.post(TOKENS, &body).await.expect(201);
    let robot = app.bearer(short["secret"].as_str().unwrap());
    robot.get("/partner/leads").await.expect(200);
    let tomorrow = today.succ_opt().unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc();
    app.running.clock().set(tomorrow).unwrap();
    assert_eq!(robot.get("/partner/leads").await.status, 403);
    assert_eq!(owner.get(TOKENS).await.expect(200)["tokens"][0]["has_expired"], true);
}

#[tokio::test]
async fn a_suspended_organisations_programs_read_and_do_not_write() {
    let app = App::start().await;
    let owner = app.user("partner_owner");
    let created = made(&owner, &["leads:read", "leads:write"]).await;
    let robot = app.bearer(created["secret"].as_str().unwrap());
    let id = app.lead(LeadKind::PlusAlone).await;
    let kept = app.admin().get(&format!("/organisations/{NORRSKEN}")).await;
    let name = kept.expect(200)["organisation"]["name"].clone();
    let path = format!("/organisations/{NORRSKEN}");
    let body = json!({ "name": name, "standing": "suspended", "reason": "Unpaid fees" });
    app.admin().put(&path, 1, &body).await.expect(200);

    robot.get("/partner/leads").await.expect(200);
    let submit = robot.request(Method::POST, "/partner/leads").header("idempotency-key", key());
    robot.send(submit.json(&plus("none"))).await.problem(403, "organisation_suspended");
    let asked = robot.request(Method::POST, &format!("/partner/leads/{id}/contact"));
    let asked = asked.header("idempotency-key", key()).json(&json!({ "kind": "question", "message": "?" }));
    robot.send(asked).await.problem(403, "organisation_suspended");

    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    assert_eq!(suspended.get(TOKENS).await.expect(200)["may_create"], false);
    let body = json!({ "name": "CRM", "scopes": ["leads:read"] });
    suspended.post(TOKENS, &body).await.problem(403, "organisation_suspended");
    let revoke = format!("{TOKENS}/{}/revoke", created["token"]["id"].as_str().unwrap());
    assert_eq!(suspended.send(suspended.request(Method::POST, &revoke)).await.status, 204);
    assert_eq!(robot.get("/partner/leads").await.status, 403);
}

#[tokio::test]
async fn a_token_asks_so_often_and_then_waits_and_no_other_waits_with_it() {
    let app = App::start().await;
    let (busy, idle) = (program(&app, &["leads:read"]).await, program(&app, &["leads:read"]).await);
    let (id, _) = busy.token().rsplit_once('_').unwrap();
    let wrong = app.bearer(&format!("{id}_{}", "0".repeat(64)));
    for _ in 0..CALLS.burst {
        assert_eq!(wrong.get("/partner/leads").await.status, 403);
    }
    let mut answered = 0;
    let refused = loop {
        let reply = busy.get("/partner/leads").await;
        if reply.status != 200 {
            break reply;
        }
        answered += 1;
        assert!(answered < 3 * CALLS.burst, "there is no end to it");
    };
    assert!(answered >= CALLS.burst, "{answered}: whoever knows only the id used it up");
    refused.problem(429, "too_many_requests");
    assert_eq!(refused.retry_after, Some(1));
    idle.get("/partner/leads").await.expect(200);
    app.member().get("/leads").await.expect(200);
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    busy.get("/partner/leads").await.expect(200);
}

#[tokio::test]
async fn only_owners_keep_tokens_and_there_are_twenty() {
    let app = App::start().await;
    let body = json!({ "name": "CRM", "scopes": ["leads:read"] });
    let path = format!("{TOKENS}/{NORRSKEN}.{}/revoke", "0".repeat(32));
    for role in ["partner_member", "partner_viewer", "merchant", "rep", "sales_manager", "program_admin"] {
        let user = app.user(role);
        user.get(TOKENS).await.problem(403, "forbidden");
        user.post(TOKENS, &body).await.problem(403, "forbidden");
        user.send(user.request(Method::POST, &path)).await.problem(403, "forbidden");
    }
    let owner = app.user("partner_owner");
    let wrong = json!({ "name": "x".repeat(61), "scopes": ["members:write"], "expires_on": "2001-01-01" });
    let errors = owner.post(TOKENS, &wrong).await.problem(422, "invalid_fields")["errors"].clone();
    let pointers: Vec<_> = errors.as_array().unwrap().iter().map(|error| &error["pointer"]).collect();
    assert_eq!(pointers, ["/name", "/scopes/0", "/expires_on"]);
    for _ in 0..20 {
        made(&owner, &["leads:read"]).await;
    }
    owner.post(TOKENS, &body).await.problem(409, "tokens_full");
    assert_eq!(owner.get(TOKENS).await.expect(200)["tokens"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn who_made_and_revoked_which_token_stands_in_the_audit_log() {
    let app = App::start().await;
    let owner = app.user("partner_owner");
    let created = made(&owner, &["leads:read", "financials:read"]).await;
    app.bearer(created["secret"].as_str().unwrap()).get("/partner/leads").await.expect(200);
    let id = created["token"]["id"].as_str().unwrap();
    let path = format!("{TOKENS}/{id}/revoke");
    assert_eq!(owner.send(owner.request(Method::POST, &path)).await.status, 204);
    app.running.settle().await;
    let log = app.admin().get("/audit").await.expect(200);
    let entries = log["items"].as_array().unwrap();
    let acts: Vec<_> = entries.iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    assert_eq!(acts, ["api_token_revoked", "api_token_created"]);
    for entry in entries {
        assert_eq!((&entry["subject"]["id"], &entry["subject"]["name"]), (&json!(id), &json!("CRM")));
        assert_eq!(entry["by"]["id"], "norrsken-partner_owner");
        assert_eq!(entry["detail"]["code"], "leads:read financials:read");
    }
    assert!(!log.to_string().contains("ghp_"));
}
