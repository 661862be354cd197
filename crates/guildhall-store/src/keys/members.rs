//! Where organisations, their members and invitations live.

use guildhall_domain::ids::{OrgId, UserId};
use guildhall_domain::organisation::{House, InvitationId};

use super::Key;

/// The owner partition of every organisation.
pub const ORGANISATIONS: &str = "ORGANISATIONS";

const ORGANISATION: &str = "ORGANISATION";
const INVITATION: &str = "INVITATION";
const MEMBER: &str = "MEMBER#";

impl Key {
    /// An organisation.
    #[must_use]
    pub fn organisation(org: &OrgId) -> Self {
        Self { pk: partition_of(&House::Organisation(org.clone())), sk: ORGANISATION.to_owned() }
    }

    /// The roll of a house.
    #[must_use]
    pub fn roll(house: &House) -> Self {
        Self { pk: partition_of(house), sk: "ROLL".to_owned() }
    }

    /// Somebody's membership: there is one place for it, so they have one at most. It says what they may do, so it lies
    /// apart from what they or the functions of their settings write.
    #[must_use]
    pub fn membership(person: &UserId) -> Self {
        Self { pk: format!("{MEMBER}{person}"), sk: "MEMBERSHIP".to_owned() }
    }

    /// An invitation.
    #[must_use]
    pub fn invitation(id: InvitationId) -> Self {
        Self { pk: format!("{INVITATION}#{id}"), sk: INVITATION.to_owned() }
    }
}

/// The owner partition of the members of a house, and of its open invitations.
#[must_use]
pub fn members_of(house: &House) -> String {
    match house {
        House::Organisation(org) => format!("ORG#{org}#MEMBERS"),
        House::Staff => "STAFF#MEMBERS".to_owned(),
    }
}

fn partition_of(house: &House) -> String {
    match house {
        House::Organisation(org) => format!("ORG#{org}#HOUSE"),
        House::Staff => "STAFF#HOUSE".to_owned(),
    }
}

/// Whose membership stands in a partition.
pub(crate) fn member_in(pk: &str) -> Option<&str> {
    pk.strip_prefix(MEMBER)
}

/// The invitation that stands at a key.
pub(crate) fn invitation_at(pk: &str, sk: &str) -> Option<InvitationId> {
    let id = pk.strip_prefix(INVITATION)?.strip_prefix('#')?;
    id.parse().ok().filter(|_| sk == INVITATION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_found_at_its_key_and_houses_share_nothing() {
        let id = InvitationId::from_chance(7);
        let key = Key::invitation(id);
        assert_eq!(invitation_at(&key.pk, &key.sk), Some(id));
        assert_eq!(invitation_at("INVITATION#7", &key.sk), None);
        let houses = ["acme", "staff"].map(|org| House::Organisation(org.parse().unwrap()));
        for house in houses {
            assert_ne!(members_of(&house), members_of(&House::Staff));
            assert_ne!(Key::roll(&house), Key::roll(&House::Staff));
        }
    }
}
