//! The filters of the list, each a chip with a menu.

use guildhall_contract::query::LeadQuery;
use guildhall_domain::lead::listing::RepresentativeChoice;
use guildhall_domain::lead::{Outcome, Product, Support};
use guildhall_domain::policy::{outcome_name, product_name, support_name};
use leptos::prelude::*;

use super::date_filter::DateFilter;
use super::{LeadsAddress, SharedPage};
use crate::i18n::{texts, words};
use crate::ui::{FilterMenu, FilterOption};

const UNASSIGNED: &str = "unassigned";

/// Product, support, outcome, representative, date of submission.
#[component]
pub(super) fn Filters(address: LeadsAddress, page: Memo<Option<SharedPage>>) -> impl IntoView {
    let chosen = move |read: fn(&LeadQuery) -> Vec<String>| Signal::derive(move || address.query.with(read));
    let products = move |codes: Vec<String>| {
        address.change(|query| query.filter.products = pick(&codes, &Product::ALL, Product::code));
    };
    let supports = move |codes: Vec<String>| {
        address.change(|query| query.filter.supports = pick(&codes, &Support::ALL, Support::code));
    };
    let outcomes = move |codes: Vec<String>| {
        address.change(|query| query.filter.outcomes = pick(&codes, &Outcome::ALL, Outcome::code));
    };
    let representatives = move |codes: Vec<String>| {
        address.change(|query| {
            query.filter.representatives = codes.iter().filter_map(|code| choice(code)).collect();
        });
    };
    view! {
        <FilterMenu
            id="product"
            label=texts::leads::product
            options=Signal::derive(product_options)
            chosen=chosen(|query| codes(&query.filter.products, Product::code))
            on_apply=Callback::new(products)
        />
        <FilterMenu
            id="support"
            label=texts::leads::support
            options=Signal::derive(support_options)
            chosen=chosen(|query| codes(&query.filter.supports, Support::code))
            on_apply=Callback::new(supports)
        />
        <FilterMenu
            id="outcome"
            label=texts::leads::outcome
            options=Signal::derive(move || outcome_options(page))
            chosen=chosen(|query| codes(&query.filter.outcomes, Outcome::code))
            on_apply=Callback::new(outcomes)
        />
        <FilterMenu
            id="representative"
            label=texts::leads::representative
            options=Signal::derive(move || representative_options(page))
            chosen=chosen(|query| query.filter.representatives.iter().map(choice_code).collect())
            on_apply=Callback::new(representatives)
        />
        <DateFilter address=address />
    }
}

fn codes<T: Copy>(choices: &[T], code: fn(T) -> &'static str) -> Vec<String> {
    choices.iter().map(|choice| code(*choice).to_owned()).collect()
}

fn pick<T: Copy>(codes: &[String], all: &[T], code: fn(T) -> &'static str) -> Vec<T> {
    all.iter().copied().filter(|choice| codes.iter().any(|wanted| wanted == code(*choice))).collect()
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

fn product_options() -> Vec<FilterOption> {
    Product::ALL.map(|product| option(product.code(), words(&product_name(product)), None)).into()
}

fn support_options() -> Vec<FilterOption> {
    Support::ALL.map(|support| option(support.code(), words(&support_name(support)), None)).into()
}

fn outcome_options(page: Memo<Option<SharedPage>>) -> Vec<FilterOption> {
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

fn representative_options(page: Memo<Option<SharedPage>>) -> Vec<FilterOption> {
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
