//! Managers keep the roster and the desk, and see who would get a lead.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, Reply, User, form, plus};

const TEAM: &str = "/sales/desk";

fn path(id: &str) -> String {
    format!("/sales/representatives/{id}")
}

fn bo() -> Value {
    json!({
        "name": "Bo Ek", "email": "bo@guildhall.example", "phone": "+46 8 555 02 11",
        "time_zone": "Europe/Stockholm", "products": ["plus"], "countries": ["NO", "SE"], "country": "SE",
        "language": "sv", "active": true,
    })
}

/// What is wrong, as pointer and code.
fn errors(problem: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let errors = problem["errors"].as_array().unwrap().iter();
    errors.map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}

async fn add(user: &User<'_>, id: &str, body: &Value) -> Reply {
    let request = user.request(Method::PUT, &path(id)).header("if-none-match", "*");
    user.send(request.json(body)).await
}

async fn representative(user: &User<'_>, id: &str) -> Value {
    let team = user.get(TEAM).await.expect(200);
    let all = team["representatives"].as_array().unwrap();
    all.iter().find(|rep| rep["id"] == id).unwrap().clone()
}

async fn routed(user: &User<'_>, product: &str, country: &str) -> (String, Vec<String>) {
    let answer = user.get(&format!("/sales/routing?product={product}&country={country}")).await.expect(200);
    let candidates = answer["candidates"].as_array().unwrap().iter();
    let names = candidates.map(|rep| rep["name"].as_str().unwrap().to_owned()).collect();
    (answer["because"].as_str().unwrap().to_owned(), names)
}

#[tokio::test]
async fn the_team_is_for_managers_alone() {
    let app = App::start().await;
    for role in ["merchant", "partner_owner", "rep", "program_admin"] {
        let user = app.user(role);
        user.get(TEAM).await.problem(403, "forbidden");
        user.get("/sales/routing?product=pos&country=SE").await.problem(403, "forbidden");
        add(&user, "rep-new", &bo()).await.problem(403, "forbidden");
        let desk = json!({ "escalation_address": null, "language": "en" });
        user.put(TEAM, 0, &desk).await.problem(403, "forbidden");
    }
    app.anonymous().get(TEAM).await.expect(401);
    let team = app.manager().get(TEAM).await.expect(200);
    let names: Vec<_> = team["representatives"].as_array().unwrap().iter().map(|rep| &rep["name"]).collect();
    assert_eq!(names, ["Astrid Holm", "Daniel Okafor", "Lê Minh Châu"], "those who left among them");
    assert_eq!(team["desk"], json!({ "escalation_address": null, "language": "en", "version": 0 }));
}

#[tokio::test]
async fn a_representative_is_added_changed_and_leaves() {
    let app = App::start().await;
    let manager = app.manager();
    let added = add(&manager, "rep-bo", &bo()).await;
    assert_eq!(added.etag.as_deref(), Some("\"1\""));
    let rep = added.expect(200);
    for (field, value) in bo().as_object().unwrap() {
        assert_eq!(&rep[field], value, "{field}");
    }
    assert_eq!((&rep["id"], &rep["changed"]["by"]["role"]), (&json!("rep-bo"), &json!("sales_manager")));
    assert_eq!(representative(&manager, "rep-bo").await, rep);
    assert_eq!(add(&manager, "rep-bo", &bo()).await.expect(200), rep, "an answer that was lost");

    let mut other = bo();
    other["phone"] = json!("+46 8 555 02 12");
    let refused = add(&manager, "rep-bo", &other).await.problem(409, "version_conflict");
    assert_eq!(refused["current_state"]["kind"], "representative");
    let changed = manager.put(&path("rep-bo"), 1, &other).await.expect(200);
    assert_eq!((&changed["phone"], &changed["version"]), (&other["phone"], &json!(2)));
    let refused = manager.put(&path("rep-bo"), 1, &bo()).await.problem(409, "version_conflict");
    assert_eq!(refused["current_state"]["phone"], other["phone"]);
    assert_eq!(refused["current_state"]["version"], 2);

    other["active"] = json!(false);
    let left = manager.put(&path("rep-bo"), 2, &other).await.expect(200);
    assert_eq!((&left["active"], &left["version"]), (&json!(false), &json!(3)));
    manager.put(&path("rep-nobody"), 4, &bo()).await.problem(404, "not_found");
    for id in ["system", "not%20an%20id"] {
        add(&manager, id, &bo()).await.problem(404, "not_found");
    }
    let request = manager.request(Method::PUT, &path("rep-bo")).json(&bo());
    manager.send(request).await.problem(428, "if_match_needed");
    let both = manager.request(Method::PUT, &path("rep-bo")).header("if-match", "\"3\"");
    manager.send(both.header("if-none-match", "*").json(&bo())).await.problem(400, "invalid_if_match");
}

