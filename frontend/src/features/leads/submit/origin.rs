//! A lead that comes from an inquiry: the form begins with what the merchant wrote, and the lead keeps its origin.

use std::sync::Arc;

use guildhall_contract::inquiries::InquiryDetails;
use guildhall_contract::lead_form::lead_fields;
use guildhall_domain::lead::Product;
use guildhall_domain::personal::Personal;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::api::{Api, received};
use crate::features::form::Form;
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, EmptyState, Failure, Kind, LinkButton, Notice, Sign, Skeleton, Tone};

/// The inquiry that a lead comes from.
pub(super) type Origin = Arc<InquiryDetails>;

/// Shows `form` with the inquiry that the address names, once it is here; or at once if it names none.
#[component]
pub(super) fn WithOrigin(
    /// Makes the form.
    form: Arc<dyn Fn(Option<Origin>) -> AnyView + Send + Sync>,
) -> impl IntoView {
    let asked = use_query_map().with_untracked(|query| query.get("inquiry"));
    let Some(id) = asked else { return form(None) };
    let api = expect_context::<Api>();
    let remote = Remote::<Origin>::new(move || {
        let id = id.clone();
        async move { received::details(api, &id).await.map(Arc::new) }
    });
    let content = move || match remote.stage() {
        Stage::Loading => view! {
            <div class="late stack" aria-busy="true">
                <p class="visually-hidden" role="status">
                    {texts::inquiries::loading_one}
                </p>
                <div class="stack" aria-hidden="true">
                    <Skeleton bone=Bone::Title />
                    <Skeleton bone=Bone::Line />
                    <Skeleton bone=Bone::Line />
                </div>
            </div>
        }
        .into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::inquiries::failed_one error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(inquiry) => match &inquiry.item.lead {
            Some(lead) => used(format!("/referrals/leads/{lead}")),
            None => form(Some(inquiry)),
        },
    };
    content.into_any()
}

/// An inquiry becomes one lead at most.
fn used(lead: String) -> AnyView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Lead title=texts::inquiries::used_title text=texts::inquiries::used_text>
                <LinkButton href=lead kind=Kind::Primary>
                    {texts::inquiries::open_lead}
                </LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// Fills the form with what the merchant wrote, unless a draft of it was kept. Consent is asked for anew: it was given
/// for the inquiry, not for this.
pub(super) fn fill(form: Form, product: Product, inquiry: &InquiryDetails) {
    if form.restored_at().get_untracked().is_some() {
        return;
    }
    for (name, text) in answers(inquiry) {
        if let Some(rule) = lead_fields(product).iter().find(|rule| rule.name == name) {
            let longest = rule.kind.max_length().unwrap_or(usize::MAX);
            form.text(name).set(text.chars().take(longest).collect());
        }
    }
}

fn answers(inquiry: &InquiryDetails) -> [(&'static str, String); 8] {
    let form = &inquiry.form;
    let phone = form.contact_phone.as_ref().map(Personal::as_str).unwrap_or_default();
    [
        ("contact_name", form.contact_name.as_str().to_owned()),
        ("contact_email", form.contact_email.as_str().to_owned()),
        ("phone", phone.to_owned()),
        ("company", form.company.clone()),
        ("website", form.website.clone().unwrap_or_default()),
        ("country", form.country.clone()),
        ("existing_store", form.store.clone().unwrap_or_default()),
        ("description", form.goal.as_str().to_owned()),
    ]
}

/// Says where the answers come from. Errors about the inquiry lead here.
#[component]
pub(super) fn OriginNotice(inquiry: Origin) -> impl IntoView {
    let href = format!("/inquiries/{}", inquiry.item.id);
    let company = inquiry.item.company.clone();
    let action = view! { <a href=href>{texts::inquiries::open}</a> };
    view! {
        <div id="inquiry" tabindex="-1">
            <Notice tone=Tone::Info action=action.into_any()>
                <p>{move || texts::inquiries::prefilled(&company)}</p>
            </Notice>
        </div>
    }
}
