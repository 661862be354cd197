//! AWS's own DynamoDB Local, one for each test that wants it: the system has one table of one name.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// Ends the emulator when the test is gone, however that came about.
const KEEPER: &str = r#"
# It leaves a file where it runs.
cd "$FOLDER"
"java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -Djava.library.path="$FOLDER/DynamoDBLocal_lib" \
    -jar "$FOLDER/DynamoDBLocal.jar" -inMemory -disableTelemetry -port "$PORT" &
emulator=$!
trap 'kill "$emulator" 2>/dev/null' TERM
while kill -0 "$TEST" 2>/dev/null && kill -0 "$emulator" 2>/dev/null; do sleep 0.2; done
kill "$emulator" 2>/dev/null
"#;

/// A running DynamoDB Local.
pub(crate) struct DynamodbLocal {
    port: u16,
    keeper: Child,
}

impl DynamodbLocal {
    pub(crate) async fn start() -> Self {
        let folder = std::env::var_os("DYNAMODB_LOCAL_DIR").map(PathBuf::from).expect(
            "DYNAMODB_LOCAL_DIR is not set: run these tests through `cargo xtask test lambda`, which fetches \
             DynamoDB Local and sets it",
        );
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let keeper = Command::new("sh")
            .args(["-c", KEEPER])
            .env("FOLDER", &folder)
            .env("PORT", port.to_string())
            .env("TEST", std::process::id().to_string())
            // Apart from the test, whose end must not keep the keeper from its work.
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("`sh` starts DynamoDB Local");
        let listens = async {
            while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let started = tokio::time::timeout(Duration::from_secs(60), listens).await;
        started.unwrap_or_else(|_| panic!("DynamoDB Local in {} does not start", folder.display()));
        Self { port, keeper }
    }

    pub(crate) fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for DynamodbLocal {
    fn drop(&mut self) {
        // The keeper ends the emulator; should it be gone already, so is the emulator.
        if let Some(keeper) = self.keeper.id() {
            drop(std::process::Command::new("kill").args(["-TERM", &keeper.to_string()]).status());
        }
    }
}
