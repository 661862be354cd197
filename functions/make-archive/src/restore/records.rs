//! The records of a file, read line by line as they were written.

use guildhall_domain::archive::ArchivedFile;
use guildhall_domain::ids::OrgId;
use guildhall_store::Archived;
use serde_json::Value;

use super::RestoreError;
use crate::part::{BEGINNING, BETWEEN, EMPTY, END};

/// The records of a part of a list.
pub(super) struct Records<'a> {
    org: &'a OrgId,
    file: &'a ArchivedFile,
    /// What is left to read.
    rest: &'a str,
    line: usize,
    /// The key of the record before.
    last: Option<String>,
}

impl<'a> Records<'a> {
    pub(super) fn of(
        org: &'a OrgId,
        file: &'a ArchivedFile,
        content: &'a [u8],
    ) -> Result<Self, RestoreError> {
        let wrong = |what| RestoreError::Record { name: file.name.clone(), line: 1, what };
        let text = str::from_utf8(content).map_err(|_| wrong("this is not UTF-8"))?;
        let body = match text {
            EMPTY => Some(""),
            _ => text.strip_prefix(BEGINNING).and_then(|text| text.strip_suffix(END)),
        };
        let rest = body.ok_or_else(|| wrong("this is no list of records"))?;
        Ok(Self { org, file, rest, line: 1, last: None })
    }

    /// The same, where the list began in another part, whose last record had this key.
    pub(super) fn behind(self, last: Option<String>) -> Self {
        Self { last, ..self }
    }

    /// The key of the record that was read last.
    pub(super) fn last(self) -> Option<String> {
        self.last
    }

    fn read(&mut self, line: &str) -> Result<Archived, &'static str> {
        let json: Value = serde_json::from_str(line).map_err(|_| "this is no JSON")?;
        let key = ["SK", "id"].iter().find_map(|name| json.get(name)?.as_str()).map(str::to_owned);
        let key = key.ok_or("the record has no key")?;
        // Each stands there once, in the order of the keys.
        if self.last.as_ref().is_some_and(|last| *last >= key) {
            return Err("the record is there twice, or not in its place");
        }
        self.last = Some(key);
        let record = Archived::from_json(self.org, self.file.list, json.clone());
        let record = record.ok_or("this is no record of the list, or another organisation's")?;
        // What is not understood would be lost.
        if record.to_json().map_err(|_| "the record cannot be kept")? != json {
            return Err("the record holds what is not known here");
        }
        match &record {
            Archived::Lead(lead) if lead.first_altered().is_some() => {
                Err("the timeline is not as it was recorded")
            }
            _ => Ok(record),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Archived, RestoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (line, rest) = self.rest.split_once(BETWEEN).unwrap_or((self.rest, ""));
        self.rest = rest;
        self.line += 1;
        let (name, number) = (&self.file.name, self.line);
        Some(self.read(line).map_err(|what| RestoreError::Record { name: name.clone(), line: number, what }))
    }
}
