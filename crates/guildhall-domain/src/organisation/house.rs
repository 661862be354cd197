//! What one can be a member of.

use serde::{Deserialize, Serialize};

use crate::actor::{Actor, Role, Side};
use crate::ids::OrgId;

/// What one can be a member of: a partner organisation, or the platform's own people. Merchants are members of
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Option<OrgId>", into = "Option<OrgId>")]
pub enum House {
    /// A partner organisation.
    Organisation(OrgId),
    /// The platform's own people.
    Staff,
}

impl House {
    /// The house whose member somebody is, by their token.
    #[must_use]
    pub fn of(actor: &Actor) -> Option<Self> {
        match (actor.role.side(), &actor.org) {
            (Side::Partner, Some(org)) => Some(Self::Organisation(org.clone())),
            (Side::Platform, None) if actor.role != Role::System => Some(Self::Staff),
            (Side::Merchant | Side::Partner | Side::Platform, _) => None,
        }
    }

    /// The organisation, if it is one.
    #[must_use]
    pub fn org(&self) -> Option<&OrgId> {
        match self {
            Self::Organisation(org) => Some(org),
            Self::Staff => None,
        }
    }

    /// The roles that a member may have, the one that manages the house first.
    #[must_use]
    pub fn roles(&self) -> &'static [Role] {
        match self {
            Self::Organisation(_) => &[Role::PartnerOwner, Role::PartnerMember, Role::PartnerViewer],
            Self::Staff => &[Role::ProgramAdmin, Role::SalesManager, Role::Rep],
        }
    }

    /// The role that manages the house, of which there must always be one.
    #[must_use]
    pub fn head(&self) -> Role {
        match self {
            Self::Organisation(_) => Role::PartnerOwner,
            Self::Staff => Role::ProgramAdmin,
        }
    }
}

impl From<Option<OrgId>> for House {
    fn from(org: Option<OrgId>) -> Self {
        org.map_or(Self::Staff, Self::Organisation)
    }
}

impl From<House> for Option<OrgId> {
    fn from(house: House) -> Self {
        match house {
            House::Organisation(org) => Some(org),
            House::Staff => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_but_the_merchant_and_guildhall_itself_is_of_one_house() {
        let houses = [House::Organisation("acme".parse().unwrap()), House::Staff];
        for role in Role::ALL {
            let homes = houses.iter().filter(|house| house.roles().contains(&role)).count();
            assert_eq!(homes, usize::from(!matches!(role, Role::Merchant | Role::System)), "{role:?}");
        }
        assert!(houses.iter().all(|house| house.roles().first() == Some(&house.head())));
    }

    #[test]
    fn it_is_spelt_by_its_organisation() {
        for (house, spelt) in
            [(House::Organisation("acme".parse().unwrap()), "\"acme\""), (House::Staff, "null")]
        {
            assert_eq!(serde_json::to_string(&house).unwrap(), spelt);
            assert_eq!(serde_json::from_str::<House>(spelt).unwrap(), house);
        }
    }
}
