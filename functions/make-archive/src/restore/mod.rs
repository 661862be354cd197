//! Brings an archive into an installation that has nothing of its organisation. All of it is checked before the first
//! record is written, so an archive that is refused leaves no trace.

mod opened;
mod records;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use guildhall_domain::archive::{ArchiveFormat, ArchiveList, ArchivedFile, ArchivedOrganisation, Unreadable};
use guildhall_domain::migration::RunId;
use guildhall_store::{Archived, Archives, MerchantKey, RestoreRefused, StoreError, Table};

pub use opened::Opened;
use records::Records;

/// Why an archive cannot be restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The file does not read, or is no ZIP.
    #[error("the file is no archive, or not all of one: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// It does not say what is in it.
    #[error("the archive has no readable manifest: {0}")]
    Manifest(String),
    /// What it says makes no sense.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// A file is missing.
    #[error("{0} is missing")]
    Missing(String),
    /// There are files that the manifest does not name.
    #[error("the archive holds files that its manifest does not name")]
    Stray,
    /// A file is not as it was written.
    #[error("{name} is not as it was written: line {line} differs")]
    Differs {
        /// The file.
        name: String,
        /// The first line that differs, counted from 1.
        line: usize,
    },
    /// A record does not read.
    #[error("{name}, line {line}: {what}")]
    Record {
        /// The file.
        name: String,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A file holds another number of records than the manifest says.
    #[error("the manifest counts {counted} records in {name}, and it holds {held}")]
    Count {
        /// The file.
        name: String,
        /// What the manifest says.
        counted: u64,
        /// What it holds.
        held: u64,
    },
    /// The installation does not take it.
    #[error(transparent)]
    Refused(#[from] RestoreRefused),
    /// The table does not answer as it should.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No random number could be drawn.
    #[error("this machine gives no random numbers")]
    Chance,
}

/// What an archive holds, or what of it was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Whose it is.
    pub organisation: ArchivedOrganisation,
    /// How many records of each list.
    pub counts: BTreeMap<ArchiveList, u64>,
}

/// Checks an archive, every file and every record of it.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check<F: Read + Seek>(archive: &mut Opened<F>) -> Result<Summary, RestoreError> {
    walk(archive, |_| Ok(()))?;
    let manifest = archive.manifest();
    Ok(Summary { organisation: manifest.organisation.clone(), counts: manifest.counts.clone() })
}

/// Checks an archive and then writes what is in it to a table that has nothing of its organisation. Merchants of jobs
/// are hidden by this key. Whatever breaks off meanwhile leaves a part of it, which the table has to be rid of first.
///
/// # Errors
/// What is wrong with the archive, or why the table does not take it; then nothing is written.
pub async fn restore<F: Read + Seek>(
    table: Table,
    merchants: &MerchantKey,
    archive: &mut Opened<F>,
) -> Result<Summary, RestoreError> {
    let mut handle = None;
    walk(archive, |record| {
        if let Archived::Profile(profile) = record {
            handle = Some(profile.handle.clone());
        }
        Ok(())
    })?;
    let manifest = archive.manifest().clone();
    let archives = Archives::new(table);
    if let Some(refusal) = archives.refusal(&manifest.organisation.id, handle.as_ref()).await? {
        return Err(refusal.into());
    }
    let run = run_id()?;
    for file in manifest.files.iter().filter(|file| is_restored(file)) {
        let content = archive.read(file)?;
        let records = Records::of(&manifest.organisation.id, file, &content)?;
        archives.restore(merchants, run, records.collect::<Result<_, _>>()?).await?;
    }
    Ok(Summary { organisation: manifest.organisation, counts: manifest.counts })
}

/// Reads everything, record by record.
fn walk<F: Read + Seek>(
    archive: &mut Opened<F>,
    mut see: impl FnMut(&Archived) -> Result<(), RestoreError>,
) -> Result<(), RestoreError> {
    let manifest = archive.manifest().clone();
    let mut last: BTreeMap<ArchiveList, String> = BTreeMap::new();
    for file in &manifest.files {
        let content = archive.read(file)?;
        if !is_restored(file) {
            continue;
        }
        let after = last.remove(&file.list);
        let mut records = Records::of(&manifest.organisation.id, file, &content)?.behind(after);
        let mut held = 0;
        for record in records.by_ref() {
            see(&record?)?;
            held += 1;
        }
        if held != file.records {
            return Err(RestoreError::Count { name: file.name.clone(), counted: file.records, held });
        }
        last.extend(records.last().map(|key| (file.list, key)));
    }
    Ok(())
}

fn is_restored(file: &ArchivedFile) -> bool {
    file.list.is_restored() && file.format == ArchiveFormat::Json
}

fn run_id() -> Result<RunId, RestoreError> {
    let mut bytes = [0; 16];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| RestoreError::Chance)?;
    Ok(RunId::from_chance(u128::from_be_bytes(bytes)))
}
