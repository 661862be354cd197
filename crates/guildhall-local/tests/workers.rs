//! What runs without a request: pages and mail, also when the program is killed in the middle.

#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use guildhall_local::{Options, System};
use reqwest::StatusCode;
use reqwest::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use serde_json::{Value, json};
use support::{Scratch, client, json, start};

/// How many partners the demo data has in these tests.
const PARTNERS: usize = 20;

/// The handles that the directory shows.
async fn handles(base_url: &str) -> Vec<String> {
    let answer = client().get(format!("{base_url}/api/v1/directory?limit=100")).send().await.unwrap();
    let body: Value = json(answer, StatusCode::OK).await;
    let items = body["items"].as_array().unwrap().iter();
    items.map(|item| item["handle"].as_str().unwrap().to_owned()).collect()
}

async fn is_published(base_url: &str, handle: &str) -> bool {
    let answer = client().get(format!("{base_url}/directory/{handle}")).send().await.unwrap();
    answer.status() == StatusCode::OK && answer.headers()[CACHE_CONTROL] == "public, max-age=60"
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_is_published_and_nobody_gets_mail_about_it() {
    let options = Options { empty: false, profiles: PARTNERS, ..Options::in_memory() };
    let running = System::start(options).await.unwrap();
    running.settle().await;
    let handles = handles(running.base_url()).await;
    assert!(handles.len() >= 10, "{handles:?}");
    for handle in &handles {
        assert!(is_published(running.base_url(), handle).await, "{handle}");
    }
    assert_eq!(running.mailbox(), []);
    assert_eq!(running.dead_letters(), []);
    running.shutdown().await;
}

/// The program itself, which a test can kill as nothing else can.
struct Program {
    child: Child,
    base_url: String,
}

impl Program {
    fn start(data: &Path, site: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_guildhall-local"))
            .args(["--port", "0", "--profiles", &PARTNERS.to_string(), "--data"])
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

#[tokio::test]
async fn killing_the_program_while_it_publishes_leaves_no_page_out() {
    let scratch = Scratch::new();
    let (data, site) = (scratch.path().join("data"), scratch.path().join("site"));
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), "<!doctype html>").unwrap();
    // Killed as soon as it answers, when it has hardly begun.
    drop(Program::start(&data, &site));

    let program = Program::start(&data, &site);
    let handles = handles(&program.base_url).await;
    assert!(handles.len() >= 10, "{handles:?}");
    let published = async {
        for handle in &handles {
            while !is_published(&program.base_url, handle).await {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(90), published).await.expect("every page is published");
}

#[tokio::test]
async fn an_empty_mailbox_says_so_in_the_readers_language() {
    let running = start().await;
    let url = |path: &str| format!("{}/dev/mailbox{path}", running.base_url());
    for (language, words) in [("en", "Nothing has been sent yet."), ("sv", "Inget har skickats än.")] {
        let request = client().get(url("")).header("accept-language", language);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
        assert!(
            answer.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("default-src 'none'")
        );
        assert!(answer.text().await.unwrap().contains(words), "{language}");
    }
    let list = json(client().get(url(".json")).send().await.unwrap(), StatusCode::OK).await;
    assert_eq!(list, json!({ "messages": [] }));
    for path in ["/unknown", "/unknown/html"] {
        assert_eq!(client().get(url(path)).send().await.unwrap().status(), StatusCode::NOT_FOUND, "{path}");
    }
    let dead = client().get(format!("{}/dev/dead-letters.json", running.base_url())).send().await.unwrap();
    assert_eq!(json(dead, StatusCode::OK).await, json!({ "dead_letters": [] }));
    running.shutdown().await;
}
