//! The work on chosen files: how far it has come, and what became of each record. A rehearsal does not outlive the page;
//! a run stands on the server, and whoever chooses the same files again goes on with it.

use std::sync::Arc;

use guildhall_contract::migrations::{FILES_MAX, MigrationItem, Promised, RecordAnswer};
use guildhall_domain::migration::{MigrationFile, RecordKind, RecordOutcome, RunCounts};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::bad::Bad;
use super::source::{Unread, Unsent};
use super::{pass, runs::Runs};
use crate::api::{Api, ApiError};
use crate::browser;

/// Where the work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// No files were chosen, or some that cannot be read.
    Choosing,
    /// Something is being done with their records.
    Working(Wish),
    /// It broke off, or was broken off.
    Stopped(Wish),
    /// All records are through.
    Over(Wish),
}

/// What is done with the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// The server says what would become of them.
    Rehearse,
    /// They are taken over.
    Apply,
}

/// Why the chosen files are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// One of them cannot be read to its end.
    Unread(String, Unread),
    /// They are more than a run has.
    TooMany,
    /// They are not those of the run that was to go on.
    Others,
}

/// The work.
#[derive(Clone, Copy)]
pub(super) struct Work {
    /// Where it stands.
    pub(super) phase: RwSignal<Phase>,
    /// What the files are called.
    pub(super) files: RwSignal<Vec<MigrationFile>>,
    /// Why they are not taken.
    pub(super) fault: RwSignal<Option<Fault>>,
    /// Why the server did not go on.
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// How many bytes are read, in kilobytes, and how many there are.
    pub(super) done: RwSignal<u32>,
    pub(super) all: RwSignal<u32>,
    /// What became of the records that were sent, or would.
    pub(super) counts: RwSignal<RunCounts>,
    /// What became of each profile, or would.
    pub(super) profiles: RwSignal<Vec<Arc<RecordAnswer>>>,
    /// The records that were refused.
    pub(super) refused: RwSignal<Vec<Bad>>,
    /// The records that are not even sent.
    pub(super) unsent: RwSignal<Vec<Unsent>>,
    /// Lists of the files that nobody knows.
    pub(super) unknown: RwSignal<Vec<String>>,
    /// The run, once there is one.
    pub(super) run: RwSignal<Option<MigrationItem>>,
    /// A run that is to be gone on with once its files are chosen.
    pub(super) resumed: RwSignal<Option<MigrationItem>>,
    /// The runs that there are.
    pub(super) runs: Runs,
    pub(super) api: Api,
    pub(super) chosen: StoredValue<Vec<web_sys::File>, LocalStorage>,
    /// How many batches are through.
    pub(super) next: StoredValue<u32>,
    pub(super) promised: StoredValue<Vec<Promised>>,
    /// One more with every choice of files and every beginning, so that answers that come too late are known.
    pub(super) choice: StoredValue<u32>,
    pub(super) turn: StoredValue<u32>,
}

impl Work {
    pub(super) fn new(runs: Runs) -> Self {
        Self {
            phase: RwSignal::new(Phase::Choosing),
            files: RwSignal::new(Vec::new()),
            fault: RwSignal::new(None),
            failure: RwSignal::new(None),
            done: RwSignal::new(0),
            all: RwSignal::new(0),
            counts: RwSignal::new(RunCounts::default()),
            profiles: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            unsent: RwSignal::new(Vec::new()),
            unknown: RwSignal::new(Vec::new()),
            run: RwSignal::new(None),
            resumed: RwSignal::new(None),
            runs,
            api: expect_context(),
            chosen: StoredValue::new_local(Vec::new()),
            next: StoredValue::new(0),
            promised: StoredValue::new(Vec::new()),
            choice: StoredValue::new(0),
            turn: StoredValue::new(0),
        }
    }

    /// Whether a record may still change.
    pub(super) fn is_busy(self) -> bool {
        matches!(self.phase.get(), Phase::Working(_))
    }

