use guildhall_contract::members::InvitationEntry;
use guildhall_domain::actor::Side;
use guildhall_domain::organisation::InvitationState;
use leptos::prelude::*;

use super::keeping::{Keeping, Question};
use super::roster::{act, column};
use super::words::role_word;
use crate::features::mails::{delivery_look, delivery_word};
use crate::format;
use crate::i18n::texts;
use crate::ui::{EmptyState, Icon, Sign, TableFrame};

/// Who is invited and has not answered.
#[component]
pub(super) fn InvitedTable(
    invitations: Vec<InvitationEntry>,
    keeping: Keeping,
    may_manage: bool,
) -> impl IntoView {
    if invitations.is_empty() {
        return view! {
            <div class="card">
                <EmptyState
                    sign=Sign::Mail
                    title=texts::members::nobody_invited
                    text=texts::members::nobody_invited_text
                />
            </div>
        }
        .into_any();
    }
    let head = view! {
        {column(texts::members::address, None)}
        {column(texts::members::role, Some("m"))}
        {column(texts::members::state, Some("l"))}
        {column(texts::members::asked, Some("l"))}
        {may_manage.then(|| column(texts::members::change, None))}
    };
    view! {
        <TableFrame caption=texts::members::invited_caption head=head.into_any()>
            {invitations.into_iter().map(|one| row(one, keeping, may_manage)).collect_view()}
        </TableFrame>
    }
    .into_any()
}

fn row(invitation: InvitationEntry, keeping: Keeping, may_manage: bool) -> impl IntoView {
    let (email, role) = (invitation.email.as_str().to_owned(), invitation.role);
    let (by, at) = (invitation.invited_by.name.clone(), invitation.at);
    let financials = invitation.financials && role.side() == Side::Partner;
    let financials = financials.then(|| view! { <span class="second">{texts::members::financials}</span> });
    let state = state(&invitation);
    let actions = may_manage.then(|| {
        view! {
            <td role="cell" data-label=texts::members::change>
                <span class="cluster">{actions(invitation, keeping)}</span>
            </td>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{email}</span>
            </th>
            <td role="cell" data-label=texts::members::role>
                <span>{move || role_word(role)} {financials}</span>
            </td>
            <td role="cell" data-label=texts::members::state data-first="">
                {state}
            </td>
            <td role="cell" data-label=texts::members::asked>
                <span>
                    {by} <span class="second">{move || format::date_and_time(at)}</span>
                </span>
            </td>
            {actions}
        </tr>
    }
}

/// How far the mail came and until when the invitation is good, or that it is none any more.
fn state(invitation: &InvitationEntry) -> impl IntoView + use<> {
    let (delivery, until) = (invitation.delivery, invitation.expires_at);
    let is_over = invitation.state != InvitationState::Open;
    let (code, sign) = if is_over { ("not_eligible", Sign::Clock) } else { delivery_look(delivery) };
    let word = move || if is_over { texts::members::expired() } else { delivery_word(delivery) };
    let time = move || {
        let day = format::date(until);
        if is_over { texts::members::expired_on(&day) } else { texts::members::good_until(&day) }
    };
    view! {
        <span>
            <span class="status" data-status=code>
                <Icon sign=sign />
                {word}
            </span>
            <span class="second">{time}</span>
        </span>
    }
}

fn actions(invitation: InvitationEntry, keeping: Keeping) -> impl IntoView {
    let (email, withdrawn) = (invitation.email.as_str().to_owned(), invitation.clone());
    view! {
        {act(texts::members::send_again, &email, move || keeping.ask(Question::SendAgain(invitation.clone())))}
        {act(texts::members::withdraw, &email, move || keeping.ask(Question::Withdraw(withdrawn.clone())))}
    }
}
