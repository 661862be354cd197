//! The answer to a question: exactly the fields that were asked for, and words. A correction is the same with all fields.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError, FieldRule, Reader};
use guildhall_contract::lead_form::read_lead_form;
use guildhall_contract::lead_work::ANSWER_NOTE;
use guildhall_contract::leads::LeadDetails;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::SharedLead;
use super::purpose::Purpose;
use crate::api::{Api, ApiError};
use crate::browser;
use crate::features::form::{Form, Spec, json};
use crate::features::leads::actions::{Conflict, Difference, difference};
use crate::features::leads::refusals::explanation;
use crate::features::leads::submit::question as form_field;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Button, Kind, Notice, TextAreaField, Toasts, Tone};

/// The whole form with the answers in place, so that the contract's own rules judge it; and the words.
fn new_form(lead: &SharedLead, purpose: &Purpose, rules: &[FieldRule], user_id: &str) -> Form {
    let whole = whole(lead);
    let asked = rules.to_vec();
    let assemble = {
        let whole = whole.clone();
        move |answers: &_| {
            let mut body = whole.clone();
            body.retain(|name, _| asked.iter().all(|rule| rule.name != name));
            body.extend(json(&asked, answers));
            body.extend(json(&[ANSWER_NOTE], answers));
            body
        }
    };
    let mut all = rules.to_vec();
    all.push(ANSWER_NOTE);
    let required = purpose.required();
    let spec = Spec { rules: all, assemble: Arc::new(assemble), check, required };
    let form = Form::new(spec, purpose.draft(lead, user_id));
    if form.restored_at().get_untracked().is_none() {
        for rule in rules {
            form.text(rule.name).set(text_of(whole.get(rule.name)));
        }
    }
    form
}

fn whole(lead: &LeadDetails) -> Map<String, Value> {
    match serde_json::to_value(&lead.form) {
        Ok(Value::Object(form)) => form,
        _ => Map::new(),
    }
}

fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn check(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    let mut form = body.clone();
    let note = form.remove(ANSWER_NOTE.name);
    let note: Map<_, _> = note.into_iter().map(|note| (ANSWER_NOTE.name.to_owned(), note)).collect();
    let mut reader = Reader::new(&note);
    let _ = reader.text(&ANSWER_NOTE);
    let mut errors = read_lead_form(&form).err().unwrap_or_default();
    errors.extend(reader.finish());
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// What is sent of it: the fields that were asked for, where `null` empties one.
fn sent(body: &Map<String, Value>, rules: &[FieldRule]) -> Map<String, Value> {
    let value = |rule: &FieldRule| body.get(rule.name).cloned().unwrap_or_default();
    let values: Map<_, _> = rules.iter().map(|rule| (rule.name.to_owned(), value(rule))).collect();
    let mut sent = Map::from_iter([("values".to_owned(), Value::Object(values))]);
    if let Some(note) = body.get(ANSWER_NOTE.name) {
        sent.insert(ANSWER_NOTE.name.to_owned(), note.clone());
    }
    sent
}

/// Whether it says nothing: every field stands as it did, and there are no words that count alone.
fn says_nothing(
    body: &Map<String, Value>,
    purpose: &Purpose,
    lead: &LeadDetails,
    rules: &[FieldRule],
) -> bool {
    let before = whole(lead);
    let is_same = |rule: &FieldRule| text_of(body.get(rule.name)).trim() == text_of(before.get(rule.name));
    let has_words = purpose.takes_words_alone() && body.contains_key(ANSWER_NOTE.name);
    !has_words && rules.iter().all(is_same)
}

/// The form of an answer or a correction.
#[component]
pub(super) fn Provide(
    /// The lead, as it was when the form was first shown.
    seen: SharedLead,
    /// What it is for.
    purpose: Purpose,
    /// Takes what the answer is answered with.
    remote: Remote<SharedLead>,
    /// Whose draft it is.
    user_id: String,
    /// What somebody else changed meanwhile.
    conflict: RwSignal<Option<Difference>>,
    /// When it was sent.
    #[prop(optional)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let product = seen.product;
    let rules = StoredValue::new(purpose.rules(&seen));
    let form = rules.with_value(|rules| new_form(&seen, &purpose, rules, &user_id));
    let purpose = StoredValue::new(purpose);
    let seen = StoredValue::new(seen);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);

    let refuse = move |errors: Vec<FieldError>| {
        form.refuse(errors);
        if let Some(field) = form.first_refused() {
            browser::focus_id_soon(&field);
        }
    };
    let failed = move |error: ApiError| {
        let problem = error.problem().cloned();
        match problem {
            Some(problem) if !problem.errors.is_empty() => refuse(problem.errors),
            Some(problem) if problem.current.is_some() => {
                let Some(now) = problem.current else { return };
                let now = Arc::new(*now);
                conflict.set(Some(difference(&seen.get_value(), &now)));
                let answerable = purpose.with_value(|purpose| purpose.is_open(&now));
                seen.set_value(now.clone());
                remote.put(now);
                browser::focus_id_soon(if answerable { "answer-conflict" } else { "too-late" });
            }
            _ => failure.set(Some(error)),
        }
    };
    let send = move |body: Map<String, Value>| {
        busy.set(true);
        let lead = seen.get_value();
        spawn_local(async move {
            let answer = purpose.get_value().send(api, &lead, &body).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(now) => {
                    form.start_over();
                    conflict.set(None);
                    toasts.say(purpose.with_value(Purpose::done));
                    remote.put(Arc::new(now));
                    if let Some(on_done) = on_done {
                        on_done.run(());
                    }
                    browser::focus_id_soon("next-title");
                }
                Err(error) => failed(error),
            }
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let Some(body) = form.submit() else {
            if let Some(field) = form.first_refused() {
                browser::focus_id_soon(&field);
            }
            return;
        };
        let lead = seen.get_value();
        let is_empty = purpose
            .with_value(|purpose| rules.with_value(|rules| says_nothing(&body, purpose, &lead, rules)));
        if is_empty {
            refuse(vec![FieldError::field(ANSWER_NOTE.name, FieldCode::Required)]);
            return;
        }
        send(rules.with_value(|rules| sent(&body, rules)));
    };
    let fields = rules.get_value().into_iter().map(|rule| form_field(form, product, rule)).collect_view();
    let changed = move || {
        let difference = conflict.get()?;
        Some(view! {
            <div class="stack" id="answer-conflict" tabindex="-1" role="alert">
                <p><strong>{texts::sales::conflict_title}</strong></p>
                <Conflict difference=difference />
            </div>
        })
    };
    let word = move || match conflict.with(Option::is_some) {
        true => texts::sales::do_it_anyway(),
        false => purpose.with_value(Purpose::button),
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {changed}
            {fields}
            <TextAreaField
                id=ANSWER_NOTE.name
                label=texts::lead_work::answer_note
                value=form.text(ANSWER_NOTE.name)
                limit=ANSWER_NOTE.kind.max_length().unwrap_or(usize::MAX)
                hint=None
                error=form.error(ANSWER_NOTE.name)
                optional=true
            />
            {move || {
                failure
                    .get()
                    .map(|error| {
                        view! {
                            <Notice tone=Tone::Danger>
                                <p>{move || explanation(&error)}</p>
                            </Notice>
                        }
                    })
            }}
            <div class="form__actions">
                <Button kind=Kind::Primary submit=true busy=busy busy_label=texts::lead::sending>
                    {word}
                </Button>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use guildhall_contract::lead_form::lead_fields;
    use guildhall_domain::lead::Product;
    use serde_json::json;

    use super::*;

    fn rules(names: &[&str]) -> Vec<FieldRule> {
        lead_fields(Product::Plus).iter().filter(|rule| names.contains(&rule.name)).copied().collect()
    }

    #[test]
    fn only_what_was_asked_for_is_sent_and_what_is_empty_is_emptied() {
        let body = json!({ "company": "Acme", "phone": "+46 70 123 45 67", "note": "By phone" });
        let sent = sent(body.as_object().unwrap(), &rules(&["phone", "current_platform"]));
        let expected = json!({ "values": { "phone": "+46 70 123 45 67", "current_platform": null }, "note": "By phone" });
        assert_eq!(Value::Object(sent), expected);
    }

    #[test]
    fn the_whole_form_is_judged_by_its_own_rules() {
        let mut body = json!({
            "product": "plus", "contact_name": "Anna", "contact_email": "anna@acme.example", "company": "Acme",
            "website": "https://acme.example", "country": "SE", "sales_support": "none", "description": "A fit",
            "consent": true, "note": "Yes",
        });
        assert_eq!(check(body.as_object().unwrap()), Ok(()));
        body["phone"] = json!("call me");
        body["note"] = json!("x".repeat(2_000));
        let wrong = check(body.as_object().unwrap()).unwrap_err();
        let names: Vec<_> = wrong.iter().filter_map(FieldError::name).collect();
        assert_eq!(names, ["phone", "note"]);
    }
}
