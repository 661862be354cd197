//! Whether the dates are meant: what they switch at once, before they do.

use guildhall_domain::cutover::{Cutover, CutoverDate};
use leptos::prelude::*;

use super::desk::Desk;
use super::preview::switched;
use super::words::{date_name, in_utc};
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, Tone};

/// The question.
#[component]
pub(super) fn Confirm(desk: Desk) -> impl IntoView {
    view! {
        <Dialog open=desk.is_asked id="confirm-dates" title=texts::cutover::confirm_title>
            <div class="dialog__body stack">{move || untrack(|| what_changes(desk))}</div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| desk.is_asked.set(false))>
                    {texts::submit::cancel}
                </Button>
                <Button
                    kind=Kind::Primary
                    busy=desk.is_busy
                    busy_label=texts::settings::saving
                    on_press=Callback::new(move |()| desk.save())
                >
                    {texts::cutover::confirm}
                </Button>
            </div>
        </Dialog>
    }
}

fn what_changes(desk: Desk) -> AnyView {
    let saved = desk.saved();
    let proposed = desk.proposed().unwrap_or(saved);
    let changed = CutoverDate::ALL.into_iter().filter(|date| at(&saved, *date) != at(&proposed, *date));
    let line = |date: CutoverDate| {
        let (from, to) = (in_utc(at(&saved, date)), in_utc(at(&proposed, date)));
        view! { <li>{move || texts::cutover::moves(date_name(date)(), &from, &to)}</li> }
    };
    view! {
        <ul>{changed.map(line).collect_view()}</ul>
        {at_once(desk, &saved, &proposed)}
    }
    .into_any()
}

/// What holds the moment that the dates are saved, and did not before.
fn at_once(desk: Desk, saved: &Cutover, proposed: &Cutover) -> AnyView {
    let now = desk.kept.with(|kept| kept.now);
    let rows = proposed.behaviour(now).since(saved.behaviour(now));
    if rows.is_empty() {
        return view! { <p>{texts::cutover::nothing_at_once}</p> }.into_any();
    }
    view! {
        <Notice tone=Tone::Warning>{texts::cutover::at_once}</Notice>
        {switched(texts::cutover::at_once, rows)}
    }
    .into_any()
}

fn at(cutover: &Cutover, date: CutoverDate) -> chrono::DateTime<chrono::Utc> {
    cutover.dates().get(date)
}
