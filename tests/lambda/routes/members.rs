//! Organisations, their members and the platform's own people.

use guildhall_local::client::{renew, sign_in, sign_in_as};
use serde_json::{Value, json};

use crate::api::User;
use crate::support::Cases;

const MEMBERS: &str = "GET /api/v1/organisation/members";
const INVITE: &str = "POST /api/v1/organisation/invitations";
const WITHDRAW: &str = "POST /api/v1/organisation/invitations/{invitation_id}/withdraw";
const CHANGE: &str = "PUT /api/v1/organisation/members/{person_id}";
const REMOVE: &str = "POST /api/v1/organisation/members/{person_id}/remove";
const LEAVE: &str = "POST /api/v1/organisation/leave";
const INVITATION: &str = "GET /api/v1/invitations/{invitation_id}";
const ACCEPT: &str = "POST /api/v1/invitations/{invitation_id}/accept";
const STAFF: &str = "GET /api/v1/staff";
const INVITE_STAFF: &str = "POST /api/v1/staff/invitations";
const WITHDRAW_STAFF: &str = "POST /api/v1/staff/invitations/{invitation_id}/withdraw";
const CHANGE_STAFF: &str = "PUT /api/v1/staff/{person_id}";
const REMOVE_STAFF: &str = "POST /api/v1/staff/{person_id}/remove";
const ORGANISATIONS: &str = "GET /api/v1/organisations";
const FOUND: &str = "POST /api/v1/organisations";
const ORGANISATION: &str = "GET /api/v1/organisations/{organisation_id}";
const SAVE: &str = "PUT /api/v1/organisations/{organisation_id}";
const INVITE_OWNER: &str = "POST /api/v1/organisations/{organisation_id}/invitations";
const WITHDRAW_OWNER: &str =
    "POST /api/v1/organisations/{organisation_id}/invitations/{invitation_id}/withdraw";

pub(super) const ROUTES: &[&str] = &[
    MEMBERS,
    INVITE,
    WITHDRAW,
    CHANGE,
    REMOVE,
    LEAVE,
    INVITATION,
    ACCEPT,
    STAFF,
    INVITE_STAFF,
    WITHDRAW_STAFF,
    CHANGE_STAFF,
    REMOVE_STAFF,
    ORGANISATIONS,
    FOUND,
    ORGANISATION,
    SAVE,
    INVITE_OWNER,
    WITHDRAW_OWNER,
];

/// An invitation that is not there.
const NOBODY: &str = "00000000000000000000000000000000";
const NILS: &str = "nils@norrsken.example";

pub(super) async fn run(cases: &Cases) {
    members(cases).await;
    staff(cases).await;
    organisations(cases).await;
}

/// One of the made-up people, signed in, so that the table knows them.
async fn signed_in<'a>(cases: &'a Cases, person: &str) -> User<'a> {
    let tokens = sign_in(cases.app.running.base_url(), person).await.expect("they sign in");
    cases.app.bearer(&tokens.access_token)
}

fn id(entry: &Value) -> String {
    entry["id"].as_str().unwrap_or_else(|| panic!("no id: {entry}")).to_owned()
}

async fn members(cases: &Cases) {
    let app = &cases.app;
    let outsiders = || [app.user("merchant"), app.manager()];
    let owner = async || signed_in(cases, "norrsken-owner").await;
    let member = signed_in(cases, "norrsken-member").await;
    let listed = cases.route(MEMBERS, &[], owner().await).not_for(&outsiders(), 403, "forbidden").await;
    let listed = listed.answers(200).await.json();
    let viewer =
        listed["members"].as_array().unwrap().iter().find(|one| one["role"] == "partner_viewer").unwrap();

    let body = json!({ "email": NILS, "role": "partner_viewer", "language": "sv" });
    let invited =
        cases.route(INVITE, &[], owner().await).body(body).not_for(&outsiders(), 403, "forbidden").await;
    let invited = invited.not_for(&[member], 403, "forbidden").await;
    let invited = invited.wrong("email", json!("nobody"), "email_invalid").await;
    let invited = invited.wrong("role", json!("program_admin"), "choice_unknown").await.answers(201).await;
    let invitation = id(&invited.json());
    assert_eq!(invited.location.as_deref(), Some(format!("/api/v1/invitations/{invitation}").as_str()));

    let base = app.running.base_url();
    let tokens = sign_in_as(base, "Nils Åberg", NILS).await.expect("he signs in");
    let nils = || app.bearer(&tokens.access_token);
    let shown =
        cases.route(INVITATION, &[&invitation], nils()).not_there(&format!("/invitations/{NOBODY}")).await;
    let shown = shown.not_for(&[app.merchant("eve")], 404, "not_found").await.answers(200).await.json();
    assert_eq!(shown["state"], "open");
    let accepted = cases.route(ACCEPT, &[&invitation], nils());
    let accepted = accepted.not_there(&format!("/invitations/{NOBODY}/accept")).await;
    let accepted = accepted.not_for(&[app.merchant("eve")], 404, "not_found").await.answers(200).await.json();
    assert_eq!(accepted["state"], "accepted");
    // The next token says so: the claims are the trigger's, and it reads what the binary wrote.
    let tokens = renew(base, &tokens).await.expect("the session goes on");
    let left = cases.route(LEAVE, &[], app.bearer(&tokens.access_token));
    left.not_for(&outsiders(), 403, "forbidden").await.answers(204).await;

    let body = json!({ "email": "ida@norrsken.example", "role": "partner_member" });
    let other = id(&owner().await.post("/organisation/invitations", &body).await.expect(201));
    let missing = format!("/organisation/invitations/{NOBODY}/withdraw");
    let withdrawn = cases.route(WITHDRAW, &[&other], owner().await).not_there(&missing).await;
    let elsewhere = signed_in(cases, "saigonweb-owner").await;
    let withdrawn = withdrawn.not_for(&[elsewhere], 404, "not_found").await;
    withdrawn.not_for(&outsiders(), 403, "forbidden").await.answers(204).await;

    let (person, version) = (id(viewer), viewer["version"].as_u64().unwrap());
    let changed = cases
        .route(CHANGE, &[&person], owner().await)
        .seen(version)
        .body(json!({ "role": "partner_member" }));
    let changed = changed.not_for(&outsiders(), 403, "forbidden").await;
    let elsewhere = signed_in(cases, "saigonweb-owner").await;
    let changed = changed.not_for(&[elsewhere], 404, "not_found").await;
    let changed = changed.wrong("role", json!("rep"), "choice_unknown").await.answers(200).await.json();
    assert_eq!(changed["role"], "partner_member");
    let removed = cases.route(REMOVE, &[&person], owner().await);
    let elsewhere = signed_in(cases, "saigonweb-owner").await;
    let removed = removed.not_for(&[elsewhere], 404, "not_found").await;
    removed.not_for(&outsiders(), 403, "forbidden").await.answers(204).await;
}

