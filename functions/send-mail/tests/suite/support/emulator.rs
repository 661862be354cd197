//! aws-ses-v2-local, a SES that keeps what it is given.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

/// A running emulator; it ends with the test.
pub(crate) struct Emulator {
    process: Child,
    pub(crate) endpoint: String,
}

impl Emulator {
    pub(crate) fn start() -> Self {
        let program = std::env::var_os("SES_LOCAL").map(PathBuf::from).expect(
            "SES_LOCAL is not set: run these tests through `cargo xtask test unit`, which fetches \
             aws-ses-v2-local and sets it",
        );
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("node")
            .arg(&program)
            .args(["--host", "127.0.0.1", "--port", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("`node` is on the PATH");
        let emulator = Self { process, endpoint: format!("http://127.0.0.1:{port}") };
        let deadline = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "{} does not start", program.display());
            sleep(Duration::from_millis(50));
        }
        emulator
    }

    /// Every mail that it was given.
    pub(crate) async fn mails(&self) -> Vec<Value> {
        let answer = reqwest::get(format!("{}/store", self.endpoint)).await.unwrap();
        let store: Value = answer.json().await.unwrap();
        store["emails"].as_array().unwrap().clone()
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have ended by itself, which is just as well.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
