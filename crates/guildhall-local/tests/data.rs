//! What is kept: the demo data, and every lead that was acknowledged.

#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use guildhall_local::{Options, Running, System, client::sign_in};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use support::{Scratch, client, json};

async fn get(base_url: &str, token: &str, path: &str) -> Value {
    json(client().get(format!("{base_url}{path}")).bearer_auth(token).send().await.unwrap(), StatusCode::OK)
        .await
}

async fn total(running: &Running, person: &str, path: &str) -> u64 {
    let token = sign_in(running.base_url(), person).await.unwrap().access_token;
    get(running.base_url(), &token, path).await["total"].as_u64().unwrap()
}

fn lead_form(number: usize) -> Value {
    json!({
        "product": "pos",
        "contact_name": "Karin Öberg",
        "contact_email": format!("karin{number}@kvarnbyn.example"),
        "company": format!("Kvarnbyn Keramik {number} AB"),
        "country": "SE",
        "sales_support": "requested",
        "description": "Två butiker och en verkstad.",
        "consent": true,
    })
}

#[tokio::test]
async fn the_first_start_loads_the_demo_data_and_a_restart_nothing_more() {
    let scratch = Scratch::new();
    let options = || Options { empty: false, ..scratch.options() };
    let running = System::start(options()).await.unwrap();
    assert_eq!(total(&running, "manager-helena", "/api/v1/leads").await, 400);
    let referrals = total(&running, "norrsken-viewer", "/api/v1/referrals").await;
    assert!(referrals > 50, "{referrals}");
    let own = total(&running, "saigonweb-viewer", "/api/v1/leads").await;
    for handle in ["norrsken-commerce", "saigon-web-studio"] {
        let profile = client().get(format!("{}/api/v1/profiles/{handle}", running.base_url()));
        assert_eq!(profile.send().await.unwrap().status(), StatusCode::OK, "{handle}");
    }
    submit(
        &client(),
        running.base_url(),
        &sign_in(running.base_url(), "norrsken-member").await.unwrap().access_token,
        0,
    )
    .await
    .unwrap();
    running.shutdown().await;

    let running = System::start(options()).await.unwrap();
    assert_eq!(total(&running, "manager-helena", "/api/v1/leads").await, 401);
    assert_eq!(total(&running, "norrsken-viewer", "/api/v1/referrals").await, referrals);
    assert_eq!(total(&running, "saigonweb-viewer", "/api/v1/leads").await, own);
    running.shutdown().await;
}

#[tokio::test]
async fn an_empty_start_has_no_leads() {
    let running = support::start().await;
    assert_eq!(total(&running, "manager-helena", "/api/v1/leads").await, 0);
    running.shutdown().await;
}

#[tokio::test]
async fn data_without_the_whole_demo_gets_it_at_the_next_start() {
    let scratch = Scratch::new();
    System::start(scratch.options()).await.unwrap().shutdown().await;
    let running = System::start(Options { empty: false, ..scratch.options() }).await.unwrap();
    assert_eq!(total(&running, "manager-helena", "/api/v1/leads").await, 400);
    running.shutdown().await;
}

/// Submits a lead; its id once it is acknowledged.
async fn submit(client: &Client, base_url: &str, token: &str, number: usize) -> Option<String> {
    let request = client
        .post(format!("{base_url}/api/v1/leads"))
        .bearer_auth(token)
        .header("idempotency-key", format!("kill-{number}"))
        .json(&lead_form(number));
    let answer = request.send().await.ok()?;
    assert_eq!(answer.status(), StatusCode::CREATED);
    let body: Value = answer.json().await.ok()?;
    Some(body["id"].as_str().expect("an acknowledged lead has an id").to_owned())
}

/// The program itself, which a test can kill as nothing else can.
struct Program {
    child: Child,
    base_url: String,
}

impl Program {
    fn start(data: &Path, site: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_guildhall-local"))
            .args(["--port", "0", "--empty", "--data"])
            .arg(data)
            .arg("--site")
            .arg(site)
            .env("RUST_LOG", "error")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let base_url = line.trim_end().strip_prefix("Guildhall is ready at ").unwrap().to_owned();
        Self { child, base_url }
    }
}

impl Drop for Program {
    /// SIGKILL: nothing of the program runs after it.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killing_the_program_among_1000_submissions_loses_no_acknowledged_lead() {
    let scratch = Scratch::new();
    let (data, site) = (scratch.path().join("data"), scratch.path().join("site"));
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), "<!doctype html>").unwrap();

    let program = Program::start(&data, &site);
    let token: Arc<str> = sign_in(&program.base_url, "norrsken-member").await.unwrap().access_token.into();
    let (next, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let mut senders = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (base_url, token) = (program.base_url.clone(), Arc::clone(&token));
        let (next, done) = (Arc::clone(&next), Arc::clone(&done));
        senders.spawn(async move {
            let (client, mut acknowledged) = (client(), Vec::new());
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= 1000 {
                    return acknowledged;
                }
                // The first failure is the kill.
                let Some(id) = submit(&client, &base_url, &token, number).await else { return acknowledged };
                done.fetch_add(1, Ordering::Relaxed);
                acknowledged.push(id);
            }
        });
    }
    while done.load(Ordering::Relaxed) < 400 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    drop(program);
    let acknowledged = senders.join_all().await.concat();
    assert!((400..1000).contains(&acknowledged.len()), "{} were acknowledged", acknowledged.len());

    let program = Program::start(&data, &site);
    // The token was signed with a key that is kept, but for an issuer on another port.
    let token = sign_in(&program.base_url, "norrsken-member").await.unwrap().access_token;
    for id in &acknowledged {
        get(&program.base_url, &token, &format!("/api/v1/leads/{id}")).await;
    }
    let total = get(&program.base_url, &token, "/api/v1/leads").await["total"].as_u64().unwrap();
    assert!(total >= acknowledged.len() as u64, "{total} of {}", acknowledged.len());
}
