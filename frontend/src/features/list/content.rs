use leptos::prelude::*;

use super::table::Columns;
use super::{Column, ListPage, ListQuery, ListTable, Listing, Selection};
use crate::api::ApiError;
use crate::i18n::texts;
use crate::remote::Stage;
use crate::ui::{Button, EmptyState, Failure, Sign, TableSkeleton};

/// What a list shows below its toolbar.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    Failed(ApiError),
    Empty,
    NothingFound,
    Table,
}

/// A list below its toolbar: its table, the shape of it while it loads, or why there is none.
#[component]
pub fn ListContent<Q: ListQuery, P: ListPage>(
    /// The list.
    listing: Listing<Q, P>,
    /// Its columns; the first one names the row.
    columns: Vec<Column<Q::Column, P::Item>>,
    /// What stands here when there is nothing at all: an [`EmptyState`].
    #[prop(into)]
    empty: ViewFn,
    /// The ticked rows, where rows can be ticked.
    #[prop(default = None)]
    selection: Option<Selection<P::Item>>,
    /// The sums of all rows, below them: a `<tr role="row">`.
    #[prop(default = None)]
    sums: Option<ViewFn>,
) -> impl IntoView {
    let columns: Columns<Q::Column, P::Item> = columns.into();
    let view = Memo::new(move |_| match listing.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(page) if page.total() > 0 => View::Table,
        Stage::Ready(_) if listing.address.query.with(ListQuery::is_narrowed) => View::NothingFound,
        Stage::Ready(_) => View::Empty,
    });
    move || match view.get() {
        View::Loading => {
            let names = columns.iter().map(|column| column.name(listing.wording.orders)).collect();
            view! { <TableSkeleton columns=names label=listing.wording.loading /> }.into_any()
        }
        View::Failed(error) => {
            let retry = Callback::new(move |()| listing.reload());
            view! {
                <div class="card">
                    <Failure title=listing.wording.failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::Empty => view! { <div class="card">{empty.run()}</div> }.into_any(),
        View::NothingFound => nothing_found(listing),
        View::Table => {
            let columns = columns.clone();
            let sums = sums.clone();
            view! { <ListTable listing=listing columns=columns selection=selection sums=sums /> }.into_any()
        }
    }
}

/// The search or the filters let nothing through.
fn nothing_found<Q: ListQuery, P: ListPage>(listing: Listing<Q, P>) -> AnyView {
    let Listing { address, wording, .. } = listing;
    let search = Memo::new(move |_| address.query.with(|query| query.search().to_owned()));
    let title = move || match search.get() {
        search if search.is_empty() => (wording.no_match)().to_owned(),
        search => (wording.no_match_for)(&search),
    };
    let widen = move |()| address.change(ListQuery::widen);
    view! {
        <div class="card" role="status">
            <EmptyState sign=Sign::Search title=title text=wording.no_match_text>
                <Button on_press=Callback::new(widen)>{texts::list::clear_all}</Button>
            </EmptyState>
        </div>
    }
    .into_any()
}
