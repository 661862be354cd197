use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::features::address::Address;
use crate::ui::{FilterMenu, FilterOption};

/// A filter by values that the list itself brings along, as a chip with a menu of ticks. What the address asks for
/// stands in the menu too, even if nothing in the list has it.
#[component]
pub fn OpenFilter<Q, T>(
    /// Where the choice is kept.
    address: Address<Q>,
    /// Its name in the page, for ids.
    id: &'static str,
    /// What it filters by.
    #[prop(into)]
    label: TextProp,
    /// What occurs, in the order of the menu.
    #[prop(into)]
    choices: Signal<Vec<T>>,
    /// A choice's word in the address.
    code: fn(&T) -> String,
    /// A choice's name.
    name: fn(&T) -> String,
    /// Where the query has the choice; empty for everything.
    field: fn(&mut Q) -> &mut Vec<T>,
) -> impl IntoView
where
    Q: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let chosen = move || field(&mut address.query.get()).clone();
    let all = Memo::new(move |_| {
        let mut all = choices.get();
        let missing: Vec<T> = chosen().into_iter().filter(|choice| !all.contains(choice)).collect();
        all.extend(missing);
        all
    });
    let option = move |choice: &T| FilterOption { code: code(choice), label: name(choice), count: None };
    let options = move || all.with(|all| all.iter().map(option).collect::<Vec<_>>());
    let chosen_codes = move || chosen().iter().map(code).collect::<Vec<_>>();
    let apply = move |codes: Vec<String>| {
        let wanted = all.with_untracked(|all| {
            all.iter().filter(|choice| codes.contains(&code(choice))).cloned().collect()
        });
        address.change(|query| *field(query) = wanted);
    };
    view! {
        <FilterMenu
            id=id
            label=label
            options=Signal::derive(options)
            chosen=Signal::derive(chosen_codes)
            on_apply=Callback::new(apply)
        />
    }
}
