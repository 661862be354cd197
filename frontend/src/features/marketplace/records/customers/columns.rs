//! What a row shows, or a card on a phone.

use guildhall_contract::marketplace::{CustomerItem, JobQuery};
use guildhall_domain::marketplace::listing::CustomerColumn;
use leptos::prelude::*;

use crate::api::marketplace::jobs_written;
use crate::features::leads::telephone;
use crate::features::list::Column;
use crate::i18n::texts;
use crate::ui::ExactTime;

pub(super) fn columns() -> Vec<Column<CustomerColumn, CustomerItem>> {
    vec![
        Column::sorted(CustomerColumn::Name, name),
        Column::plain(texts::records::contact, contact),
        Column::plain(texts::records::stores, stores),
        Column::plain(texts::records::jobs, jobs).width("m"),
        Column::sorted(CustomerColumn::LastEventAt, |item: &CustomerItem| match item.last_event_at {
            Some(at) => view! { <ExactTime at=at day_only=true /> }.into_any(),
            None => view! { <span>{texts::records::never}</span> }.into_any(),
        })
        .width("s"),
    ]
}

fn name(item: &CustomerItem) -> AnyView {
    view! { <span>{item.customer.name.as_str().to_owned()}</span> }.into_any()
}

fn contact(item: &CustomerItem) -> AnyView {
    let email = item.customer.email.as_ref().map(|email| email.as_str().to_owned());
    let phone = item.customer.phone.as_ref().map(|phone| phone.as_str().to_owned());
    let none = (email.is_none() && phone.is_none()).then_some(texts::records::no_contact);
    let email = email.map(|email| {
        view! {
            <a class="clip" href=format!("mailto:{email}") title=email.clone()>
                {email.clone()}
            </a>
        }
    });
    let phone = phone.map(|phone| {
        view! {
            <a href=telephone(&phone)>{phone.clone()}</a>
        }
    });
    view! { <span class="reach">{email} {phone} {none}</span> }.into_any()
}

fn stores(item: &CustomerItem) -> AnyView {
    let stores: Vec<&str> = item.shops.iter().map(String::as_str).collect();
    view! { <span>{stores.join(", ")}</span> }.into_any()
}

/// How many jobs, with the way to them: they are found by the address, or else by the name.
fn jobs(item: &CustomerItem) -> AnyView {
    let (jobs, open) = (u64::from(item.jobs), u64::from(item.open_jobs));
    let count = move || texts::records::job_count(jobs);
    let known_by = item.customer.email.as_ref().unwrap_or(&item.customer.name);
    let mut query = JobQuery::default();
    known_by.as_str().clone_into(&mut query.filter.search);
    let count = match jobs {
        0 => view! { <span>{count}</span> }.into_any(),
        _ => view! { <a href=format!("/records?{}", jobs_written(&query))>{count}</a> }.into_any(),
    };
    let open = (open > 0).then(|| {
        view! { <span class="second">{move || texts::records::open_count(open)}</span> }
    });
    view! { <span>{count} {open}</span> }.into_any()
}
