//! Questions to the person at the terminal.

use std::io::{IsTerminal, Write, stdin, stdout};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::process::fail_if_interrupted;

/// Whether anybody is there to answer.
pub(super) fn somebody_is_there() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Asks, and returns the line that was typed.
pub(super) fn line(question: &str) -> Result<String> {
    print!("{question} ");
    stdout().flush()?;
    // Signals are only noted, so whoever waits for a line has to look for them meanwhile.
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut line = String::new();
        let read = stdin().read_line(&mut line).map(|_| line);
        // Nobody waits any more once the program was asked to end.
        let _nobody_waits = sender.send(read);
    });
    loop {
        match receiver.recv_timeout(Duration::from_millis(50)) {
            Ok(line) => return Ok(line?.trim().to_owned()),
            Err(RecvTimeoutError::Timeout) => fail_if_interrupted()?,
            Err(RecvTimeoutError::Disconnected) => bail!("the terminal went away"),
        }
    }
}

/// Whether the person says yes in so many words.
pub(super) fn agrees(question: &str) -> Result<bool> {
    Ok(matches!(line(&format!("{question} [y/N]"))?.to_lowercase().as_str(), "y" | "yes"))
}
