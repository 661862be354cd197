//! What a row shows, or a card on a phone.

use guildhall_contract::moving::{CustomerGoingOn, GoingOnEntry};
use guildhall_domain::migration::GoingOnColumn;
use guildhall_domain::personal::Personal;
use leptos::prelude::*;

use super::MoveDesk;
use super::tick::Tick;
use crate::features::list::Column;
use crate::format;
use crate::i18n::texts;

pub(super) fn columns(desk: MoveDesk) -> Vec<Column<GoingOnColumn, CustomerGoingOn>> {
    vec![
        Column::sorted(GoingOnColumn::Shop, shop),
        Column::plain(texts::moving::contact, contact),
        Column::plain(texts::moving::jobs, jobs),
        Column::sorted(GoingOnColumn::EndsAt, ends).width("m"),
        Column::plain(texts::moving::contacted, move |item: &CustomerGoingOn| {
            view! { <Tick desk=desk item=item.clone() /> }.into_any()
        })
        .width("m"),
    ]
}

fn shop(item: &CustomerGoingOn) -> AnyView {
    let (name, domain) = (item.shop_name.clone(), item.shop_domain.clone());
    view! {
        <span>
            {name}
            <span class="second">{domain}</span>
        </span>
    }
    .into_any()
}

fn contact(item: &CustomerGoingOn) -> AnyView {
    let text = |part: &Option<Personal>| part.as_ref().map(|part| part.as_str().to_owned());
    let (name, email, phone) = (text(&item.name), text(&item.email), text(&item.phone));
    if name.is_none() && email.is_none() && phone.is_none() {
        return view! { <span class="muted">{texts::moving::no_contact}</span> }.into_any();
    }
    let email = email.map(|email| {
        let href = format!("mailto:{email}");
        view! { <span class="second as-written"><a class="address" href=href>{email}</a></span> }
    });
    let phone = phone.map(|phone| {
        let href = format!("tel:{}", phone.split_whitespace().collect::<String>());
        view! { <span class="second as-written"><a class="nowrap" href=href>{phone}</a></span> }
    });
    view! { <span>{name} {email} {phone}</span> }.into_any()
}

fn jobs(item: &CustomerGoingOn) -> AnyView {
    let more = item.total.saturating_sub(item.jobs.len());
    let more = (more > 0).then(|| {
        let more = u64::try_from(more).unwrap_or(u64::MAX);
        view! { <span class="second">{move || texts::moving::more_jobs(more)}</span> }
    });
    view! { <span>{item.jobs.iter().map(job).collect_view()} {more}</span> }.into_any()
}

fn job(job: &GoingOnEntry) -> AnyView {
    let href = format!("/records/jobs/{}", job.id);
    let services = job.services.join(", ");
    let id = job.id.to_string();
    let name = move || match services.is_empty() {
        true => texts::moving::job(&id),
        false => services.clone(),
    };
    view! { <span class="as-written"><a href=href>{name}</a></span> }.into_any()
}

/// When the first of the jobs ends: that is the one to be quick about.
fn ends(item: &CustomerGoingOn) -> AnyView {
    let first = item.jobs.iter().filter_map(|job| job.ends_at).min();
    let is_open = item.jobs.iter().any(|job| job.ends_at.is_none());
    let first = first.map(|at| view! { <span class="nowrap">{move || format::day(at.date_naive())}</span> });
    let class = if first.is_some() { "second" } else { "" };
    let unknown = is_open.then(|| view! { <span class=class>{texts::moving::no_end}</span> });
    view! { <span>{first} {unknown}</span> }.into_any()
}
