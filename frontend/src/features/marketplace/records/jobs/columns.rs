//! What a row shows, or a card on a phone.

use guildhall_contract::marketplace::JobItem;
use guildhall_domain::marketplace::listing::JobColumn;
use leptos::prelude::*;

use crate::features::list::Column;
use crate::features::marketplace::requirements::services_in_words;
use crate::features::marketplace::status::JobBadge;
use crate::i18n::texts;
use crate::ui::ExactTime;

pub(super) fn columns() -> Vec<Column<JobColumn, JobItem>> {
    vec![
        Column::plain(texts::records::store, store),
        Column::plain(texts::records::status, status).width("l").first_on_a_card(),
        Column::plain(texts::records::customer, customer),
        Column::plain(texts::records::services, services).width("l"),
        Column::sorted(JobColumn::CreatedAt, |item: &JobItem| {
            view! { <ExactTime at=item.created_at day_only=true /> }.into_any()
        })
        .width("s"),
        Column::sorted(JobColumn::LastEventAt, |item: &JobItem| {
            view! { <ExactTime at=item.last_event_at day_only=true /> }.into_any()
        })
        .width("s"),
    ]
}

fn store(item: &JobItem) -> AnyView {
    let href = format!("/records/jobs/{}", item.id);
    let domain = item.shop.domain.clone();
    view! {
        <a href=href>{item.shop.name.clone()}</a>
        <span class="second clip" title=domain.clone()>
            {domain.clone()}
        </span>
    }
    .into_any()
}

fn status(item: &JobItem) -> AnyView {
    view! { <JobBadge status=item.status /> }.into_any()
}

fn customer(item: &JobItem) -> AnyView {
    match &item.customer {
        Some(customer) => {
            let email = customer.email.as_ref().map(|email| email.as_str().to_owned());
            view! {
                <span>
                    {customer.name.as_str().to_owned()}
                    {email
                        .map(|email| {
                            view! {
                                <span class="second clip">
                                    <a href=format!("mailto:{email}") title=email.clone()>
                                        {email.clone()}
                                    </a>
                                </span>
                            }
                        })}
                </span>
            }
            .into_any()
        }
        None => view! { <span>{texts::records::no_customer}</span> }.into_any(),
    }
}

fn services(item: &JobItem) -> AnyView {
    let services = item.services.clone();
    view! { <span>{move || services_in_words(&services)}</span> }.into_any()
}
