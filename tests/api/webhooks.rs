//! Webhooks: a partner's own system is told of what was committed, in the very words of the table's stream. The receivers
//! are real ones on this machine, let through explicitly.

use chrono::TimeDelta;
use guildhall_domain::clock::Clock;
use guildhall_local::Options;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::{App, LeadKind, Received, Receiver, SAIGONWEB, User};

const WEBHOOKS: &str = "/organisation/webhooks";
const EVERYTHING: [&str; 8] = [
    "lead.submitted",
    "lead.changed",
    "lead.decided",
    "lead.payout_issued",
    "inquiry.received",
    "referral.created",
    "ledger.entry_added",
    "payout.paid",
];

/// A system, a receiver that it may tell, and an endpoint there.
struct World {
    app: App,
    receiver: Receiver,
    hook: String,
    secret: String,
}

impl World {
    async fn start() -> Self {
        let receiver = Receiver::start().await;
        let allow_webhooks = receiver.address.to_string().parse().unwrap();
        let app = App::start_with(Options { allow_webhooks, ..Options::in_memory() }).await;
        let made = add(&app.owner(), &receiver.url(), &EVERYTHING).await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        Self { hook: text(&made["webhook"]["id"]), secret: text(&made["secret"]), app, receiver }
    }

    async fn log(&self) -> Vec<Value> {
        let page = self.app.owner().get(&format!("{WEBHOOKS}/{}/deliveries", self.hook)).await.expect(200);
        page["deliveries"].as_array().unwrap().clone()
    }

    /// Time goes by, and whatever is due then is done.
    async fn later(&self, by: TimeDelta) {
        let clock = self.app.running.clock();
        clock.set(clock.now() + by).unwrap();
        self.app.running.settle().await;
    }

    async fn replay(&self, delivery: &Value) -> Value {
        let path = format!("{WEBHOOKS}/{}/deliveries/{}/replay", self.hook, delivery["id"].as_str().unwrap());
        self.app.owner().post(&path, &json!({})).await.expect(200)
    }

    /// Whether the request was signed with the endpoint's secret, as any receiver would find out.
    fn is_signed(&self, received: &Received) -> bool {
        let header = received.header("guildhall-signature");
        let (seconds, signature) = header.split_once(",v1=").expect("two parts");
        let seconds: i64 = seconds.strip_prefix("t=").expect("a time").parse().expect("a number");
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(self.secret.as_bytes()).unwrap();
        mac.update(format!("{seconds}.{}", received.body).as_bytes());
        let expected: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let age = chrono::Utc::now().timestamp() - seconds;
        signature == expected && (0..60).contains(&age)
    }
}

async fn add(owner: &User<'_>, url: &str, topics: &[&str]) -> Value {
    owner.post(WEBHOOKS, &json!({ "url": url, "topics": topics })).await.expect(201)
}

#[tokio::test]
async fn scenario_a_partners_system_is_told_of_a_lead_and_can_tell_that_it_is_from_us() {
    let world = World::start().await;
    assert!(world.secret.starts_with("whsec_"), "{}", world.secret);
    let list = world.app.owner().get(WEBHOOKS).await.expect(200);
    assert_eq!((&list["webhooks"][0]["enabled"], &list["places"]), (&json!(true), &json!(5)));
    assert!(!list.to_string().contains(&world.secret), "the secret is shown once");

    let lead = world.app.lead(LeadKind::PlusWithSupport).await;
    world.app.running.settle().await;
    let received = world.receiver.received();
    let told: Vec<_> = received.iter().map(|one| one.header("guildhall-topic").to_owned()).collect();
    assert!(told.contains(&"lead.submitted".to_owned()), "{told:?}");
    for one in &received {
        assert!(world.is_signed(one), "{one:?}");
        let body = one.json();
        assert_eq!(body["id"], one.header("guildhall-delivery"));
        assert_eq!(body["organisation"], "norrsken");
        assert_eq!(body["data"]["lead"], json!(lead));
        for personal in ["@", "Ashworth", "Acme", "Holm"] {
            assert!(!one.body.contains(personal), "{personal} in {}", one.body);
        }
    }
    let log = world.log().await;
    assert_eq!(log.len(), received.len());
    assert!(log.iter().all(|entry| entry["state"] == "delivered"), "{log:?}");
    assert_eq!(log[0]["attempts"][0]["status"], 204);

    // Nothing is told twice, and decisions are told by their own topic.
    world.app.running.settle().await;
    assert_eq!(world.receiver.received().len(), received.len());
    let rep = world.app.rep("rep-astrid");
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    rep.act(&lead, &json!({ "command": "start_work" })).await.expect(200);
    rep.act(&lead, &award).await.expect(200);
    world.app.running.settle().await;
    let decided =
        world.receiver.received().into_iter().find(|one| one.header("guildhall-topic") == "lead.decided");
    let decided = decided.expect("it is told").json();
    assert_eq!(
        (&decided["data"]["event"], &decided["data"]["status"]),
        (&json!("awarded"), &json!("awarded"))
    );
}

