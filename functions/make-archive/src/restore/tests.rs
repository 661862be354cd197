//! Archives that somebody damaged or made up.

use std::io::Cursor;

use chrono::{DateTime, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::archive::{
    ArchiveFormat, ArchiveList, ArchivedFile, ArchivedOrganisation, FILE_MAX, FORMAT, MANIFEST, Manifest,
    VERSION,
};
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::{Lead, LeadForm, NewLead, PlusDetails, ProductDetails, Support};
use guildhall_domain::referral::history::PaidThrough;
use guildhall_store::Archived;

use super::{Opened, RestoreError, Summary, check};
use crate::part::Part;
use crate::zip_writer::ZipWriter;

fn org() -> OrgId {
    "acme".parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

/// Leads in the order of their keys.
fn leads(count: usize) -> Vec<Lead> {
    let member = Actor {
        id: "maria".parse().unwrap(),
        name: "Maria".to_owned(),
        role: Role::PartnerMember,
        org: Some(org()),
    };
    let lead = |number: usize| {
        let form = LeadForm {
            contact_name: format!("Anna {number}").as_str().into(),
            contact_email: format!("anna-{number}@shop.example").as_str().into(),
            company: "=Shop, \"one\"\nand two".to_owned(),
            website: None,
            country: "SE".parse().unwrap(),
            phone: None,
            description: "Wants one system,\nand soon".into(),
            existing_store: None,
            reference: Some(format!("no-{number}")),
            sales_support: Support::None,
            consent: true,
            inquiry: None,
            details: ProductDetails::Plus(PlusDetails::default()),
        };
        let id = LeadId::derive(&org(), &number.to_string());
        let new = NewLead { id, org_name: "Acme".to_owned(), form, representative: None, contact: None };
        Lead::submit(new, &member, now()).unwrap()
    };
    let mut leads: Vec<_> = (0..count).map(lead).collect();
    leads.sort_by_key(|lead| lead.id.key().simple().to_string());
    leads
}

/// The files of an archive and what its manifest says; both can be changed before they are put together.
struct Draft {
    manifest: Manifest,
    contents: Vec<Vec<u8>>,
}

impl Draft {
    /// Three leads in two parts.
    fn honest() -> Self {
        Self::of(&leads(3))
    }

    fn of(leads: &[Lead]) -> Self {
        let mut parts = Vec::new();
        for (number, leads) in (1..).zip(leads.chunks(2)) {
            let mut part = Part::begin(ArchiveList::Leads, number);
            for lead in leads {
                part.add(&Archived::Lead(Box::new(lead.clone())), &PaidThrough::of(&[])).unwrap();
            }
            parts.extend(part.end());
        }
        let (files, contents) = parts.into_iter().unzip();
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            made_at: now(),
            organisation: ArchivedOrganisation { id: org(), name: "Acme".to_owned() },
            counts: [(ArchiveList::Leads, leads.len() as u64)].into(),
            files,
        };
        Self { manifest, contents }
    }

    /// Changes the first file, and makes the manifest agree with it.
    fn forge(&mut self, change: impl FnOnce(String) -> String) {
        let content = change(String::from_utf8(self.contents[0].clone()).unwrap()).into_bytes();
        let file = &self.manifest.files[0];
        self.manifest.files[0] = ArchivedFile::new(file.list, file.format, 1, file.records, &content);
        self.contents[0] = content;
    }

    fn bytes(&self) -> Vec<u8> {
        let (mut zip, mut out) = (ZipWriter::default(), Vec::new());
        for (file, content) in self.manifest.files.iter().zip(&self.contents) {
            zip.add(&file.name, content, &mut out).unwrap();
        }
        let manifest = serde_json::to_vec(&self.manifest).unwrap();
        zip.add(MANIFEST, &manifest, &mut out).unwrap();
        zip.end(&mut out).unwrap();
        out
    }

    fn check(&self) -> Result<Summary, RestoreError> {
        checked(self.bytes())
    }

    fn refusal(&self) -> String {
        self.check().unwrap_err().to_string()
    }
}

fn checked(bytes: Vec<u8>) -> Result<Summary, RestoreError> {
    check(&mut Opened::open(Cursor::new(bytes))?)
}

#[test]
fn an_archive_that_nobody_touched_is_whole() {
    let summary = Draft::honest().check().unwrap();
    assert_eq!(summary.organisation.id, org());
    assert_eq!(summary.counts, [(ArchiveList::Leads, 3)].into());
}

#[test]
fn the_line_that_was_altered_is_named() {
    let mut draft = Draft::honest();
    let text = String::from_utf8(draft.contents[0].clone()).unwrap();
    let (first, second) = text.split_once(",\n").unwrap();
    draft.contents[0] = format!("{first},\n{}", second.replacen("Acme", "Agme", 1)).into_bytes();
    assert_eq!(draft.refusal(), "leads-1.json is not as it was written: line 3 differs");

    let mut table = Draft::honest();
    let shorter = table.contents[1].len() - 4;
    table.contents[1].truncate(shorter);
    assert!(table.refusal().starts_with("leads-1.csv is not as it was written: line "));
}

#[test]
fn what_was_added_behind_the_end_is_noticed_without_reading_it() {
    let mut draft = Draft::honest();
    draft.contents[0].extend(vec![b' '; 50 << 20]);
    assert!(draft.refusal().starts_with("leads-1.json is not as it was written: line "));
    draft.manifest.files[0].bytes = FILE_MAX + 1;
    assert_eq!(draft.refusal(), format!("leads-1.json is longer than {FILE_MAX} bytes"));
}

#[test]
fn an_archive_that_was_cut_off_or_scratched_is_refused_and_never_read_as_something_else() {
    let whole = Draft::honest().bytes();
    for length in [0, 10, whole.len() / 2, whole.len() - 1] {
        assert!(checked(whole[..length].to_vec()).is_err(), "{length}");
    }
    let honest = checked(whole.clone()).unwrap();
    for place in (0..whole.len()).step_by(7) {
        let mut scratched = whole.clone();
        scratched[place] ^= 0x10;
        // Some bytes, such as the dates of files, mean nothing.
        if let Ok(summary) = checked(scratched) {
            assert_eq!(summary.counts, honest.counts, "{place}");
        }
    }
}

#[test]
fn files_that_are_missing_or_too_many_are_noticed() {
    let mut fewer = Draft::honest();
    let file = ArchivedFile::new(ArchiveList::Jobs, ArchiveFormat::Json, 1, 0, b"[\n]\n");
    fewer.manifest.files.push(file.clone());
    fewer.manifest.counts.insert(ArchiveList::Jobs, 0);
    assert_eq!(fewer.refusal(), "jobs-1.json is missing");

    let mut more = Draft::honest();
    more.manifest.files.truncate(2);
    more.manifest.counts.insert(ArchiveList::Leads, 2);
    let mut whole = Draft::honest();
    whole.manifest = more.manifest;
    let (mut zip, mut out) = (ZipWriter::default(), Vec::new());
    for (name, content) in ["leads-1.json", "leads-1.csv", "extra.json"].iter().zip(&whole.contents) {
        zip.add(name, content, &mut out).unwrap();
    }
    zip.add(MANIFEST, &serde_json::to_vec(&whole.manifest).unwrap(), &mut out).unwrap();
    zip.end(&mut out).unwrap();
    assert!(matches!(checked(out), Err(RestoreError::Stray)));

    let mut counted = Draft::honest();
    counted.manifest.counts.insert(ArchiveList::Leads, 4);
    assert_eq!(counted.refusal(), "the manifest counts 4 leads, and its files hold 3");
    assert!(matches!(checked(b"PK but no archive".to_vec()), Err(RestoreError::Zip(_))));
}

#[test]
fn a_forger_who_corrects_the_hashes_is_still_caught_by_the_records() {
    let record = |draft: Draft| match draft.check() {
        Err(RestoreError::Record { line, what, .. }) => (line, what),
        other => panic!("{other:?}"),
    };
    let forged = |change: fn(String) -> String| {
        let mut draft = Draft::honest();
        draft.forge(change);
        record(draft)
    };
    // The timeline is a chain of hashes, which covers who did what.
    assert_eq!(
        forged(|text| text.replacen("Maria", "Moria", 1)),
        (2, "the timeline is not as it was recorded")
    );
    let unknown = forged(|text| text.replacen("{\"", "{\"bonus\":1,\"", 1));
    assert_eq!(unknown, (2, "the record holds what is not known here"));
    assert_eq!(forged(|text| text.replacen("},\n{", "},\n{,", 1)).1, "this is no JSON");
    assert_eq!(forged(|text| text.replace('[', "(")), (1, "this is no list of records"));
    let placed = forged(|text| text.replacen("{\"", "{\"PK\":\"ORG#other#LEADS\",\"", 1));
    assert_eq!(placed, (2, "this is no record of the list, or another organisation's"));
    let twice = forged(|text| {
        let record = text.lines().nth(1).unwrap().trim_end_matches(',').to_owned();
        format!("[\n{record},\n{record}\n]\n")
    });
    assert_eq!(twice, (3, "the record is there twice, or not in its place"));
    let mut fewer = Draft::honest();
    fewer.forge(|text| format!("{}\n]\n", text.split_once(",\n").unwrap().0));
    assert!(matches!(fewer.check(), Err(RestoreError::Count { counted: 2, held: 1, .. })));
}
