//! Profiles that came over from the Experts Marketplace.

use chrono::{DateTime, Utc};

use super::{
    Handle, PartnerProfile, ProfileContent, ProfileEventKind, ProfileRefusal, ReviewState, Standing,
};
use crate::actor::{Actor, Role};
use crate::ids::OrgId;

impl PartnerProfile {
    /// A profile as it came over, for the partner to review.
    ///
    /// # Errors
    /// When the actor is not an administrator.
    pub fn moved_over(
        org: OrgId,
        handle: Handle,
        content: ProfileContent,
        standing: Standing,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Self, ProfileRefusal> {
        if actor.role != Role::ProgramAdmin {
            return Err(ProfileRefusal::Forbidden);
        }
        let mut profile = Self {
            org,
            handle,
            content,
            review: ReviewState::Draft,
            published: None,
            hidden: false,
            suspension: None,
            standing,
            events: Vec::new(),
            version: 0,
        };
        profile.tell(ProfileEventKind::MovedOver, actor, now);
        Ok(profile)
    }

    /// Puts what came over later in the place of what came over before. The handle stays.
    ///
    /// # Errors
    /// When the actor is not an administrator, or somebody has worked on the profile since.
    pub fn move_again(
        &mut self,
        content: ProfileContent,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), ProfileRefusal> {
        if actor.role != Role::ProgramAdmin {
            return Err(ProfileRefusal::Forbidden);
        }
        if !self.is_as_moved() {
            return Err(ProfileRefusal::NotNow { allowed: self.allowed(actor) });
        }
        self.content = content;
        self.tell(ProfileEventKind::MovedOver, actor, now);
        Ok(())
    }

    /// Whether nobody has worked on it since it came over.
    #[must_use]
    pub fn is_as_moved(&self) -> bool {
        matches!(self.events.last().map(|event| &event.kind), Some(ProfileEventKind::MovedOver))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::ProfileCommand;
    use crate::taxonomy::Tier;

    fn actor(role: Role) -> Actor {
        let org = role.manages_organisation().then(|| "acme".parse().unwrap());
        Actor { id: "anna".parse().unwrap(), name: "Anna".to_owned(), role, org }
    }

    fn content(name: &str) -> ProfileContent {
        serde_json::from_value(serde_json::json!({ "name": name, "contact_email": "", "country": "SE" }))
            .unwrap()
    }

    fn moved(by: &Actor) -> Result<PartnerProfile, ProfileRefusal> {
        let standing =
            Standing { tier: Tier::Registered, partner_since: Default::default(), referrals_year: 0 };
        let (org, handle) = ("acme".parse().unwrap(), "acme".parse().unwrap());
        PartnerProfile::moved_over(org, handle, content("Acme"), standing, by, DateTime::default())
    }

    #[test]
    fn only_administrators_move_profiles_over() {
        for role in Role::ALL {
            assert_eq!(moved(&actor(role)).is_ok(), role == Role::ProgramAdmin, "{role:?}");
        }
    }

    #[test]
    fn what_came_over_is_replaced_until_the_partner_works_on_it() {
        let (admin, owner) = (actor(Role::ProgramAdmin), actor(Role::PartnerOwner));
        let mut profile = moved(&admin).unwrap();
        assert_eq!((profile.is_as_moved(), &profile.review, profile.version), (true, &ReviewState::Draft, 1));
        assert_eq!(profile.move_again(content("Acme AB"), &admin, DateTime::default()), Ok(()));
        assert_eq!((profile.content.name.as_str(), profile.version), ("Acme AB", 2));
        let edit = ProfileCommand::Edit {
            handle: profile.handle.clone(),
            content: Box::new(content("Acme Studio")),
        };
        profile.apply(edit, &owner, DateTime::default()).unwrap();
        let before = profile.clone();
        assert!(profile.move_again(content("Acme"), &admin, DateTime::default()).is_err());
        assert_eq!((profile.is_as_moved(), profile), (false, before));
    }
}
