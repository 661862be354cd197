use std::sync::Arc;

use guildhall_contract::lead_form::{lead_fields, read_lead_form};
use guildhall_contract::leads::LeadReceipt;
use guildhall_contract::problem::ProblemCode;
use guildhall_domain::lead::Product;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::begin::take;
use super::known::Known;
use super::origin::{Origin, fill};
use super::question::question;
use super::sections::{Section, sections};
use super::words::required_words;
use crate::api::{Api, ApiError, leads};
use crate::features::form::{Form, Spec, json};
use crate::features::leads::refusals::explanation;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Kind, LinkButton, Notice, Size, Toasts, Tone};

/// The form of a product, as its draft left it. A lead that comes from an inquiry names it, and has a draft of its own.
pub(super) fn new_form(product: Product, user_id: &str, origin: Option<&Origin>) -> Form {
    let inquiry = origin.map(|inquiry| inquiry.item.id.to_string());
    let place = match &inquiry {
        Some(inquiry) => format!("guildhall.draft.lead.{}.{user_id}.{inquiry}", product.code()),
        None => format!("guildhall.draft.lead.{}.{user_id}", product.code()),
    };
    let assemble = move |answers: &_| {
        let mut body = json(lead_fields(product), answers);
        body.insert("product".to_owned(), Value::from(product.code()));
        if let Some(inquiry) = &inquiry {
            body.insert("inquiry".to_owned(), Value::from(inquiry.as_str()));
        }
        body
    };
    let spec = Spec {
        rules: lead_fields(product).to_vec(),
        assemble: Arc::new(assemble),
        check: |body| read_lead_form(body).map(drop),
        required: required_words,
    };
    let form = Form::new(spec, place);
    if let Some(inquiry) = origin {
        fill(form, product, inquiry);
    } else {
        take(form, product);
    }
    form
}

/// The form itself: checked by the contract, sent under the draft's key.
#[component]
pub(super) fn LeadForm(
    /// Its answers.
    form: Form,
    /// The product.
    product: Product,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);

    let sent = move |receipt: LeadReceipt| {
        let company = receipt.company.clone();
        let next =
            untrack(|| match form.text("sales_support").with_untracked(|answer| answer == "requested") {
                true => texts::submit::sent_with_support(&company),
                false if product == Product::Plus => texts::submit::sent_plus_alone(&company),
                false => texts::submit::sent_pos_alone(&company),
            });
        form.start_over();
        toasts.say(next);
        let href = format!("/referrals/leads/{}", receipt.id);
        navigate
            .with_value(|navigate| navigate(&href, NavigateOptions { replace: true, ..Default::default() }));
    };
    let failed = move |error: ApiError| match error {
        ApiError::Invalid(problem) if !problem.errors.is_empty() => form.refuse(problem.errors),
        error => {
            if error.problem().is_some_and(|problem| problem.code == ProblemCode::IdempotencyKeyReused) {
                form.spend_key();
            }
            failure.set(Some(error));
        }
    };
    let send = move |body: Map<String, Value>| {
        busy.set(true);
        spawn_local(async move {
            let answer = leads::submit(api, &body, &form.key()).await;
            // Nothing is left to show when the page is gone; the draft remains for an unsent form.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(receipt) => sent(receipt),
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
        if let Some(body) = form.submit() {
            send(body);
        }
    };
    let leave = move |event: web_sys::FocusEvent| {
        let left = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(name) = left.and_then(|element| element.get_attribute("name")) {
            form.leave(&name);
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit on:focusout=leave>
            {sections(product).into_iter().map(|part| section(form, product, part)).collect_view()}
            {move || failure.get().map(|error| view! { <NotSent error=error form=form /> })}
            <div class="form__actions">
                <Button
                    kind=Kind::Primary
                    size=Size::Large
                    submit=true
                    busy=busy
                    busy_label=texts::submit::submitting
                >
                    {texts::submit::submit}
                </Button>
                <LinkButton href="/referrals/leads" kind=Kind::Quiet size=Size::Large>
                    {texts::submit::cancel}
                </LinkButton>
                <span class="move">
                    {move || form.kept_at().get().map(|at| texts::submit::draft_kept(&format::time_of_day(at)))}
                </span>
            </div>
        </form>
    }
}

fn section(form: Form, product: Product, section: Section) -> impl IntoView {
    let rows = section.rows.into_iter().map(move |row| {
        let pair = row.len() > 1;
        let fields = row.into_iter().map(|rule| question(form, product, rule)).collect_view();
        if pair { view! { <div class="form__row">{fields}</div> }.into_any() } else { fields.into_any() }
    });
    let known = section.names_merchant.then(|| view! { <Known form=form product=product /> });
    view! {
        <fieldset class="form__section">
            <legend>{section.title}</legend>
            {rows.collect_view()}
            {known}
        </fieldset>
    }
}

/// It was not sent, or nobody knows: what is safe, and what to do.
#[component]
fn NotSent(error: ApiError, form: Form) -> impl IntoView {
    let may_exist = error.problem().is_some_and(|problem| problem.code == ProblemCode::IdempotencyKeyReused);
    let search = form.text("company").get_untracked();
    let href = format!("/referrals/leads?q={}", js_sys::encode_uri_component(&search));
    view! {
        <Notice tone=Tone::Danger>
            <p>{move || explanation(&error)}</p>
            {may_exist.then(|| view! { <p><a href=href>{texts::submit::look_in_list}</a></p> })}
        </Notice>
    }
}