    /// Takes files, and rehearses them, or goes on with the run that waits for them.
    pub(super) fn choose(self, mut chosen: Vec<web_sys::File>) {
        if chosen.is_empty() {
            return;
        }
        // Browsers hand them over in any order, and the same files are to make the same batches.
        chosen.sort_by_key(web_sys::File::name);
        let files: Vec<_> = chosen.iter().map(file).collect();
        self.choice.update_value(|choice| *choice += 1);
        self.begin();
        self.forget();
        self.fault.set(None);
        self.phase.set(Phase::Choosing);
        self.files.set(files.clone());
        if files.len() > FILES_MAX {
            return self.fault.set(Some(Fault::TooMany));
        }
        let resumed = self.resumed.get_untracked();
        if resumed.as_ref().is_some_and(|run| !is_same(&run.files, &files)) {
            return self.fault.set(Some(Fault::Others));
        }
        let kilobytes: u64 = files.iter().map(|file| file.bytes).sum::<u64>() / 1024;
        self.all.set(u32::try_from(kilobytes).unwrap_or(u32::MAX));
        self.chosen.set_value(chosen);
        match resumed {
            Some(run) => {
                self.next.set_value(run.next_batch);
                self.counts.set(run.counts);
                self.run.set(Some(run));
                self.resumed.set(None);
                self.go_on(Wish::Apply);
            }
            None => self.go_on(Wish::Rehearse),
        }
    }

    /// Has the records taken over that were rehearsed.
    pub(super) fn apply(self) {
        self.forget();
        self.go_on(Wish::Apply);
    }

    /// Asks for the files of a run, to go on with it.
    pub(super) fn resume(self, run: MigrationItem) {
        self.choice.update_value(|choice| *choice += 1);
        self.begin();
        self.forget();
        self.fault.set(None);
        self.phase.set(Phase::Choosing);
        self.resumed.set(Some(run));
        browser::focus_id_soon("migration-files");
    }

    /// Stops behind the batch that is under way.
    pub(super) fn stop(self) {
        if let Phase::Working(wish) = self.phase.get_untracked() {
            self.begin();
            self.phase.set(Phase::Stopped(wish));
        }
    }

    /// Goes on where it stopped. A batch whose answer was lost is sent again, which changes nothing.
    pub(super) fn go_on(self, wish: Wish) {
        let turn = self.begin();
        self.fault.set(None);
        self.phase.set(Phase::Working(wish));
        spawn_local(pass::pass(self, wish, turn));
    }

    /// What became of the records, those among them that are not even sent.
    pub(super) fn figures(self) -> RunCounts {
        let mut counts = self.counts.get();
        self.unsent.with(|unsent| {
            unsent.iter().for_each(|one| counts.add(one.kind, RecordOutcome::Refused));
        });
        counts
    }

    /// How many records would change something.
    pub(super) fn wanted(self) -> u32 {
        let counts = self.counts.get();
        let changed = |kind| counts.of(kind).created.saturating_add(counts.of(kind).updated);
        RecordKind::ALL.into_iter().map(changed).fold(0, u32::saturating_add)
    }

    pub(super) fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn begin(self) -> u32 {
        self.failure.set(None);
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    /// Forgets what became of the records.
    fn forget(self) {
        self.done.set(0);
        self.counts.set(RunCounts::default());
        self.profiles.set(Vec::new());
        self.refused.set(Vec::new());
        self.unsent.set(Vec::new());
        self.unknown.set(Vec::new());
        self.run.set(None);
        self.next.set_value(0);
        self.promised.set_value(Vec::new());
    }
}

fn file(file: &web_sys::File) -> MigrationFile {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sizes of files are whole, not negative, and small enough"
    )]
    let bytes = file.size() as u64;
    MigrationFile { name: file.name(), bytes }
}

/// Whether these are the files of a run, in whatever order.
fn is_same(run: &[MigrationFile], chosen: &[MigrationFile]) -> bool {
    let sorted = |files: &[MigrationFile]| {
        let mut files: Vec<_> = files.iter().map(|file| (file.name.clone(), file.bytes)).collect();
        files.sort();
        files
    };
    sorted(run) == sorted(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, bytes: u64) -> MigrationFile {
        MigrationFile { name: name.to_owned(), bytes }
    }

    #[test]
    fn a_run_goes_on_with_its_own_files_alone() {
        let run = [of("jobs.csv", 1), of("profiles.csv", 2)];
        assert!(is_same(&run, &[of("profiles.csv", 2), of("jobs.csv", 1)]));
        assert!(!is_same(&run, &[of("jobs.csv", 1)]));
        assert!(!is_same(&run, &[of("profiles.csv", 3), of("jobs.csv", 1)]));
    }
}
