use guildhall_domain::lead::listing::Queue;
use leptos::prelude::*;

use super::LeadsAddress;
use crate::auth::Session;
use crate::i18n::texts;
use crate::ui::{EmptyState, Kind, LinkButton, Sign};

/// There is nothing in the pile, or nothing at all.
#[component]
pub(super) fn NoLeads(address: LeadsAddress) -> impl IntoView {
    let session = expect_context::<Session>();
    move || match address.query.with(|query| query.filter.queue) {
        Some(queue) => view! { <EmptyPile address=address queue=queue /> }.into_any(),
        None => view! { <NoneAtAll session=session.clone() /> }.into_any(),
    }
}

/// A pile that is worked through.
#[component]
fn EmptyPile(address: LeadsAddress, queue: Queue) -> impl IntoView {
    let text = match queue {
        Queue::Mine => texts::lead_queue::empty_mine_text,
        Queue::Unassigned => texts::lead_queue::empty_unassigned_text,
        Queue::Overdue => texts::lead_queue::empty_overdue_text,
        Queue::WaitingForPartner => texts::lead_queue::empty_waiting_text,
        Queue::FollowUp => texts::lead_queue::empty_follow_up_text,
    };
    let all = move || address.href(|query| query.filter.queue = None);
    view! {
        <EmptyState sign=Sign::Check title=texts::lead_queue::empty_queue text=text>
            <LinkButton href=all>{texts::lead_queue::to_all}</LinkButton>
        </EmptyState>
    }
}

/// Nothing was submitted yet.
#[component]
fn NoneAtAll(session: Session) -> impl IntoView {
    let text = if session.is_sales() { texts::leads::none_for_sales } else { texts::leads::none_text };
    let actions = move || {
        session.role.submits_leads().then(|| {
            view! {
                <LinkButton href="/referrals/leads/new/plus" kind=Kind::Primary>
                    {texts::leads::submit_plus}
                </LinkButton>
                <LinkButton href="/referrals/leads/new/pos">{texts::leads::submit_pos}</LinkButton>
            }
        })
    };
    view! {
        <EmptyState sign=Sign::Lead title=texts::leads::none_title text=text>
            {actions()}
        </EmptyState>
    }
}
