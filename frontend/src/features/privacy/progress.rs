//! How far the work has come, said aloud now and then.

use leptos::prelude::*;

use super::desk::{Desk, Phase, Wish};
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Notice, Tone};

/// What is being done, what stopped it, and the way on.
#[component]
pub(super) fn Progress(desk: Desk) -> impl IntoView {
    let figures = move || {
        let scanned = format::number(desk.scanned.get());
        match desk.phase.get() {
            Phase::Finding | Phase::Stopped(Wish::Find) => {
                texts::privacy::looked(&format::number(desk.found.with(Vec::len) as u64), &scanned)
            }
            Phase::Erasing | Phase::Stopped(Wish::Erase) => {
                texts::privacy::worked(&format::number(desk.erased.with(Vec::len) as u64), &scanned)
            }
            Phase::Idle | Phase::Found | Phase::Erased => String::new(),
        }
    };
    let said = move || match desk.phase.get() {
        Phase::Idle | Phase::Stopped(_) => "",
        Phase::Finding => texts::privacy::searching(),
        Phase::Found => texts::privacy::searched(),
        Phase::Erasing => texts::privacy::erasing(),
        Phase::Erased => texts::privacy::erased(),
    };
    let under_way = move || {
        desk.phase.get().is_busy().then(|| {
            view! {
                <div class="cluster">
                    <Button on_press=Callback::new(move |()| desk.stop())>{texts::privacy::stop}</Button>
                </div>
            }
        })
    };
    view! {
        <p class="visually-hidden" role="status">
            {said}
        </p>
        <p id="privacy-progress" class="muted" hidden=move || figures().is_empty()>
            {figures}
        </p>
        {under_way}
        {move || stopped(desk)}
    }
}

fn stopped(desk: Desk) -> Option<AnyView> {
    let Phase::Stopped(wish) = desk.phase.get() else { return None };
    let why = move || match desk.failure.get() {
        Some(error) => not_done(&error),
        None => texts::privacy::stopped().to_owned(),
    };
    let safe = match wish {
        Wish::Find => texts::privacy::stopped_find,
        Wish::Erase => texts::privacy::stopped_erase,
    };
    Some(
        view! {
            <Notice tone=Tone::Warning>
                <p>{why}</p>
                <p>{safe}</p>
                <div class="cluster">
                    <Button on_press=Callback::new(move |()| desk.go_on(wish))>{texts::privacy::go_on}</Button>
                </div>
            </Notice>
        }
        .into_any(),
    )
}
