//! Members and invitations, of a partner organisation and of the platform's own people.
//!
//! Which roles there are to give is the house's to say: `House::roles` of the domain.

mod read;

use chrono::{DateTime, Utc};
use guildhall_domain::actor::{Role, Signature};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::UserId;
use guildhall_domain::organisation::{Invitation, InvitationId, InvitationState, MOST, Membership};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use serde::{Deserialize, Serialize};

pub use read::{FINANCIALS, INVITATION_EMAIL, read_invitation, read_role, role_rule};

/// Who is there, and who is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Members {
    /// The members: whoever manages comes first, then by role, then by name.
    pub members: Vec<MemberEntry>,
    /// The invitations that nobody answered, also those that have expired; the newest first. Empty for whoever
    /// may not manage.
    pub invitations: Vec<InvitationEntry>,
    /// How many places are taken, by members and by invitations that are still good.
    pub taken: usize,
    /// How many places there are.
    pub places: usize,
    /// Whether the caller may invite, withdraw, change roles and remove.
    pub may_manage: bool,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberEntry {
    /// Their user id; for a representative also the id on the roster.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: UserId,
    /// Their name when they came.
    pub name: Personal,
    /// The address that they were invited at.
    pub email: Personal,
    /// What they may do. A change of it takes effect with their next token.
    pub role: Role,
    /// Whether they see what the organisation earns and is paid; a change takes effect as one of the role does.
    pub financials: bool,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Whether it is the caller.
    pub is_you: bool,
    /// The revision, for `If-Match`.
    pub version: u64,
}

/// An invitation, for whoever manages the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationEntry {
    /// Its id: 32 hexadecimal digits.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: InvitationId,
    /// The invited address.
    pub email: Personal,
    /// What they are to be.
    pub role: Role,
    /// Whether they are to see what the organisation earns and is paid.
    pub financials: bool,
    /// The language of the mail.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
    /// Who invited last.
    pub invited_by: Signature,
    /// When.
    pub at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// `open` or `expired`; the same address may be invited again in both.
    pub state: InvitationState,
    /// How far the last mail came.
    pub delivery: Delivery,
}

/// Somebody to invite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationBody {
    /// Where they get mail, and what they must have made sure of where they sign in.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = IdnEmail, max_length = 254))]
    pub email: Personal,
    /// What they are to be.
    pub role: Role,
    /// Whether they are to see what the organisation earns and is paid; owners do without. Not for the platform's own
    /// people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub financials: bool,
    /// The language to write in; that of the request if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, pattern = "^(en|sv|vi)?$"))]
    pub language: Option<Language>,
}

/// Another role or permission for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoleBody {
    /// The role.
    pub role: Role,
    /// Whether they are to see what the organisation earns and is paid; as it was if left out. Owners see it without.
    /// Not for the platform's own people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub financials: Option<bool>,
}

/// An invitation, for whoever was invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnInvitation {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: InvitationId,
    /// What the organisation is called; `null` if it is the platform's own people.
    pub organisation: Option<String>,
    /// What the caller is to be there.
    pub role: Role,
    /// The name of whoever invites.
    pub invited_by: String,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// How it stands. Only an `open` one can be accepted; with `accepted` the caller's next token says who they
    /// are now.
    pub state: InvitationState,
}

impl Members {
    /// What `caller` is told of a house's people, each with their revision. Invitations are for whoever may manage.
    #[must_use]
    pub fn new(
        members: impl IntoIterator<Item = (Membership, u64)>,
        invitations: impl IntoIterator<Item = Invitation>,
        caller: &UserId,
        may_see_invitations: bool,
        now: DateTime<Utc>,
    ) -> Self {
        let members: Vec<_> =
            members.into_iter().map(|(member, version)| MemberEntry::new(member, version, caller)).collect();
        let invitations: Vec<_> =
            invitations.into_iter().map(|invitation| InvitationEntry::new(invitation, now)).collect();
        let good = invitations.iter().filter(|invitation| invitation.state == InvitationState::Open).count();
        let taken = members.len() + good;
        let invitations = if may_see_invitations { invitations } else { Vec::new() };
        let mut answer = Self { members, invitations, taken, places: MOST, may_manage: may_see_invitations };
        answer.sort();
        answer
    }

    fn sort(&mut self) {
        self.members.sort_by(|one, other| {
            let key = |member: &MemberEntry| (rank(member.role), member.name.as_str().to_lowercase());
            key(one).cmp(&key(other)).then_with(|| one.id.cmp(&other.id))
        });
        self.invitations.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.id.cmp(&other.id)));
    }
}

/// Whoever may most comes first.
fn rank(role: Role) -> u8 {
    match role {
        Role::PartnerOwner | Role::ProgramAdmin => 0,
        Role::PartnerMember | Role::SalesManager => 1,
        Role::PartnerViewer | Role::Rep => 2,
        Role::Merchant | Role::System => 3,
    }
}

impl MemberEntry {
    /// A member as `caller` sees them.
    #[must_use]
    pub fn new(membership: Membership, version: u64, caller: &UserId) -> Self {
        let financials = membership.sees_money();
        let Membership { person, name, email, role, since, financials: _, house: _, ended: _ } = membership;
        Self { is_you: person == *caller, id: person, name, email, role, financials, since, version }
    }
}

impl InvitationEntry {
    /// An invitation as it stands at a moment.
    #[must_use]
    pub fn new(invitation: Invitation, now: DateTime<Utc>) -> Self {
        let state = invitation.state_at(now);
        let financials = invitation.role.sees_money(invitation.financials);
        let Invitation { id, email, role, language, invited_by, at, expires_at, delivery, .. } = invitation;
        Self { id, email, role, financials, language, invited_by, at, expires_at, state, delivery }
    }
}

impl OwnInvitation {
    /// An invitation as it stands at a moment.
    #[must_use]
    pub fn new(invitation: Invitation, now: DateTime<Utc>) -> Self {
        let state = invitation.state_at(now);
        let Invitation { id, house, house_name, role, invited_by, expires_at, .. } = invitation;
        let organisation = house.org().map(|_| house_name);
        Self { id, organisation, role, invited_by: invited_by.name, expires_at, state }
    }
}
