//! Choosing a representative.

use guildhall_contract::leads::Roster;
use guildhall_domain::country::Country;
use guildhall_domain::lead::Product;
use guildhall_domain::representative::Representative;
use leptos::prelude::*;

use super::SharedLead;
use crate::api::{Api, leads};
use crate::features::form::Form;
use crate::features::leads::roster_state::roster_state;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::Field;

/// Why somebody cannot take the lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Obstacle {
    HasItAlready,
    TakesNone,
    Product,
    Country,
}

fn obstacle(
    person: &Representative,
    current: Option<&str>,
    product: Product,
    country: Country,
) -> Option<Obstacle> {
    if current == Some(person.id.as_str()) {
        return Some(Obstacle::HasItAlready);
    }
    if !person.active {
        return Some(Obstacle::TakesNone);
    }
    if !person.products.contains(&product) {
        return Some(Obstacle::Product);
    }
    (!person.covers(product, country)).then_some(Obstacle::Country)
}

fn obstacle_words(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::HasItAlready => texts::sales::has_it_already(),
        Obstacle::TakesNone => texts::sales::takes_none(),
        Obstacle::Product => texts::sales::sells_something_else(),
        Obstacle::Country => texts::sales::sells_elsewhere(),
    }
}

/// The roster, whoever covers product and country first, the others with what keeps them from it.
#[component]
pub(super) fn RepresentativeField(
    /// The form it belongs to.
    form: Form,
    /// The lead to give away.
    lead: SharedLead,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let remote = Remote::<Roster>::new(move || leads::roster(api));
    let value = form.text("representative");
    let error = form.error("representative");
    let described = move || error.with(Option::is_some).then_some("representative-error");
    let options = move || remote.ready().map(|roster| options(roster, &lead, value)).unwrap_or_default();
    let state = roster_state(remote);
    view! {
        <Field id="representative" label=texts::sales::representative hint=None error=error>
            <span class="select">
                <select
                    class="input"
                    id="representative"
                    name="representative"
                    aria-required="true"
                    aria-describedby=described
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change=move |event| value.set(event_target_value(&event))
                >
                    <option value="">{texts::ui::choose_one}</option>
                    {options}
                </select>
            </span>
            {state}
        </Field>
    }
}

fn options(roster: Roster, lead: &SharedLead, value: RwSignal<String>) -> Vec<AnyView> {
    let Ok(country) = lead.form.country.parse::<Country>() else { return Vec::new() };
    let current = lead.representative.as_ref().map(|person| person.id.as_str());
    let mut people: Vec<_> = roster
        .items
        .into_iter()
        .map(|person| (obstacle(&person, current, lead.product, country), person))
        .collect();
    people.sort_by_key(|(obstacle, _)| obstacle.is_some());
    let chosen = value.get_untracked();
    let option = |(obstacle, person): (Option<Obstacle>, Representative)| {
        let id = person.id.as_str().to_owned();
        let selected = id == chosen;
        let text = match obstacle {
            Some(obstacle) => texts::sales::cannot_take(&person.name, obstacle_words(obstacle)),
            None => person.name,
        };
        view! { <option value=id selected=selected disabled=obstacle.is_some()>{text}</option> }.into_any()
    };
    people.into_iter().map(option).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(products: &[Product], countries: &[&str], active: bool) -> Representative {
        Representative {
            id: "rep-1".parse().unwrap(),
            name: "Astrid".to_owned(),
            email: "astrid@guildhall.example".to_owned(),
            phone: "+46 8 555 00 00".to_owned(),
            time_zone: "Europe/Stockholm".to_owned(),
            country: "SE".parse().unwrap(),
            language: guildhall_domain::policy::Language::En,
            products: products.to_vec(),
            countries: countries.iter().map(|code| code.parse().unwrap()).collect(),
            active,
        }
    }

    #[test]
    fn whoever_cannot_take_the_lead_is_told_why() {
        let sweden = "SE".parse().unwrap();
        let asked = |person: &Representative, current| obstacle(person, current, Product::Plus, sweden);
        assert_eq!(asked(&person(&[Product::Plus], &[], true), None), None);
        assert_eq!(asked(&person(&[Product::Plus], &["SE"], true), Some("rep-2")), None);
        assert_eq!(asked(&person(&[Product::Plus], &[], true), Some("rep-1")), Some(Obstacle::HasItAlready));
        assert_eq!(asked(&person(&[Product::Plus], &[], false), None), Some(Obstacle::TakesNone));
        assert_eq!(asked(&person(&[Product::Pos], &[], true), None), Some(Obstacle::Product));
        assert_eq!(asked(&person(&[Product::Plus], &["VN"], true), None), Some(Obstacle::Country));
    }
}
