//! The whole of Guildhall on one machine.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use guildhall_local::{Options, Running, StartError, System, people};
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    log_to_stderr();
    let options = Options::parse();
    match run(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The message is for a person at a terminal, so it stands alone rather than in a log line.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> Result<(), StartError> {
    let running = System::start(options).await?;
    announce(&running);
    stop_signal().await;
    tracing::info!("stopping; the requests under way have ten seconds");
    running.shutdown().await;
    Ok(())
}

/// One line that programs look for, then what a person wants to know. A closed pipe is no reason to
/// stop serving.
fn announce(running: &Running) {
    let mut text = format!("Guildhall is ready at {}\n\n", running.base_url());
    text.push_str("Sign in there as one of:\n");
    for person in &people::PEOPLE {
        let of = person.organisation.map(|organisation| format!(", {}", organisation.name));
        text.push_str(&format!("  {:<18} {}{}\n", person.id, person.name, of.unwrap_or_default()));
    }
    text.push_str(&format!("\nThe business clock: {}/dev/clock\n", running.base_url()));
    text.push_str(&format!("The mailbox: {}/dev/mailbox\n", running.base_url()));
    text.push_str(&format!("The API, described: {}/api/v1/openapi.json\n", running.base_url()));
    let _ = io::stdout().write_all(text.as_bytes());
}

fn log_to_stderr() {
    // The emulator warns of each refused condition, which is an everyday answer; and workers tell of every
    // batch, which is meant for a log that machines read.
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,dynoxide=error,guildhall_worker=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .init();
}

#[cfg(unix)]
async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut interrupt), Ok(mut terminate)) =
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        // Without handlers the signals end the process by themselves.
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn stop_signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
