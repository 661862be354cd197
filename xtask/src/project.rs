//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository and its folders.
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The repository that this program was built from.
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().context("xtask is not inside a workspace")?.to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(named) => root.join(named),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The top of the repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the repository.
    pub(crate) fn at(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A file or folder among what is built.
    pub(crate) fn built(&self, relative: &str) -> PathBuf {
        self.target.join(relative)
    }

    /// A path as a person at the top of the repository would write it, and as a program started there takes it.
    pub(crate) fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned()
    }

    /// A program of the Python environment.
    pub(crate) fn python_tool(&self, name: &str) -> PathBuf {
        self.at(".venv/bin").join(name)
    }

    /// The folder of AWS's DynamoDB Local.
    pub(crate) fn dynamodb_local(&self) -> PathBuf {
        self.built("tools/dynamodb-local")
    }

    /// The emulator of SES, a program for Node.js.
    pub(crate) fn ses_local(&self) -> PathBuf {
        self.at("tests/mail/node_modules/aws-ses-v2-local/dist/cli.js")
    }

    /// The one-machine system, as `run` and the tests build it.
    pub(crate) fn guildhall_local(&self) -> PathBuf {
        self.built("debug/guildhall-local")
    }
}
