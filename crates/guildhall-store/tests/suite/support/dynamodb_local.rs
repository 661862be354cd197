//! AWS's own DynamoDB Local, started once per test run and ended with it.
//!
//! Every test may run in a process of its own, so the emulator belongs to none of them: the first test
//! that needs it starts it together with a keeper, and the keeper ends it when the process that runs the
//! tests (their common parent) is gone, however that came about.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::{CommandExt, parent_id};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Ends the emulator with the test run and tidies up behind it.
const KEEPER: &str = r#"
# It leaves a file where it runs.
cd "$FOLDER"
"$JAVA" -Djava.library.path="$FOLDER/DynamoDBLocal_lib" -Xmx1g -jar "$FOLDER/DynamoDBLocal.jar" \
    -inMemory -disableTelemetry -port "$PORT" &
emulator=$!
while kill -0 "$RUN" 2>/dev/null && kill -0 "$emulator" 2>/dev/null; do sleep 0.3; done
kill "$emulator" 2>/dev/null
wait "$emulator"
rm -f "$NOTE" "$NOTE.lock"
"#;

/// Where the run's DynamoDB Local listens.
pub(crate) fn endpoint() -> String {
    let folder = std::env::var_os("DYNAMODB_LOCAL_DIR").map(PathBuf::from).expect(
        "DYNAMODB_LOCAL_DIR is not set: run these tests through `cargo xtask test unit`, which fetches \
         DynamoDB Local and sets it",
    );
    let note = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("dynamodb-local-{}", parent_id()));
    let lock = File::create(note.with_added_extension("lock")).unwrap();
    lock.lock().unwrap();
    let port = match running(&note) {
        Some(port) => port,
        None => start(&folder, &note),
    };
    format!("http://127.0.0.1:{port}")
}

/// The port that an earlier test of this run noted, if somebody listens there.
fn running(note: &Path) -> Option<u16> {
    let port = fs::read_to_string(note).ok()?.parse().ok()?;
    TcpStream::connect(("127.0.0.1", port)).is_ok().then_some(port)
}

#[expect(clippy::zombie_processes, reason = "the keeper outlives the test that starts it")]
fn start(folder: &Path, note: &Path) -> u16 {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    Command::new("sh")
        .args(["-c", KEEPER])
        .env("JAVA", "java")
        .env("FOLDER", folder)
        .env("PORT", port.to_string())
        .env("RUN", parent_id().to_string())
        .env("NOTE", note)
        // Apart from the test: its end, or an interrupt meant for it, is not the emulator's.
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("`sh` starts DynamoDB Local");
    let deadline = Instant::now() + Duration::from_secs(30);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < deadline, "DynamoDB Local in {} does not start", folder.display());
        sleep(Duration::from_millis(50));
    }
    fs::write(note, port.to_string()).unwrap();
    port
}
