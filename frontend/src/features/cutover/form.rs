use guildhall_domain::cutover::CutoverDate;
use leptos::prelude::*;

use super::confirm::Confirm;
use super::desk::Desk;
use super::preview::Preview;
use super::words::date_name;
use crate::features::not_done::not_done;
use crate::i18n::texts;
use crate::ui::{Button, ErrorSummary, Kind, Notice, Size, TextField, Tone};

/// The three dates with what they switch.
#[component]
pub(super) fn DatesForm(desk: Desk) -> impl IntoView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.submit();
    };
    let failed = move || {
        desk.failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger>{move || not_done(&error)}</Notice> })
    };
    let field = move |date: CutoverDate| {
        view! {
            <TextField
                id=date.code()
                label=date_name(date)
                value=desk.field(date)
                kind="datetime-local"
                hint=Some(hint(date).into())
                error=desk.error(date)
            />
        }
    };
    view! {
        <ErrorSummary errors=desk.summary() attempt=desk.attempt />
        <form class="form" novalidate on:submit=submit>
            {move || desk.is_overtaken.get().then(overtaken)}
            {failed}
            {CutoverDate::ALL.map(field).collect_view()}
            <Preview desk=desk />
            <div class="form__actions">
                <Button kind=Kind::Primary size=Size::Large submit=true>
                    {texts::cutover::save}
                </Button>
            </div>
        </form>
        <Confirm desk=desk />
    }
}

fn hint(date: CutoverDate) -> crate::i18n::Text {
    match date {
        CutoverDate::ReviewFrom => texts::cutover::review_from_hint,
        CutoverDate::DirectoryFrom => texts::cutover::directory_from_hint,
        CutoverDate::ClosedFrom => texts::cutover::closed_from_hint,
    }
}

/// Somebody else changed the dates meanwhile; what was typed stays.
fn overtaken() -> AnyView {
    view! {
        <div id="overtaken" tabindex="-1">
            <Notice tone=Tone::Warning>{texts::cutover::overtaken}</Notice>
        </div>
    }
    .into_any()
}
