//! What is wrong with records is told of each, and the rest goes in.

use serde_json::{Value, json};

use super::world::{World, conversation, job, outcomes, profile};

#[tokio::test]
async fn bad_records_are_listed_and_the_rest_goes_in() {
    let world = World::of(&["Lumen", "Fjord", "Taiga"]).await;
    let records = vec![
        profile("lumen", "1", json!({})),
        profile("fjord", "2", json!({ "starSign": "Leo" })),
        profile("fjord", "3", json!({})),
        profile("lumen", "4", json!({})),
        profile("nobody", "5", json!({})),
        profile("taiga", "6", json!({ "country": "Atlantis" })),
        job("lumen", "1", json!({})),
        job("lumen", "2", json!({ "status": "PAUSED" })),
        job("nobody", "3", json!({})),
        job("lumen", "4", json!({ "createdAt": "yesterday", "shop": null })),
        conversation("lumen", "1", json!({})),
        conversation("lumen", "2", json!({ "status": "GHOSTED", "mood": "good" })),
        job("lumen", "1", json!({})),
    ];
    let count = records.len();
    let done = world.whole(records).await;
    let expected = [
        ("created", None),
        ("refused", Some("fields")),
        ("created", None),
        ("refused", Some("second_profile")),
        ("refused", Some("partner_unknown")),
        ("refused", Some("fields")),
        ("created", None),
        ("refused", Some("fields")),
        ("refused", Some("partner_unknown")),
        ("refused", Some("fields")),
        ("created", None),
        ("refused", Some("fields")),
        ("unchanged", None),
    ];
    let found: Vec<_> = done["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| (record["outcome"].as_str().unwrap(), record["problem"].as_str()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(done["records"][2]["handle"], "atelje-2", "another has the handle");
    let handle = &done["records"][2]["report"][1];
    assert_eq!(
        (&handle["field"], &handle["outcome"], &handle["old"], &handle["new"]),
        (&json!("handle"), &json!("modified"), &json!("atelje"), &json!("atelje-2"))
    );
    let wrong = |place: usize| -> Vec<(String, String)> {
        let errors = done["records"][place]["errors"].as_array().unwrap();
        let told = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
        errors.iter().map(|error| (told(error, "pointer"), told(error, "code"))).collect()
    };
    assert_eq!(wrong(1), [("/starSign".to_owned(), "unknown".to_owned())]);
    assert_eq!(wrong(5), [("/country".to_owned(), "country_unknown".to_owned())]);
    assert_eq!(wrong(7), [("/status".to_owned(), "choice_unknown".to_owned())]);
    assert_eq!(wrong(9).len(), 2);
    assert_eq!(wrong(11).len(), 2);

    let run = done["run"]["id"].as_str().unwrap();
    let bad = world.app.admin().get(&format!("/migrations/{run}/bad-records")).await.expect(200);
    let places: Vec<_> =
        bad["items"].as_array().unwrap().iter().map(|record| record["place"].as_u64().unwrap()).collect();
    assert_eq!((places, &bad["next"]), (vec![2, 4, 5, 6, 8, 9, 10, 12], &Value::Null));
    let counts = &done["run"]["counts"];
    let sum: u64 = ["profiles", "jobs", "conversations"]
        .iter()
        .flat_map(|kind| counts[kind].as_object().unwrap().values())
        .map(|count| count.as_u64().unwrap())
        .sum();
    assert_eq!(sum, count as u64);
    let owner = world.app.partner("lumen", "partner_owner");
    let jobs = owner.get("/marketplace/jobs").await.expect(200);
    assert_eq!(jobs["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_batch_is_refused_whole_only_when_it_is_none() {
    let world = World::of(&["Lumen"]).await;
    let run = world.begin().await.expect(201)["id"].as_str().unwrap().to_owned();
    let path = format!("/migrations/{run}/records");
    let records = super::world::placed(&[profile("lumen", "1", json!({}))]);
    for (body, pointer) in [
        (json!({ "batch": 0, "records": [] }), "/records"),
        (json!({ "batch": 1, "records": records }), "/batch"),
        (json!({ "batch": 0, "records": vec![records[0].clone(); 251] }), "/records"),
        (json!({ "batch": 0, "records": [{ "kind": "lead", "place": 1, "value": {} }] }), "/records/0/kind"),
    ] {
        let problem = world.post(&path, &body).await.problem(422, "invalid_fields");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    }
    let files = world.post("/migrations", &json!({ "files": [] })).await.problem(422, "invalid_fields");
    assert_eq!(files["errors"][0]["code"], "required");
}

#[tokio::test]
async fn two_at_once_come_to_one_and_the_second_is_told_who_is_first() {
    let world = World::of(&["Lumen"]).await;
    let begun = world.begin().await.expect(201);
    let run = begun["id"].as_str().unwrap();
    let second = world.begin().await.problem(409, "migration_running");
    assert_eq!(second["current_state"]["id"], begun["id"]);
    assert_eq!(second["current_state"]["started"]["by"], begun["started"]["by"], "who and since when");

    // The same batch twice at the same time: nothing is doubled, and it counts once.
    let records = [
        profile("lumen", "1", json!({})),
        job("lumen", "1", json!({})),
        conversation("lumen", "1", json!({})),
    ];
    let (one, other) = tokio::join!(world.send(run, 0, &records), world.send(run, 0, &records));
    for reply in [one, other] {
        let answer = reply.expect(200);
        assert!(
            outcomes(&answer)
                .iter()
                .all(|outcome| ["created", "unchanged", "kept_by_partner"].contains(outcome))
        );
    }
    let again = world.send(run, 0, &records).await.expect(200);
    assert_eq!(outcomes(&again), ["unchanged"; 3]);
    assert_eq!((&again["run"]["next_batch"], total(&again["run"])), (&json!(1), 3));

    // Whoever stops lets others begin, and may go on until then.
    assert_eq!(world.finish(run, "stopped").await.expect(200)["is_held"], false);
    assert_eq!(world.send(run, 1, &records).await.expect(200)["run"]["state"], "running");
    world.finish(run, "stopped").await.expect(200);
    let next = world.begin().await.expect(201);
    world.send(run, 2, &records).await.problem(409, "migration_closed");
    let runs = world.app.admin().get("/migrations").await.expect(200);
    let ids: Vec<_> = runs["items"].as_array().unwrap().iter().map(|run| run["id"].clone()).collect();
    assert_eq!((ids, &runs["next"]), (vec![next["id"].clone(), begun["id"].clone()], &Value::Null));
    let done = world.finish(next["id"].as_str().unwrap(), "done").await.expect(200);
    assert_eq!((&done["may_go_on"], &done["may_roll_back"]), (&json!(false), &json!(true)));
    world.send(next["id"].as_str().unwrap(), 0, &records).await.problem(409, "migration_closed");
}

fn total(run: &Value) -> u64 {
    let of_kind = |kind: &str| -> u64 {
        run["counts"][kind].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum()
    };
    ["profiles", "jobs", "conversations"].into_iter().map(of_kind).sum()
}
