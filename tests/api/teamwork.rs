//! How the sales team shares its work: giving many leads away, similar leads, plans of one's own.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, Reply, SAIGONWEB, User, plus};

/// As many as go into one request.
const MANY: usize = 200;

async fn assign(user: &User<'_>, representative: &str, leads: &[(String, u64)]) -> Reply {
    let leads: Vec<_> = leads.iter().map(|(id, version)| json!({ "id": id, "version": version })).collect();
    let body = json!({ "representative": representative, "note": "Holidays", "leads": leads });
    user.post("/leads/assign", &body).await
}

async fn plan(user: &User<'_>, id: &str, body: &Value) -> Reply {
    user.send(user.request(Method::PUT, &format!("/leads/{id}/plan")).json(body)).await
}

fn ids(rows: &Value) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn two_hundred_leads_are_given_away_at_once_but_for_three_that_somebody_was_faster_with() {
    let app = App::start().await;
    app.joins("rep-bo", "Bo Ek", true).await;
    let mut seen = Vec::new();
    for _ in 0..MANY {
        seen.push((app.lead(LeadKind::PlusWithSupport).await, 2));
    }
    let stale = [&seen[0], &seen[77], &seen[199]].map(|(id, _)| id.clone());
    for id in &stale {
        app.rep("rep-astrid").act(id, &json!({ "command": "start_work" })).await.expect(200);
    }
    let answer = assign(&app.manager(), "rep-bo", &seen).await.expect(200);
    assert_eq!(answer["assigned"].as_array().unwrap().len(), MANY - stale.len());
    assert_eq!(ids(&answer["refused"]), stale);
    for refused in answer["refused"].as_array().unwrap() {
        assert_eq!(refused["code"], "version_conflict");
        assert_eq!(refused["current"]["representative"]["id"], "rep-astrid");
        assert_eq!(refused["current"]["version"], 3);
        assert_eq!(refused["changed"]["kind"], "work_started");
    }
    let row = &answer["assigned"][0];
    assert_eq!((&row["representative"]["name"], &row["version"]), (&json!("Bo Ek"), &json!(3)));
    // What the answer says is what everybody sees.
    let page = app.rep("rep-bo").get("/leads").await.expect(200);
    assert_eq!(page["total"], MANY - stale.len());
    assert_eq!(app.rep("rep-astrid").get("/leads").await.expect(200)["total"], stale.len());
    app.rep("rep-astrid").lead(&seen[1].0).await.problem(404, "not_found");
}

#[tokio::test]
async fn what_cannot_be_given_away_says_why_and_keeps_nothing_else() {
    let app = App::start().await;
    app.joins("rep-bo", "Bo Ek", true).await;
    let (fine, decided) = (app.lead(LeadKind::PlusAlone).await, app.lead(LeadKind::PlusAlone).await);
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    let version = app.manager().act(&decided, &award).await.version();
    let missing = format!("{NORRSKEN}.{}", "0".repeat(32));
    let leads = [(missing.clone(), 1), (decided.clone(), version), (fine.clone(), 2)];
    let answer = assign(&app.manager(), "rep-bo", &leads).await.expect(200);
    assert_eq!(ids(&answer["assigned"]), [fine.as_str()]);
    assert_eq!(ids(&answer["refused"]), [missing.as_str(), &decided]);
    let codes: Vec<_> = answer["refused"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["not_found", "invalid_transition"]);
    assert_eq!(answer["refused"][0]["current"], Value::Null);
    assert_eq!(answer["refused"][1]["current"]["status"], "awarded");

    let again = assign(&app.manager(), "rep-bo", &[(fine.clone(), 3)]).await.expect(200);
    assert_eq!(again["refused"][0]["guard"], "representative_is_new");
    let gone = assign(&app.manager(), "rep-daniel", &[(fine.clone(), 3)]).await.expect(200);
    assert_eq!(gone["refused"][0]["guard"], "representative_covers");
    let nobody = assign(&app.manager(), "rep-nobody", &[(fine.clone(), 3)]).await;
    assert_eq!(nobody.problem(422, "invalid_fields")["errors"][0]["code"], "representative_unknown");
    for role in ["partner_viewer", "partner_member", "partner_owner", "merchant", "rep", "program_admin"] {
        assign(&app.user(role), "rep-bo", &[(fine.clone(), 3)]).await.problem(403, "forbidden");
    }
}

