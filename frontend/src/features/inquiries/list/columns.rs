//! What a row of the list shows, or a card on a phone.

use guildhall_contract::inquiries::InquiryItem;
use guildhall_domain::country::Country;
use guildhall_domain::inquiry::InquiryColumn;
use leptos::prelude::*;

use crate::features::inquiries::badge::{Flags, InquiryBadge};
use crate::features::leads::shown_website;
use crate::features::list::Column;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{ExactTime, RelativeTime};

pub(super) fn columns() -> Vec<Column<InquiryColumn, InquiryItem>> {
    vec![
        Column::sorted(InquiryColumn::Company, company),
        Column::sorted(InquiryColumn::ContactName, contact).labelled(texts::leads::contact),
        Column::sorted(InquiryColumn::Service, service).width("l"),
        Column::sorted(InquiryColumn::Status, status).width("l").first_on_a_card(),
        Column::sorted(InquiryColumn::SentAt, |item: &InquiryItem| {
            view! { <ExactTime at=item.sent_at day_only=true /> }.into_any()
        })
        .width("xs"),
        Column::sorted(InquiryColumn::UpdatedAt, |item: &InquiryItem| {
            view! { <RelativeTime at=item.updated_at /> }.into_any()
        })
        .width("xs"),
    ]
}

fn company(item: &InquiryItem) -> AnyView {
    let href = format!("/inquiries/{}", item.id);
    let website = item.website.as_deref().map(|website| shown_website(website).to_owned());
    view! {
        <a href=href>{item.company.clone()}</a>
        {website.map(|website| view! { <span class="second clip">{website}</span> })}
    }
    .into_any()
}

fn contact(item: &InquiryItem) -> AnyView {
    let email = item.contact_email.as_str().to_owned();
    let mail = format!("mailto:{email}");
    view! {
        <span>
            {item.contact_name.as_str().to_owned()}
            <span class="second clip">
                <a href=mail title=email.clone()>
                    {email.clone()}
                </a>
            </span>
        </span>
    }
    .into_any()
}

fn service(item: &InquiryItem) -> AnyView {
    let service = item.service;
    let place = item.country.parse::<Country>().ok();
    view! {
        <span>
            {move || words(&service.words())}
            <span class="second">{move || place.map(format::country)}</span>
        </span>
    }
    .into_any()
}

fn status(item: &InquiryItem) -> AnyView {
    let became_lead = item.lead.is_some();
    view! {
        <span>
            <InquiryBadge status=item.status />
            <span class="second flags">
                <Flags is_repeat=item.is_repeat delivery=item.delivery />
                {became_lead.then(|| view! { <span class="flag">{texts::inquiries::became_lead}</span> })}
            </span>
        </span>
    }
    .into_any()
}