#[tokio::test]
async fn each_field_of_a_representative_is_checked() {
    let app = App::start().await;
    let manager = app.manager();
    let refused = add(&manager, "rep-bo", &json!({})).await.problem(422, "invalid_fields");
    let fields =
        ["name", "email", "phone", "time_zone", "products", "countries", "country", "language", "active"];
    let required = fields.map(|field| (format!("/{field}"), "required".to_owned()));
    assert_eq!(errors(&refused), required);
    for (field, value, pointer, code) in [
        ("name", json!("x".repeat(121)), "/name", "too_long"),
        ("name", json!("Bo\u{202e}Ek"), "/name", "control_character"),
        ("email", json!("bo@guildhall"), "/email", "email_invalid"),
        ("phone", json!("ring me"), "/phone", "phone_invalid"),
        ("time_zone", json!("Europe/Uppsala"), "/time_zone", "time_zone_unknown"),
        ("products", json!([]), "/products", "required"),
        ("products", json!(["plus", "hats"]), "/products/1", "choice_unknown"),
        ("countries", json!(["SE", "sweden"]), "/countries/1", "country_unknown"),
        ("countries", json!("SE"), "/countries", "wrong_kind"),
        ("country", json!("XX"), "/country", "country_unknown"),
        ("language", json!("no"), "/language", "choice_unknown"),
        ("active", json!("yes"), "/active", "wrong_kind"),
        ("id", json!("rep-other"), "/id", "unknown"),
    ] {
        let mut body = bo();
        body[field] = value;
        let refused = add(&manager, "rep-bo", &body).await.problem(422, "invalid_fields");
        assert_eq!(errors(&refused), [(pointer.to_owned(), code.to_owned())], "{body}");
    }
    let mut body = bo();
    body["time_zone"] = json!("Asia/Ho_Chi_Minh");
    add(&manager, "rep-bo", &body).await.expect(200);
}