#[tokio::test]
async fn similar_leads_are_those_that_the_reader_may_see() {
    let app = App::start().await;
    let mine = app.lead(LeadKind::PlusAlone).await;
    let same_site = |country: &str| {
        let mut form = plus("none");
        form["country"] = json!(country);
        form["contact_email"] = json!("other@elsewhere.example");
        form["website"] = json!("https://shop.acme.com/start");
        form
    };
    let near = app.lead_from(&app.partner(SAIGONWEB, "partner_member"), same_site("SE")).await;
    let far = app.lead_from(&app.partner(SAIGONWEB, "partner_member"), same_site("VN")).await;
    let mut other = plus("none");
    other["website"] = json!("https://notacme.com");
    other["contact_email"] = json!("ANNA@elsewhere.example");
    app.lead_from(&app.member(), other.clone()).await;
    other["contact_email"] = json!("Anna@Acme.example");
    let same_person = app.lead_from(&app.member(), other).await;
    app.lead(LeadKind::PosAlone).await;

    let path = format!("/leads/{mine}/similar");
    let found = app.manager().get(&path).await.expect(200);
    assert_eq!(ids(&found["items"]), [near.as_str(), &far, &same_person]);
    assert_eq!(found["total"], 3);
    let found = app.rep("rep-astrid").get(&path).await.expect(200);
    assert_eq!((ids(&found["items"]), &found["total"]), (vec![near.as_str(), &same_person], &json!(2)));
    app.rep("rep-chau").get(&path).await.problem(404, "not_found");
    app.member().get(&path).await.problem(403, "forbidden");
    app.partner(SAIGONWEB, "partner_owner").get(&path).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_plan_is_its_sides_own_and_stands_nowhere_else() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let before = app.manager().lead(&id).await.version();
    let sales = json!({ "date": "2020-02-03", "note": "Call the board" });
    let lead = plan(&app.rep("rep-astrid"), &id, &sales).await.expect(200);
    assert_eq!(lead["next_action"], json!({ "date": "2020-02-03", "note": "Call the board", "by": "rep " }));
    assert_eq!(lead["version"], before, "a plan is no event");
    let partner = json!({ "date": "2031-05-06", "note": "Lunch with Anna" });
    plan(&app.member(), &id, &partner).await.expect(200);

    for (user, own, other) in [
        (app.member(), ["2031-05-06", "Lunch"], ["2020-02-03", "Call the board"]),
        (app.manager(), ["2020-02-03", "Call the board"], ["2031-05-06", "Lunch"]),
    ] {
        let details = user.lead(&id).await;
        assert!(own.iter().all(|part| details.text.contains(part)), "{}", details.text);
        let (list, csv) = (user.get("/leads").await, user.get("/leads.csv").await);
        for reply in [&list, &csv] {
            assert!(reply.text.contains(own[0]), "{}", reply.text);
        }
        for reply in [&details, &list, &csv] {
            assert!(!other.iter().any(|part| reply.text.contains(part)), "{}", reply.text);
        }
    }
    assert_eq!(app.manager().ids("queue=follow_up").await, [id.as_str()]);
    assert!(app.member().ids("queue=follow_up").await.is_empty());

    // The later one stands, and it can be taken away.
    plan(&app.manager(), &id, &json!({ "date": "2031-01-01" })).await.expect(200);
    assert!(app.rep("rep-astrid").ids("queue=follow_up").await.is_empty());
    let lead = plan(&app.manager(), &id, &json!({ "date": null })).await.expect(200);
    assert_eq!(lead["next_action"], Value::Null);
    assert_eq!(app.member().lead(&id).await.expect(200)["next_action"]["date"], "2031-05-06");
    plan(&app.manager(), &id, &json!({ "note": "When?" })).await.problem(422, "invalid_fields");

    plan(&app.user("partner_viewer"), &id, &partner).await.problem(403, "forbidden");
    let suspended = app.with_claims("partner_member", &json!({ "guildhall_org_standing": "suspended" }));
    plan(&suspended, &id, &partner).await.problem(403, "organisation_suspended");
    for stranger in [app.partner(SAIGONWEB, "partner_owner"), app.rep("rep-chau"), app.user("merchant")] {
        plan(&stranger, &id, &partner).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_representative_learns_of_no_lead_that_is_somebody_elses() {
    let app = App::start().await;
    let mut form = plus("none");
    form["country"] = json!("VN");
    let own = app.lead_from(&app.partner(SAIGONWEB, "partner_member"), form).await;
    let others = app.lead(LeadKind::PlusAlone).await;
    plan(&app.manager(), &others, &json!({ "date": "2020-01-01" })).await.expect(200);
    let question = json!({ "command": "request_information", "fields": ["phone"], "message": "?" });
    app.manager().act(&others, &question).await.expect(200);

    let rep = app.rep("rep-chau");
    rep.lead(&others).await.problem(404, "not_found");
    plan(&rep, &others, &json!({ "date": null })).await.problem(404, "not_found");
    rep.get(&format!("/leads/{others}/similar")).await.problem(404, "not_found");
    rep.act(&others, &question).await.problem(404, "not_found");
    assign(&rep, "rep-chau", &[(others.clone(), 3)]).await.problem(403, "forbidden");
    // The very same merchant, but somebody else's lead.
    let similar = rep.get(&format!("/leads/{own}/similar")).await.expect(200);
    assert_eq!(similar, json!({ "items": [], "total": 0 }));
    for queue in ["mine", "unassigned", "overdue", "waiting_for_partner", "follow_up"] {
        let page = rep.get(&format!("/leads?queue={queue}")).await.expect(200);
        assert!(!page.to_string().contains(&others), "{queue}");
        let counts = &page["counts"];
        assert_eq!((&counts["waiting_for_partner"], &counts["follow_up"]), (&json!(0), &json!(0)));
    }
    assert_eq!(rep.ids("q=acme").await, [own.as_str()]);
    assert!(!rep.get("/leads.csv").await.text.contains(&others));
}
