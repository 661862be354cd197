//! How far the work has come, said aloud at its turns, and the way to stop it and to go on.

use guildhall_contract::problem::ProblemCode;
use leptos::prelude::*;

use super::run::{Phase, Run, Wish};
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Meter, Notice, Tone};

/// The bar, the figures beside it, and what stopped it.
#[component]
pub(super) fn Progress(run: Run) -> impl IntoView {
    let said = move || match run.phase.get() {
        Phase::Choosing | Phase::Stopped(_) => "",
        Phase::Reading => texts::lead_import::reading(),
        Phase::Working(Wish::Check) => texts::lead_import::checking(),
        Phase::Over(Wish::Check) => texts::lead_import::checked(),
        Phase::Working(Wish::Import) => texts::lead_import::importing(),
        Phase::Over(Wish::Import) => texts::lead_import::imported(),
    };
    let is_shown =
        Memo::new(move |_| matches!(run.phase.get(), Phase::Reading | Phase::Working(_) | Phase::Stopped(_)));
    let bar = move || {
        let all = run.all.get();
        is_shown.get().then(|| {
            view! {
                <Meter part=run.done all=all />
                <p class="muted" id="import-progress">
                    {move || {
                        texts::lead_import::progress(
                            &format::number(u64::from(run.all.get())),
                            &format::number(u64::from(run.done.get())),
                        )
                    }}
                </p>
            }
        })
    };
    let under_way = move || {
        let Phase::Working(wish) = run.phase.get() else { return None };
        let keep_open = (wish == Wish::Import).then(|| view! { <p>{texts::lead_import::keep_open}</p> });
        Some(view! {
            {keep_open}
            <div class="cluster">
                <Button on_press=Callback::new(move |()| run.stop())>{texts::lead_import::stop}</Button>
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
            {move || stopped(run)}
        </div>
    }
}

fn stopped(run: Run) -> Option<AnyView> {
    let Phase::Stopped(wish) = run.phase.get() else { return None };
    let why = move || {
        let failure = run.failure.get()?;
        let is_limit = failure.problem().is_some_and(|problem| problem.code == ProblemCode::TooManyRequests);
        Some(if is_limit { texts::lead_import::limit().to_owned() } else { not_done(&failure) })
    };
    let safe = move || match wish {
        Wish::Check => texts::lead_import::stopped_check(),
        Wish::Import => texts::lead_import::stopped(),
    };
    Some(
        view! {
            <Notice tone=Tone::Warning>
                {move || why().map(|why| view! { <p>{why}</p> })}
                <p>{safe}</p>
                <div class="cluster">
                    <Button on_press=Callback::new(move |()| {
                        run.go_on(wish);
                    })>{texts::lead_import::go_on}</Button>
                </div>
            </Notice>
        }
        .into_any(),
    )
}
