//! Writes an archive, a piece for each request.
//!
//! A list is read in the order of its keys, from behind the record that was written last: what was there all the time
//! is in the archive once, whatever changes meanwhile.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Actor;
use guildhall_domain::archive::{ArchiveList, ArchivedOrganisation, FILES_MAX, MANIFEST};
use guildhall_domain::audit::of_archive;
use guildhall_domain::referral::history::PaidThrough;
use guildhall_http::{OrFail, Problem, ProblemCode, not_found};
use guildhall_shelf::{Shelf, ShelfError};
use guildhall_store::{Archives, Audit, Ledger, Table};

use crate::job::{Handle, Job};
use crate::part::Part;
use crate::zip_writer::TooLong;

/// How long the JSON of a part is at least, in bytes, unless it is the last.
const PART_BYTES: usize = 4 << 20;
/// How long a request works, far below what the function may take.
const WORK: Duration = Duration::from_secs(4);
/// A bucket takes ten times as many.
const PIECES_MAX: usize = 1_000;

/// Writes archives.
#[derive(Debug)]
pub(crate) struct Maker {
    archives: Archives,
    ledger: Ledger,
    audit: Audit,
    pub(crate) shelf: Shelf,
}

impl Maker {
    pub(crate) fn new(table: &Table, shelf: Shelf) -> Self {
        Self {
            archives: Archives::new(table.clone()),
            ledger: Ledger::new(table.clone()),
            audit: Audit::new(table.clone()),
            shelf,
        }
    }

    /// Begins an archive in a folder that nobody guesses.
    pub(crate) async fn begin(
        &self,
        folder: String,
        organisation: ArchivedOrganisation,
        now: DateTime<Utc>,
    ) -> Result<(Handle, Job), Problem> {
        let mut handle = Handle { folder, upload: String::new(), step: 0 };
        handle.upload = self.shelf.begin(&handle.file()).await.or_fail()?;
        let job = Job::begin(organisation, now);
        self.keep(&handle, &job, Vec::new()).await?;
        Ok((handle, job))
    }

    /// Goes on by a step, and returns where the archive then stands. A step that is asked for again is done again; of
    /// what was written twice the later counts.
    pub(crate) async fn go_on(
        &self,
        handle: &Handle,
        by: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(Handle, Job), Problem> {
        let job = self.shelf.read(&handle.job()).await;
        let mut job: Job =
            serde_json::from_slice(&there(job)?).map_err(|_| Problem::new(ProblemCode::Internal))?;
        if job.is_whole {
            return Ok((handle.clone(), job));
        }
        let mut rest = there(self.shelf.read(&handle.rest()).await)?;
        let begun = Instant::now();
        while job.list.is_some() && rest.len() < self.shelf.piece_bytes() && begun.elapsed() < WORK {
            self.write_part(&mut job, &mut rest).await?;
        }
        if job.list.is_none() {
            end(&mut job, &mut rest)?;
        }
        if job.list.is_none() || rest.len() >= self.shelf.piece_bytes() {
            self.add_piece(handle, &mut job, std::mem::take(&mut rest)).await?;
        }
        if job.is_whole {
            // Whoever gets the link finds that it stands in the log.
            let entry = of_archive(by, &job.organisation, &handle.folder, now);
            self.audit.keep(&entry).await.or_fail()?;
        }
        let next = handle.next();
        self.keep(&next, &job, rest).await?;
        Ok((next, job))
    }

    async fn write_part(&self, job: &mut Job, rest: &mut Vec<u8>) -> Result<(), Problem> {
        let Some(list) = job.list else { return Ok(()) };
        if job.files.len() + 2 > FILES_MAX {
            return Err(Problem::new(ProblemCode::ExportTooLarge));
        }
        let org = &job.organisation.id;
        let paid = match list {
            ArchiveList::Referrals | ArchiveList::Ledger => self.ledger.accounts_of(org).await.or_fail()?,
            _ => Vec::new(),
        };
        let paid = PaidThrough::of(&paid);
        let mut part = Part::begin(list, job.part);
        loop {
            let page = self.archives.page(org, list, job.after.as_deref()).await.or_fail()?;
            for record in &page.records {
                part.add(record, &paid).or_fail()?;
            }
            job.after = page.next;
            if job.after.is_none() || part.bytes() >= PART_BYTES {
                break;
            }
        }
        *job.counts.entry(list).or_default() += part.records();
        for (file, content) in part.end() {
            job.zip.add(&file.name, &content, rest).map_err(too_long)?;
            job.files.push(file);
        }
        job.part = job.part.saturating_add(1);
        if job.after.is_none() {
            job.list = list.next();
            job.part = 1;
        }
        Ok(())
    }

    async fn add_piece(&self, handle: &Handle, job: &mut Job, piece: Vec<u8>) -> Result<(), Problem> {
        let place = job.pieces.len();
        if place >= PIECES_MAX {
            return Err(Problem::new(ProblemCode::ExportTooLarge));
        }
        let file = handle.file();
        let added = match self.shelf.add(&file, &handle.upload, place, piece).await {
            Ok(piece) => {
                job.pieces.push(piece);
                match job.list {
                    Some(_) => return Ok(()),
                    None => self.shelf.finish(&file, &handle.upload, &job.pieces).await,
                }
            }
            Err(error) => Err(error),
        };
        // Whoever asks for the last step again, since its answer was lost, finds no pieces any more, but the file.
        let is_there = match &added {
            Err(error) if error.is_gone() => self.shelf.size(&file).await.or_fail()?.is_some(),
            _ => false,
        };
        if !is_there {
            there(added)?;
        }
        job.is_whole = true;
        Ok(())
    }

    async fn keep(&self, handle: &Handle, job: &Job, rest: Vec<u8>) -> Result<(), Problem> {
        let text = serde_json::to_vec(job).map_err(|_| Problem::new(ProblemCode::Internal))?;
        self.shelf.write(&handle.rest(), rest).await.or_fail()?;
        self.shelf.write(&handle.job(), text).await.or_fail()
    }
}

/// Writes what ends an archive.
fn end(job: &mut Job, rest: &mut Vec<u8>) -> Result<(), Problem> {
    let manifest =
        serde_json::to_vec_pretty(&job.manifest()).map_err(|_| Problem::new(ProblemCode::Internal))?;
    job.zip.add(MANIFEST, &manifest, rest).map_err(too_long)?;
    job.zip.end(rest).map_err(too_long)
}

fn too_long(_: TooLong) -> Problem {
    Problem::new(ProblemCode::ExportTooLarge)
}

/// What was begun and is there no more, was removed with its day.
fn there<T>(result: Result<T, ShelfError>) -> Result<T, Problem> {
    match result {
        Err(error) if error.is_gone() => Err(not_found()),
        other => other.or_fail(),
    }
}
