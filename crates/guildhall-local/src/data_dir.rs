//! The directory that outlives the process, held by one instance at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::StartError;

/// Where things are kept: a directory that nobody else uses, or nowhere.
#[derive(Debug)]
pub(crate) enum DataDir {
    /// Kept in memory only.
    Memory,
    /// Kept on disk; the lock is held as long as this lives.
    Disk { dir: PathBuf, _lock: File },
}

impl DataDir {
    /// Makes the directory if it is missing and takes its lock.
    ///
    /// The lock is the operating system's, so a killed process leaves none behind.
    pub(crate) fn open(dir: &Path) -> Result<Self, StartError> {
        let failed = |path: &Path, source| StartError::DataDir { path: path.to_owned(), source };
        fs::create_dir_all(dir).map_err(|source| failed(dir, source))?;
        let path = dir.join("lock");
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|source| failed(&path, source))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self::Disk { dir: dir.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(StartError::Locked { dir: dir.to_owned() }),
            Err(TryLockError::Error(source)) => Err(failed(&path, source)),
        }
    }

    /// A file in the directory, or `None` in memory.
    pub(crate) fn file(&self, name: &str) -> Option<PathBuf> {
        match self {
            Self::Memory => None,
            Self::Disk { dir, .. } => Some(dir.join(name)),
        }
    }
}

/// Reads a small file; `None` if it does not exist.
pub(crate) fn read(path: &Path) -> Result<Option<String>, StartError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(StartError::DataDir { path: path.to_owned(), source }),
    }
}

/// Replaces a small file in one step, readable by its owner only: a reader sees the old text or the
/// new one, also after a crash.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let draft = path.with_extension("new");
    let mut options = OpenOptions::new();
    options.create(true).write(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&draft, path)
}
