//! What is in an archive, and how to tell that it is what was written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fmt::Write;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{ArchiveFormat, ArchiveList};
use crate::ids::OrgId;

/// What every manifest calls itself.
pub const FORMAT: &str = "guildhall-archive";
/// The version that is written and read.
pub const VERSION: u32 = 1;
/// The name of the manifest's own file.
pub const MANIFEST: &str = "manifest.json";
/// The longest manifest, in bytes.
pub const MANIFEST_MAX: u64 = 32 << 20;
/// The longest file of an archive, in bytes.
pub const FILE_MAX: u64 = 64 << 20;
/// The most files of an archive, the manifest aside.
pub const FILES_MAX: usize = 4_000;
/// The most bytes of all files together.
pub const TOTAL_MAX: u64 = 8 << 30;
/// Of each line so many bytes of its hash are kept.
const MARK_BYTES: usize = 4;

/// A SHA-256, as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Checksum([u8; 32]);

/// Not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a checksum is 64 hexadecimal digits")]
pub struct ChecksumError;

impl Checksum {
    /// Of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl From<Checksum> for String {
    fn from(checksum: Checksum) -> Self {
        checksum.to_string()
    }
}

impl FromStr for Checksum {
    type Err = ChecksumError;

    fn from_str(text: &str) -> Result<Self, ChecksumError> {
        let digits = text.as_bytes();
        let mut bytes = [0; 32];
        if digits.len() != 2 * bytes.len() || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(ChecksumError);
        }
        for (place, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * place..2 * place + 2).ok_or(ChecksumError)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| ChecksumError)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Checksum {
    type Error = ChecksumError;

    fn try_from(text: String) -> Result<Self, ChecksumError> {
        text.parse()
    }
}

/// The beginnings of the hashes of a file's lines, by which the line is found that differs. What proves the file is its
/// own hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LineMarks(String);

impl LineMarks {
    /// Of the lines of a file.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut marks = String::new();
        for line in lines(bytes) {
            for byte in Sha256::digest(line).iter().take(MARK_BYTES) {
                // Writing to a String cannot fail.
                let _ = write!(marks, "{byte:02x}");
            }
        }
        Self(marks)
    }

    /// The first line, counted from 1, that is not as it was written, or is missing or too much; `None` if all are as
    /// they were.
    #[must_use]
    pub fn first_difference(&self, bytes: &[u8]) -> Option<usize> {
        let found = Self::of(bytes);
        let each =
            |marks: &Self| marks.0.as_bytes().chunks(2 * MARK_BYTES).map(<[u8]>::to_vec).collect::<Vec<_>>();
        let (written, found) = (each(self), each(&found));
        let differs = written.iter().zip(&found).position(|(written, found)| written != found);
        let common = written.len().min(found.len());
        differs.or((written.len() != found.len()).then_some(common)).map(|place| place + 1)
    }
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

/// A file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchivedFile {
    /// Its name in the archive.
    pub name: String,
    /// Which list it is a part of.
    pub list: ArchiveList,
    /// How it is written.
    pub format: ArchiveFormat,
    /// How many records are in it.
    pub records: u64,
    /// How long it is, in bytes, uncompressed.
    pub bytes: u64,
    /// Its hash, uncompressed.
    pub sha256: Checksum,
    /// By which the line is found that differs.
    pub lines: LineMarks,
}

impl ArchivedFile {
    /// A part of a list, counted from 1.
    #[must_use]
    pub fn new(list: ArchiveList, format: ArchiveFormat, part: u32, records: u64, bytes: &[u8]) -> Self {
        Self {
            name: format.file_name(list, part),
            list,
            format,
            records,
            bytes: bytes.len() as u64,
            sha256: Checksum::of(bytes),
            lines: LineMarks::of(bytes),
        }
    }
}

/// Whose archive it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchivedOrganisation {
    /// Its id.
    pub id: OrgId,
    /// What it was called.
    pub name: String,
}

/// What is in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// When the archive was begun, in business time.
    pub made_at: DateTime<Utc>,
    /// Whose it is.
    pub organisation: ArchivedOrganisation,
    /// How many records there are of each list; a list that is not named was left out.
    pub counts: BTreeMap<ArchiveList, u64>,
    /// Every file but the manifest, in the order of the archive.
    pub files: Vec<ArchivedFile>,
}

/// Why a manifest cannot be gone by.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is something else.
    #[error("this is no archive of Guildhall")]
    Format,
    /// It was written by a version that is not known here.
    #[error("the archive has version {0}, and only version {VERSION} is known here")]
    Version(u32),
    /// There are too many files.
    #[error("the archive names more than {FILES_MAX} files")]
    TooManyFiles,
    /// A file is too long.
    #[error("{0} is longer than {FILE_MAX} bytes")]
    TooLong(String),
    /// All files together are too long.
    #[error("the files of the archive are longer than {TOTAL_MAX} bytes")]
    TotalTooLong,
    /// A file is named otherwise than its list and format say, or twice.
    #[error("{0} is named twice, or not after its list")]
    Name(String),
    /// The files of a list hold another number of records than the manifest says.
    #[error("the manifest counts {counted} {list}, and its files hold {held}", list = .list.code())]
    Count {
        /// The list.
        list: ArchiveList,
        /// What it says.
        counted: u64,
        /// What its files hold.
        held: u64,
    },
}

