use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::features::address::Address;
use crate::ui::{FilterMenu, FilterOption};

/// A filter by the values of a fixed set, as a chip with a menu of ticks.
#[component]
pub fn ChoiceFilter<Q, T>(
    /// Where the choice is kept.
    address: Address<Q>,
    /// Its name in the page, for ids.
    id: &'static str,
    /// What it filters by.
    #[prop(into)]
    label: TextProp,
    /// What can be chosen.
    #[prop(into)]
    choices: Vec<T>,
    /// A choice's word in the address.
    code: fn(T) -> &'static str,
    /// A choice's name.
    name: fn(T) -> &'static str,
    /// Where the query has the choice; empty for everything.
    field: fn(&mut Q) -> &mut Vec<T>,
) -> impl IntoView
where
    Q: Clone + PartialEq + Send + Sync + 'static,
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let choices = StoredValue::new(choices);
    let options = move || {
        let option = |choice: &T| FilterOption {
            code: code(*choice).to_owned(),
            label: name(*choice).to_owned(),
            count: None,
        };
        choices.with_value(|choices| choices.iter().map(option).collect::<Vec<_>>())
    };
    let chosen = move || {
        let mut query = address.query.get();
        field(&mut query).iter().map(|choice| code(*choice).to_owned()).collect::<Vec<_>>()
    };
    let apply = move |codes: Vec<String>| {
        let wanted = |choice: &T| codes.iter().any(|wanted| wanted == code(*choice));
        let wanted = choices.with_value(|choices| choices.iter().copied().filter(wanted).collect());
        address.change(|query| *field(query) = wanted);
    };
    view! {
        <FilterMenu
            id=id
            label=label
            options=Signal::derive(options)
            chosen=Signal::derive(chosen)
            on_apply=Callback::new(apply)
        />
    }
}
