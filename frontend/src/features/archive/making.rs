//! An archive that is made a piece at a time.

use guildhall_contract::archives::ArchiveProgress;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, archives};

/// An archive in the making. Nothing of it outlives the page.
#[derive(Clone, Copy)]
pub(super) struct Making {
    /// Whether its dialog is open; closing it stops the work, and opening it goes on with it.
    pub(super) open: RwSignal<bool>,
    /// How far it has come.
    pub(super) progress: RwSignal<Option<ArchiveProgress>>,
    /// What went wrong last.
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// One more with every beginning and every end, so that answers that come too late are known.
    run: RwSignal<u32>,
    api: Api,
}

impl Making {
    pub(super) fn new() -> Self {
        let this = Self {
            open: RwSignal::new(false),
            progress: RwSignal::new(None),
            failure: RwSignal::new(None),
            run: RwSignal::new(0),
            api: expect_context(),
        };
        Effect::new(move || {
            if !this.open.get() {
                this.run.update(|run| *run += 1);
            }
        });
        this
    }

    /// Opens the dialog: what was stopped goes on, what was finished is begun anew.
    pub(super) fn start(self) {
        let is_whole =
            self.progress.with_untracked(|known| known.as_ref().is_some_and(|it| it.link.is_some()));
        if is_whole {
            self.progress.set(None);
        }
        self.open.set(true);
        self.go_on();
    }

    /// Goes on where it stands, until there is a link; with a link, asks for another one.
    pub(super) fn go_on(self) {
        self.failure.set(None);
        self.run.update(|run| *run += 1);
        let run = self.run.get_untracked();
        spawn_local(async move { while let Some(true) = self.piece(run).await {} });
    }

    /// Does a piece of it; whether there is more, or nothing if nobody waits for it any longer.
    async fn piece(self, run: u32) -> Option<bool> {
        let known = self.progress.try_get_untracked()?.map(|progress| progress.archive);
        let answer = match known {
            Some(archive) => archives::go_on(self.api, &archive).await,
            None => archives::begin(self.api).await,
        };
        if self.run.try_get_untracked()? != run {
            return None;
        }
        match answer {
            Ok(progress) => {
                let more = progress.link.is_none();
                self.progress.set(Some(progress));
                Some(more)
            }
            Err(error) => {
                // What was removed meanwhile is begun anew.
                if matches!(error, ApiError::NotFound) {
                    self.progress.set(None);
                }
                self.failure.set(Some(error));
                None
            }
        }
    }
}
