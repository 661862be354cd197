//! What the columns of tables are, and the templates to begin with.

use guildhall_contract::import::Separator;
use guildhall_contract::migrations::reader::{Column, Shape, Table, template};
use guildhall_domain::policy::Language;
use leptos::prelude::*;

use super::words::kind_words;
use crate::browser;
use crate::i18n::{language, texts};
use crate::ui::{Button, Icon, Sign, TableFrame, Toasts};

/// Where a spreadsheet of the reader's country breaks a line into cells.
fn separator() -> Separator {
    match language() {
        Language::En => Separator::Comma,
        Language::Sv | Language::Vi => Separator::Semicolon,
    }
}

fn file_name(table: Table) -> &'static str {
    match table {
        Table::Profiles => "profiles-template.csv",
        Table::Jobs => "jobs-template.csv",
    }
}

/// The tables of columns.
#[component]
pub(super) fn Columns() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="columns-title">
            <details class="fold">
                <summary>
                    <h2 id="columns-title">{texts::migrations::columns}</h2>
                </summary>
                <div class="card__body stack">
                    <p>{texts::migrations::columns_text}</p>
                    {Table::ALL.map(|table| view! { <ColumnsOf table=table /> }).collect_view()}
                </div>
            </details>
        </section>
    }
}

#[component]
fn ColumnsOf(table: Table) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let hand_over = move |()| {
        let file = template(table, untrack(separator));
        if browser::download(file_name(table), "text/csv;charset=utf-8", &file).is_err() {
            toasts.say(texts::migrations::save_failed());
        }
    };
    let caption = move || texts::migrations::columns_of(kind_words(table.kind()));
    let head = view! {
        <th scope="col" role="columnheader">{texts::migrations::column}</th>
        <th scope="col" role="columnheader">{texts::migrations::needed}</th>
        <th scope="col" role="columnheader">{texts::migrations::shape}</th>
        <th scope="col" role="columnheader">{texts::migrations::example}</th>
    };
    view! {
        <div class="cluster">
            <h3>{caption}</h3>
            <Button on_press=Callback::new(hand_over)>
                <Icon sign=Sign::Download />
                {texts::migrations::template}
            </Button>
        </div>
        <TableFrame caption=caption head=head.into_any()>
            {table.columns().iter().map(line).collect_view()}
        </TableFrame>
    }
}

fn line(column: &'static Column) -> impl IntoView {
    let needed =
        if column.required { texts::migrations::needed_always } else { texts::migrations::needed_never };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <code>{column.name}</code>
            </th>
            <td role="cell" data-label=texts::migrations::needed data-first="">
                <span>{needed}</span>
            </td>
            <td role="cell" data-label=texts::migrations::shape>
                <span>{move || shape(column.shape)}</span>
            </td>
            <td role="cell" data-label=texts::migrations::example>
                <code class="version__text">{column.example}</code>
            </td>
        </tr>
    }
}

fn shape(shape: Shape) -> &'static str {
    use texts::migrations as t;
    match shape {
        Shape::Text => t::shape_text(),
        Shape::Flag => t::shape_flag(),
        Shape::Number => t::shape_number(),
        Shape::Texts => t::shape_texts(),
        Shape::Requested => t::shape_requested(),
        Shape::Answers => t::shape_answers(),
        Shape::Offers => t::shape_offers(),
        Shape::Works => t::shape_works(),
        Shape::Links => t::shape_links(),
    }
}
