use guildhall_contract::members::Members;
use leptos::prelude::*;

use super::confirm::Confirm;
use super::invited::InvitedTable;
use super::keeping::{Keeping, Question};
use super::role::ChangeRole;
use super::roster::Roster;
use crate::api::members::Group;
use crate::i18n::texts;
use crate::ui::Dialog;

/// Who is there, and for whoever keeps them who is invited.
#[component]
pub(in crate::features) fn People(people: Members, keeping: Keeping) -> impl IntoView {
    let Members { members, invitations, may_manage, .. } = people;
    let keeps_members = may_manage && keeping.group.with_value(|group| !matches!(group, Group::Of(_)));
    let invited = may_manage || !invitations.is_empty();
    let invited = invited.then(|| {
        view! {
            <section class="section" aria-labelledby="invited-title">
                <h2 id="invited-title">{texts::members::invited}</h2>
                <InvitedTable invitations=invitations keeping=keeping may_manage=may_manage />
            </section>
        }
    });
    view! {
        <section class="section" aria-labelledby="members-title">
            <h2 id="members-title">{texts::members::people}</h2>
            <Roster members=members keeping=keeping may_manage=keeps_members />
        </section>
        {invited}
    }
}

/// The dialog of whatever was asked.
#[component]
pub(in crate::features) fn Questions(keeping: Keeping) -> impl IntoView {
    let title = move || {
        keeping.question.with(|question| match question {
            Some(Question::ChangeRole(member)) => texts::members::change_role_title(member.name.as_str()),
            Some(Question::Remove(member)) => texts::members::remove_title(member.name.as_str()),
            Some(Question::Leave) => texts::members::leave_question().to_owned(),
            Some(Question::SendAgain(_)) => texts::members::send_again_title().to_owned(),
            Some(Question::Withdraw(_)) => texts::members::withdraw_title().to_owned(),
            None => String::new(),
        })
    };
    let content = move || {
        keeping.question.get_untracked().map(|question| match question {
            Question::ChangeRole(member) => view! { <ChangeRole member=member keeping=keeping /> }.into_any(),
            question => view! { <Confirm question=question keeping=keeping /> }.into_any(),
        })
    };
    view! {
        <Dialog open=keeping.open id="member-question" title=title>
            {content()}
        </Dialog>
    }
}
