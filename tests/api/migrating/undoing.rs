//! A run is taken back: all is as it was, but for what partners have worked on since.

use serde_json::{Value, json};

use super::world::{World, conversation, job, outcomes, profile};

fn first() -> Vec<Value> {
    vec![
        profile("lumen", "1", json!({})),
        profile("fjord", "2", json!({ "handle": "fjord" })),
        job("lumen", "1", json!({})),
        conversation("lumen", "1", json!({})),
    ]
}

fn second() -> Vec<Value> {
    vec![
        profile("lumen", "1", json!({ "bio": "We build better shops." })),
        profile("fjord", "2", json!({ "handle": "fjord", "city": "Bergen", "country": "NO" })),
        profile("taiga", "3", json!({ "handle": "taiga" })),
        job("lumen", "1", json!({ "status": "COMPLETED" })),
        job("lumen", "2", json!({})),
        conversation("lumen", "1", json!({ "status": "BLOCKED" })),
    ]
}

/// What stands of a thing whatever was done to it in between: lists count their changes, and drop what is gone by a mark.
fn lasting(items: Vec<String>) -> Vec<Value> {
    let mut lasting = Vec::new();
    for item in items {
        let mut item: Value = serde_json::from_str(&item).unwrap();
        let is_mark = item.as_object().unwrap().values().any(|value| value["S"] == "erased");
        let partition = item["PK"]["S"].as_str().unwrap().to_owned();
        if is_mark {
            continue;
        }
        if !partition.ends_with("#PROFILE") && !partition.starts_with("PROFILE#") {
            for name in ["version", "changed_at", "GSI1SK"] {
                item.as_object_mut().unwrap().remove(name);
            }
        }
        lasting.push(item);
    }
    lasting
}

#[tokio::test]
async fn what_a_run_brought_is_taken_back_to_the_byte_run_after_run() {
    let world = World::of(&["Lumen", "Fjord", "Taiga"]).await;
    let empty = lasting(world.partners_items().await);
    let one = world.whole(first()).await;
    let between = lasting(world.partners_items().await);
    let two = world.whole(second()).await;
    assert_eq!(outcomes(&two), ["updated", "updated", "created", "updated", "created", "updated"]);
    let ids = [&one, &two].map(|done| done["run"]["id"].as_str().unwrap().to_owned());
    let path = format!("/migrations/{}/roll-back", ids[0]);
    world.post(&path, &json!({})).await.problem(409, "migration_closed");

    let undone = world.roll_back(&ids[1]).await;
    assert_eq!(undone["taken_back"], json!({ "removed": 2, "restored": 4, "left": 0 }));
    assert_eq!(lasting(world.partners_items().await), between);
    assert_eq!(world.roll_back(&ids[1]).await, undone, "a second time does nothing");
    let undone = world.roll_back(&ids[0]).await;
    assert_eq!(undone["taken_back"], json!({ "removed": 4, "restored": 0, "left": 0 }));
    assert_eq!(lasting(world.partners_items().await), empty);
    let owner = world.app.partner("lumen", "partner_owner");
    owner.get("/profile").await.problem(404, "not_found");

    // And it may all come again, with the handle that was let go.
    let again = world.whole(first()).await;
    assert_eq!(outcomes(&again), ["created"; 4]);
    assert_eq!(again["records"][0]["handle"], "atelje");
}

#[tokio::test]
async fn what_a_partner_has_worked_on_is_neither_overwritten_nor_taken_back() {
    let world = World::of(&["Lumen", "Fjord", "Taiga"]).await;
    let taiga = world.app.partner("taiga", "partner_owner");
    let own = crate::support::partner_form("taiga-own");
    taiga.put("/profile", 0, &own).await.expect(200);
    world.whole(first()).await;
    let owner = world.app.partner("lumen", "partner_owner");
    let mut edited = owner.get("/profile").await.expect(200)["working"].clone();
    edited["bio"] = json!("We wrote this ourselves.");
    owner.put("/profile", 1, &edited).await.expect(200);

    let done = world.whole(second()).await;
    assert_eq!(
        outcomes(&done),
        ["kept_by_partner", "updated", "kept_by_partner", "updated", "created", "updated"]
    );
    assert_eq!(done["records"][2]["handle"], "taiga-own");
    // What was there before is no news, whoever has worked on it.
    let same = world.whole(first()[..1].to_vec()).await;
    assert_eq!(outcomes(&same), ["unchanged"]);
    for _ in 0..3 {
        let runs = world.app.admin().get("/migrations").await.expect(200);
        let newest = runs["items"].as_array().unwrap().iter().find(|run| run["may_roll_back"] == true);
        world.roll_back(newest.unwrap()["id"].as_str().unwrap()).await;
    }
    let kept = owner.get("/profile").await.expect(200);
    assert_eq!(kept["working"]["bio"], "We wrote this ourselves.");
    assert_eq!(taiga.get("/profile").await.expect(200)["working"]["handle"], "taiga-own");
    world.app.partner("fjord", "partner_owner").get("/profile").await.problem(404, "not_found");
    let runs = world.app.admin().get("/migrations").await.expect(200);
    let left: Vec<_> =
        runs["items"].as_array().unwrap().iter().map(|run| run["taken_back"]["left"].clone()).collect();
    assert_eq!(left, [0, 0, 1]);
}
