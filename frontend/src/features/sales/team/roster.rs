use guildhall_contract::sales::RosterEntry;
use guildhall_domain::policy::product_name;
use guildhall_domain::representative::Representative;
use leptos::prelude::*;

use super::page::SharedTeam;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{EmptyState, Sign, TableFrame};

/// Everybody who is or was a representative.
#[component]
pub(super) fn RosterTable(team: SharedTeam) -> impl IntoView {
    if team.representatives.is_empty() {
        return view! {
            <div class="card">
                <EmptyState sign=Sign::Users title=texts::team::nobody text=texts::team::none />
            </div>
        }
        .into_any();
    }
    let head = |name: fn() -> &'static str| {
        view! {
            <th scope="col" role="columnheader">
                {name}
            </th>
        }
    };
    let head = view! {
        {head(texts::team::representative)}
        {head(texts::team::products)}
        {head(texts::team::countries)}
        {head(texts::team::country)}
        {head(texts::team::state)}
    };
    view! {
        <TableFrame caption=texts::team::caption head=head.into_any()>
            {team.representatives.iter().map(row).collect_view()}
        </TableFrame>
    }
    .into_any()
}

fn row(entry: &RosterEntry) -> impl IntoView + use<> {
    let rep = entry.representative.clone();
    let href = format!("/sales/team/{}", rep.id);
    let products = rep.products.clone();
    let products = move || {
        let names = products.iter().map(|product| words(&product_name(*product)));
        names.collect::<Vec<_>>().join(", ")
    };
    let (sells, works, active) = (rep.clone(), rep.country, rep.active);
    let changed = entry.changed.clone().map(|stamp| {
        let words = move || texts::team::changed_by(&stamp.by.name, &format::date_and_time(stamp.at));
        view! { <span class="second">{words}</span> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=href>{rep.name}</a>
                <span class="second">{rep.email}</span>
            </th>
            <td role="cell" data-label=texts::team::products>
                <span>{products}</span>
            </td>
            <td role="cell" data-label=texts::team::countries>
                <span>{move || where_sold(&sells)}</span>
            </td>
            <td role="cell" data-label=texts::team::country>
                <span>{move || format::country(works)}</span>
            </td>
            <td role="cell" data-label=texts::team::state data-first="">
                <span>
                    {match active {
                        true => view! { <span>{texts::team::takes}</span> }.into_any(),
                        false => view! { <strong class="left">{texts::team::left}</strong> }.into_any(),
                    }}
                    {changed}
                </span>
            </td>
        </tr>
    }
}

/// The countries that somebody covers, by name.
fn where_sold(rep: &Representative) -> String {
    if rep.countries.is_empty() {
        return texts::team::everywhere().to_owned();
    }
    let mut names: Vec<_> = rep.countries.iter().map(|country| format::country(*country)).collect();
    names.sort_by_cached_key(|name| format::folded(name));
    names.join(", ")
}
