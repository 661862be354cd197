use std::collections::BTreeSet;

use guildhall_domain::country::Country;
use guildhall_domain::lead::Product;
use guildhall_domain::policy::product_name;
use guildhall_domain::representative::{Coverage, Representative, coverage};
use leptos::prelude::*;

use super::page::SharedTeam;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{Notice, TableFrame, Tone};

/// A row of the matrix: a country that somebody names, or all that nobody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Named(Country),
    Elsewhere,
}

/// Who gets what, by country and product; the same rule that routes leads says it.
#[component]
pub(super) fn CoverageTable(team: SharedTeam) -> impl IntoView {
    let roster: Vec<Representative> =
        team.representatives.iter().map(|entry| entry.representative.clone()).collect();
    let roster = StoredValue::new(roster);
    let named = roster.with_value(|roster| named_by_anybody(roster));
    let gaps = roster.with_value(|roster| gaps(roster, &named));
    let head = |product: Product| {
        view! {
            <th scope="col" role="columnheader">
                {move || words(&product_name(product))}
            </th>
        }
    };
    let head = view! {
        <th scope="col" role="columnheader">
            {texts::team::coverage_country}
        </th>
        {Product::ALL.map(head).collect_view()}
    };
    let rows = move || {
        let mut places: Vec<_> = named.iter().map(|country| (format::country(*country), *country)).collect();
        places.sort_by_cached_key(|(name, _)| format::folded(name));
        let places = places.into_iter().map(|(_, country)| Place::Named(country));
        let places = places.chain([Place::Elsewhere]);
        places.map(|place| roster.with_value(|roster| row(roster, place))).collect_view()
    };
    view! {
        {(gaps > 0).then(|| view! { <Notice tone=Tone::Warning>{move || texts::team::uncovered(gaps)}</Notice> })}
        <TableFrame caption=texts::team::coverage_caption head=head.into_any()>
            {rows}
        </TableFrame>
    }
}

/// Countries that somebody on the roster names, those who left among them: what they covered may be a gap now.
fn named_by_anybody(roster: &[Representative]) -> BTreeSet<Country> {
    roster.iter().flat_map(|rep| rep.countries.iter().copied()).collect()
}

fn row(roster: &[Representative], place: Place) -> AnyView {
    let name = move || match place {
        Place::Named(country) => format::country(country),
        Place::Elsewhere => texts::team::everywhere_else().to_owned(),
    };
    let cell = |product: Product| {
        let (names, is_fallback) = who(roster, product, place);
        let content = match names.is_empty() {
            true => view! { <strong class="uncovered">{texts::team::nobody}</strong> }.into_any(),
            false => {
                let fallback =
                    is_fallback.then(|| view! { <span class="second">{texts::team::fallback}</span> });
                view! {
                    <span>
                        {names.join(", ")} {fallback}
                    </span>
                }
                .into_any()
            }
        };
        view! {
            <td role="cell" data-label=move || words(&product_name(product))>
                {content}
            </td>
        }
    };
    let cells = Product::ALL.map(cell).collect_view();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{name}</span>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Who gets it, by name, and whether only because nobody names the country.
fn who(roster: &[Representative], product: Product, place: Place) -> (Vec<String>, bool) {
    let names = |candidates: &[&Representative]| candidates.iter().map(|rep| rep.name.clone()).collect();
    match place {
        Place::Named(country) => {
            let found = coverage(roster, product, country);
            (names(found.candidates()), matches!(found, Coverage::Everywhere(_)))
        }
        Place::Elsewhere => {
            let sells = |rep: &&Representative| {
                rep.active && rep.countries.is_empty() && rep.products.contains(&product)
            };
            (roster.iter().filter(sells).map(|rep| rep.name.clone()).collect(), true)
        }
    }
}

/// How many cells have nobody.
fn gaps(roster: &[Representative], named: &BTreeSet<Country>) -> u64 {
    let places = named.iter().map(|country| Place::Named(*country)).chain([Place::Elsewhere]);
    let cells = places.flat_map(|place| Product::ALL.map(|product| (place, product)));
    cells.filter(|(place, product)| who(roster, *product, *place).0.is_empty()).count() as u64
}

#[cfg(test)]
mod tests {
    use guildhall_domain::policy::Language;

    use super::*;

    fn rep(name: &str, products: &[Product], countries: &[&str], active: bool) -> Representative {
        Representative {
            id: name.parse().unwrap(),
            name: name.to_owned(),
            email: "rep@guildhall.example".to_owned(),
            phone: "+46 8 555 00 00".to_owned(),
            time_zone: "Europe/Stockholm".to_owned(),
            country: "SE".parse().unwrap(),
            language: Language::Sv,
            products: products.to_vec(),
            countries: countries.iter().map(|code| code.parse().unwrap()).collect(),
            active,
        }
    }

    #[test]
    fn what_somebody_who_left_covered_is_a_gap_until_somebody_else_does() {
        let mut roster = vec![
            rep("astrid", &[Product::Plus], &["SE"], true),
            rep("daniel", &[Product::Pos], &["SE", "NO"], false),
        ];
        let named = named_by_anybody(&roster);
        assert_eq!(named.len(), 2);
        // Sweden for POS, Norway for both, everywhere else for both.
        assert_eq!(gaps(&roster, &named), 5);
        roster.push(rep("world", &Product::ALL, &[], true));
        assert_eq!(gaps(&roster, &named), 0);
        let norway = Place::Named("NO".parse().unwrap());
        assert_eq!(who(&roster, Product::Pos, norway), (vec!["world".to_owned()], true));
        assert_eq!(who(&roster, Product::Plus, Place::Named("SE".parse().unwrap())).0, ["astrid"]);
    }
}
