use std::future::Future;

use guildhall_contract::exports::ExportBody;
use guildhall_contract::problem::ProblemCode;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::file_options::{FileOptions, marks_tables};
use super::long_export::{LongExport, LongExportDialog, LongList};
use super::{ListPage, ListQuery, Listing};
use crate::api::{Api, ApiError};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Icon, Kind, Sign, Size, Toasts};

/// More rows than this are hardly ever carried by one answer, so nobody waits for it to fail.
const ROWS_OF_ONE_ANSWER: u64 = 12_000;

/// Everything that the filter lets through, on all pages, as a CSV file. A list that is longer than one answer can carry
/// is prepared a piece at a time.
#[component]
pub fn Export<Q, P, F>(
    /// The list.
    listing: Listing<Q, P>,
    /// The file's name: `leads.csv`.
    file: &'static str,
    /// Asks for the whole table.
    load: fn(Api, Q) -> F,
    /// How it is exported when it is too long for one answer, if it can become so.
    #[prop(optional_no_strip)]
    long: Option<LongList<Q>>,
) -> impl IntoView
where
    Q: ListQuery,
    P: ListPage,
    F: Future<Output = Result<String, ApiError>> + 'static,
{
    let Listing { address, page, .. } = listing;
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let total = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.total() as u64)));
    let prepared = LongExport::new(file);
    let prepare = move |long: LongList<Q>| {
        let query = (long.written)(&address.query.get_untracked());
        prepared.begin(ExportBody { list: long.list, query, mark: marks_tables() });
    };
    let export = move |()| {
        failed.set(None);
        if let Some(long) = long.filter(|_| total.get_untracked() > ROWS_OF_ONE_ANSWER) {
            return prepare(long);
        }
        let answer = load(api, address.query.get_untracked());
        busy.set(true);
        spawn_local(async move {
            match (answer.await, long) {
                (Ok(text), _) if browser::download_table(file, &text, marks_tables()).is_ok() => {
                    toasts.say(texts::list::exported());
                }
                (Ok(_), _) => failed.set(Some(ApiError::Other(None))),
                (Err(error), Some(long)) if is_too_long(&error) => prepare(long),
                (Err(error), _) => failed.set(Some(error)),
            }
            busy.set(false);
        });
    };
    view! {
        <span class="muted" role="alert">
            {move || failed.get().map(|error| error.explanation())}
        </span>
        <Show when=move || { total.get() > 0 }>
            <Button
                kind=Kind::Quiet
                size=Size::Small
                busy=busy
                busy_label=texts::list::exporting
                on_press=Callback::new(export)
            >
                <Icon sign=Sign::Download />
                {move || texts::list::export(total.get())}
            </Button>
            <FileOptions />
        </Show>
        <LongExportDialog export=prepared />
    }
}

fn is_too_long(error: &ApiError) -> bool {
    error.problem().is_some_and(|problem| problem.code == ProblemCode::ExportTooLarge)
}
