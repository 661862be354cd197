//! Members of an organisation: invited by its owners, there by acceptance, gone by leaving or being removed. Everybody
//! signs in as they would, so what they may do is what the table says of them.

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::clock::Clock;
use guildhall_local::Message;
use guildhall_local::client::{Tokens, renew, sign_in, sign_in_as};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, Reply, User};

const MEMBERS: &str = "/organisation/members";
const INVITATIONS: &str = "/organisation/invitations";
const NILS: &str = "nils@norrsken.example";

impl App {
    /// One of the made-up people, signed in.
    pub(crate) async fn signed_in(&self, person: &str) -> User<'_> {
        let tokens = sign_in(self.running.base_url(), person).await.expect("they sign in");
        self.bearer(&tokens.access_token)
    }

    /// Somebody else, signed in.
    pub(crate) async fn somebody(&self, name: &str, email: &str) -> (User<'_>, Tokens) {
        let tokens = sign_in_as(self.running.base_url(), name, email).await.expect("they sign in");
        (self.bearer(&tokens.access_token), tokens)
    }

    /// The same with a token that says what is true by now.
    pub(crate) async fn renewed(&self, tokens: &Tokens) -> User<'_> {
        let tokens = renew(self.running.base_url(), tokens).await.expect("the session goes on");
        self.bearer(&tokens.access_token)
    }
}

pub(crate) async fn post(user: &User<'_>, path: &str, body: &Value) -> Reply {
    user.send(user.request(Method::POST, path).json(body)).await
}

/// Does something that takes no body.
pub(crate) async fn act(user: &User<'_>, path: &str) -> Reply {
    user.send(user.request(Method::POST, path)).await
}

async fn invite(user: &User<'_>, email: &str, role: &str) -> Reply {
    post(user, INVITATIONS, &json!({ "email": email, "role": role })).await
}

fn id_of(invitation: &Value) -> &str {
    invitation["id"].as_str().expect("an id")
}

async fn accept(user: &User<'_>, invitation: &Value) -> Reply {
    act(user, &format!("/invitations/{}/accept", id_of(invitation))).await
}

/// The mails that bring invitations, the oldest first.
pub(crate) async fn invitations(app: &App) -> Vec<Message> {
    app.running.settle().await;
    let mut messages = app.running.mailbox();
    messages.retain(|message| message.audience == "invited");
    messages.reverse();
    messages
}

