//! Making a run: piece after piece, until it is done or somebody stops it.

use guildhall_contract::payouts::RunProgress;
use guildhall_contract::problem::ProblemCode;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Run;
use crate::api::{Api, ApiError, payout_runs};
use crate::browser;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Meter, Notice, Toasts, Tone};

/// How a run that is being made here goes.
#[derive(Clone, Copy)]
pub(super) struct Running {
    period: Memo<String>,
    listing: Run,
    is_busy: RwSignal<bool>,
    progress: RwSignal<Option<RunProgress>>,
    failure: RwSignal<Option<ApiError>>,
    /// One more with every beginning and every end, so that answers that come too late are known.
    turn: StoredValue<u32>,
    api: Api,
    toasts: Toasts,
}

impl Running {
    pub(super) fn new(period: Memo<String>, listing: Run) -> Self {
        Self {
            period,
            listing,
            is_busy: RwSignal::new(false),
            progress: RwSignal::new(None),
            failure: RwSignal::new(None),
            turn: StoredValue::new(0),
            api: expect_context(),
            toasts: expect_context(),
        }
    }

    /// Begins, or goes on from wherever it is.
    fn go_on(self) {
        self.failure.set(None);
        self.is_busy.set(true);
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        spawn_local(async move { while self.piece(turn).await {} });
    }

    fn stop(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.is_busy.set(false);
        self.listing.reload();
    }

    /// Does a piece of it; whether to ask for the next.
    async fn piece(self, turn: u32) -> bool {
        let Some(period) = self.period.try_get_untracked() else { return false };
        let answer = payout_runs::piece(self.api, &period).await;
        // Nothing is left to show when the page is gone, or nobody waits for it any longer.
        if self.turn.try_get_value() != Some(turn) {
            return false;
        }
        match answer {
            Ok(progress) => {
                self.progress.set(Some(progress));
                if progress.is_finished {
                    self.is_busy.set(false);
                    self.listing.reload();
                    self.toasts.say(texts::payout_runs::finished());
                    browser::focus_id_soon("run");
                }
                !progress.is_finished
            }
            Err(error) => {
                self.failure.set(Some(error));
                self.is_busy.set(false);
                self.listing.reload();
                false
            }
        }
    }
}

/// The way to make the run, asked for once more since nothing of it can be taken back.
#[component]
pub(super) fn MakeRun(running: Running, is_begun: bool) -> impl IntoView {
    let open = RwSignal::new(false);
    let go = move || {
        open.set(false);
        running.go_on();
    };
    let press = move |()| {
        if is_begun {
            running.go_on();
        } else {
            open.set(true);
        }
    };
    let name = if is_begun { texts::payout_runs::go_on } else { texts::payout_runs::make };
    view! {
        <Button kind=Kind::Primary busy=running.is_busy busy_label=texts::payout_runs::making on_press=Callback::new(press)>
            {name}
        </Button>
        <Dialog open=open id="make-run" title=texts::payout_runs::make_title>
            <div class="dialog__body stack">
                <p>{texts::payout_runs::make_effect}</p>
                <p>{texts::payout_runs::make_final}</p>
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Primary on_press=Callback::new(move |()| go())>
                    {texts::payout_runs::make}
                </Button>
            </div>
        </Dialog>
    }
}

/// How far it has come, and what stopped it.
#[component]
pub(super) fn Progress(running: Running) -> impl IntoView {
    let figures = move || {
        let progress = running.progress.get()?;
        let (done, total) = (format::number(progress.done as u64), format::number(progress.total as u64));
        Some(texts::payout_runs::progress(&done, &total))
    };
    let bar = move || {
        let progress = running.progress.get()?;
        let part = u32::try_from(progress.done).unwrap_or(u32::MAX);
        let all = u32::try_from(progress.total).unwrap_or(u32::MAX);
        Some(view! { <Meter part=part all=all /> })
    };
    let under_way = move || {
        running.is_busy.get().then(|| {
            view! {
                <div class="card">
                    <div class="card__body stack">
                        <p role="status">{move || figures().unwrap_or_else(|| texts::payout_runs::making().to_owned())}</p>
                        {bar}
                        <div class="cluster">
                            <Button on_press=Callback::new(move |()| running.stop())>{texts::payout_runs::stop}</Button>
                        </div>
                    </div>
                </div>
            }
        })
    };
    let failed = move || {
        running.failure.get().map(|error| {
            view! {
                <Notice tone=Tone::Danger>
                    <p>{move || why(&error)}</p>
                    <p>{texts::payout_runs::safe}</p>
                </Notice>
            }
        })
    };
    view! {
        {under_way}
        {failed}
    }
}

fn why(error: &ApiError) -> String {
    let code = match error {
        ApiError::Conflict(problem) => Some(problem.code),
        _ => None,
    };
    match code {
        Some(ProblemCode::PayoutTooEarly) => texts::payout_runs::too_early().to_owned(),
        Some(ProblemCode::PayoutSuperseded) => texts::payout_runs::superseded().to_owned(),
        Some(ProblemCode::PayoutUnfinished) => texts::payout_runs::unfinished().to_owned(),
        _ => not_done(error),
    }
}
