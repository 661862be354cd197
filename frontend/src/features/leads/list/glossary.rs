use guildhall_domain::lead::{Product, Status};
use guildhall_domain::policy::{meaning, product_name};
use leptos::prelude::*;

use crate::i18n::{texts, words};
use crate::ui::{StatusBadge, TableFrame};

/// M-54: what each status means, for each product; and the way to the terms.
#[component]
pub(super) fn Glossary() -> impl IntoView {
    let cell = |status: Status, product: Product| {
        view! {
            <td role="cell" data-label=move || words(&product_name(product))>
                <span>{move || words(&meaning(status, product).words)}</span>
            </td>
        }
    };
    let row = move |status: Status| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <StatusBadge status=status />
                </th>
                {Product::ALL.map(|product| cell(status, product)).collect_view()}
            </tr>
        }
    };
    let head = view! {
        <th scope="col" role="columnheader" data-width="l">
            {texts::leads::status}
        </th>
        {Product::ALL
            .map(|product| {
                view! {
                    <th scope="col" role="columnheader">
                        {move || words(&product_name(product))}
                    </th>
                }
            })
            .collect_view()}
    };
    view! {
        <section class="section" aria-labelledby="glossary-title">
            <h2 id="glossary-title">{texts::leads::glossary}</h2>
            <TableFrame caption=texts::leads::glossary_caption head=head.into_any()>
                {Status::ALL.map(row).collect_view()}
            </TableFrame>
            <p class="cluster">
                <a href="/referrals/terms#plus">{texts::leads::plus_terms}</a>
                <a href="/referrals/terms#pos">{texts::leads::pos_terms}</a>
            </p>
        </section>
    }
}
