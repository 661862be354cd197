//! What roles are called among colleagues, what each may do, and why something was refused.

use guildhall_contract::problem::ProblemCode;
use guildhall_domain::actor::Role;

use crate::api::ApiError;
use crate::features::not_done::not_done;
use crate::i18n::texts;

/// A role, said among those who share a house.
pub(in crate::features) fn role_word(role: Role) -> &'static str {
    match role {
        Role::PartnerOwner => texts::members::owner(),
        Role::PartnerMember => texts::members::member(),
        Role::PartnerViewer => texts::members::viewer(),
        Role::ProgramAdmin => texts::members::admin(),
        Role::SalesManager => texts::members::manager(),
        Role::Rep => texts::members::rep(),
        Role::Merchant => texts::roles::merchant(),
        Role::System => texts::roles::system(),
    }
}

/// What it allows.
pub(in crate::features) fn role_hint(role: Role) -> &'static str {
    match role {
        Role::PartnerOwner => texts::members::owner_hint(),
        Role::PartnerMember => texts::members::member_hint(),
        Role::PartnerViewer => texts::members::viewer_hint(),
        Role::ProgramAdmin => texts::members::admin_hint(),
        Role::SalesManager => texts::members::manager_hint(),
        Role::Rep => texts::members::rep_hint(),
        Role::Merchant | Role::System => "",
    }
}

/// Why it was not done, and what to do.
pub(in crate::features) fn not_kept(error: &ApiError) -> String {
    let told = error.problem().and_then(|problem| match problem.code {
        ProblemCode::LastOwner => Some(texts::members::last_owner()),
        ProblemCode::OwnRole => Some(texts::members::own_role()),
        ProblemCode::MembersFull => Some(texts::members::full()),
        ProblemCode::MemberAlready => Some(texts::members::already()),
        ProblemCode::InvitationClosed => Some(texts::members::closed()),
        ProblemCode::OrganisationExists => Some(texts::organisations::exists()),
        ProblemCode::OrganisationSuspended => Some(texts::members::suspended_refusal()),
        ProblemCode::TooManyRequests => Some(texts::members::too_many()),
        _ => None,
    });
    told.map_or_else(|| not_done(error), str::to_owned)
}