#[tokio::test]
async fn managers_see_who_would_get_a_lead() {
    let app = App::start().await;
    let manager = app.manager();
    let of = |because: &str, names: &[&str]| {
        (because.to_owned(), names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(routed(&manager, "pos", "SE").await, of("country", &["Astrid Holm"]), "Daniel has left");
    assert_eq!(routed(&manager, "pos", "NO").await, of("nobody", &[]));
    add(&manager, "rep-bo", &bo()).await.expect(200);
    assert_eq!(routed(&manager, "plus", "SE").await, of("country", &["Astrid Holm", "Bo Ek"]));
    assert_eq!(routed(&manager, "pos", "NO").await, of("nobody", &[]), "Bo sells Plus");
    let mut everywhere = bo();
    everywhere["countries"] = json!([]);
    everywhere["products"] = json!(["plus", "pos"]);
    manager.put(&path("rep-bo"), 1, &everywhere).await.expect(200);
    assert_eq!(routed(&manager, "pos", "NO").await, of("everywhere", &["Bo Ek"]));
    assert_eq!(routed(&manager, "plus", "SE").await, of("country", &["Astrid Holm"]));

    for (query, parameter, code) in [
        ("", "product", "required"),
        ("product=pos", "country", "required"),
        ("product=hats&country=SE", "product", "choice_unknown"),
        ("product=pos&country=se", "country", "country_unknown"),
        ("product=pos&country=SE&city=Ume%C3%A5", "city", "unknown"),
    ] {
        let refused = manager.get(&format!("/sales/routing?{query}")).await.problem(400, "invalid_query");
        let error = &refused["errors"][0];
        assert_eq!((&error["parameter"], &error["code"]), (&json!(parameter), &json!(code)), "{query}");
    }
}

#[tokio::test]
async fn whoever_left_keeps_their_leads_and_gets_no_new_ones() {
    let app = App::start().await;
    let manager = app.manager();
    // What functions remember of the roster is younger than this, since nothing has asked for it yet.
    let kept = {
        let earlier = App::start().await;
        let lead = earlier.lead_from(&earlier.member(), swedish()).await;
        let mut astrid = body_of(&representative(&earlier.manager(), "rep-astrid").await);
        astrid["active"] = json!(false);
        earlier.manager().put(&path("rep-astrid"), 1, &astrid).await.expect(200);
        let seen = earlier.manager().lead(&lead).await.expect(200);
        assert_eq!(earlier.rep("rep-astrid").ids("").await, [lead]);
        seen["representative"]["id"].clone()
    };
    assert_eq!(kept, "rep-astrid");

    let mut astrid = body_of(&representative(&manager, "rep-astrid").await);
    astrid["active"] = json!(false);
    manager.put(&path("rep-astrid"), 1, &astrid).await.expect(200);
    let lead = app.lead_from(&app.member(), swedish()).await;
    assert_eq!(manager.lead(&lead).await.expect(200)["representative"], Value::Null);
    let assign = json!({ "command": "assign", "representative": "rep-astrid" });
    let refused = manager.act(&lead, &assign).await.problem(409, "guard_failed");
    assert_eq!(refused["guard"], "representative_covers");
}

fn swedish() -> Value {
    let mut form = plus("requested");
    form["country"] = json!("SE");
    form
}

/// What a representative is saved with, of what is shown.
fn body_of(shown: &Value) -> Value {
    let mut body = shown.clone();
    let fields = body.as_object_mut().unwrap();
    for name in ["id", "changed", "version"] {
        fields.remove(name);
    }
    body
}

#[tokio::test]
async fn the_desk_says_where_the_team_is_reached() {
    let app = App::start().await;
    let manager = app.manager();
    let desk = json!({ "escalation_address": "desk@guildhall.example", "language": "sv" });
    let saved = manager.put(TEAM, 0, &desk).await;
    assert_eq!(saved.etag.as_deref(), Some("\"1\""));
    assert_eq!(manager.get(TEAM).await.expect(200)["desk"], saved.json());
    assert_eq!(manager.put(TEAM, 0, &desk).await.expect(200), saved.json(), "an answer that was lost");
    let none = json!({ "escalation_address": null, "language": "sv" });
    let refused = manager.put(TEAM, 0, &none).await.problem(409, "version_conflict");
    let current = &refused["current_state"];
    assert_eq!(
        (&current["kind"], &current["escalation_address"]),
        (&json!("desk"), &json!("desk@guildhall.example"))
    );
    assert_eq!(manager.put(TEAM, 1, &none).await.expect(200)["escalation_address"], Value::Null);
    let refused = manager.put(TEAM, 2, &json!({})).await.problem(422, "invalid_fields");
    let required = |pointer: &str| (pointer.to_owned(), "required".to_owned());
    assert_eq!(errors(&refused), [required("/escalation_address"), required("/language")]);
    let wrong = json!({ "escalation_address": "desk", "language": "sv" });
    let refused = manager.put(TEAM, 2, &wrong).await.problem(422, "invalid_fields");
    assert_eq!(errors(&refused), [("/escalation_address".to_owned(), "email_invalid".to_owned())]);
    // The roster that everybody of the platform reads knows nothing of the desk.
    app.lead_from(&app.member(), form(LeadKind::PlusAlone)).await;
    let roster = app.rep("rep-chau").get("/representatives").await.expect(200);
    assert_eq!(roster["items"].as_array().unwrap().len(), 3);
}
