//! The filters of the log, each a chip with a menu.

use std::sync::Arc;

use guildhall_contract::audit::{AuditPage, AuditQuery};
use guildhall_domain::audit::{AuditAct, SubjectKind};
use leptos::prelude::*;

use super::Log;
use crate::features::list::{ChoiceFilter, DayFilter, Listing};
use crate::i18n::{texts, words};
use crate::ui::{FilterMenu, FilterOption};

type Page = Memo<Option<Arc<AuditPage>>>;

/// Act, person, kind of subject, organisation, day.
#[component]
pub(super) fn Filters(listing: Log) -> impl IntoView {
    let Listing { address, page, .. } = listing;
    let chosen = move |read: fn(&AuditQuery) -> Vec<String>| Signal::derive(move || address.query.with(read));
    let acts = move |codes: Vec<String>| {
        let acts = codes.iter().filter_map(|code| AuditAct::by_slug(code)).collect();
        address.change(|query| query.filter.acts = acts);
    };
    let people = move |codes: Vec<String>| {
        let people = codes.iter().filter_map(|code| code.parse().ok()).collect();
        address.change(|query| query.filter.people = people);
    };
    let organisations = move |codes: Vec<String>| {
        let organisations = codes.iter().filter_map(|code| code.parse().ok()).collect();
        address.change(|query| query.filter.organisations = organisations);
    };
    view! {
        <FilterMenu
            id="act"
            label=texts::audit::act
            options=Signal::derive(move || act_options(page, address.query.with(|query| query.filter.acts.clone())))
            chosen=chosen(|query| query.filter.acts.iter().map(|act| act.slug().to_owned()).collect())
            on_apply=Callback::new(acts)
        />
        <FilterMenu
            id="person"
            label=texts::audit::person
            options=Signal::derive(move || people_options(page))
            chosen=chosen(|query| query.filter.people.iter().map(ToString::to_string).collect())
            on_apply=Callback::new(people)
        />
        <ChoiceFilter
            address=address
            id="subject"
            label=texts::audit::subject_kind
            choices=SubjectKind::ALL
            code=SubjectKind::slug
            name=|kind| words(&kind.words())
            field=|query| &mut query.filter.subjects
        />
        <FilterMenu
            id="organisation"
            label=texts::audit::organisation
            options=Signal::derive(move || organisation_options(page))
            chosen=chosen(|query| query.filter.organisations.iter().map(ToString::to_string).collect())
            on_apply=Callback::new(organisations)
        />
        <DayFilter
            address=address
            id="at"
            label=texts::audit::when
            read=|query: &AuditQuery| (query.filter.from, query.filter.to)
            write=|query: &mut AuditQuery, (from, to)| {
                query.filter.from = from;
                query.filter.to = to;
            }
        />
    }
}

/// What was done in the month, and what is chosen though it was not.
fn act_options(page: Page, chosen: Vec<AuditAct>) -> Vec<FilterOption> {
    let counts = page.get().map(|page| page.counts.clone()).unwrap_or_default();
    let count = |act: AuditAct| counts.iter().find(|one| one.act == act).map(|one| one.count as u64);
    let offered = |act: &&AuditAct| count(**act).is_some() || chosen.contains(act);
    let option = |act: &AuditAct| FilterOption {
        code: act.slug().to_owned(),
        label: words(&act.words()).to_owned(),
        count: Some(count(*act).unwrap_or_default()),
    };
    AuditAct::ALL.iter().filter(offered).map(option).collect()
}

fn people_options(page: Page) -> Vec<FilterOption> {
    let people = page.get().map(|page| page.people.clone()).unwrap_or_default();
    people.into_iter().map(|person| option(person.id.to_string(), person.name)).collect()
}

fn organisation_options(page: Page) -> Vec<FilterOption> {
    let organisations = page.get().map(|page| page.organisations.clone()).unwrap_or_default();
    let one = |organisation: guildhall_domain::audit::AuditOrganisation| {
        let code = organisation.id.to_string();
        option(code.clone(), organisation.name.unwrap_or(code))
    };
    organisations.into_iter().map(one).collect()
}

fn option(code: String, label: String) -> FilterOption {
    FilterOption { code, label, count: None }
}
