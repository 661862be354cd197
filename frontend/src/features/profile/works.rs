//! Featured work: up to six pieces, in the partner's order.

use guildhall_contract::profile_form::{WORK_TEXT, WORK_TITLE};
use guildhall_domain::profile::ContentLimits;
use leptos::prelude::*;

use super::editor::Editor;
use super::fault::{add_of, work_control};
use super::row_buttons::RowButtons;
use super::rows::{TakenOut, WorkRow, put_back, shift, take_out};
use super::services::RowActs;
use super::typed::TypedWork;
use super::undo::Undo;
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{TextAreaField, TextField};

/// The pieces of work.
#[component]
pub(super) fn Works(editor: Editor) -> impl IntoView {
    let rows = editor.works;
    let said = RwSignal::new(String::new());
    let taken = RwSignal::new(None::<TakenOut<WorkRow>>);
    let acts = RowActs {
        shift: Callback::new(move |(place, down): (usize, bool)| {
            let Some(row) = rows.with_untracked(|rows| rows.get(place).copied()) else { return };
            let mut now = place;
            rows.update(|rows| now = shift(rows, place, down));
            let total = rows.with_untracked(Vec::len) as u64;
            let name = untrack(|| name_of(row, now));
            let [shown, total] = [now as u64 + 1, total].map(format::number);
            said.set(texts::profile::moved(&name, &shown, &total));
            browser::focus_id_soon(&work_control(now, if down { "down" } else { "up" }));
        }),
        remove: Callback::new(move |place: usize| {
            rows.update(|rows| taken.set(take_out(rows, place)));
            browser::focus_id_soon("works-undo");
        }),
    };
    let undo = move |()| {
        let Some(row) = taken.get_untracked() else { return };
        taken.set(None);
        rows.update(|rows| put_back(rows, row));
        browser::focus_id_soon(&work_control(row.place, "title"));
    };
    let add = move |_| {
        taken.set(None);
        let place = rows.with_untracked(Vec::len);
        let row = editor.owned(|| WorkRow::new(TypedWork::default()));
        rows.update(|rows| rows.push(row));
        browser::focus_id_soon(&work_control(place, "title"));
    };
    let list = move || {
        let rows = rows.get();
        let count = rows.len();
        if count == 0 {
            return view! { <p class="muted">{texts::profile::no_works}</p> }.into_any();
        }
        let row = |(place, row)| work_row(editor, row, place, count, acts);
        view! { <ol class="rows">{rows.into_iter().enumerate().map(row).collect_view()}</ol> }.into_any()
    };
    let is_full = move || rows.with(Vec::len) >= ContentLimits::FEATURED_WORK;
    let removed = Signal::derive(move || {
        taken.get().map(|taken| texts::profile::removed(&name_of(taken.row, taken.place)))
    });
    view! {
        {list}
        <Undo id="works-undo" said=removed on_undo=Callback::new(undo) />
        <p hidden=is_full>
            <button class="button" type="button" id=add_of("featured_work") on:click=add>
                {texts::profile::add_work}
            </button>
        </p>
        <p class="visually-hidden" role="status">
            {move || said.get()}
        </p>
    }
}

/// Its title, or its place while it has none.
fn name_of(row: WorkRow, place: usize) -> String {
    match row.title.get().trim() {
        "" => texts::profile::work_nameless(&format::number(place as u64 + 1)),
        title => title.to_owned(),
    }
}

fn work_row(editor: Editor, row: WorkRow, place: usize, count: usize, acts: RowActs) -> impl IntoView {
    let control = |field: &str| work_control(place, field);
    let name = move || name_of(row, place);
    view! {
        <li class="row-item">
            <fieldset class="row-item__fields">
                <legend class="visually-hidden">{name}</legend>
                <TextField
                    id=control("title")
                    label=texts::profile::work_title
                    value=row.title
                    hint=None
                    inputmode=None
                    limit=WORK_TITLE.kind.max_length()
                    error=editor.error(control("title"))
                />
                <TextField
                    id=control("link")
                    label=texts::profile::work_link
                    value=row.link
                    kind="url"
                    hint=None
                    inputmode=None
                    limit=None
                    error=editor.error(control("link"))
                    optional=true
                />
                <TextAreaField
                    id=control("description")
                    label=texts::profile::work_text
                    value=row.description
                    limit=WORK_TEXT.kind.max_length().unwrap_or_default()
                    hint=None
                    error=editor.error(control("description"))
                    optional=true
                />
            </fieldset>
            <RowButtons
                name=name
                up=control("up")
                down=control("down")
                place=place
                count=count
                acts=acts
            />
        </li>
    }
}
