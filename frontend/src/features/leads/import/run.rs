//! The work on one file: how far it has come, and what became of each row. Nothing of it outlives the page, and nothing
//! needs to: the same file again finds what is there already.

use guildhall_contract::import::{
    FILE_MAX, FileError, FileRow, ImportBody, ImportRow, RowAnswer, RowOutcome, pieces, read_file,
};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, leads};
use crate::browser;

/// Where the work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// No file was chosen, or one that cannot be read.
    Choosing,
    /// The file is being read.
    Reading,
    /// Something is being done with its rows.
    Working(Wish),
    /// It broke off, or was broken off.
    Stopped(Wish),
    /// All rows are through.
    Over(Wish),
}

/// What is done with the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// The server says what would become of them.
    Check,
    /// They become leads.
    Import,
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unread {
    /// The browser does not hand it over.
    Unreadable,
    /// It is no file of leads.
    Refused(FileError),
}

/// A row with what became of it so far.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    pub(super) row: FileRow,
    pub(super) answer: Option<RowAnswer>,
}

impl Judged {
    /// What became of it, or would; nothing while nobody knows.
    pub(super) fn outcome(&self) -> Option<RowOutcome> {
        if !self.row.errors.is_empty() {
            return Some(RowOutcome::Refused);
        }
        self.answer.as_ref().map(|answer| answer.outcome)
    }
}

/// The work.
#[derive(Clone, Copy)]
pub(super) struct Run {
    /// Where it stands.
    pub(super) phase: RwSignal<Phase>,
    /// The file's name.
    pub(super) name: RwSignal<String>,
    /// Its rows.
    pub(super) rows: RwSignal<Vec<Judged>>,
    /// Why the file is not taken.
    pub(super) unread: RwSignal<Option<Unread>>,
    /// Why it broke off.
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// How many rows are through.
    pub(super) done: RwSignal<u32>,
    /// How many there are to be.
    pub(super) all: RwSignal<u32>,
    pieces: StoredValue<Vec<Vec<usize>>>,
    next: StoredValue<usize>,
    /// One more with every beginning and every end, so that answers that come too late are known.
    turn: StoredValue<u32>,
    api: Api,
}

impl Run {
    pub(super) fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Choosing),
            name: RwSignal::new(String::new()),
            rows: RwSignal::new(Vec::new()),
            unread: RwSignal::new(None),
            failure: RwSignal::new(None),
            done: RwSignal::new(0),
            all: RwSignal::new(0),
            pieces: StoredValue::new(Vec::new()),
            next: StoredValue::new(0),
            turn: StoredValue::new(0),
            api: expect_context(),
        }
    }

    /// Whether a row may still change.
    pub(super) fn is_busy(self) -> bool {
        matches!(self.phase.get(), Phase::Reading | Phase::Working(_))
    }

    /// Reads a file, and has its rows checked.
    pub(super) fn choose(self, file: web_sys::File) {
        let turn = self.begin();
        self.name.set(file.name());
        self.rows.set(Vec::new());
        self.unread.set(None);
        // What is far too large is not even read.
        if file.size() > f64::from(u32::try_from(FILE_MAX).unwrap_or(u32::MAX)) {
            self.unread.set(Some(Unread::Refused(FileError::TooLarge { max: FILE_MAX })));
            return self.phase.set(Phase::Choosing);
        }
        self.phase.set(Phase::Reading);
        spawn_local(async move {
            let bytes = browser::bytes_of(&file).await;
            if !self.is_turn(turn) {
                return;
            }
            let read = match bytes {
                Ok(bytes) => read_file(&bytes).map_err(Unread::Refused),
                Err(_) => Err(Unread::Unreadable),
            };
            match read {
                Ok(file) => {
                    let judged = |row| Judged { row, answer: None };
                    self.rows.set(file.rows.into_iter().map(judged).collect());
                    self.start(Wish::Check);
                }
                Err(unread) => {
                    self.unread.set(Some(unread));
                    self.phase.set(Phase::Choosing);
                }
            }
        });
    }

    /// Sends the rows that would change something.
    pub(super) fn import(self) {
        self.start(Wish::Import);
    }

    /// How many rows would change something.
    pub(super) fn wanted(self) -> usize {
        self.rows.with(|rows| rows.iter().filter(|judged| is_wanted(judged, Wish::Import)).count())
    }

    /// Stops behind the piece that is under way.
    pub(super) fn stop(self) {
        if let Phase::Working(wish) = self.phase.get_untracked() {
            self.begin();
            self.phase.set(Phase::Stopped(wish));
        }
    }

    /// Goes on where it stopped. A piece whose answer was lost is sent again, which changes nothing.
    pub(super) fn go_on(self, wish: Wish) {
        let turn = self.begin();
        self.phase.set(Phase::Working(wish));
        spawn_local(async move { while self.piece(wish, turn).await {} });
    }

    fn start(self, wish: Wish) {
        let pieces = self.rows.with_untracked(|rows| {
            let wanted: Vec<_> = (0..rows.len()).filter(|place| is_wanted(&rows[*place], wish)).collect();
            let chosen: Vec<_> = wanted.iter().map(|place| rows[*place].row.clone()).collect();
            let places = |piece: Vec<usize>| piece.into_iter().map(|place| wanted[place]).collect::<Vec<_>>();
            pieces(&chosen).into_iter().map(places).collect::<Vec<_>>()
        });
        self.all.set(u32::try_from(pieces.iter().map(Vec::len).sum::<usize>()).unwrap_or(u32::MAX));
        self.done.set(0);
        self.pieces.set_value(pieces);
        self.next.set_value(0);
        self.go_on(wish);
    }

    /// Does a piece; whether there may be more.
    async fn piece(self, wish: Wish, turn: u32) -> bool {
        let Some(next) = self.next.try_get_value() else { return false };
        let piece = self.pieces.with_value(|pieces| pieces.get(next).cloned());
        let Some(piece) = piece else {
            self.phase.set(Phase::Over(wish));
            return false;
        };
        let body = self.rows.with_untracked(|rows| ImportBody {
            dry_run: wish == Wish::Check,
            rows: piece.iter().map(|place| ImportRow::from(&rows[*place].row)).collect(),
        });
        let answer = leads::import(self.api, &body).await;
        let is_turn = self.is_turn(turn);
        match answer {
            Ok(answer) => {
                let count = u32::try_from(piece.len()).unwrap_or_default();
                // What was done is done, also when somebody has pressed Stop meanwhile.
                if self.next.try_get_value() == Some(next)
                    && self.pieces.with_value(|all| all.get(next) == Some(&piece))
                {
                    self.rows.update(|rows| {
                        for (place, answer) in piece.iter().zip(answer.rows) {
                            rows[*place].answer = Some(answer);
                        }
                    });
                    self.done.update(|done| *done += count);
                    self.next.set_value(next + 1);
                }
                is_turn
            }
            Err(error) if is_turn => {
                self.failure.set(Some(error));
                self.phase.set(Phase::Stopped(wish));
                false
            }
            Err(_) => false,
        }
    }

    fn begin(self) -> u32 {
        self.failure.set(None);
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }
}

/// Whether a row is sent: every good one to be checked, and to be imported those that would change something.
fn is_wanted(judged: &Judged, wish: Wish) -> bool {
    match wish {
        Wish::Check => judged.row.errors.is_empty(),
        Wish::Import => matches!(judged.outcome(), Some(RowOutcome::Created | RowOutcome::Updated)),
    }
}
