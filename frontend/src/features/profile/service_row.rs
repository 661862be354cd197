use guildhall_contract::profile_form::SERVICE_TEXT;
use guildhall_domain::money::PAYOUT_CURRENCIES;
use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use super::aspect::{price_words, service_name};
use super::editor::Editor;
use super::fault::service_control;
use super::row_buttons::RowButtons;
use super::rows::ServiceRow;
use super::services::RowActs;
use crate::i18n::{texts, words};
use crate::ui::{Icon, SelectField, Sign, TextField, TickField};

/// One service: its name and price in a line, and its fields below.
pub(super) fn service_row(
    editor: Editor,
    row: ServiceRow,
    place: usize,
    count: usize,
    acts: RowActs,
) -> impl IntoView {
    let slug = row.service();
    let control = |field: &str| service_control(&slug, field);
    let name = {
        let slug = slug.clone();
        move || service_name(&slug)
    };
    let category = Service::by_slug(&slug).map(Service::category);
    let category = move || category.map(|category| words(&category.words()));
    let fields = ["kind", "from", "to", "currency", "description"];
    let errors = fields.map(|field| editor.error(control(field)));
    let is_wrong = Memo::new(move |_| errors.iter().any(|error| error.with(Option::is_some)));
    // A new row is open, since its price is still to be said.
    let is_new =
        row.description.with_untracked(String::is_empty) && row.kind.with_untracked(|kind| kind == "contact");
    let summary = control("summary");
    view! {
        <li class="row-item">
            <details open=is_new.then_some("")>
                <summary id=summary>
                    <span class="row-item__name">
                        {name.clone()} <span class="second">{category}</span>
                    </span>
                    <span class="row-item__facts">
                        {move || row.featured.get().then(|| view! { <span class="tag">{texts::profile::speciality}</span> })}
                        <span>{move || price_words(&row.typed())}</span>
                        {move || is_wrong.get().then(|| view! { <Icon sign=Sign::Alert /> })}
                    </span>
                </summary>
                <div class="row-item__fields">
                    {price(editor, row, &slug)}
                    <TextField
                        id=control("description")
                        label=texts::profile::service_text
                        value=row.description
                        hint=Some(texts::profile::service_text_hint.into())
                        inputmode=None
                        limit=SERVICE_TEXT.kind.max_length()
                        error=editor.error(control("description"))
                        optional=true
                    />
                    <TickField
                        id=control("featured")
                        label=texts::profile::speciality_tick
                        value=row.featured
                        optional=true
                    />
                </div>
            </details>
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

fn price(editor: Editor, row: ServiceRow, slug: &str) -> impl IntoView + use<> {
    let control = {
        let slug = slug.to_owned();
        move |field: &str| service_control(&slug, field)
    };
    let kinds = || {
        let kind = |code: &str, words: &str| (code.to_owned(), words.to_owned());
        vec![
            kind("contact", texts::profile::price_kind_contact()),
            kind("from", texts::profile::price_kind_from()),
            kind("range", texts::profile::price_kind_range()),
        ]
    };
    let currencies =
        || PAYOUT_CURRENCIES.iter().map(|code| ((*code).to_owned(), (*code).to_owned())).collect::<Vec<_>>();
    let kind = Memo::new(move |_| row.kind.get());
    let amounts = {
        let control = control.clone();
        move || {
            let kind = kind.get();
            let is_range = kind == "range";
            (kind != "contact").then(|| {
                view! {
                    {amount(editor, control("from"), texts::profile::amount_from, row.from)}
                    {is_range.then(|| amount(editor, control("to"), texts::profile::amount_to, row.to))}
                    <SelectField
                        id=control("currency")
                        label=texts::profile::currency
                        value=row.currency
                        options=Signal::derive(currencies)
                        hint=None
                        error=editor.error(control("currency"))
                    />
                }
            })
        }
    };
    view! {
        <div class="price-row">
            <SelectField
                id=control("kind")
                label=texts::profile::price
                value=row.kind
                options=Signal::derive(kinds)
                hint=None
                error=editor.error(control("kind"))
            />
            {amounts}
        </div>
    }
}

fn amount(editor: Editor, id: String, label: fn() -> &'static str, value: RwSignal<String>) -> impl IntoView {
    view! {
        <TextField
            id=id.clone()
            label=label
            value=value
            inputmode=Some("decimal")
            hint=None
            limit=None
            error=editor.error(id)
        />
    }
}
