//! Starting: what can be in the way, and what the message says to do about it.

#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use guildhall_local::{Options, StartError, System};
use support::Scratch;

/// The error of a start that must not work.
async fn refused(options: Options) -> StartError {
    match System::start(options).await {
        Ok(_) => panic!("it started"),
        Err(error) => error,
    }
}

#[tokio::test]
async fn a_taken_port_is_named_with_another_to_try() {
    let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port();
    let error = refused(Options { port, ..Options::in_memory() }).await;
    assert!(matches!(error, StartError::PortTaken { port: taken } if taken == port), "{error}");
    assert!(error.to_string().contains("--port"), "{error}");
}

#[tokio::test]
async fn data_that_another_instance_uses_is_left_alone() {
    let scratch = Scratch::new();
    let first = System::start(scratch.options()).await.unwrap();
    let error = refused(scratch.options()).await;
    assert!(matches!(error, StartError::Locked { .. }), "{error}");
    assert!(error.to_string().contains("--data"), "{error}");
    first.shutdown().await;
    System::start(scratch.options()).await.unwrap().shutdown().await;
}

#[tokio::test]
async fn a_damaged_data_file_is_named_and_left_as_it_is() {
    for damage in [Damage::Overwritten, Damage::CutOff, Damage::AnotherFile] {
        let scratch = Scratch::new();
        System::start(scratch.options()).await.unwrap().shutdown().await;
        let file = scratch.path().join("data/guildhall.db");
        let damaged = damage.apply(&fs::read(&file).unwrap());
        fs::write(&file, &damaged).unwrap();
        let error = refused(scratch.options()).await;
        let StartError::Damaged { file: named, .. } = &error else { panic!("{damage:?}: {error}") };
        assert_eq!(*named, file);
        assert!(error.to_string().contains("Move it away"), "{error}");
        assert_eq!(fs::metadata(&file).unwrap().len(), damaged.len() as u64, "{damage:?}");
    }
}

#[derive(Debug, Clone, Copy)]
enum Damage {
    Overwritten,
    CutOff,
    AnotherFile,
}

impl Damage {
    fn apply(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            // Past the header page, so that the file opens and only a check finds it.
            Self::Overwritten => {
                let mut bytes = bytes.to_vec();
                bytes[4096..].fill(0xA5);
                bytes
            }
            Self::CutOff => bytes[..bytes.len() / 2].to_vec(),
            Self::AnotherFile => b"These are my notes, not a database.".repeat(200),
        }
    }
}

#[tokio::test]
async fn other_damaged_files_are_named() {
    for name in ["sign-in-key.pem", "clock.json", "sessions.json"] {
        let scratch = Scratch::new();
        System::start(scratch.options()).await.unwrap().shutdown().await;
        fs::write(scratch.path().join("data").join(name), "{").unwrap();
        let error = refused(scratch.options()).await;
        assert!(matches!(&error, StartError::Damaged { file, .. } if file.ends_with(name)), "{error}");
    }
}

#[tokio::test]
async fn a_data_directory_that_cannot_be_made_is_named() {
    let scratch = Scratch::new();
    let file = scratch.path().join("file");
    fs::write(&file, "").unwrap();
    let error = refused(Options { data: file.join("data"), ..scratch.options() }).await;
    assert!(matches!(error, StartError::DataDir { .. }), "{error}");
}

#[tokio::test]
async fn a_frontend_that_is_not_built_is_named_with_the_command_that_builds_it() {
    let scratch = Scratch::new();
    for site in [scratch.path().to_owned(), scratch.path().join("missing")] {
        let error = refused(Options { site: Some(site), ..Options::in_memory() }).await;
        assert!(matches!(error, StartError::SiteNotBuilt { .. }), "{error}");
        assert!(error.to_string().contains("cargo xtask run"), "{error}");
    }
}

#[tokio::test]
async fn a_dynamodb_that_does_not_answer_is_given_up_after_a_while() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap()
    };
    for address in [silent.local_addr().unwrap(), closed] {
        let endpoint = format!("http://{address}").parse().unwrap();
        let begun = Instant::now();
        let error = refused(Options { dynamodb: Some(endpoint), ..Options::in_memory() }).await;
        assert!(matches!(error, StartError::DatabaseSilent { .. }), "{error}");
        assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    }
}

#[tokio::test]
async fn another_dynamodb_takes_the_place_of_the_embedded_one() {
    let holder = System::start(Options::in_memory()).await.unwrap();
    let endpoint = holder.dynamodb_endpoint().parse().unwrap();
    let guest = System::start(Options { dynamodb: Some(endpoint), ..Options::in_memory() }).await.unwrap();
    assert_eq!(guest.dynamodb_endpoint(), holder.dynamodb_endpoint());
    guest.shutdown().await;
    holder.shutdown().await;
}

#[test]
fn the_program_says_why_it_does_not_start_and_fails() {
    let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_guildhall-local"))
        .args(["--memory", "--empty", "--port", &port])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.starts_with(&format!("Port {port} is taken")), "{message}");
    assert!(output.stdout.is_empty());
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_stops_when_it_is_told_to_and_closes_its_data() {
    let scratch = Scratch::new();
    let (data, site) = (scratch.path().join("data"), scratch.path().join("site"));
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), "<!doctype html>").unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_guildhall-local"))
        .args(["--port", "0", "--empty", "--data"])
        .arg(&data)
        .arg("--site")
        .arg(&site)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    let base_url = first.strip_prefix("Guildhall is ready at ").unwrap().to_owned();
    // A connection that stays open must not keep the program from ending.
    let client = support::client();
    client.get(&base_url).send().await.unwrap();
    let told = Instant::now();
    Command::new("kill").arg(program.id().to_string()).status().unwrap();
    let ended = tokio::task::spawn_blocking(move || program.wait().unwrap()).await.unwrap();
    assert!(ended.success(), "{ended}");
    assert!(told.elapsed() < Duration::from_secs(8), "{:?}", told.elapsed());
    assert!(!data.join("guildhall.db-wal").exists(), "the data was not closed");
}