impl Manifest {
    /// Checks what it says against itself.
    ///
    /// # Errors
    /// The first thing that makes no sense.
    pub fn check(&self) -> Result<(), Unreadable> {
        if self.format != FORMAT {
            return Err(Unreadable::Format);
        }
        if self.version != VERSION {
            return Err(Unreadable::Version(self.version));
        }
        if self.files.len() > FILES_MAX {
            return Err(Unreadable::TooManyFiles);
        }
        self.check_names()?;
        let total = self.files.iter().fold(0_u64, |sum, file| sum.saturating_add(file.bytes));
        if total > TOTAL_MAX {
            return Err(Unreadable::TotalTooLong);
        }
        for format in [ArchiveFormat::Json, ArchiveFormat::Csv] {
            self.check_counts(format)?;
        }
        Ok(())
    }

    fn check_names(&self) -> Result<(), Unreadable> {
        let mut names = BTreeSet::new();
        let mut parts: BTreeMap<_, u32> = BTreeMap::new();
        for file in &self.files {
            let part = parts.entry((file.list, file.format)).or_default();
            *part = part.saturating_add(1);
            if file.name != file.format.file_name(file.list, *part) || !names.insert(&file.name) {
                return Err(Unreadable::Name(file.name.clone()));
            }
            if file.bytes > FILE_MAX {
                return Err(Unreadable::TooLong(file.name.clone()));
            }
        }
        Ok(())
    }

    fn check_counts(&self, format: ArchiveFormat) -> Result<(), Unreadable> {
        let mut held: BTreeMap<_, u64> = self.counts.keys().map(|list| (*list, 0)).collect();
        for file in self.files.iter().filter(|file| file.format == format) {
            let sum = held.entry(file.list).or_default();
            *sum = sum.saturating_add(file.records);
        }
        for (list, held) in held {
            let counted = self.counts.get(&list).copied().unwrap_or_default();
            if counted != held {
                return Err(Unreadable::Count { list, counted, held });
            }
        }
        Ok(())
    }

    /// Whether another archive holds the same, whenever it was made.
    #[must_use]
    pub fn holds_the_same(&self, other: &Self) -> bool {
        (&self.organisation.id, &self.counts, &self.files)
            == (&other.organisation.id, &other.counts, &other.files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let file = |format| ArchivedFile::new(ArchiveList::Leads, format, 1, 2, b"[\n1,\n2\n]\n");
        Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            made_at: "2026-11-22T10:00:00Z".parse().unwrap(),
            organisation: ArchivedOrganisation { id: "acme".parse().unwrap(), name: "Acme".to_owned() },
            counts: [(ArchiveList::Leads, 2), (ArchiveList::Jobs, 0)].into(),
            files: vec![file(ArchiveFormat::Json), file(ArchiveFormat::Csv)],
        }
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let manifest = manifest();
        let text = serde_json::to_string(&manifest).unwrap();
        assert_eq!(serde_json::from_str::<Manifest>(&text).unwrap(), manifest);
        assert_eq!(manifest.check(), Ok(()));
        assert!(text.contains("\"leads\":2"), "{text}");
    }

    #[test]
    fn what_makes_no_sense_is_told() {
        let with = |change: fn(&mut Manifest)| {
            let mut manifest = manifest();
            change(&mut manifest);
            manifest.check().unwrap_err()
        };
        assert_eq!(with(|manifest| manifest.format.clear()), Unreadable::Format);
        assert_eq!(with(|manifest| manifest.version = 2), Unreadable::Version(2));
        let name = || Unreadable::Name("leads-1.json".to_owned());
        assert_eq!(with(|manifest| manifest.files.push(manifest.files[0].clone())), name());
        let outside = with(|manifest| manifest.files[0].name = "../leads-1.json".to_owned());
        assert_eq!(outside, Unreadable::Name("../leads-1.json".to_owned()));
        let long = with(|manifest| manifest.files[0].bytes = FILE_MAX + 1);
        assert_eq!(long, Unreadable::TooLong("leads-1.json".to_owned()));
        let fewer = with(|manifest| manifest.files[1].records = 1);
        assert_eq!(fewer, Unreadable::Count { list: ArchiveList::Leads, counted: 2, held: 1 });
        assert_eq!(fewer.to_string(), "the manifest counts 2 leads, and its files hold 1");
    }

    #[test]
    fn the_line_that_differs_is_found() {
        let marks = LineMarks::of(b"one\ntwo\nthree\n");
        assert_eq!(marks.first_difference(b"one\ntwo\nthree\n"), None);
        assert_eq!(marks.first_difference(b"one\ntwO\nthree\n"), Some(2));
        assert_eq!(marks.first_difference(b"one\ntwo\n"), Some(3));
        assert_eq!(marks.first_difference(b"one\ntwo\nthree"), Some(3));
        assert_eq!(marks.first_difference(b"one\ntwo\nthree\nfour\n"), Some(4));
    }

    #[test]
    fn a_checksum_is_64_digits() {
        let sum = Checksum::of(b"");
        assert_eq!(sum.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(sum.to_string().parse(), Ok(sum));
        assert!("e3".parse::<Checksum>().is_err());
        assert!("é".repeat(32).parse::<Checksum>().is_err());
    }
}
