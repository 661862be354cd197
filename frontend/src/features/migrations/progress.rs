//! How far the work has come, said aloud at its turns, and the way to stop it and to go on.

use guildhall_contract::migrations::MigrationItem;
use guildhall_contract::problem::{CurrentState, ProblemCode};
use leptos::prelude::*;

use super::work::{Phase, Wish, Work};
use crate::api::ApiError;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Meter, Notice, Tone};

/// The bar, the figures beside it, and what stopped it.
#[component]
pub(super) fn Progress(work: Work) -> impl IntoView {
    let said = move || match work.phase.get() {
        Phase::Choosing | Phase::Stopped(_) => "",
        Phase::Working(Wish::Rehearse) => texts::migrations::rehearsing(),
        Phase::Over(Wish::Rehearse) => texts::migrations::rehearsed(),
        Phase::Working(Wish::Apply) => texts::migrations::applying(),
        Phase::Over(Wish::Apply) => texts::migrations::applied(),
    };
    let is_shown = Memo::new(move |_| matches!(work.phase.get(), Phase::Working(_) | Phase::Stopped(_)));
    let figures = move || {
        let (all, done) = (work.all.get(), work.done.get());
        let counts = work.figures();
        let records = guildhall_domain::migration::RecordKind::ALL
            .into_iter()
            .map(|kind| u64::from(counts.of(kind).total()))
            .sum::<u64>();
        let kilobytes = |count: u32| format::number(u64::from(count));
        texts::migrations::progress(&kilobytes(all), &kilobytes(done), &format::number(records))
    };
    let bar = move || {
        let all = work.all.get();
        is_shown.get().then(|| {
            view! {
                <Meter part=work.done all=all />
                <p class="muted" id="migration-progress">
                    {figures}
                </p>
            }
        })
    };
    let under_way = move || {
        let Phase::Working(wish) = work.phase.get() else { return None };
        let text = match wish {
            Wish::Rehearse => texts::migrations::rehearsing,
            Wish::Apply => texts::migrations::keep_open,
        };
        Some(view! {
            <p>{text}</p>
            <div class="cluster">
                <Button on_press=Callback::new(move |()| work.stop())>{texts::migrations::stop}</Button>
            </div>
        })
    };
    view! {
        <div class="stack">
            <p class="visually-hidden" role="status">
                {said}
            </p>
            {bar}
            {under_way}
            {move || stopped(work)}
        </div>
    }
}

fn stopped(work: Work) -> Option<AnyView> {
    let Phase::Stopped(wish) = work.phase.get() else { return None };
    let why = move || work.failure.get().map(|failure| why(&failure));
    let safe = move || match wish {
        Wish::Rehearse => texts::migrations::stopped_rehearsal(),
        Wish::Apply => texts::migrations::stopped(),
    };
    Some(
        view! {
            <Notice tone=Tone::Warning>
                {move || why().map(|why| view! { <p>{why}</p> })}
                <p>{safe}</p>
                <div class="cluster">
                    <Button on_press=Callback::new(move |()| {
                        work.go_on(wish);
                    })>{texts::migrations::go_on}</Button>
                </div>
            </Notice>
        }
        .into_any(),
    )
}

/// Why the server did not go on.
pub(super) fn why(failure: &ApiError) -> String {
    let Some(problem) = failure.problem() else { return not_done(failure) };
    match (problem.code, problem.current_state.as_deref()) {
        (ProblemCode::MigrationRunning, Some(CurrentState::Migration(run))) => running(run),
        (ProblemCode::MigrationClosed, _) => texts::migrations::closed().to_owned(),
        _ => not_done(failure),
    }
}

/// Who is at it, and since when.
fn running(run: &MigrationItem) -> String {
    texts::migrations::running(&run.touched.by.name, &format::date_and_time(run.started.at))
}