async fn staff(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.manager(), app.user("merchant")];
    let admin = async || signed_in(cases, "admin-ruth").await;
    let listed = cases.route(STAFF, &[], admin().await).not_for(&others(), 403, "forbidden").await;
    let listed = listed.answers(200).await.json();
    let rep = listed["members"].as_array().unwrap().iter().find(|one| one["role"] == "rep").unwrap();

    let body = json!({ "email": "sara@guildhall.example", "role": "sales_manager" });
    let invited =
        cases.route(INVITE_STAFF, &[], admin().await).body(body).not_for(&others(), 403, "forbidden").await;
    let invited = invited.wrong("role", json!("partner_owner"), "choice_unknown").await.answers(201).await;
    let invitation = id(&invited.json());
    let missing = format!("/staff/invitations/{NOBODY}/withdraw");
    let withdrawn = cases.route(WITHDRAW_STAFF, &[&invitation], admin().await).not_there(&missing).await;
    withdrawn.not_for(&others(), 403, "forbidden").await.answers(204).await;

    let (person, version) = (id(rep), rep["version"].as_u64().unwrap());
    let changed = cases
        .route(CHANGE_STAFF, &[&person], admin().await)
        .seen(version)
        .body(json!({ "role": "sales_manager" }));
    let changed = changed.not_for(&others(), 403, "forbidden").await;
    let changed = changed.wrong("role", json!("merchant"), "choice_unknown").await.answers(200).await.json();
    assert_eq!(changed["role"], "sales_manager");
    let removed =
        cases.route(REMOVE_STAFF, &[&person], admin().await).not_there("/staff/nobody/remove").await;
    removed.not_for(&others(), 403, "forbidden").await.answers(204).await;
}

async fn organisations(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.owner(), app.manager(), app.user("merchant")];
    let admin = async || signed_in(cases, "admin-ruth").await;
    let body = json!({ "name": "Lumen & Söner AB", "owner_email": "lin@lumen.example", "language": "vi" });
    let founded =
        cases.route(FOUND, &[], admin().await).body(body).not_for(&others(), 403, "forbidden").await;
    let founded = founded.wrong("owner_email", json!("nobody"), "email_invalid").await.answers(201).await;
    assert_eq!(founded.location.as_deref(), Some("/api/v1/organisations/lumen-soner-ab"));
    let taken = json!({ "name": "lumen söner ab", "owner_email": "other@lumen.example" });
    admin().await.post("/organisations", &taken).await.problem(409, "organisation_exists");

    let all = cases.route(ORGANISATIONS, &[], admin().await).not_for(&others(), 403, "forbidden").await;
    assert_eq!(all.answers(200).await.json()["organisations"].as_array().unwrap().len(), 3);
    let one = cases
        .route(ORGANISATION, &["lumen-soner-ab"], admin().await)
        .not_there("/organisations/nobody")
        .await;
    let one = one.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    let first = id(&one["people"]["invitations"][0]);

    let missing = format!("/organisations/lumen-soner-ab/invitations/{NOBODY}/withdraw");
    let withdrawn = cases.route(WITHDRAW_OWNER, &["lumen-soner-ab", &first], admin().await);
    let withdrawn = withdrawn.not_there(&missing).await;
    withdrawn.not_for(&others(), 403, "forbidden").await.answers(204).await;
    let body = json!({ "email": "lin.dao@lumen.example", "role": "partner_owner" });
    let invited = cases.route(INVITE_OWNER, &["lumen-soner-ab"], admin().await).body(body);
    let invited = invited.not_there("/organisations/nobody/invitations").await;
    let invited = invited.not_for(&others(), 403, "forbidden").await;
    invited.wrong("email", json!("nobody"), "email_invalid").await.answers(201).await;

    let body = json!({ "name": "Lumen AB", "standing": "suspended", "reason": "Unpaid invoices" });
    let saved = cases.route(SAVE, &["lumen-soner-ab"], admin().await).seen(1).body(body);
    let saved = saved.not_for(&others(), 403, "forbidden").await;
    let saved = saved.wrong("standing", json!("fine"), "choice_unknown").await.answers(200).await.json();
    assert_eq!((&saved["name"], &saved["standing"]), (&json!("Lumen AB"), &json!("suspended")));
}
