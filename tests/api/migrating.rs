//! Profiles, jobs and conversations come over from the Experts Marketplace, and go back.

mod load;
mod records;
mod undoing;
mod world;

use serde_json::{Value, json};

use crate::support::App;
use world::{World, job, outcomes, profile};

#[tokio::test]
async fn the_same_twice_is_the_same_profile_and_the_same_report_and_nothing_is_written() {
    let world = World::of(&["Lumen", "Fjord"]).await;
    let file = || {
        vec![profile("lumen", "17", json!({})), profile("fjord", "18", json!({ "handle": "fjord-studio" }))]
    };
    let first = world.whole(file()).await;
    assert_eq!(outcomes(&first), ["created", "created"]);
    assert_eq!(first["run"]["counts"]["profiles"]["created"], 2);
    let owner = world.app.partner("lumen", "partner_owner");
    let [before, move_before] =
        [owner.get("/profile").await.expect(200), owner.get("/move").await.expect(200)];
    assert_eq!((&before["working"]["handle"], &before["version"]), (&json!("atelje"), &json!(1)));
    assert_eq!(before["is_public"], false, "it is for the partner to review first");
    let table = world.partners_items().await;

    let second = world.whole(file()).await;
    assert_eq!(outcomes(&second), ["unchanged", "unchanged"]);
    for place in [0, 1] {
        assert_eq!(second["records"][place]["report"], first["records"][place]["report"]);
        assert_eq!(first["records"][place]["report"].as_array().map(Vec::len), Some(20));
    }
    assert_eq!(world.partners_items().await, table, "not a byte of the partners' is another one");
    assert_eq!(owner.get("/profile").await.expect(200), before);
    assert_eq!(owner.get("/move").await.expect(200), move_before);
}

#[tokio::test]
async fn a_rehearsal_says_what_comes_and_writes_nothing() {
    let world = World::of(&["Lumen", "Fjord", "Taiga"]).await;
    let records = [
        profile("lumen", "17", json!({})),
        profile("fjord", "18", json!({})),
        profile("nobody", "19", json!({})),
        job("lumen", "1", json!({})),
        job("lumen", "2", json!({ "status": "PAUSED" })),
    ];
    let table = world.table().await;
    let body = json!({ "records": world::placed(&records), "promised": [] });
    let told = world.post("/migrations/rehearsal", &body).await.expect(200);
    assert_eq!(world.table().await, table, "nothing at all was written");
    assert_eq!(outcomes(&told), ["created", "created", "refused", "created", "refused"]);
    let handles: Vec<_> = (0..2).map(|place| told["records"][place]["handle"].clone()).collect();
    assert_eq!(handles, ["atelje", "atelje-2"], "the second of one name gets a number");

    // A later piece of the same rehearsal is told what was promised.
    let promised: Vec<_> = told["records"].as_array().unwrap().iter().take(2).map(promise).collect();
    let later = [profile("taiga", "20", json!({})), profile("lumen", "21", json!({}))];
    let body = json!({ "records": world::placed(&later), "promised": promised });
    let more = world.post("/migrations/rehearsal", &body).await.expect(200);
    assert_eq!(more["records"][0]["handle"], "atelje-3");
    assert_eq!(more["records"][1]["problem"], "second_profile");

    let done = world.whole(records.to_vec()).await;
    for place in 0..5 {
        assert_eq!(done["records"][place], told["records"][place], "it came as it was told");
    }
}

fn promise(answer: &Value) -> Value {
    json!({ "organisation": answer["organisation"], "id": answer["id"], "handle": answer["handle"] })
}

#[tokio::test]
async fn only_administrators_move_records_over() {
    let app = App::start().await;
    for user in [app.owner(), app.manager(), app.rep("rep-astrid"), app.user("merchant")] {
        user.get("/migrations").await.problem(403, "forbidden");
        let body = json!({ "records": world::placed(&[profile("lumen", "1", json!({}))]) });
        user.send(user.request(reqwest::Method::POST, "/migrations/rehearsal").json(&body))
            .await
            .problem(403, "forbidden");
    }
    app.anonymous().get("/migrations").await.expect(401);
    app.admin().get("/migrations/nobody").await.problem(404, "not_found");
    app.admin().get(&format!("/migrations/{}", "0".repeat(32))).await.problem(404, "not_found");
    app.admin().get("/migrations?after=3").await.problem(400, "invalid_query");
}

#[tokio::test]
async fn what_was_begun_ended_and_taken_back_stands_in_the_log() {
    let world = World::of(&["Lumen"]).await;
    let done = world.whole(vec![profile("lumen", "17", json!({}))]).await;
    world.roll_back(done["run"]["id"].as_str().unwrap()).await;
    world.app.running.settle().await;
    let month = world.app.running.clock();
    let month = guildhall_domain::clock::Clock::now(month).format("%Y-%m").to_string();
    let log = world.app.admin().get(&format!("/audit?month={month}")).await.expect(200);
    let acts: Vec<_> =
        log["items"].as_array().unwrap().iter().filter_map(|entry| entry["act"].as_str()).collect();
    let moved: Vec<_> = acts.into_iter().filter(|act| act.starts_with("migration_")).collect();
    assert_eq!(moved, ["migration_undone", "migration_finished", "migration_begun"]);
}
