use guildhall_contract::sales::RosterEntry;
use guildhall_domain::lead::Product;
use guildhall_domain::policy::{Language, product_name};
use leptos::prelude::*;

use super::countries::name as country_name;
use super::spec::{COUNTRIES, PRODUCTS, codes, shown};
use crate::features::form::Form;
use crate::i18n::{own_name, texts, words};
use crate::ui::{Compared, Comparison};

/// Somebody saved this representative meanwhile: both versions side by side, where they differ.
pub(super) fn overtaken(form: Form, current: &RosterEntry) -> AnyView {
    let name = current.representative.name.clone();
    let mut rows: Vec<_> = shown(&current.representative)
        .into_iter()
        .filter_map(|(field, theirs)| {
            let mine = form.text(field).get_untracked().trim().to_owned();
            (mine != theirs).then(|| row(field, mine, theirs))
        })
        .collect();
    let (mine, theirs) = (form.tick("active").get_untracked(), current.representative.active);
    if mine != theirs {
        rows.push(row("active", mine.to_string(), theirs.to_string()));
    }
    view! {
        <section class="card conflict" role="alert" aria-labelledby="conflict-title">
            <div class="card__head">
                <h2 id="conflict-title">{move || texts::team::conflict_title(&name)}</h2>
            </div>
            <div class="card__body stack">
                <p>{texts::team::conflict_text}</p>
                <Comparison
                    caption=texts::team::conflict_caption
                    fact=texts::team::fact
                    before=texts::team::before
                    now=texts::team::now
                    rows=rows
                />
            </div>
        </section>
    }
    .into_any()
}

/// The user id of somebody new is that of somebody who is there.
pub(super) fn taken(current: &RosterEntry) -> AnyView {
    let name = current.representative.name.clone();
    view! {
        <section class="card conflict" role="alert" aria-labelledby="conflict-title">
            <div class="card__head">
                <h2 id="conflict-title">{texts::team::conflict_taken}</h2>
            </div>
            <div class="card__body">
                <p>{move || texts::team::conflict_taken_text(&name)}</p>
            </div>
        </section>
    }
    .into_any()
}

fn row(field: &'static str, mine: String, theirs: String) -> Compared {
    let cell = |text: String| {
        let words = move || match text_of(field, &text) {
            text if text.is_empty() => "–".to_owned(),
            text => text,
        };
        view! { <span>{words}</span> }.into_any()
    };
    Compared { name: label(field).into(), before: cell(mine), now: cell(theirs), changed: true }
}

fn label(field: &str) -> fn() -> &'static str {
    match field {
        "email" => texts::team::email,
        "phone" => texts::team::phone,
        "time_zone" => texts::team::time_zone,
        "country" => texts::team::country,
        "language" => texts::team::language,
        PRODUCTS => texts::team::products,
        COUNTRIES => texts::team::countries,
        "active" => texts::team::active,
        _ => texts::team::name,
    }
}

/// What stands in a field, in the reader's words.
fn text_of(field: &str, text: &str) -> String {
    match field {
        "country" => country_name(text),
        "language" => {
            let known = Language::ALL.into_iter().find(|language| language.tag() == text);
            known.map(own_name).unwrap_or_default().to_owned()
        }
        PRODUCTS => {
            let known = Product::ALL
                .into_iter()
                .filter(|product| codes(text).iter().any(|code| code == product.code()));
            known.map(|product| words(&product_name(product))).collect::<Vec<_>>().join(", ")
        }
        COUNTRIES if text.is_empty() => texts::team::everywhere().to_owned(),
        COUNTRIES => codes(text).iter().map(|code| country_name(code)).collect::<Vec<_>>().join(", "),
        "active" if text == "true" => texts::team::yes().to_owned(),
        "active" => texts::team::no().to_owned(),
        _ => text.to_owned(),
    }
}
