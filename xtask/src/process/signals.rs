//! Ctrl-C and its kin: noted here, passed on to the running program by whoever waits for it.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use rustix::process::Signal;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag::register_usize;

static RECEIVED: OnceLock<Arc<AtomicUsize>> = OnceLock::new();

/// Somebody asked this program to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interrupted {
    HangUp,
    Interrupt,
    Terminate,
}

impl Interrupted {
    pub(super) fn signal(self) -> Signal {
        match self {
            Self::HangUp => Signal::HUP,
            Self::Interrupt => Signal::INT,
            Self::Terminate => Signal::TERM,
        }
    }

    /// What a shell expects: 128 and the number of the signal.
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Self::HangUp => 129,
            Self::Interrupt => 130,
            Self::Terminate => 143,
        }
    }
}

impl fmt::Display for Interrupted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("interrupted")
    }
}

impl std::error::Error for Interrupted {}

/// From now on the signals are noted instead of ending this program at once, so that it can clean up.
pub(crate) fn watch_signals() -> Result<()> {
    let received = RECEIVED.get_or_init(Arc::default);
    for (signal, number) in [(SIGHUP, 1), (SIGINT, 2), (SIGTERM, 15)] {
        register_usize(signal, Arc::clone(received), number).context("cannot watch signals")?;
    }
    super::strays::adopt()
}

/// The signal that came, if one did.
pub(super) fn interrupted() -> Option<Interrupted> {
    match RECEIVED.get()?.load(Ordering::Relaxed) {
        1 => Some(Interrupted::HangUp),
        2 => Some(Interrupted::Interrupt),
        15 => Some(Interrupted::Terminate),
        _ => None,
    }
}

/// Nothing new starts once somebody asked to end.
pub(crate) fn fail_if_interrupted() -> Result<()> {
    interrupted().map_or(Ok(()), |signal| Err(signal.into()))
}
