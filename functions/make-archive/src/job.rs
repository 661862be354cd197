//! How far an archive has come: kept beside the file, since the list of what is in it does not fit a request.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use guildhall_domain::archive::{ArchiveList, ArchivedFile, ArchivedOrganisation, FORMAT, Manifest, VERSION};
use guildhall_shelf::Path;
use serde::{Deserialize, Serialize};

use crate::zip_writer::ZipWriter;

/// What an archive in the making is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Handle {
    /// The folder of its files; chance, so that nobody guesses it.
    pub(crate) folder: String,
    pub(crate) upload: String,
    /// How many requests have worked on it.
    pub(crate) step: u32,
}

impl Handle {
    pub(crate) fn file(&self) -> Path {
        Path::from(format!("{}/guildhall-archive.zip", self.folder))
    }

    /// How far it had come after this step.
    pub(crate) fn job(&self) -> Path {
        Path::from(format!("{}/job-{}", self.folder, self.step))
    }

    /// What was written and is too short for a piece.
    pub(crate) fn rest(&self) -> Path {
        Path::from(format!("{}/rest-{}", self.folder, self.step))
    }

    /// The next step.
    pub(crate) fn next(&self) -> Self {
        Self { step: self.step.saturating_add(1), ..self.clone() }
    }
}

/// How far it has come.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Job {
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) organisation: ArchivedOrganisation,
    /// The list that is being written; none once all are.
    pub(crate) list: Option<ArchiveList>,
    /// Behind what to go on in it.
    pub(crate) after: Option<String>,
    /// The number of its next part.
    pub(crate) part: u32,
    pub(crate) counts: BTreeMap<ArchiveList, u64>,
    pub(crate) files: Vec<ArchivedFile>,
    pub(crate) zip: ZipWriter,
    pub(crate) pieces: Vec<String>,
    pub(crate) is_whole: bool,
}

impl Job {
    pub(crate) fn begin(organisation: ArchivedOrganisation, made_at: DateTime<Utc>) -> Self {
        Self {
            made_at,
            organisation,
            list: Some(ArchiveList::Profile),
            after: None,
            part: 1,
            counts: BTreeMap::new(),
            files: Vec::new(),
            zip: ZipWriter::default(),
            pieces: Vec::new(),
            is_whole: false,
        }
    }

    pub(crate) fn lists_done(&self) -> usize {
        self.list
            .and_then(|list| ArchiveList::ALL.iter().position(|one| *one == list))
            .unwrap_or(ArchiveList::ALL.len())
    }

    pub(crate) fn records(&self) -> u64 {
        self.counts.values().sum()
    }

    pub(crate) fn manifest(&self) -> Manifest {
        Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            made_at: self.made_at,
            organisation: self.organisation.clone(),
            counts: self.counts.clone(),
            files: self.files.clone(),
        }
    }
}
