//! The filters of the list, each a chip with a menu.

use std::sync::Arc;

use guildhall_contract::leads::LeadPage;
use guildhall_contract::query::LeadQuery;
use guildhall_domain::lead::listing::RepresentativeChoice;
use guildhall_domain::lead::{Outcome, Product, Status, Support};
use guildhall_domain::policy::{outcome_name, product_name, status_name, support_name};
use leptos::prelude::*;

use super::Leads;
use crate::features::list::{ChoiceFilter, DayFilter, Listing};
use crate::i18n::{texts, words};
use crate::ui::{FilterMenu, FilterOption};

const UNASSIGNED: &str = "unassigned";

/// Product, support, outcome, representative, date of submission.
#[component]
pub(super) fn Filters(listing: Leads, sales: bool) -> impl IntoView {
    let Listing { address, page, .. } = listing;
    let chosen = move |read: fn(&LeadQuery) -> Vec<String>| Signal::derive(move || address.query.with(read));
    let outcomes = move |codes: Vec<String>| {
        let wanted = |outcome: &Outcome| codes.iter().any(|code| code == outcome.code());
        address.change(|query| query.filter.outcomes = Outcome::ALL.into_iter().filter(wanted).collect());
    };
    let representatives = move |codes: Vec<String>| {
        address.change(|query| {
            query.filter.representatives = codes.iter().filter_map(|code| choice(code)).collect();
        });
    };
    // Partners have tabs for it.
    let statuses = sales.then(|| {
        view! {
            <ChoiceFilter
                address=address
                id="status"
                label=texts::leads::status
                choices=Status::ALL
                code=Status::code
                name=|status| words(&status_name(status))
                field=|query: &mut LeadQuery| &mut query.filter.statuses
            />
        }
    });
    view! {
        {statuses}
        <ChoiceFilter
            address=address
            id="product"
            label=texts::leads::product
            choices=Product::ALL
            code=Product::code
            name=|product| words(&product_name(product))
            field=|query| &mut query.filter.products
        />
        <ChoiceFilter
            address=address
            id="support"
            label=texts::leads::support
            choices=Support::ALL
            code=Support::code
            name=|support| words(&support_name(support))
            field=|query| &mut query.filter.supports
        />
        <FilterMenu
            id="outcome"
            label=texts::leads::outcome
            options=Signal::derive(move || outcome_options(page))
            chosen=chosen(|query| {
                query.filter.outcomes.iter().map(|outcome| outcome.code().to_owned()).collect()
            })
            on_apply=Callback::new(outcomes)
        />
        <FilterMenu
            id="representative"
            label=texts::leads::representative
            options=Signal::derive(move || representative_options(page))
            chosen=chosen(|query| query.filter.representatives.iter().map(choice_code).collect())
            on_apply=Callback::new(representatives)
        />
        <DayFilter
            address=address
            id="submitted"
            label=texts::leads::submitted
            read=|query: &LeadQuery| (query.filter.submitted_from, query.filter.submitted_to)
            write=|query: &mut LeadQuery, (from, to)| {
                query.filter.submitted_from = from;
                query.filter.submitted_to = to;
            }
        />
    }
}

fn choice(code: &str) -> Option<RepresentativeChoice> {
    if code == UNASSIGNED {
        return Some(RepresentativeChoice::Unassigned);
    }
    code.parse().ok().map(RepresentativeChoice::Is)
}

fn choice_code(choice: &RepresentativeChoice) -> String {
    match choice {
        RepresentativeChoice::Unassigned => UNASSIGNED.to_owned(),
        RepresentativeChoice::Is(id) => id.as_str().to_owned(),
    }
}

fn option(code: &str, label: &str, count: Option<usize>) -> FilterOption {
    FilterOption { code: code.to_owned(), label: label.to_owned(), count: count.map(|count| count as u64) }
}

fn outcome_options(page: Memo<Option<Arc<LeadPage>>>) -> Vec<FilterOption> {
    let counts = page.with(|page| page.as_ref().map(|page| page.counts));
    let count = |outcome: Outcome| {
        counts.map(|counts| match outcome {
            Outcome::Pending => counts.outcome_pending,
            Outcome::Paid => counts.outcome_paid,
            Outcome::NotEligible => counts.outcome_not_eligible,
        })
    };
    Outcome::ALL.map(|outcome| option(outcome.code(), words(&outcome_name(outcome)), count(outcome))).into()
}

fn representative_options(page: Memo<Option<Arc<LeadPage>>>) -> Vec<FilterOption> {
    let known = page.get().map(|page| page.representatives.clone()).unwrap_or_default();
    let known =
        known.iter().map(|representative| option(representative.id.as_str(), &representative.name, None));
    known.chain([option(UNASSIGNED, texts::leads::not_assigned(), None)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_of_representative_reads_back_from_its_code() {
        for code in [UNASSIGNED, "rep-astrid"] {
            assert_eq!(choice(code).as_ref().map(choice_code).as_deref(), Some(code));
        }
        assert_eq!(choice("no one"), None);
    }
}
