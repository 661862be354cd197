//! What a row shows, or a card on a phone.

use guildhall_contract::marketplace::OwnJobItem;
use guildhall_domain::marketplace::listing::JobColumn;
use leptos::prelude::*;

use crate::features::list::Column;
use crate::features::marketplace::requirements::services_in_words;
use crate::features::marketplace::status::JobBadge;
use crate::i18n::texts;
use crate::ui::ExactTime;

pub(super) fn columns() -> Vec<Column<JobColumn, OwnJobItem>> {
    vec![
        Column::plain(texts::existing_jobs::partner, partner),
        Column::plain(texts::records::status, |item: &OwnJobItem| {
            view! { <JobBadge status=item.status /> }.into_any()
        })
        .width("l")
        .first_on_a_card(),
        Column::plain(texts::records::services, |item: &OwnJobItem| {
            let services = item.services.clone();
            view! { <span>{move || services_in_words(&services)}</span> }.into_any()
        }),
        Column::plain(texts::records::store, |item: &OwnJobItem| {
            view! { <span>{item.shop.name.clone()}</span> }.into_any()
        }),
        Column::sorted(JobColumn::CreatedAt, |item: &OwnJobItem| {
            view! { <ExactTime at=item.created_at day_only=true /> }.into_any()
        })
        .width("s"),
        Column::sorted(JobColumn::LastEventAt, |item: &OwnJobItem| {
            view! { <ExactTime at=item.last_event_at day_only=true /> }.into_any()
        })
        .width("s"),
    ]
}

fn partner(item: &OwnJobItem) -> AnyView {
    let href = format!("/existing-jobs/{}", item.id);
    view! {
        <span>
            <a href=href>{item.partner.name.clone()}</a>
        </span>
    }
    .into_any()
}
