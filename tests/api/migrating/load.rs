//! How long a whole marketplace takes. Asked for by name, on a machine that does nothing else.

use std::time::Instant;

use futures::{StreamExt, stream};
use guildhall_domain::organisation::{House, OrgStanding, Organisation};
use serde_json::{Value, json};

use super::world::{World, job, outcomes, profile};
use crate::support::now;

const PROFILES: usize = 5_000;
const JOBS: usize = 50_000;
const BATCH: usize = 250;

/// The memory of this process, in megabytes: the whole system and the sender of the file.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

async fn found(world: &World) {
    let members = guildhall_store::Members::new(world.app.table());
    let found = |number: usize| {
        let members = &members;
        async move {
            let organisation = Organisation {
                id: format!("org-{number}").parse().unwrap(),
                name: format!("Organisation {number}"),
                since: now().date_naive(),
                standing: OrgStanding::Good,
                reason: None,
            };
            let house = House::Organisation(organisation.id.clone());
            assert!(members.establish(&house, Some(&organisation), &[]).await.unwrap());
        }
    };
    stream::iter(0..PROFILES).for_each_concurrent(8, found).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it takes minutes, and tells how long"]
async fn five_thousand_profiles_and_fifty_thousand_jobs() {
    let world = World::of(&[]).await;
    found(&world).await;
    let before = resident();
    let run = world.begin().await.expect(201)["id"].as_str().unwrap().to_owned();
    let began = Instant::now();
    let mut most = 0;
    let (mut batch, mut created) = (0, 0);
    let profiles = (0..PROFILES).map(|number| {
        let org = format!("org-{number}");
        profile(&org, &number.to_string(), json!({ "handle": org }))
    });
    let jobs =
        (0..JOBS).map(|number| job(&format!("org-{}", number % PROFILES), &number.to_string(), json!({})));
    let mut records = profiles.chain(jobs).peekable();
    while records.peek().is_some() {
        let piece: Vec<Value> = records.by_ref().take(BATCH).collect();
        let answer = world.send(&run, batch, &piece).await.expect(200);
        created += outcomes(&answer).iter().filter(|outcome| **outcome == "created").count();
        batch += 1;
        most = most.max(resident());
        if batch == u32::try_from(PROFILES / BATCH).unwrap() {
            println!("{PROFILES} profiles: {:.1} s", began.elapsed().as_secs_f64());
        }
    }
    println!("{PROFILES} profiles and {JOBS} jobs: {:.1} s", began.elapsed().as_secs_f64());
    println!("resident: {before} MB before, {most} MB at most");
    assert_eq!(created, PROFILES + JOBS);
}
