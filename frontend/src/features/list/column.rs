use std::sync::Arc;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{ListPage, ListQuery, Listing, Orders};
use crate::ui::SortHeader;

type Words = fn() -> &'static str;
type Cell<T> = Arc<dyn Fn(&T) -> AnyView + Send + Sync>;

/// A column of a list, or a line of a card on a phone. The first column names the row.
pub struct Column<C: 'static, T> {
    head: Head<C>,
    label: Option<Words>,
    width: &'static str,
    is_numeric: bool,
    leads_the_card: bool,
    cell: Cell<T>,
}

enum Head<C> {
    /// The list can be sorted by it.
    Sorts(C),
    Says(Words),
}

impl<C: Copy + PartialEq + Send + Sync + 'static, T> Column<C, T> {
    /// A column that the list can be sorted by. `cell` draws one element.
    pub fn sorted(column: C, cell: impl Fn(&T) -> AnyView + Send + Sync + 'static) -> Self {
        Self::new(Head::Sorts(column), cell)
    }

    /// A column that the list cannot be sorted by. `cell` draws one element.
    pub fn plain(name: Words, cell: impl Fn(&T) -> AnyView + Send + Sync + 'static) -> Self {
        Self::new(Head::Says(name), cell)
    }

    fn new(head: Head<C>, cell: impl Fn(&T) -> AnyView + Send + Sync + 'static) -> Self {
        let cell = Arc::new(cell);
        Self { head, label: None, width: "", is_numeric: false, leads_the_card: false, cell }
    }

    /// `xs`, `s`, `m` or `l`; the columns without one share what is left.
    pub fn width(self, width: &'static str) -> Self {
        Self { width, ..self }
    }

    /// Figures, which line up at their end.
    pub fn numeric(self) -> Self {
        Self { is_numeric: true, ..self }
    }

    /// What a card calls it, where that is not the head's name.
    pub fn labelled(self, label: Words) -> Self {
        Self { label: Some(label), ..self }
    }

    /// Stands right under the name on a card, without a label.
    pub fn first_on_a_card(self) -> Self {
        Self { leads_the_card: true, ..self }
    }

    /// The name in its head.
    pub(super) fn name(&self, orders: Orders<C>) -> TextProp {
        match self.head {
            Head::Sorts(column) => (move || (orders.name)(column)).into(),
            Head::Says(name) => name.into(),
        }
    }

    /// Its head: a button where the list can be sorted by it.
    pub(super) fn head<Q: ListQuery<Column = C>, P: ListPage>(&self, listing: Listing<Q, P>) -> AnyView {
        let (orders, address) = (listing.wording.orders, listing.address);
        let label = self.name(orders);
        match self.head {
            Head::Sorts(column) => {
                let sorted = Signal::derive(move || {
                    let order = address.query.with(ListQuery::order);
                    (order.column == column).then_some(order.direction)
                });
                let sort =
                    move |()| address.change(|query| query.sort(orders.pressed(query.order(), column)));
                view! {
                    <SortHeader
                        label=label
                        sorted=sorted
                        on_sort=Callback::new(sort)
                        width=self.width
                        numeric=self.is_numeric
                    />
                }
                .into_any()
            }
            Head::Says(_) => view! {
                <th scope="col" role="columnheader" class:num=self.is_numeric data-width=self.width>
                    {move || label.get()}
                </th>
            }
            .into_any(),
        }
    }

    /// The cell that names the row.
    pub(super) fn naming_cell(&self, item: &T) -> AnyView {
        view! {
            <th scope="row" role="rowheader">
                {(self.cell)(item)}
            </th>
        }
        .into_any()
    }

    /// Any other cell.
    pub(super) fn cell(&self, orders: Orders<C>, item: &T) -> AnyView {
        let label = self.label.map_or_else(|| self.name(orders), TextProp::from);
        let first = self.leads_the_card.then_some("");
        view! {
            <td role="cell" class:num=self.is_numeric data-label=label data-first=first>
                {(self.cell)(item)}
            </td>
        }
        .into_any()
    }
}
