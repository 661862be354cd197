//! Which grants were used. Over a whole run of tests this says which are there for nothing.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::policy::Grant;
use crate::random;

/// Names the folder in which every gate of a run of tests writes down what was used. Unset, nothing is written.
pub(super) const FOLDER: &str = "GUILDHALL_GRANTS";
/// The file there that lists all grants, one on a line.
const GRANTED: &str = "granted";
/// How the files there begin that list grants which were used, in the same words.
const USED: &str = "used-";

/// What was used through one gate.
#[derive(Debug)]
pub(super) struct Uses {
    seen: Vec<AtomicBool>,
    file: Option<File>,
}

impl Uses {
    /// Notes uses of these grants, in a folder if there is one.
    pub(super) fn open(grants: &[Grant], folder: Option<&Path>) -> io::Result<Self> {
        let seen = grants.iter().map(|_| AtomicBool::new(false)).collect();
        let Some(folder) = folder else { return Ok(Self { seen, file: None }) };
        fs::create_dir_all(folder)?;
        let own = random::request_id();
        // Others write the same at the same time, so it appears there whole.
        let whole = folder.join(&own);
        fs::write(&whole, grants.iter().map(|grant| format!("{grant}\n")).collect::<String>())?;
        fs::rename(whole, folder.join(GRANTED))?;
        let file = File::create_new(folder.join(format!("{USED}{own}")))?;
        Ok(Self { seen, file: Some(file) })
    }

    /// Notes that a grant was used. Written down at once: a test's process ends without a word.
    pub(super) fn note(&self, number: usize, grant: &Grant) {
        if self.seen.get(number).is_none_or(|seen| seen.swap(true, Ordering::Relaxed)) {
            return;
        }
        let Some(mut file) = self.file.as_ref() else { return };
        // One write for the line, so that lines do not mix.
        if let Err(error) = file.write_all(format!("{grant}\n").as_bytes()) {
            tracing::error!(%error, "the use of a grant could not be written down");
        }
    }
}
