//! What the file's columns are, and what may stand in them.

use guildhall_contract::fields::FieldKind;
use guildhall_contract::import::{COLUMNS, Column};
use guildhall_domain::lead::Product;
use leptos::prelude::*;

use crate::features::leads::submit::field_words;
use crate::i18n::texts;
use crate::ui::TableFrame;

/// The table of columns.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let head = view! {
        <th scope="col" role="columnheader">{texts::lead_import::column}</th>
        <th scope="col" role="columnheader">{texts::lead_import::meaning}</th>
        <th scope="col" role="columnheader">{texts::lead_import::needed}</th>
        <th scope="col" role="columnheader">{texts::lead_import::values}</th>
    };
    view! {
        <details class="card">
            <summary class="card__body">
                <h2>{texts::lead_import::columns}</h2>
            </summary>
            <div class="card__body">
                <TableFrame caption=texts::lead_import::columns head=head.into_any()>
                    {COLUMNS.iter().map(line).collect_view()}
                </TableFrame>
            </div>
        </details>
    }
}

fn line(column: &'static Column) -> impl IntoView {
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <code>{column.name}</code>
            </th>
            <td role="cell" data-label=texts::lead_import::meaning data-first="">
                <span>{move || meaning(column)}</span>
            </td>
            <td role="cell" data-label=texts::lead_import::needed>
                <span>{move || needed(column)}</span>
            </td>
            <td role="cell" data-label=texts::lead_import::values>
                <span>{values(column)}</span>
            </td>
        </tr>
    }
}

fn meaning(column: &Column) -> &'static str {
    let of = |product| field_words(product, column.name).map(|words| (words.name)());
    column.products().find_map(of).unwrap_or_else(texts::lead_import::product)
}

fn needed(column: &Column) -> &'static str {
    let products: Vec<_> = column.products().collect();
    match (&products[..], column.required) {
        (_, true) => texts::lead_import::needed_always(),
        ([Product::Plus], _) => texts::lead_import::only_plus(),
        ([Product::Pos], _) => texts::lead_import::only_pos(),
        _ if column.is_needed_for(Product::Plus) => texts::lead_import::needed_plus(),
        _ if column.is_needed_for(Product::Pos) => texts::lead_import::needed_pos(),
        _ => texts::lead_import::needed_never(),
    }
}

/// The words of a choice, or else an example.
fn values(column: &Column) -> String {
    if column.name == "product" {
        return Product::ALL.map(Product::code).join(", ");
    }
    match column.rule().map(|rule| rule.kind) {
        Some(FieldKind::Choice(choices)) => choices.join(", "),
        Some(FieldKind::Consent | FieldKind::Flag) => "yes, no".to_owned(),
        _ => column.example.to_owned(),
    }
}
