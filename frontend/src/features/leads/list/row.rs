//! One lead as a row, or as a card on a phone.

use guildhall_contract::leads::LeadItem;
use guildhall_domain::lead::{Outcome, Status, Support};
use guildhall_domain::policy::{next_step, product_name};
use leptos::prelude::*;

use crate::i18n::{texts, words};
use crate::ui::{ExactTime, MoveLine, OutcomeLine, RelativeTime, StatusBadge};

pub(super) fn row(item: LeadItem, sales: bool) -> AnyView {
    let href = format!("/referrals/leads/{}", item.id);
    let second_status = second_status(&item, sales);
    let LeadItem { company, website, contact_name, contact_email, product, support, status, .. } = item;
    let email = contact_email.as_str().to_owned();
    let mail = format!("mailto:{email}");
    let representative = match item.representative {
        Some(representative) => view! { <span>{representative.name}</span> }.into_any(),
        None => view! { <span class="muted">{texts::leads::not_assigned}</span> }.into_any(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=href>{company}</a>
                {website.map(website_line)}
            </th>
            <td role="cell" data-label=texts::leads::contact>
                <span>
                    {contact_name.as_str().to_owned()}
                    <span class="second clip">
                        <a href=mail title=email.clone()>
                            {email.clone()}
                        </a>
                    </span>
                </span>
            </td>
            <td role="cell" data-label=texts::leads::product>
                <span>
                    {move || words(&product_name(product))}
                    <span class="second">{move || support_words(support)}</span>
                </span>
            </td>
            <td role="cell" data-label=texts::leads::status data-first="">
                <span>
                    <StatusBadge status=status />
                    {second_status}
                </span>
            </td>
            {sales
                .then(|| {
                    view! {
                        <td role="cell" data-label=texts::leads::organisation>
                            <span>{item.organisation.name}</span>
                        </td>
                    }
                })}
            <td role="cell" data-label=texts::leads::representative>
                {representative}
            </td>
            <td role="cell" data-label=texts::leads::submitted>
                <ExactTime at=item.submitted_at day_only=true />
            </td>
            <td role="cell" data-label=texts::leads::updated>
                <RelativeTime at=item.updated_at />
            </td>
        </tr>
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

fn website_line(website: String) -> impl IntoView {
    let shown = shown_website(&website).to_owned();
    view! {
        <span class="second clip" title=website>
            {shown}
        </span>
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
