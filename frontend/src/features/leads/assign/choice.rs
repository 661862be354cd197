//! Who can take how many of the leads.

use guildhall_contract::leads::{LeadItem, Roster};
use guildhall_domain::representative::Representative;
use leptos::prelude::*;

use crate::api::{Api, leads};
use crate::features::leads::roster_state::roster_state;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::Field;

/// How many of the leads somebody sells to.
fn covered(person: &Representative, items: &[LeadItem]) -> usize {
    let is_covered =
        |item: &&LeadItem| item.country.parse().is_ok_and(|country| person.covers(item.product, country));
    items.iter().filter(is_covered).count()
}

/// The roster; whoever can take all of them comes first.
#[component]
pub(super) fn RepresentativeChoice(
    /// The leads to give away.
    items: Vec<LeadItem>,
    /// Who gets them, by id.
    value: RwSignal<String>,
    /// Their name, for what is told afterwards.
    name: RwSignal<String>,
    /// What is wrong with the choice.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::<Roster>::new(move || leads::roster(api));
    let described = move || error.with(Option::is_some).then_some("assign-to-error");
    let items = StoredValue::new(items);
    let people = Memo::new(move |_| {
        let roster = remote.ready()?;
        let count = |person: Representative| {
            let covers = items.with_value(|items| covered(&person, items));
            (person, covers)
        };
        let active = roster.items.into_iter().filter(|person| person.active);
        let mut people: Vec<_> = active.map(count).collect();
        people.sort_by_key(|(_, covers)| std::cmp::Reverse(*covers));
        Some(people)
    });
    let total = items.with_value(Vec::len);
    let options = move || {
        let chosen = value.get_untracked();
        let option = |(person, covers): (Representative, usize)| {
            let id = person.id.as_str().to_owned();
            let selected = id == chosen;
            let text = match covers {
                0 => texts::lead_queue::covers_none(&person.name),
                covers if covers == total => person.name,
                covers => {
                    texts::lead_queue::covers_some(&covers.to_string(), &person.name, &total.to_string())
                }
            };
            view! { <option value=id selected=selected disabled=covers == 0>{text}</option> }
        };
        people.get().unwrap_or_default().into_iter().map(option).collect_view()
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        let known = people.with_untracked(|people| {
            let found = people.iter().flatten().find(|(person, _)| person.id.as_str() == id);
            found.map(|(person, _)| person.name.clone())
        });
        name.set(known.unwrap_or_default());
        value.set(id);
    };
    let state = roster_state(remote);
    view! {
        <Field id="assign-to" label=texts::lead_queue::who hint=None error=error>
            <span class="select">
                <select
                    class="input"
                    id="assign-to"
                    name="assign-to"
                    aria-required="true"
                    aria-describedby=described
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change=choose
                >
                    <option value="">{texts::ui::choose_one}</option>
                    {options}
                </select>
            </span>
            {state}
        </Field>
    }
}
