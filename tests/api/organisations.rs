//! Organisations and the platform's own people, as administrators keep them.

use reqwest::Method;
use serde_json::{Value, json};

use crate::members::{act, invitations, post};
use crate::support::App;

const ORGANISATIONS: &str = "/organisations";
const STAFF: &str = "/staff";
const OWNER: &str = "lin@lumen.example";

fn lumen() -> Value {
    json!({ "name": "Lumen & Söner AB", "owner_email": OWNER, "language": "vi" })
}

#[tokio::test]
async fn organisations_and_staff_are_for_administrators_alone() {
    let app = App::start().await;
    for person in ["norrsken-owner", "rep-astrid", "manager-helena", "merchant-tom"] {
        let user = app.signed_in(person).await;
        user.get(ORGANISATIONS).await.problem(403, "forbidden");
        user.get("/organisations/norrsken").await.problem(403, "forbidden");
        user.get("/organisations/nobody").await.problem(403, "forbidden");
        post(&user, ORGANISATIONS, &lumen()).await.problem(403, "forbidden");
        let body = json!({ "name": "Mine", "standing": "good" });
        user.put("/organisations/norrsken", 1, &body).await.problem(403, "forbidden");
        user.get(STAFF).await.problem(403, "forbidden");
        let invitation = json!({ "email": "me@x.example", "role": "program_admin" });
        post(&user, "/staff/invitations", &invitation).await.problem(403, "forbidden");
        user.put("/staff/rep-astrid", 1, &json!({ "role": "program_admin" })).await.problem(403, "forbidden");
        if person != "rep-astrid" {
            act(&user, "/staff/rep-astrid/remove").await.problem(403, "forbidden");
        }
    }
    app.anonymous().get(ORGANISATIONS).await.expect(401);
}

#[tokio::test]
async fn an_organisation_is_added_with_its_first_owner_who_then_keeps_it() {
    let app = App::start().await;
    let admin = app.signed_in("admin-ruth").await;
    let added = post(&admin, ORGANISATIONS, &lumen()).await;
    assert_eq!(added.location.as_deref(), Some("/api/v1/organisations/lumen-soner-ab"));
    let organisation = added.expect(201);
    assert_eq!((&organisation["standing"], &organisation["version"]), (&json!("good"), &json!(1)));
    post(&admin, ORGANISATIONS, &lumen()).await.expect(201);
    let mails = invitations(&app).await;
    let [mail] = &mails[..] else { panic!("one mail, however often it is said: {mails:?}") };
    assert_eq!((mail.to.as_str(), mail.language.as_str()), (OWNER, "vi"));
    let other = json!({ "name": "lumen söner ab", "owner_email": "other@lumen.example" });
    post(&admin, ORGANISATIONS, &other).await.problem(409, "organisation_exists");
    let nameless = json!({ "name": "東京", "owner_email": OWNER });
    let refused = post(&admin, ORGANISATIONS, &nameless).await.problem(422, "invalid_fields");
    assert_eq!(refused["errors"][0]["code"], "id_invalid");

    let path = "/organisations/lumen-soner-ab";
    let details = admin.get(path).await.expect(200);
    assert_eq!(details["people"]["may_manage"], true, "nobody is there yet");
    let first = details["people"]["invitations"][0]["id"].as_str().unwrap().to_owned();
    // The address was wrong: it is taken back, and another one is invited.
    assert_eq!(act(&admin, &format!("{path}/invitations/{first}/withdraw")).await.status, 204);
    let body = json!({ "email": "lin.dao@lumen.example", "role": "partner_owner" });
    let second = post(&admin, &format!("{path}/invitations"), &body).await.expect(201);
    let again = post(&admin, &format!("{path}/invitations"), &body).await.expect(200);
    assert_eq!(again["id"], second["id"], "said again");
    let viewer = json!({ "email": OWNER, "role": "partner_viewer" });
    post(&admin, &format!("{path}/invitations"), &viewer).await.problem(403, "forbidden");
    let (wrong, _) = app.somebody("Lin", OWNER).await;
    act(&wrong, &format!("/invitations/{first}/accept")).await.problem(409, "invitation_closed");

    let (lin, tokens) = app.somebody("Đào Lin", "lin.dao@lumen.example").await;
    let id = second["id"].as_str().unwrap();
    act(&lin, &format!("/invitations/{id}/accept")).await.expect(200);
    let lin = app.renewed(&tokens).await;
    let people = lin.get("/organisation/members").await.expect(200);
    assert_eq!((&people["may_manage"], &people["members"][0]["is_you"]), (&json!(true), &json!(true)));
    assert_eq!(admin.get(path).await.expect(200)["people"]["may_manage"], false);
    post(&admin, &format!("{path}/invitations"), &body).await.problem(403, "forbidden");
    let names: Vec<_> = admin.get(ORGANISATIONS).await.expect(200)["organisations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|organisation| organisation["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["Lumen & Söner AB", "Norrsken Commerce AB", "Sài Gòn Web Studio"]);
    admin.get("/organisations/nobody").await.problem(404, "not_found");
}

