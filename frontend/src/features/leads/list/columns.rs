//! What a row of the list shows, or a card on a phone.

use guildhall_contract::leads::LeadItem;
use guildhall_domain::lead::listing::LeadColumn;
use guildhall_domain::lead::{Hold, Outcome, Status, Support};
use guildhall_domain::policy::{next_step, product_name};
use leptos::prelude::*;

use super::work::{due, due_words, next_action};
use crate::features::list::Column;
use crate::i18n::{texts, words};
use crate::ui::{ExactTime, Icon, MoveLine, OutcomeLine, RelativeTime, Sign, StatusBadge};

type Columns = Vec<Column<LeadColumn, LeadItem>>;

/// The columns, for partners or for the sales team.
pub(super) fn columns(sales: bool) -> Columns {
    if sales { for_sales() } else { for_partners() }
}

/// What became of every merchant that was handed over.
fn for_partners() -> Columns {
    vec![
        Column::sorted(LeadColumn::Company, |item: &LeadItem| {
            company(item, item.website.clone().map(website_line).into_any())
        }),
        Column::sorted(LeadColumn::ContactName, contact).labelled(texts::leads::contact),
        Column::sorted(LeadColumn::Product, product).width("s"),
        Column::sorted(LeadColumn::Status, |item: &LeadItem| status(item, false))
            .width("l")
            .first_on_a_card(),
        Column::sorted(LeadColumn::Representative, representative).width("m"),
        Column::sorted(LeadColumn::SubmittedAt, |item: &LeadItem| {
            view! { <ExactTime at=item.submitted_at day_only=true /> }.into_any()
        })
        .width("xs"),
        updated(),
    ]
}

/// What there is to do, and by when.
fn for_sales() -> Columns {
    vec![
        Column::sorted(LeadColumn::Company, |item: &LeadItem| {
            let organisation = item.organisation.name.clone();
            company(item, view! { <span class="second">{organisation}</span> }.into_any())
        }),
        Column::sorted(LeadColumn::ContactName, contact).labelled(texts::leads::contact),
        Column::sorted(LeadColumn::Product, product).width("xs"),
        Column::sorted(LeadColumn::Status, |item: &LeadItem| status(item, true)).width("m").first_on_a_card(),
        Column::sorted(LeadColumn::Representative, representative).width("m"),
        Column::sorted(LeadColumn::DueAt, due).width("s"),
        Column::plain(texts::lead_queue::next_action, next_action).width("xs"),
        updated(),
    ]
}

fn updated() -> Column<LeadColumn, LeadItem> {
    let cell = |item: &LeadItem| view! { <RelativeTime at=item.updated_at /> }.into_any();
    Column::sorted(LeadColumn::UpdatedAt, cell).width("xs")
}

fn company(item: &LeadItem, second: AnyView) -> AnyView {
    let href = format!("/referrals/leads/{}", item.id);
    view! {
        <a href=href>{item.company.clone()}</a>
        {second}
    }
    .into_any()
}

fn website_line(website: String) -> impl IntoView {
    let shown = shown_website(&website).to_owned();
    view! {
        <span class="second clip" title=website>
            {shown}
        </span>
    }
}

fn contact(item: &LeadItem) -> AnyView {
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

fn product(item: &LeadItem) -> AnyView {
    let (product, support) = (item.product, item.support);
    view! {
        <span>
            {move || words(&product_name(product))}
            <span class="second">{move || support_words(support)}</span>
        </span>
    }
    .into_any()
}

/// Shorter than the policy's name, which also stands without a column's head.
fn support_words(support: Support) -> &'static str {
    match support {
        Support::None => texts::leads::no_support(),
        Support::Requested => texts::leads::with_support(),
    }
}

fn status(item: &LeadItem, sales: bool) -> AnyView {
    view! {
        <span>
            <StatusBadge status=item.status />
            {second_status(item, sales)}
            {(sales && item.undelivered).then(undelivered)}
        </span>
    }
    .into_any()
}

fn undelivered() -> impl IntoView {
    view! {
        <span class="flag" data-tone="danger">
            <Icon sign=Sign::Alert small=true />
            {texts::lead_queue::undelivered}
        </span>
    }
}

/// B-05: what the status hides stands below it; otherwise whose move it is. Under *Not eligible*
/// nothing stands: nobody has to do anything about a decision.
fn second_status(item: &LeadItem, sales: bool) -> Option<AnyView> {
    let line = match (item.outcome, item.status) {
        _ if item.hold == Some(Hold::Withdrawn) => texts::lead_queue::withdrawn.into_any(),
        (Some(outcome @ (Outcome::Paid | Outcome::NotEligible)), _) => {
            view! { <OutcomeLine outcome=outcome /> }.into_any()
        }
        (_, Status::NotEligible) => return None,
        _ => {
            let mover = next_step(item.facts()).mover;
            // The sales team has a column for it.
            let by = due_words(item).filter(|_| !sales).map(|by| view! { " · " {by} });
            view! {
                <MoveLine mover=mover from_sales=sales />
                {by}
            }
            .into_any()
        }
    };
    Some(view! { <span class="second">{line}</span> }.into_any())
}

fn representative(item: &LeadItem) -> AnyView {
    match &item.representative {
        Some(representative) => {
            let name = representative.name.clone();
            view! { <span>{name}</span> }.into_any()
        }
        None => view! { <span class="muted">{texts::leads::not_assigned}</span> }.into_any(),
    }
}

/// An address without what every address has.
pub(in crate::features) fn shown_website(website: &str) -> &str {
    let rest =
        website.strip_prefix("https://").or_else(|| website.strip_prefix("http://")).unwrap_or(website);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_shows_what_tells_it_apart() {
        assert_eq!(shown_website("https://www.acme.example/"), "acme.example");
        assert_eq!(shown_website("http://acme.example/shop"), "acme.example/shop");
        assert_eq!(shown_website("acme.example"), "acme.example");
    }
}
