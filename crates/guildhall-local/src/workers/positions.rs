//! How far each worker has come in the stream. Kept, so that a restart goes on where it ended: whatever
//! was handled but not yet kept when the process was killed is handled again, and nothing is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::StartError;
use crate::data_dir::{self, DataDir};

/// How far each worker has come.
#[derive(Debug)]
pub(crate) struct Positions {
    file: Option<PathBuf>,
    kept: Mutex<Kept>,
}

/// A worker's place in each shard.
pub(super) type Shards = BTreeMap<String, Place>;

/// A place in a shard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Place {
    /// Behind the change with this number.
    After(String),
    /// At the end of a shard that is closed.
    End,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    /// The stream that the numbers belong to. A table made anew has another one.
    stream: String,
    workers: BTreeMap<String, Shards>,
    /// Workers that are to be taken past everything before they start.
    #[serde(default)]
    to_skip: BTreeSet<String>,
    /// Workers that are to begin with everything at once.
    #[serde(default)]
    to_begin: BTreeSet<String>,
}

impl Positions {
    pub(crate) fn open(data: &DataDir) -> Result<Self, StartError> {
        let file = data.file("workers.json");
        let text = file.as_deref().map(data_dir::read).transpose()?.flatten();
        let kept = match (text, &file) {
            (Some(text), Some(file)) => serde_json::from_str(&text)
                .map_err(|error| StartError::Damaged { file: file.clone(), reason: error.to_string() })?,
            (Some(_) | None, Some(_) | None) => Kept::default(),
        };
        Ok(Self { file, kept: Mutex::new(kept) })
    }

    /// Where a worker is in a stream; nowhere if it has never followed it.
    pub(super) fn of(&self, stream: &str, worker: &str) -> Shards {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let same = kept.stream == stream;
        kept.workers.get(worker).filter(|_| same).cloned().unwrap_or_default()
    }

    /// Keeps how far a worker has come.
    pub(super) fn keep(&self, stream: &str, worker: &str, shards: &Shards) -> io::Result<()> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.stream != stream {
            stream.clone_into(&mut kept.stream);
            kept.workers.clear();
        }
        kept.workers.insert(worker.to_owned(), shards.clone());
        self.write(&kept)
    }

    /// Notes that workers are to be taken past everything before they start, and that some of them are
    /// then to begin with everything at once. Kept before that is written which they are not to hear of
    /// one by one, so that no interruption can make them hear of it.
    pub(crate) fn note_to_skip(&self, workers: &[&str], to_begin: &[&str]) -> Result<(), StartError> {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        (kept.to_skip, kept.to_begin) = (names(workers), names(to_begin));
        self.write(&kept).map_err(|source| self.unwritable(source))
    }

    /// Notes that they were taken there.
    pub(super) fn note_skipped(&self) -> Result<(), StartError> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.to_skip.clear();
        self.write(&kept).map_err(|source| self.unwritable(source))
    }

    /// Whether a worker is still to begin with everything at once.
    pub(super) fn is_to_begin(&self, worker: &str) -> bool {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).to_begin.contains(worker)
    }

    /// Notes that it has.
    pub(super) fn note_begun(&self, worker: &str) -> io::Result<()> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.to_begin.remove(worker);
        self.write(&kept)
    }

    /// The workers that are to be taken past everything before they start.
    pub(crate) fn to_skip(&self) -> BTreeSet<String> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).to_skip.clone()
    }

    fn write(&self, kept: &Kept) -> io::Result<()> {
        match &self.file {
            Some(file) => data_dir::replace(file, &serde_json::to_string(kept)?),
            None => Ok(()),
        }
    }

    fn unwritable(&self, source: io::Error) -> StartError {
        StartError::DataDir { path: self.file.clone().unwrap_or_default(), source }
    }

    /// The number of the last change that all of these workers have behind them, in a stream of one shard.
    pub(crate) fn passed_by<'a>(&self, workers: impl Iterator<Item = &'a str>) -> Option<String> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = |worker: &str| match kept.workers.get(worker)?.first_key_value()? {
            (_, Place::After(number)) => Some(number.clone()),
            (_, Place::End) => None,
        };
        // All numbers are of the same length.
        workers.map(place).collect::<Option<Vec<_>>>()?.into_iter().min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(number: &str) -> Shards {
        Shards::from([("shard".to_owned(), Place::After(number.to_owned()))])
    }

    #[test]
    fn a_table_made_anew_is_followed_from_its_beginning() {
        let positions = Positions::open(&DataDir::Memory).unwrap();
        positions.keep("first", "tell", &after("7")).unwrap();
        assert_eq!(positions.of("first", "tell"), after("7"));
        assert_eq!(positions.of("second", "tell"), Shards::new());
        positions.keep("second", "sweep", &after("1")).unwrap();
        assert_eq!(positions.of("first", "tell"), Shards::new());
    }

    #[test]
    fn only_what_everybody_has_behind_them_counts_as_passed() {
        let positions = Positions::open(&DataDir::Memory).unwrap();
        let both = || ["tell", "sweep"].into_iter();
        positions.keep("stream", "tell", &after("19")).unwrap();
        assert_eq!(positions.passed_by(both()), None);
        positions.keep("stream", "sweep", &after("17")).unwrap();
        assert_eq!(positions.passed_by(both()).as_deref(), Some("17"));
    }
}
