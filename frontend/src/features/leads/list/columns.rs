//! What a row of the list shows, or a card on a phone.

use guildhall_contract::leads::LeadItem;
use guildhall_domain::lead::listing::LeadColumn;
use guildhall_domain::lead::{Outcome, Status, Support};
use guildhall_domain::policy::{next_step, product_name};
use leptos::prelude::*;

use crate::features::list::Column;
use crate::i18n::{texts, words};
use crate::ui::{ExactTime, MoveLine, OutcomeLine, RelativeTime, StatusBadge};

/// The columns; the organisation's only for the sales team.
pub(super) fn columns(sales: bool) -> Vec<Column<LeadColumn, LeadItem>> {
    let mut columns = vec![
        Column::sorted(LeadColumn::Company, company),
        Column::sorted(LeadColumn::ContactName, contact).labelled(texts::leads::contact),
        Column::sorted(LeadColumn::Product, product).width("s"),
        Column::sorted(LeadColumn::Status, move |item: &LeadItem| status(item, sales))
            .width("l")
            .first_on_a_card(),
    ];
    if sales {
        let organisation = |item: &LeadItem| {
            let name = item.organisation.name.clone();
            view! { <span>{name}</span> }.into_any()
        };
        columns.push(Column::sorted(LeadColumn::Organisation, organisation).width("m"));
    }
    columns.extend([
        Column::sorted(LeadColumn::Representative, representative).width("m"),
        Column::sorted(LeadColumn::SubmittedAt, |item: &LeadItem| {
            view! { <ExactTime at=item.submitted_at day_only=true /> }.into_any()
        })
        .width("xs"),
        Column::sorted(LeadColumn::UpdatedAt, |item: &LeadItem| {
            view! { <RelativeTime at=item.updated_at /> }.into_any()
        })
        .width("xs"),
    ]);
    columns
}

fn company(item: &LeadItem) -> AnyView {
    let href = format!("/referrals/leads/{}", item.id);
    view! {
        <a href=href>{item.company.clone()}</a>
        {item.website.clone().map(website_line)}
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
        </span>
    }
    .into_any()
}

/// B-05: what the status hides stands below it; otherwise whose move it is. Under *Not eligible*
/// nothing stands: nobody has to do anything about a decision.
fn second_status(item: &LeadItem, sales: bool) -> Option<AnyView> {
    let line = match (item.outcome, item.status) {
        (Some(outcome @ (Outcome::Paid | Outcome::NotEligible)), _) => {
            view! { <OutcomeLine outcome=outcome /> }.into_any()
        }
        (_, Status::NotEligible) => return None,
        _ => {
            let mover = next_step(item.facts()).mover;
            view! { <MoveLine mover=mover from_sales=sales /> }.into_any()
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
