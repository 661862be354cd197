//! The records of which nothing came, with what is wrong with each.

use leptos::prelude::*;

use super::bad::Bad;
use super::sheets::refused_sheet;
use super::source::Unsent;
use super::words::{one_word, problems, unsent_words};
use super::work::Work;
use crate::browser;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Sign, TableFrame, Toasts};

/// How many of them the page shows; the report has all.
const SHOWN: usize = 50;

/// The table of them.
#[component]
pub(super) fn RefusedRecords(work: Work) -> impl IntoView {
    move || {
        let (refused, unsent) = (work.refused.get(), work.unsent.get());
        let more = (refused.len() + unsent.len()).saturating_sub(SHOWN);
        if refused.is_empty() && unsent.is_empty() {
            return None;
        }
        let rows = refused.into_iter().map(of_server).chain(unsent.into_iter().map(of_reader));
        let rows = rows.take(SHOWN).map(line).collect_view();
        let head = view! {
            <th scope="col" role="columnheader" data-width="l">{texts::migrations::record}</th>
            <th scope="col" role="columnheader" data-width="m">{texts::migrations::id}</th>
            <th scope="col" role="columnheader" data-width="l">{texts::migrations::organisation}</th>
            <th scope="col" role="columnheader">{texts::migrations::problems}</th>
        };
        let frame = match more {
            0 => view! {
                <TableFrame caption=texts::migrations::refused_title head=head.into_any()>
                    {rows}
                </TableFrame>
            }
            .into_any(),
            more => {
                let foot = view! { <span>{move || texts::migrations::refused_more(more as u64)}</span> };
                view! {
                    <TableFrame caption=texts::migrations::refused_title head=head.into_any() foot=foot.into_any()>
                        {rows}
                    </TableFrame>
                }
                .into_any()
            }
        };
        Some(view! {
            <div class="stack">
                <div class="cluster">
                    <h2>{texts::migrations::refused_title}</h2>
                    <Save work=work />
                </div>
                <p>{texts::migrations::refused_text}</p>
                {frame}
            </div>
        })
    }
}

/// A line of the table.
struct Line {
    record: Box<dyn Fn() -> String + Send>,
    id: String,
    organisation: String,
    problems: Box<dyn Fn() -> Vec<String> + Send>,
}

fn of_server(bad: Bad) -> Line {
    let Bad { file, record } = bad;
    let (kind, place) = (record.kind, u64::from(record.place));
    Line {
        record: Box::new(move || record_words(file.as_deref(), one_word(kind), place)),
        id: record.id.as_ref().map(ToString::to_string).unwrap_or_default(),
        organisation: record.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
        problems: Box::new(move || problems(&record)),
    }
}

fn of_reader(unsent: Unsent) -> Line {
    let (kind, place, file) = (unsent.kind, u64::from(unsent.place), unsent.file.clone());
    Line {
        record: Box::new(move || record_words(Some(&file), one_word(kind), place)),
        id: String::new(),
        organisation: String::new(),
        problems: Box::new(move || vec![unsent_words(&unsent)]),
    }
}

fn record_words(file: Option<&str>, kind: &str, place: u64) -> String {
    let record = texts::migrations::record_at(kind, &format::number(place));
    match file {
        Some(file) => format!("{record}, {file}"),
        None => record,
    }
}

fn line(line: Line) -> impl IntoView {
    let Line { record, id, organisation, problems } = line;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{move || record()}</span>
            </th>
            <td role="cell" data-label=texts::migrations::id data-first="">
                <span>{id}</span>
            </td>
            <td role="cell" data-label=texts::migrations::organisation>
                <span>{organisation}</span>
            </td>
            <td role="cell" data-label=texts::migrations::problems>
                <ul class="plain">
                    {move || problems().into_iter().map(|problem| view! { <li>{problem}</li> }).collect_view()}
                </ul>
            </td>
        </tr>
    }
}

#[component]
fn Save(work: Work) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let save = move |()| {
        let file = work.refused.with_untracked(|refused| {
            work.unsent.with_untracked(|unsent| untrack(|| refused_sheet(refused, unsent)))
        });
        if browser::download("refused-records.csv", "text/csv;charset=utf-8", &file).is_err() {
            toasts.say(texts::migrations::save_failed());
        }
    };
    view! {
        <Button on_press=Callback::new(save)>
            <Icon sign=Sign::Download />
            {texts::migrations::refused_report}
        </Button>
    }
}
