use guildhall_contract::members::MemberEntry;
use guildhall_domain::actor::Side;
use leptos::prelude::*;

use super::keeping::{Keeping, Question};
use super::words::role_word;
use crate::i18n::{Text, texts};
use crate::ui::{Button, EmptyState, ExactTime, Sign, Size, TableFrame};

/// The members, and what their keeper may do with each.
#[component]
pub(super) fn Roster(members: Vec<MemberEntry>, keeping: Keeping, may_manage: bool) -> impl IntoView {
    if members.is_empty() {
        return view! {
            <div class="card">
                <EmptyState sign=Sign::Users title=texts::members::nobody text=texts::members::nobody_text />
            </div>
        }
        .into_any();
    }
    let head = view! {
        {column(texts::members::name, None)}
        {column(texts::members::role, Some("l"))}
        {column(texts::members::since, Some("m"))}
        {may_manage.then(|| column(texts::members::change, None))}
    };
    view! {
        <TableFrame caption=texts::members::caption head=head.into_any()>
            {members.into_iter().map(|member| row(member, keeping, may_manage)).collect_view()}
        </TableFrame>
    }
    .into_any()
}

/// The head of a column; those without a width share what the others leave.
pub(super) fn column(name: Text, width: Option<&'static str>) -> impl IntoView {
    view! {
        <th scope="col" role="columnheader" data-width=width>
            {name}
        </th>
    }
}

fn row(member: MemberEntry, keeping: Keeping, may_manage: bool) -> impl IntoView {
    let (role, since) = (member.role, member.since);
    let financials = member.financials && role.side() == Side::Partner;
    let financials = financials.then(|| view! { <span class="second">{texts::members::financials}</span> });
    let (name, email) = (member.name.as_str().to_owned(), member.email.as_str().to_owned());
    let you = member.is_you.then(|| view! { " " <span class="muted">{texts::members::you}</span> });
    let actions = may_manage.then(|| {
        // Nobody changes their own; a card then has no line for it.
        let is_you = member.is_you;
        let label = move || (!is_you).then(texts::members::change);
        let actions = (!is_you).then(|| actions(member, keeping));
        view! {
            <td role="cell" data-label=label>
                <span class="cluster">{actions}</span>
            </td>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span>{name} {you}</span>
                <span class="second">{email}</span>
            </th>
            <td role="cell" data-label=texts::members::role data-first="">
                <span>{move || role_word(role)} {financials}</span>
            </td>
            <td role="cell" data-label=texts::members::since>
                <ExactTime at=since day_only=true />
            </td>
            {actions}
        </tr>
    }
}

fn actions(member: MemberEntry, keeping: Keeping) -> impl IntoView {
    let (name, removed) = (member.name.as_str().to_owned(), member.clone());
    view! {
        {act(texts::members::change_role, &name, move || keeping.ask(Question::ChangeRole(member.clone())))}
        {act(texts::members::remove, &name, move || keeping.ask(Question::Remove(removed.clone())))}
    }
}

/// A button of a row; who looks at it out of its row hears whose it is.
pub(super) fn act(word: Text, whose: &str, press: impl Fn() + Send + Sync + 'static) -> AnyView {
    let whose = format!(": {whose}");
    view! {
        <Button size=Size::Small on_press=Callback::new(move |()| press())>
            {word}
            <span class="visually-hidden">{whose}</span>
        </Button>
    }
    .into_any()
}
