//! Taking a run back: asked for once more, and done piece by piece.

use guildhall_contract::migrations::MigrationItem;
use guildhall_domain::migration::{RecordKind, RunState};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::progress::why;
use super::work::Work;
use crate::api::{ApiError, migrations};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Meter, Notice, Toasts, Tone};

/// How taking back goes.
#[derive(Clone, Copy)]
struct Taking {
    work: Work,
    run: RwSignal<MigrationItem>,
    is_busy: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    toasts: Toasts,
}

impl Taking {
    /// Takes it back, from the beginning or from wherever it stands.
    fn go(self) {
        self.failure.set(None);
        self.is_busy.set(true);
        spawn_local(async move { while self.piece().await {} });
    }

    /// Stops behind the piece that is under way.
    fn stop(self) {
        self.is_busy.set(false);
    }

    /// Takes a piece back; whether there is more to do.
    async fn piece(self) -> bool {
        let Some(id) = self.run.try_with_untracked(|run| run.id) else { return false };
        let answer = migrations::roll_back(self.work.api, id).await;
        match answer {
            Ok(run) => {
                let is_over = run.state == RunState::RolledBack;
                self.run.try_set(run);
                if is_over {
                    self.is_busy.try_set(false);
                    self.toasts.say(texts::migrations::rolled_back());
                    self.work.runs.reload();
                }
                !is_over && self.is_busy.try_get_untracked() == Some(true)
            }
            Err(error) => {
                self.failure.try_set(Some(error));
                self.is_busy.try_set(false);
                false
            }
        }
    }
}

/// How many things a run wrote, and how many of them are taken back.
fn parts(run: &MigrationItem) -> (u32, u32) {
    let back = run.taken_back;
    let wrote = |kind| run.counts.of(kind).created.saturating_add(run.counts.of(kind).updated);
    let all = RecordKind::ALL.into_iter().map(wrote).fold(0, u32::saturating_add);
    (back.removed.saturating_add(back.restored).saturating_add(back.left), all)
}

/// The way to take a run back.
#[component]
pub(super) fn RollBack(work: Work, run: MigrationItem) -> impl IntoView {
    let open = RwSignal::new(false);
    let is_begun = run.state == RunState::RollingBack;
    let taking = Taking {
        work,
        run: RwSignal::new(run),
        is_busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        toasts: expect_context(),
    };
    let name = if is_begun { texts::migrations::roll_back_go_on } else { texts::migrations::roll_back };
    // Closed in the middle, it goes on behind the piece under way only if somebody asks again.
    Effect::new(move || {
        if !open.get() && taking.is_busy.get_untracked() {
            taking.stop();
            work.runs.reload();
        }
    });
    view! {
        <Button on_press=Callback::new(move |()| open.set(true))>{name}</Button>
        <Dialog open=open id="roll-back" title=texts::migrations::roll_back_title>
            <Confirm taking=taking open=open />
        </Dialog>
    }
}

#[component]
fn Confirm(taking: Taking, open: RwSignal<bool>) -> impl IntoView {
    let part = Signal::derive(move || taking.run.with(parts).0);
    let all = taking.run.with_untracked(parts).1;
    let at = taking.run.with_untracked(|run| run.started.at);
    let figures = move || {
        let number = |count: u32| format::number(u64::from(count));
        texts::migrations::roll_back_progress(&number(all), &number(part.get()))
    };
    let progress = move || {
        taking.is_busy.get().then(|| {
            view! {
                <Meter part=part all=all />
                <p role="status">{figures}</p>
            }
        })
    };
    let failed = move || {
        taking.failure.get().map(|error| {
            view! {
                <Notice tone=Tone::Danger>
                    <p>{move || why(&error)}</p>
                    <p>{texts::migrations::roll_back_safe}</p>
                </Notice>
            }
        })
    };
    view! {
        <div class="dialog__body stack">
            <p>{move || texts::migrations::roll_back_effect(&format::date_and_time(at))}</p>
            <p>{texts::migrations::roll_back_left}</p>
            {progress}
            {failed}
        </div>
        <div class="dialog__actions">
            <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
            <Button
                kind=Kind::Danger
                busy=taking.is_busy
                busy_label=texts::migrations::rolling_back
                on_press=Callback::new(move |()| taking.go())
            >
                {texts::migrations::roll_back}
            </Button>
        </div>
    }
}