#[tokio::test]
async fn a_suspended_organisation_reads_and_does_not_write_until_it_is_reinstated() {
    let app = App::start().await;
    let admin = app.signed_in("admin-ruth").await;
    let path = "/organisations/norrsken";
    let suspend = json!({ "name": "Norrsken Commerce AB", "standing": "suspended", "reason": "Unpaid fees" });
    let unsaid = json!({ "name": "Norrsken Commerce AB", "standing": "suspended" });
    admin.put(path, 1, &unsaid).await.problem(422, "invalid_fields");
    let suspended = admin.put(path, 1, &suspend).await.expect(200);
    assert_eq!(
        (&suspended["reason"], &suspended["changed"]["by"]["name"]),
        (&json!("Unpaid fees"), &json!("Ruth Adler"))
    );
    let late = json!({ "name": "Another", "standing": "good" });
    let refused = admin.put(path, 1, &late).await.problem(409, "version_conflict");
    assert_eq!(refused["current_state"]["kind"], "organisation");

    let owner = app.signed_in("norrsken-owner").await;
    let body = json!({ "email": "nils@norrsken.example", "role": "partner_viewer" });
    post(&owner, "/organisation/invitations", &body).await.problem(403, "organisation_suspended");
    owner
        .put("/organisation/members/norrsken-viewer", 1, &json!({ "role": "partner_member" }))
        .await
        .problem(403, "organisation_suspended");
    let listed = owner.get("/organisation/members").await.expect(200);
    assert_eq!(listed["may_manage"], false);

    let reinstate = json!({ "name": "Norrsken Handel AB", "standing": "good" });
    assert_eq!(admin.put(path, 2, &reinstate).await.expect(200)["reason"], Value::Null);
    let owner = app.signed_in("norrsken-owner").await;
    post(&owner, "/organisation/invitations", &body).await.expect(201);
    assert!(invitations(&app).await[0].text.contains("Norrsken Handel AB"));

    let log = admin.get("/audit").await.expect(200);
    let acts: Vec<_> = log["items"].as_array().unwrap().iter().map(|entry| &entry["act"]).collect();
    assert_eq!(acts, ["member_invited", "organisation_reinstated", "organisation_suspended"]);
    assert_eq!(log["items"][2]["note"], "Unpaid fees");
    assert!(!log.to_string().contains("nils@norrsken"), "whom it invites is not in the log");
}

#[tokio::test]
async fn an_administrator_keeps_the_platforms_own_people_of_whom_one_stays_administrator() {
    let app = App::start().await;
    let admin = app.signed_in("admin-ruth").await;
    let staff = admin.get(STAFF).await.expect(200);
    assert_eq!((staff["members"].as_array().unwrap().len(), &staff["may_manage"]), (5, &json!(true)));
    act(&admin, "/staff/admin-ruth/remove").await.problem(409, "last_owner");
    admin.put("/staff/admin-ruth", 1, &json!({ "role": "rep" })).await.problem(409, "own_role");

    let body = json!({ "email": "eva.holt@guildhall.example", "role": "rep" });
    let invitation = post(&admin, "/staff/invitations", &body).await.expect(201);
    let id = invitation["id"].as_str().unwrap();
    let (eva, tokens) = app.somebody("Eva Holt", "eva.holt@guildhall.example").await;
    let shown = eva.get(&format!("/invitations/{id}")).await.expect(200);
    assert_eq!((&shown["organisation"], &shown["role"]), (&Value::Null, &json!("rep")));
    act(&eva, &format!("/invitations/{id}/accept")).await.expect(200);
    let eva = app.renewed(&tokens).await;
    eva.get("/leads").await.expect(200);
    // Whoever is on the roster is known there by the id of their token.
    let listed = admin.get(STAFF).await.expect(200);
    let all = listed["members"].as_array().unwrap();
    let sub =
        all.iter().find(|member| member["name"] == "Eva Holt").unwrap()["id"].as_str().unwrap().to_owned();
    let path = format!("/staff/{sub}");
    admin.put(&path, 1, &json!({ "role": "partner_owner" })).await.problem(422, "invalid_fields");
    admin.put(&path, 1, &json!({ "role": "program_admin" })).await.expect(200);
    let (eva, _) = app.somebody("Eva Holt", "eva.holt@guildhall.example").await;
    eva.get(ORGANISATIONS).await.expect(200);
    assert_eq!(act(&eva, "/staff/admin-ruth/remove").await.status, 204);
    app.signed_in("admin-ruth").await.get(ORGANISATIONS).await.problem(403, "forbidden");
    let manager = json!({ "email": "x@guildhall.example", "role": "sales_manager" });
    let withdrawn = post(&eva, "/staff/invitations", &manager).await.expect(201);
    let withdraw = format!("/staff/invitations/{}/withdraw", withdrawn["id"].as_str().unwrap());
    assert_eq!(act(&eva, &withdraw).await.status, 204);
    app.running.settle().await;
    let log = eva.get("/audit").await.expect(200);
    let acts: Vec<_> =
        log["items"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    let expected = [
        "invitation_withdrawn",
        "member_invited",
        "member_removed",
        "member_role_changed",
        "member_joined",
        "member_invited",
    ];
    assert_eq!(acts, expected);
    assert_eq!(log["items"][3]["detail"], json!({ "kind": "role", "from": "rep", "to": "program_admin" }));
    let bad =
        eva.request(Method::POST, "/staff/invitations").body("[]").header("content-type", "application/json");
    eva.send(bad).await.problem(400, "malformed");
}