#[tokio::test]
async fn what_fails_is_tried_again_later_and_later_under_the_same_id() {
    let world = World::start().await;
    world.receiver.will_answer(&[500, 302]);
    world.app.owner().post(&format!("{WEBHOOKS}/{}/test", world.hook), &json!({})).await.expect(200);
    world.app.running.settle().await;
    let log = world.log().await;
    assert_eq!((&log[0]["state"], &log[0]["attempts"][0]["failure"]), (&json!("waiting"), &json!("status")));
    world.app.running.settle().await;
    assert_eq!(world.receiver.received().len(), 1, "nobody is asked again at once");

    world.later(TimeDelta::seconds(61)).await;
    assert_eq!(world.receiver.received().len(), 2);
    assert_eq!(world.log().await[0]["attempts"][1]["failure"], "redirect");
    world.later(TimeDelta::seconds(61)).await;
    assert_eq!(world.receiver.received().len(), 2, "the second wait is longer");
    world.later(TimeDelta::minutes(5)).await;
    let received = world.receiver.received();
    assert_eq!(received.len(), 3);
    assert!(received.iter().all(|one| world.is_signed(one) && one.body == received[0].body));
    let entry = &world.log().await[0];
    assert_eq!((&entry["state"], entry.get("due_at")), (&json!("delivered"), None));
    assert_eq!(received[0].header("guildhall-topic"), "webhook.test");

    // Once more at somebody's word: the same again, so that a receiver can tell.
    assert_eq!(world.replay(entry).await["state"], "waiting");
    world.app.running.settle().await;
    let received = world.receiver.received();
    assert_eq!((received.len(), &received[3].body), (4, &received[0].body));
    assert_eq!(received[3].header("guildhall-delivery"), received[0].header("guildhall-delivery"));
    assert_eq!(world.log().await[0]["state"], "delivered");
}

#[tokio::test]
async fn an_endpoint_that_fails_for_a_day_is_switched_off_and_can_be_switched_on_again() {
    let world = World::start().await;
    world.receiver.always_answers(Some(503));
    for _ in 0..4 {
        world.app.owner().post(&format!("{WEBHOOKS}/{}/test", world.hook), &json!({})).await.expect(200);
    }
    let entry = async || world.app.owner().get(WEBHOOKS).await.expect(200)["webhooks"][0].clone();
    world.app.running.settle().await;
    assert_eq!(entry().await["enabled"], true, "a first failure switches nothing off");
    for _ in 0..60 {
        world.later(TimeDelta::hours(2)).await;
        if entry().await["enabled"] == false {
            break;
        }
    }
    let stopped = entry().await;
    assert_eq!((&stopped["enabled"], &stopped["stopped"]), (&json!(false), &json!("broken")));
    let asked = world.receiver.received().len();
    assert!(asked >= 20, "{asked}");
    let audit = world.app.admin().get("/audit").await.expect(200);
    let act = audit["items"].as_array().unwrap().iter().find(|entry| entry["act"] == "webhook_stopped");
    assert_eq!(act.expect("it is in the log")["by"]["role"], "system");

    // It is told of nothing any more, and what waited is not sent behind its back.
    world.app.lead(LeadKind::PlusAlone).await;
    world.later(TimeDelta::hours(25)).await;
    assert_eq!(world.receiver.received().len(), asked);
    assert!(world.log().await.iter().all(|entry| entry["state"] != "waiting"), "{:?}", world.log().await);
    let test = format!("{WEBHOOKS}/{}/test", world.hook);
    world.app.owner().post(&test, &json!({})).await.problem(409, "not_now");

    world.receiver.always_answers(None);
    let version = world.app.owner().get(WEBHOOKS).await.expect(200)["version"].as_u64().unwrap();
    let change = json!({ "url": world.receiver.url(), "topics": ["lead.submitted"], "enabled": true });
    let path = format!("{WEBHOOKS}/{}", world.hook);
    world.app.owner().put(&path, version - 1, &change).await.problem(409, "version_conflict");
    world.app.owner().put(&path, version, &change).await.expect(200);
    world.app.owner().post(&test, &json!({})).await.expect(200);
    world.app.running.settle().await;
    assert_eq!(world.receiver.received().len(), asked + 1);
}

#[tokio::test]
async fn an_address_that_is_not_of_the_public_internet_is_refused_with_the_reason() {
    let app = App::start().await;
    for (url, fault) in [
        ("http://hooks.acme.example", "scheme"),
        ("https://user:secret@hooks.acme.example", "user_info"),
        ("https://127.0.0.1", "private"),
        ("https://[::ffff:169.254.169.254]", "private"),
        ("https://169.254.169.254/latest/meta-data", "private"),
        ("https://localhost", "private"),
        ("https://2130706433", "host"),
        ("https://0177.0.0.1", "host"),
        ("https://hooks.acme.example:6379", "port"),
    ] {
        let body = json!({ "url": url, "topics": ["lead.decided"] });
        let refused = app.owner().post(WEBHOOKS, &body).await.problem(422, "invalid_fields");
        let error = &refused["errors"][0];
        assert_eq!(
            (&error["code"], &error["params"]["fault"]),
            (&json!("endpoint_invalid"), &json!(fault)),
            "{url}"
        );
    }
}

