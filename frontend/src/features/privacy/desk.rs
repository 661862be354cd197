//! The work on one person: how far it has come and what came of it. Nothing of it outlives the page.

use guildhall_contract::privacy::{Erasure, Finding, PrivacyBody};
use guildhall_domain::personal::Personal;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, privacy};

/// Where the work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Nobody was looked for.
    Idle,
    /// The table is being searched.
    Finding,
    /// The whole table was searched.
    Found,
    /// The person is being erased.
    Erasing,
    /// The person was erased.
    Erased,
    /// It broke off, or was broken off; what was found up to then is in sight.
    Stopped(Wish),
}

/// What is done with the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    Find,
    Erase,
}

impl Phase {
    /// Whether the server is being asked.
    pub(super) fn is_busy(self) -> bool {
        matches!(self, Self::Finding | Self::Erasing)
    }
}

/// The work.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// Whom it is about, as typed.
    pub(super) email: RwSignal<String>,
    /// Where it stands.
    pub(super) phase: RwSignal<Phase>,
    /// How many items were looked at.
    pub(super) scanned: RwSignal<u64>,
    /// What was found.
    pub(super) found: RwSignal<Vec<Finding>>,
    /// What was erased.
    pub(super) erased: RwSignal<Vec<Erasure>>,
    /// Why it broke off.
    pub(super) failure: RwSignal<Option<ApiError>>,
    cursor: RwSignal<Option<String>>,
    /// Of which address the findings are.
    subject: RwSignal<String>,
    /// One more with every beginning and every end, so that answers that come too late are known.
    run: RwSignal<u32>,
    api: Api,
}

impl Desk {
    pub(super) fn new() -> Self {
        Self {
            email: RwSignal::new(String::new()),
            phase: RwSignal::new(Phase::Idle),
            scanned: RwSignal::new(0),
            found: RwSignal::new(Vec::new()),
            erased: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            cursor: RwSignal::new(None),
            subject: RwSignal::new(String::new()),
            run: RwSignal::new(0),
            api: expect_context(),
        }
    }

    /// The address that was searched for, in small letters.
    pub(super) fn subject(self) -> String {
        self.subject.get()
    }

    /// Looks for a person from the beginning.
    pub(super) fn search(self, address: &str) {
        self.subject.set(address.trim().to_lowercase());
        self.found.set(Vec::new());
        self.erased.set(Vec::new());
        self.start(Wish::Find);
    }

    /// Erases the person whom was searched for.
    pub(super) fn erase(self) {
        self.erased.set(Vec::new());
        self.start(Wish::Erase);
    }

    fn start(self, wish: Wish) {
        self.cursor.set(None);
        self.scanned.set(0);
        self.go_on(wish);
    }

    /// Stops where it is.
    pub(super) fn stop(self) {
        let wish = match self.phase.get_untracked() {
            Phase::Finding => Wish::Find,
            Phase::Erasing => Wish::Erase,
            Phase::Idle | Phase::Found | Phase::Erased | Phase::Stopped(_) => return,
        };
        self.run.update(|run| *run += 1);
        self.phase.set(Phase::Stopped(wish));
    }

    /// Goes on where it stopped.
    pub(super) fn go_on(self, wish: Wish) {
        self.failure.set(None);
        self.run.update(|run| *run += 1);
        let run = self.run.get_untracked();
        self.phase.set(match wish {
            Wish::Find => Phase::Finding,
            Wish::Erase => Phase::Erasing,
        });
        spawn_local(async move { while let Some(true) = self.piece(wish, run).await {} });
    }

    /// Does a piece of it; whether there is more, or nothing if nobody waits for it any longer.
    async fn piece(self, wish: Wish, run: u32) -> Option<bool> {
        let email = Personal::new(self.subject.try_get_untracked()?);
        let body = PrivacyBody { email, cursor: self.cursor.try_get_untracked()? };
        let answer = match wish {
            Wish::Find => privacy::find(self.api, &body).await.map(|page| {
                let take = move || self.take_found(page.found);
                (page.scanned, page.next, Box::new(take) as Box<dyn FnOnce()>)
            }),
            Wish::Erase => privacy::erase(self.api, &body).await.map(|page| {
                let take = move || self.erased.update(|erased| erased.extend(page.erased));
                (page.scanned, page.next, Box::new(take) as Box<dyn FnOnce()>)
            }),
        };
        if self.run.try_get_untracked()? != run {
            return None;
        }
        match answer {
            Ok((scanned, next, take)) => {
                self.scanned.update(|all| *all += scanned);
                take();
                let more = next.is_some();
                self.cursor.set(next);
                if !more {
                    self.phase.set(if wish == Wish::Find { Phase::Found } else { Phase::Erased });
                }
                Some(more)
            }
            Err(error) => {
                self.failure.set(Some(error));
                self.phase.set(Phase::Stopped(wish));
                None
            }
        }
    }

    /// Two ways may lead to one thing.
    fn take_found(self, page: Vec<Finding>) {
        self.found.update(|found| {
            for finding in page {
                let is_same = |one: &Finding| {
                    (one.kind, one.tie, &one.id, &one.about)
                        == (finding.kind, finding.tie, &finding.id, &finding.about)
                };
                if !found.iter().any(is_same) {
                    found.push(finding);
                }
            }
        });
    }
}
