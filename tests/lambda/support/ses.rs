//! aws-ses-v2-local, a SES that keeps what it is given.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// A running emulator; it ends with the test.
pub(crate) struct SesLocal {
    endpoint: String,
    _process: Child,
}

impl SesLocal {
    pub(crate) async fn start() -> Self {
        let program = std::env::var_os("SES_LOCAL").map(PathBuf::from).expect(
            "SES_LOCAL is not set: run these tests through `cargo xtask test lambda`, which fetches \
             aws-ses-v2-local and sets it",
        );
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("node")
            .arg(&program)
            .args(["--host", "127.0.0.1", "--port", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("`node` is on the PATH");
        let listens = async {
            while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let started = tokio::time::timeout(Duration::from_secs(30), listens).await;
        started.unwrap_or_else(|_| panic!("{} does not start", program.display()));
        Self { endpoint: format!("http://127.0.0.1:{port}"), _process: process }
    }

    /// Where it listens.
    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Every mail that it was given.
    pub(crate) async fn mails(&self) -> Vec<Value> {
        let answer = reqwest::get(format!("{}/store", self.endpoint)).await.unwrap();
        let store: Value = answer.json().await.unwrap();
        store["emails"].as_array().unwrap().clone()
    }
}
