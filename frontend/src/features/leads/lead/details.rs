use guildhall_contract::fields::FieldKind;
use guildhall_contract::lead_form::lead_fields;
use guildhall_domain::country::Country;
use guildhall_domain::lead::Product;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::SharedLead;
use super::representative::telephone;
use super::story::support_requested_at;
use crate::features::leads::list::shown_website;
use crate::features::leads::submit::{choice_words, field_words};
use crate::format;
use crate::i18n::texts;

/// What was entered at submission, field by field, and by whom.
pub(super) fn details(lead: &SharedLead, from_sales: bool) -> AnyView {
    let product = lead.product;
    // The form's own names are the keys, so a field that joins the contract joins this list.
    let form = match serde_json::to_value(&lead.form) {
        Ok(Value::Object(form)) => form,
        _ => Map::new(),
    };
    let requested_later = support_requested_at(&lead.timeline);
    let facts = |wide: bool| {
        let rules = lead_fields(product).iter().filter(move |rule| is_wide(rule.kind) == wide);
        let facts = rules.map(|rule| {
            let value = form.get(rule.name).cloned().unwrap_or_default();
            fact(product, rule.name, rule.kind, &value)
        });
        facts.collect_view()
    };
    let submitter = lead.timeline.first().map(|entry| entry.by.name.clone());
    let title = if from_sales { texts::lead::details_sales } else { texts::lead::details };
    view! {
        <section class="card" data-area="details" aria-labelledby="details-title">
            <div class="card__head">
                <h2 id="details-title">{title}</h2>
            </div>
            <div class="card__body">
                <dl class="facts">
                    {facts(false)}
                    {requested_later
                        .map(|at| {
                            view! {
                                <div>
                                    <dt>{texts::lead::support_later}</dt>
                                    <dd>{move || format::date_and_time(at)}</dd>
                                </div>
                            }
                        })}
                    {submitter
                        .map(|name| {
                            view! {
                                <div>
                                    <dt>{texts::lead::submitted_by}</dt>
                                    <dd>{name}</dd>
                                </div>
                            }
                        })}
                    {facts(true)}
                </dl>
            </div>
        </section>
    }
    .into_any()
}

/// Whole sentences take the whole width, after all that is short.
fn is_wide(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Paragraph { .. } | FieldKind::Consent)
}

fn fact(product: Product, name: &'static str, kind: FieldKind, value: &Value) -> Option<AnyView> {
    let label = field_words(product, name)?.name;
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let wide = is_wide(kind);
    let answer = match kind {
        FieldKind::Consent => texts::lead::consented.into_any(),
        _ if text.is_empty() => view! { <span class="muted">{texts::lead::not_answered}</span> }.into_any(),
        FieldKind::Email => inside(format!("mailto:{text}"), text),
        FieldKind::Phone => inside(telephone(&text), text),
        FieldKind::Website => external(text.clone(), shown_website(&text).to_owned()),
        FieldKind::Store => external(format!("https://{text}"), text),
        FieldKind::Country => {
            let country = text.parse::<Country>().ok()?;
            (move || format::country(country)).into_any()
        }
        FieldKind::Choice(_) => choice_words(name, &text)?.into_any(),
        FieldKind::Count { .. } => {
            let count = text.parse().ok()?;
            (move || format::number(count)).into_any()
        }
        FieldKind::Line { .. } | FieldKind::Paragraph { .. } | FieldKind::Flag => text.into_any(),
    };
    Some(
        view! {
            <div data-wide=wide.then_some("")>
                <dt>{label}</dt>
                <dd>{answer}</dd>
            </div>
        }
        .into_any(),
    )
}

fn inside(href: String, text: String) -> AnyView {
    view! { <a href=href>{text}</a> }.into_any()
}

/// A link out. The address was checked to begin with `http`, and the other side learns nothing.
fn external(href: String, text: String) -> AnyView {
    view! {
        <a href=href target="_blank" rel="noopener noreferrer">
            {text}
        </a>
    }
    .into_any()
}
