//! Services: added from the taxonomy, each with what it costs.

use guildhall_domain::profile::ContentLimits;
use guildhall_domain::taxonomy::{Category, Service};
use leptos::prelude::*;

use super::aspect::service_name;
use super::editor::Editor;
use super::fault::{add_of, service_control};
use super::rows::{ServiceRow, TakenOut, put_back, shift, take_out};
use super::service_row::service_row;
use super::typed::TypedService;
use super::undo::Undo;
use crate::browser;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{Choosable, ChooseMany};

/// What a row can ask of its list.
#[derive(Clone, Copy)]
pub(super) struct RowActs {
    /// Moves the row at a place; down or up.
    pub shift: Callback<(usize, bool)>,
    /// Takes the row at a place out.
    pub remove: Callback<usize>,
}

/// The services of the profile.
#[component]
pub(super) fn Services(editor: Editor) -> impl IntoView {
    let rows = editor.services;
    let open = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let taken = RwSignal::new(None::<TakenOut<ServiceRow>>);
    let acts = RowActs {
        shift: Callback::new(move |(place, down): (usize, bool)| {
            let Some(row) = rows.with_untracked(|rows| rows.get(place).copied()) else { return };
            let mut now = place;
            rows.update(|rows| now = shift(rows, place, down));
            let total = rows.with_untracked(Vec::len) as u64;
            let slug = row.service();
            let [place, total] = [now as u64 + 1, total].map(format::number);
            said.set(texts::profile::moved(service_name(&slug), &place, &total));
            let field = if down { "down" } else { "up" };
            browser::focus_id_soon(&service_control(&slug, field));
        }),
        remove: Callback::new(move |place: usize| {
            rows.update(|rows| taken.set(take_out(rows, place)));
            browser::focus_id_soon("services-undo");
        }),
    };
    let undo = move |()| {
        let Some(row) = taken.get_untracked() else { return };
        taken.set(None);
        rows.update(|rows| put_back(rows, row));
        browser::focus_id_soon(&service_control(&row.row.service(), "summary"));
    };
    let add = move |codes: Vec<String>| {
        let had: Vec<String> = rows.with_untracked(|rows| rows.iter().map(|row| row.service()).collect());
        let new: Vec<String> = codes.into_iter().filter(|code| !had.contains(code)).collect();
        let Some(first) = new.first().cloned() else { return };
        taken.set(None);
        said.set(texts::profile::services_added(new.len() as u64));
        let made = editor
            .owned(|| new.into_iter().map(|slug| ServiceRow::new(begun(editor, slug))).collect::<Vec<_>>());
        rows.update(|rows| rows.extend(made));
        browser::focus_id_soon(&service_control(&first, "kind"));
    };
    let list = move || {
        let rows = rows.get();
        let count = rows.len();
        if count == 0 {
            return view! { <p class="muted">{texts::profile::no_services}</p> }.into_any();
        }
        let row = |(place, row)| service_row(editor, row, place, count, acts);
        view! { <ol class="rows">{rows.into_iter().enumerate().map(row).collect_view()}</ol> }.into_any()
    };
    let specialities = move || {
        let count = rows.with(|rows| rows.iter().filter(|row| row.featured.get()).count()) as u64;
        let max = format::number(ContentLimits::SPECIALITIES as u64);
        texts::profile::specialities(&format::number(count), &max)
    };
    let error = editor.error(add_of("services"));
    let removed = Signal::derive(move || {
        taken.get().map(|taken| texts::profile::removed(service_name(&taken.row.service())))
    });
    view! {
        <div class="spread">
            <p class="muted">{texts::profile::services_hint}</p>
            <p class="muted">{specialities}</p>
        </div>
        {list}
        <Undo id="services-undo" said=removed on_undo=Callback::new(undo) />
        <div class="field" data-error=move || error.with(Option::is_some).then_some("")>
            {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
            <p>
                <button class="button" type="button" id=add_of("services") on:click=move |_| open.set(true)>
                    {texts::profile::add_services}
                </button>
            </p>
        </div>
        <p class="visually-hidden" role="status">
            {move || said.get()}
        </p>
        <ChooseMany
            open=open
            id="services-choice"
            title=texts::profile::add_services
            options=Signal::derive(move || free(&rows.get()))
            chosen=Signal::stored(Vec::new())
            on_done=Callback::new(add)
        />
    }
}

/// The services that are not in the list yet, under their categories.
fn free(rows: &[ServiceRow]) -> Vec<Choosable> {
    let had: Vec<String> = rows.iter().map(|row| row.service()).collect();
    let option = |category: Category, service: Service| Choosable {
        code: service.slug().to_owned(),
        label: words(&service.words()).to_owned(),
        group: Some(words(&category.words()).to_owned()),
    };
    let all = Category::ALL
        .iter()
        .flat_map(|category| category.services().map(move |service| option(*category, service)));
    all.filter(|option| !had.contains(&option.code)).collect()
}

/// A new service, in the currency of the one before.
fn begun(editor: Editor, service: String) -> TypedService {
    let before = editor.services.with_untracked(|rows| {
        rows.iter().rev().map(|row| row.currency.get_untracked()).find(|code| !code.is_empty())
    });
    let currency = before.unwrap_or_else(|| "USD".to_owned());
    TypedService { service, kind: "contact".to_owned(), currency, ..TypedService::default() }
}