fn people(members: &Value) -> Vec<(&str, &str)> {
    let all = members["members"].as_array().expect("members").iter();
    all.map(|member| (member["name"].as_str().unwrap(), member["role"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn scenario_the_owner_invites_and_somebody_comes_and_sees_the_organisations_leads() {
    let app = App::start().await;
    let lead = app.lead(LeadKind::PlusWithSupport).await;
    let owner = app.signed_in("norrsken-owner").await;
    let body = json!({ "email": NILS, "role": "partner_viewer", "language": "sv" });
    let invited = post(&owner, INVITATIONS, &body).await;
    let location = invited.location.clone();
    let invitation = invited.expect(201);
    assert_eq!(location.as_deref(), Some(&*format!("/api/v1/invitations/{}", id_of(&invitation))));
    assert_eq!(
        (&invitation["state"], &invitation["invited_by"]["name"]),
        (&json!("open"), &json!("Elin Sandström"))
    );

    let mails = invitations(&app).await;
    let [mail] = &mails[..] else { panic!("one mail: {mails:?}") };
    assert_eq!((mail.to.as_str(), mail.language.as_str()), (NILS, "sv"));
    let link = format!("{}/invitations/{}", app.running.base_url(), id_of(&invitation));
    assert!(mail.text.contains(&link) && mail.html.contains(&link), "{}", mail.text);
    assert!(mail.text.contains("Norrsken Commerce AB"), "{}", mail.text);
    let listed = owner.get(MEMBERS).await.expect(200);
    assert_eq!(listed["invitations"][0]["delivery"], "sent");
    assert_eq!((&listed["taken"], &listed["places"]), (&json!(4), &json!(100)));

    let (nils, tokens) = app.somebody("Nils Åberg", "Nils@norrsken.example").await;
    nils.get("/leads").await.problem(403, "forbidden");
    let shown = nils.get(&format!("/invitations/{}", id_of(&invitation))).await.expect(200);
    assert_eq!(
        (&shown["organisation"], &shown["role"], &shown["state"], &shown["invited_by"]),
        (&json!("Norrsken Commerce AB"), &json!("partner_viewer"), &json!("open"), &json!("Elin Sandström"))
    );
    assert_eq!(accept(&nils, &invitation).await.expect(200)["state"], "accepted");
    assert_eq!(accept(&nils, &invitation).await.expect(200)["state"], "accepted", "said again");
    // The token that is out says what it said; the next one says more.
    nils.get("/leads").await.problem(403, "forbidden");
    let nils = app.renewed(&tokens).await;
    assert_eq!(nils.ids("").await, [lead.as_str()]);
    nils.lead(&lead).await.expect(200);
    let listed = nils.get(MEMBERS).await.expect(200);
    assert_eq!(
        people(&listed),
        [
            ("Elin Sandström", "partner_owner"),
            ("Oskar Lindqvist", "partner_member"),
            ("Maja Bergman", "partner_viewer"),
            ("Nils Åberg", "partner_viewer")
        ]
    );
    assert_eq!((&listed["may_manage"], &listed["invitations"]), (&json!(false), &json!([])));
    assert_eq!(listed["members"][3]["is_you"], true);

    assert_eq!(act(&nils, "/organisation/leave").await.status, 204);
    let (nils, _) = app.somebody("Nils Åberg", NILS).await;
    nils.get("/leads").await.problem(403, "forbidden");
    nils.get(MEMBERS).await.problem(403, "forbidden");
    assert_eq!(app.running.dead_letters(), []);
}

#[tokio::test]
async fn only_the_owner_manages_and_only_at_home() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    let invitation = invite(&owner, NILS, "partner_member").await.expect(201);
    let withdraw = format!("{INVITATIONS}/{}/withdraw", id_of(&invitation));
    let viewer = format!("{MEMBERS}/norrsken-viewer");
    let role = json!({ "role": "partner_member" });
    for person in
        ["norrsken-member", "norrsken-viewer", "rep-astrid", "manager-helena", "admin-ruth", "merchant-tom"]
    {
        let user = app.signed_in(person).await;
        invite(&user, "eva@norrsken.example", "partner_viewer").await.problem(403, "forbidden");
        act(&user, &withdraw).await.problem(403, "forbidden");
        user.put(&viewer, 1, &role).await.problem(403, "forbidden");
        if person != "norrsken-viewer" {
            act(&user, &format!("{viewer}/remove")).await.problem(403, "forbidden");
        }
        let listed = user.get(MEMBERS).await;
        if person.starts_with("norrsken") {
            assert_eq!(listed.expect(200)["invitations"], json!([]), "{person}");
        } else {
            listed.problem(403, "forbidden");
        }
    }
    // To another organisation's owner nothing of this exists, and neither does the invitation to whoever was not meant.
    let other = app.signed_in("saigonweb-owner").await;
    act(&other, &withdraw).await.problem(404, "not_found");
    other.put(&viewer, 1, &role).await.problem(404, "not_found");
    act(&other, &format!("{viewer}/remove")).await.problem(404, "not_found");
    let path = format!("/invitations/{}", id_of(&invitation));
    let nobody = format!("/invitations/{}", "0".repeat(32));
    let missing = other.get(&nobody).await.without_request_id();
    for user in [&other, &owner] {
        assert_eq!(user.get(&path).await.without_request_id(), missing, "one answer for both");
        assert_eq!(accept(user, &invitation).await.without_request_id(), missing);
    }
    app.anonymous().get(MEMBERS).await.expect(401);
    app.anonymous().get(&path).await.expect(401);
}

#[tokio::test]
async fn an_unverified_or_missing_address_accepts_nothing() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    let invitation = invite(&owner, NILS, "partner_owner").await.expect(201);
    // The token of somebody whose address the sign-in does not vouch for holds none.
    let somebody = app.with_claims("merchant", &json!({ "sub": "u-thief", "email": null }));
    accept(&somebody, &invitation).await.problem(404, "not_found");
    somebody.get(&format!("/invitations/{}", id_of(&invitation))).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_role_changes_with_the_next_token_and_never_ones_own() {
    let app = App::start().await;
    let base = app.running.base_url();
    let (owner, member) =
        (app.signed_in("norrsken-owner").await, sign_in(base, "norrsken-member").await.unwrap());
    let path = format!("{MEMBERS}/norrsken-member");
    let changed = owner.put(&path, 1, &json!({ "role": "partner_owner" })).await;
    assert_eq!(changed.etag.as_deref(), Some("\"2\""));
    assert_eq!(changed.expect(200)["role"], "partner_owner");
    invite(&app.bearer(&member.access_token), NILS, "partner_viewer").await.problem(403, "forbidden");
    let oskar = app.renewed(&member).await;
    invite(&oskar, NILS, "partner_viewer").await.expect(201);

    let refused = owner.put(&path, 1, &json!({ "role": "partner_viewer" })).await;
    let refused = refused.problem(409, "version_conflict");
    assert_eq!(
        (&refused["current_state"]["kind"], &refused["current_state"]["version"]),
        (&json!("member"), &json!(2))
    );
    let own = format!("{MEMBERS}/norrsken-owner");
    owner.put(&own, 1, &json!({ "role": "partner_viewer" })).await.problem(409, "own_role");
    let request = owner.request(Method::PUT, &path).json(&json!({ "role": "partner_viewer" }));
    owner.send(request).await.problem(428, "if_match_needed");
    for role in ["rep", "merchant", "system", ""] {
        owner.put(&path, 2, &json!({ "role": role })).await.problem(422, "invalid_fields");
    }
    owner
        .put(&format!("{MEMBERS}/nobody"), 1, &json!({ "role": "partner_viewer" }))
        .await
        .problem(404, "not_found");
    // Now that there is another one, the first may go.
    assert_eq!(act(&owner, "/organisation/leave").await.status, 204);
    act(&oskar, "/organisation/leave").await.problem(409, "last_owner");
    act(&oskar, &format!("{path}/remove")).await.problem(409, "last_owner");
    assert_eq!(act(&oskar, &format!("{MEMBERS}/norrsken-viewer/remove")).await.status, 204);
    act(&oskar, &format!("{MEMBERS}/norrsken-viewer/remove")).await.problem(404, "not_found");
}

#[tokio::test]
async fn of_two_owners_who_remove_each_other_at_once_one_stays() {
    let app = App::start().await;
    let (owner, base) = (app.signed_in("norrsken-owner").await, app.running.base_url());
    let path = format!("{MEMBERS}/norrsken-member");
    owner.put(&path, 1, &json!({ "role": "partner_owner" })).await.expect(200);
    let oskar = app.bearer(&sign_in(base, "norrsken-member").await.unwrap().access_token);
    let elin = format!("{MEMBERS}/norrsken-owner/remove");
    let replies = join_all([act(&owner, &format!("{path}/remove")), act(&oskar, &elin)]).await;
    let done = replies.iter().filter(|reply| reply.status == 204).count();
    assert_eq!(done, 1, "{replies:?}");
    let left = app.signed_in("norrsken-viewer").await.get(MEMBERS).await.expect(200);
    assert_eq!(people(&left).iter().filter(|(_, role)| *role == "partner_owner").count(), 1);
}

#[tokio::test]
async fn an_invitation_is_renewed_and_mailed_once_each_time() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    let first = invite(&owner, NILS, "partner_member").await.expect(201);
    // Pressed twice, or sent again after a lost answer.
    assert_eq!(
        id_of(&invite(&owner, "NILS@norrsken.example", "partner_member").await.expect(200)),
        id_of(&first)
    );
    assert_eq!(invitations(&app).await.len(), 1);
    let clock = app.running.clock();
    clock.set(clock.now() + TimeDelta::days(15)).unwrap();
    let (nils, _) = app.somebody("Nils", NILS).await;
    accept(&nils, &first).await.problem(409, "invitation_closed");
    let shown = nils.get(&format!("/invitations/{}", id_of(&first))).await.expect(200);
    assert_eq!(shown["state"], "expired");
    let listed = owner.get(MEMBERS).await.expect(200);
    assert_eq!((&listed["invitations"][0]["state"], &listed["taken"]), (&json!("expired"), &json!(3)));

    let again = invite(&owner, NILS, "partner_viewer").await.expect(200);
    assert_eq!((id_of(&again), &again["state"]), (id_of(&first), &json!("open")));
    assert!(again["expires_at"].as_str() > first["expires_at"].as_str());
    let mails = invitations(&app).await;
    let [one, other] = &mails[..] else { panic!("one more mail: {mails:?}") };
    assert_ne!(one.mail, other.mail);
    assert_eq!(accept(&nils, &first).await.expect(200)["role"], "partner_viewer");
    invite(&owner, NILS, "partner_viewer").await.problem(409, "member_already");
}

#[tokio::test]
async fn a_withdrawn_invitation_is_closed_and_a_member_of_another_organisation_stays_there() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    let invitation = invite(&owner, NILS, "partner_member").await.expect(201);
    let withdraw = format!("{INVITATIONS}/{}/withdraw", id_of(&invitation));
    for _ in 0..2 {
        assert_eq!(act(&owner, &withdraw).await.status, 204, "also said again");
    }
    let (nils, _) = app.somebody("Nils", NILS).await;
    accept(&nils, &invitation).await.problem(409, "invitation_closed");
    assert_eq!(owner.get(MEMBERS).await.expect(200)["invitations"], json!([]));

    let bao = invite(&owner, "bao@saigonweb.example", "partner_owner").await.expect(201);
    let member = app.signed_in("saigonweb-member").await;
    accept(&member, &bao).await.problem(409, "member_already");
    member.get("/leads").await.expect(200);
    assert_eq!(act(&member, "/organisation/leave").await.status, 204);
    accept(&member, &bao).await.expect(200);
    let moved = app.signed_in("saigonweb-member").await.get(MEMBERS).await.expect(200);
    assert!(people(&moved).contains(&("Trần Quốc Bảo", "partner_owner")), "{moved}");
}

#[tokio::test]
async fn each_field_of_an_invitation_is_checked_and_so_is_how_many_there_are() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    for (body, pointer) in [
        (json!({ "role": "partner_viewer" }), "/email"),
        (json!({ "email": "Nils <nils@x.example>", "role": "partner_viewer" }), "/email"),
        (json!({ "email": NILS, "role": "program_admin" }), "/role"),
        (json!({ "email": NILS, "role": "partner_viewer", "language": "no" }), "/language"),
        (json!({ "email": NILS, "role": "partner_viewer", "org": "saigonweb" }), "/org"),
    ] {
        let refused = post(&owner, INVITATIONS, &body).await.problem(422, "invalid_fields");
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{body}");
    }
    for place in 0..30 {
        invite(&owner, &format!("p{place}@norrsken.example"), "partner_viewer").await.expect(201);
    }
    let limited = invite(&owner, NILS, "partner_viewer").await;
    assert!(limited.retry_after.is_some_and(|seconds| seconds > 0));
    limited.problem(429, "too_many_requests");
}

#[tokio::test]
async fn a_mail_that_bounced_shows_on_the_invitation_and_is_sent_again() {
    let app = App::start().await;
    let owner = app.signed_in("norrsken-owner").await;
    invite(&owner, NILS, "partner_member").await.expect(201);
    let mails = invitations(&app).await;
    let url = format!("{}/dev/mailbox/{}/bounce", app.running.base_url(), mails[0].id);
    assert!(app.client.post(url).send().await.unwrap().status().is_redirection());
    let delivery = async || owner.get(MEMBERS).await.expect(200)["invitations"][0]["delivery"].clone();
    assert_eq!(delivery().await, "bounced");
    let manager = app.signed_in("manager-helena").await;
    let open = manager.get("/mails").await.expect(200);
    let mail = &open["items"][0];
    assert_eq!((&mail["topic"], &mail["audience"]), (&json!("invitation"), &json!("invited")));
    let again = format!("/mails/{}/send", mail["id"].as_str().unwrap());
    act(&owner, &again).await.problem(404, "not_found");
    assert_eq!(act(&manager, &again).await.status, 204);
    assert_eq!(invitations(&app).await.len(), 2);
    assert_eq!(delivery().await, "sent");
    assert_eq!(app.running.dead_letters(), []);
}
