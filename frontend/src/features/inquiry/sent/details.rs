use std::sync::Arc;

use guildhall_contract::inquiries::InquiryDetails;
use guildhall_contract::inquiry_form::InquiryFormBody;
use guildhall_pages::address::root;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::state::{State, StateMark};
use crate::api::{Api, ApiError, inquiries};
use crate::format;
use crate::i18n::{language, texts, words};
use crate::layout::{Crumb, Crumbs, NotFound, PageHead};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, ExactTime, Failure, Kind, LinkButton, Notice, PageTitle, Skeleton, Tone};

/// `/inquiries/<id>`, for merchants.
#[component]
pub fn SentInquiry() -> impl IntoView {
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = Remote::<Arc<InquiryDetails>>::new(move || {
        let id = id.get();
        async move { inquiries::details(api, &id).await.map(Arc::new) }
    });
    move || match remote.stage() {
        Stage::Loading => view! {
            <div class="stack late" aria-busy="true">
                <p class="visually-hidden" role="status">
                    {texts::inquiry::loading}
                </p>
                <Skeleton bone=Bone::Title />
                <Skeleton bone=Bone::Line />
                <Skeleton bone=Bone::Line />
            </div>
        }
        .into_any(),
        Stage::Ready(inquiry) => shown(Arc::unwrap_or_clone(inquiry)),
        Stage::Failed(ApiError::NotFound) => view! { <NotFound /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::inquiry::one_failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
    }
}

fn shown(inquiry: InquiryDetails) -> AnyView {
    let InquiryDetails { item, form, may_review, .. } = inquiry;
    let state = State::of(&item);
    let (handle, name) = (item.handle.clone(), item.partner.clone());
    let profile = move || format!("{}/{handle}", root(language()));
    let review = {
        let (handle, id) = (item.handle.clone(), item.id.to_string());
        move || format!("{}/{handle}/review?inquiry={}", root(language()), js_sys::encode_uri_component(&id))
    };
    let about = name.clone();
    let title = move || texts::inquiry::one_title(&about);
    let head = title.clone();
    let sent_at = item.sent_at;
    let profile_again = profile.clone();
    view! {
        <PageTitle title=title />
        <Crumbs crumbs=vec![
            Crumb::link(texts::inquiry::your_inquiries, "/inquiries"),
            Crumb::here(name),
        ] />
        <PageHead
            title=head
            beside=view! { <StateMark state=state /> }.into_any()
            below=view! {
                <ul class="page-head__meta">
                    <li>{texts::inquiry::sent_at} " " <ExactTime at=sent_at /></li>
                    {item.is_repeat.then(|| view! { <li>{texts::inquiry::repeat}</li> })}
                </ul>
            }
                .into_any()
        >
            <LinkButton href=profile>{texts::inquiry::see_profile}</LinkButton>
            {may_review
                .then(|| {
                    view! {
                        <LinkButton kind=Kind::Primary href=review>
                            {texts::inquiry::write_review}
                        </LinkButton>
                    }
                })}
        </PageHead>
        {what_now(state, profile_again)}
        {sent_form(form)}
    }
    .into_any()
}

/// What the merchant can expect, or do.
fn what_now(state: State, profile: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    match state {
        State::NotDelivered => view! {
            <Notice tone=Tone::Warning>
                <p>{texts::inquiry::now_not_delivered}</p>
                <p>
                    <a href=profile>{texts::inquiry::see_profile}</a>
                </p>
            </Notice>
        }
        .into_any(),
        State::Sent => view! { <Notice>{texts::inquiry::now_sent}</Notice> }.into_any(),
        State::WorkedTogether => {
            view! { <Notice tone=Tone::Success>{texts::inquiry::now_worked}</Notice> }.into_any()
        }
    }
}

fn sent_form(form: InquiryFormBody) -> AnyView {
    let InquiryFormBody {
        contact_name,
        contact_email,
        contact_phone,
        company,
        store,
        website,
        country,
        service,
        budget,
        goal,
        ..
    } = form;
    let fact = |name: fn() -> &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    };
    let said = |name: fn() -> &'static str, value: Box<dyn Fn() -> String + Send>| {
        view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
    };
    let (service, budget) = (service.words(), budget.words());
    view! {
        <section class="card" aria-labelledby="sent-title">
            <div class="card__head">
                <h2 id="sent-title">{texts::inquiry::what_was_sent}</h2>
            </div>
            <div class="card__body">
                <dl class="facts">
                    {said(texts::inquiry::service, Box::new(move || words(&service).to_owned()))}
                    {said(texts::inquiry::budget, Box::new(move || words(&budget).to_owned()))}
                    <div data-wide="">
                        <dt>{texts::inquiry::goal}</dt>
                        <dd>{goal.as_str().to_owned()}</dd>
                    </div>
                    {fact(texts::inquiry::contact_name, Some(contact_name.as_str().to_owned()))}
                    {fact(texts::inquiry::contact_email, Some(contact_email.as_str().to_owned()))}
                    {fact(texts::inquiry::contact_phone, contact_phone.map(|phone| phone.as_str().to_owned()))}
                    {fact(texts::inquiry::company, Some(company))}
                    {fact(texts::inquiry::store, store)}
                    {fact(texts::inquiry::website, website)}
                    {said(
                        texts::inquiry::country,
                        Box::new(move || country.parse().map(format::country).unwrap_or_else(|_| country.clone())),
                    )}
                </dl>
            </div>
        </section>
    }
    .into_any()
}
