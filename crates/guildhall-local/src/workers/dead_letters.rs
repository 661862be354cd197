//! Changes that a worker could not handle, however often it tried. In AWS they go to a queue.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use guildhall_worker::{Change, WorkError};
use serde::{Deserialize, Serialize};

use crate::StartError;
use crate::data_dir::{self, DataDir};

/// The list of them.
#[derive(Debug)]
pub(crate) struct DeadLetters {
    file: Option<PathBuf>,
    letters: Mutex<Vec<DeadLetter>>,
}

/// A change that was given up. What was in the item is not kept: it may be personal, and is in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadLetter {
    /// The worker that could not handle it.
    pub worker: String,
    /// The item's partition key.
    pub pk: String,
    /// The item's sort key.
    pub sk: String,
    /// What sort of item it is.
    pub kind: String,
    /// The change's own number.
    pub sequence_number: String,
    /// What went wrong at the last try.
    pub reason: String,
    /// When it was given up, by the machine's clock.
    pub given_up_at: DateTime<Utc>,
}

impl DeadLetters {
    pub(crate) fn open(data: &DataDir) -> Result<Self, StartError> {
        let file = data.file("dead-letters.json");
        let text = file.as_deref().map(data_dir::read).transpose()?.flatten();
        let letters = match (text, &file) {
            (Some(text), Some(file)) => serde_json::from_str(&text)
                .map_err(|error| StartError::Damaged { file: file.clone(), reason: error.to_string() })?,
            (Some(_) | None, Some(_) | None) => Vec::new(),
        };
        Ok(Self { file, letters: Mutex::new(letters) })
    }

    /// All of them, the oldest first.
    pub(crate) fn list(&self) -> Vec<DeadLetter> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Gives a change up.
    pub(super) fn add(&self, worker: &str, change: &Change, error: &WorkError) {
        let letter = DeadLetter {
            worker: worker.to_owned(),
            pk: change.key.pk.clone(),
            sk: change.key.sk.clone(),
            kind: change.kind().to_owned(),
            sequence_number: change.sequence_number.clone(),
            reason: error.to_string(),
            given_up_at: std::time::SystemTime::now().into(),
        };
        tracing::error!(
            worker,
            pk = letter.pk,
            sk = letter.sk,
            cause = letter.reason,
            "gave a change up; it is listed at /dev/dead-letters.json"
        );
        let mut letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        letters.push(letter);
        if let Err(error) = self.keep(&letters) {
            tracing::error!(%error, "the list of dead letters could not be kept");
        }
    }

    fn keep(&self, letters: &[DeadLetter]) -> std::io::Result<()> {
        match &self.file {
            Some(file) => data_dir::replace(file, &serde_json::to_string_pretty(letters)?),
            None => Ok(()),
        }
    }
}