#[tokio::test]
async fn a_name_that_leads_nowhere_is_told_apart_in_the_log() {
    let app = App::start().await;
    let made = add(&app.owner(), "https://hooks.acme.example", &["lead.submitted"]).await;
    let hook = made["webhook"]["id"].as_str().unwrap();
    app.owner().post(&format!("{WEBHOOKS}/{hook}/test"), &json!({})).await.expect(200);
    app.running.settle().await;
    let page = app.owner().get(&format!("{WEBHOOKS}/{hook}/deliveries")).await.expect(200);
    assert_eq!(page["deliveries"][0]["attempts"][0]["failure"], "name_unknown", "{page}");
}

/// Every route that names an endpoint, asked for this one.
async fn ask(user: &User<'_>, hook: &str, delivery: &str) -> Vec<(u16, Value)> {
    let change = json!({ "url": "https://hooks.acme.example", "topics": ["lead.decided"], "enabled": true });
    let post =
        async |what: &str| user.send(user.request(Method::POST, &format!("{WEBHOOKS}/{hook}/{what}"))).await;
    let replies = [
        user.put(&format!("{WEBHOOKS}/{hook}"), 1, &change).await,
        user.get(&format!("{WEBHOOKS}/{hook}/deliveries")).await,
        post("test").await,
        post(&format!("deliveries/{delivery}/replay")).await,
        post("remove").await,
    ];
    replies.iter().map(|reply| (reply.status, reply.without_request_id())).collect()
}

#[tokio::test]
async fn anybody_elses_endpoint_is_like_one_that_is_not_there() {
    let world = World::start().await;
    world.app.lead(LeadKind::PlusAlone).await;
    world.app.running.settle().await;
    let delivery = world.log().await[0]["id"].as_str().unwrap().to_owned();
    let nobody = "0".repeat(32);
    let stranger = world.app.partner(SAIGONWEB, "partner_owner");
    let theirs = add(&stranger, "https://hooks.saigonweb.example", &["lead.decided"]).await;
    let missing = ask(&stranger, &nobody, &nobody).await;
    assert!(missing.iter().all(|(status, _)| *status == 404), "{missing:?}");
    assert_eq!(ask(&stranger, &world.hook, &delivery).await, missing);
    assert_eq!(ask(&stranger, "nonsense", &delivery).await, missing);
    // A delivery belongs to its endpoint.
    let own = theirs["webhook"]["id"].as_str().unwrap();
    let path = format!("{WEBHOOKS}/{own}/deliveries/{delivery}/replay");
    stranger.send(stranger.request(Method::POST, &path)).await.problem(404, "not_found");

    for role in ["partner_member", "partner_viewer"] {
        let user = world.app.partner("norrsken", role);
        user.get(WEBHOOKS).await.problem(403, "forbidden");
        let refused = ask(&user, &world.hook, &delivery).await;
        assert!(refused.iter().all(|(status, _)| *status == 403), "{refused:?}");
    }
    for user in [world.app.admin(), world.app.manager(), world.app.user("merchant")] {
        user.get(WEBHOOKS).await.problem(403, "forbidden");
    }
    let suspended = json!({ "guildhall_org_standing": "suspended" });
    let suspended = world.app.with_claims("partner_owner", &suspended);
    suspended.get(WEBHOOKS).await.expect(200);
    suspended
        .post(&format!("{WEBHOOKS}/{}/test", world.hook), &json!({}))
        .await
        .problem(403, "organisation_suspended");
}

#[tokio::test]
async fn there_are_five_places_and_one_that_is_removed_is_told_of_nothing() {
    let world = World::start().await;
    let owner = world.app.owner();
    for _ in 0..4 {
        add(&owner, "https://hooks.acme.example", &["lead.decided"]).await;
    }
    let another = json!({ "url": "https://hooks.acme.example", "topics": ["lead.decided"] });
    owner.post(WEBHOOKS, &another).await.problem(409, "webhooks_full");
    let remove = format!("{WEBHOOKS}/{}/remove", world.hook);
    assert_eq!(owner.send(owner.request(Method::POST, &remove)).await.status, 204);
    owner.send(owner.request(Method::POST, &remove)).await.problem(404, "not_found");
    world.app.lead(LeadKind::PlusAlone).await;
    world.app.running.settle().await;
    assert!(world.receiver.received().is_empty());
    let audit = world.app.admin().get("/audit").await.expect(200).to_string();
    assert!(audit.contains("webhook_added") && audit.contains("webhook_removed"), "{audit}");
    assert!(!audit.contains("/hook\""), "paths may hold secrets: {audit}");
}
