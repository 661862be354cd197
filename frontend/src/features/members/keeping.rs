//! What the parts of a page about members share.

use guildhall_contract::members::{InvitationEntry, MemberEntry};
use guildhall_domain::actor::Role;
use guildhall_domain::organisation::House;
use leptos::prelude::*;

use crate::api::members::Group;

/// Something that is asked about once more before it is done.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Question {
    /// To give a member another role.
    ChangeRole(MemberEntry),
    /// To remove a member.
    Remove(MemberEntry),
    /// To leave.
    Leave,
    /// To mail an invitation once more.
    SendAgain(InvitationEntry),
    /// To take an invitation back.
    Withdraw(InvitationEntry),
}

/// Whose members are kept, and what is being asked.
#[derive(Clone, Copy)]
pub(in crate::features) struct Keeping {
    /// Whose they are.
    pub(super) group: StoredValue<Group>,
    /// Loads them anew.
    pub(super) reload: Callback<()>,
    /// Whether a question is open, and which was asked last.
    pub(super) open: RwSignal<bool>,
    pub(super) question: RwSignal<Option<Question>>,
    /// Whether somebody is being invited.
    pub(in crate::features) inviting: RwSignal<bool>,
}

impl Keeping {
    pub(in crate::features) fn new(group: Group, reload: Callback<()>) -> Self {
        Self {
            group: StoredValue::new(group),
            reload,
            open: RwSignal::new(false),
            question: RwSignal::new(None),
            inviting: RwSignal::new(false),
        }
    }

    /// Asks before anything is done.
    pub(super) fn ask(self, question: Question) {
        self.question.set(Some(question));
        self.open.set(true);
    }

    /// The roles that can be given there, the one that may most first.
    pub(super) fn roles(self) -> &'static [Role] {
        self.group.with_value(|group| match group {
            Group::Own => organisation().roles(),
            Group::Staff => House::Staff.roles(),
            // The programme asks for the first owner; the owner asks for everybody else.
            Group::Of(_) => &[Role::PartnerOwner],
        })
    }
}

/// An organisation. The rules do not ask which.
///
/// # Panics
/// Never: the word is an id.
pub(super) fn organisation() -> House {
    House::Organisation("organisation".parse().expect("it is the id of an organisation"))
}
