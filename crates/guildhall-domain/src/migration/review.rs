//! A profile that was migrated, and how far its partner has reviewed it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{FieldReport, MigratedField};
use crate::actor::{Actor, Signature};
use crate::ids::OrgId;
use crate::profile::ProfileContent;

/// What is kept of a migration beside the profile that came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MigratedProfile {
    /// Whose.
    pub org: OrgId,
    /// Which run brought it.
    pub run: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What the old profile was, by a hash of it: the same again changes nothing.
    pub source: String,
    /// What became of its fields.
    pub report: FieldReport,
    /// What the partner has reviewed.
    #[serde(default)]
    pub reviewed: BTreeMap<MigratedField, Reviewed>,
    /// One more with every change.
    pub version: u64,
}

/// Who reviewed a field, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reviewed {
    /// Who.
    pub by: Signature,
    /// When, in business time.
    pub at: DateTime<Utc>,
}

/// Why a review is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReviewRefusal {
    /// Only the organisation's owner reviews its profile.
    #[error("only the owner of the organisation reviews its profile")]
    Forbidden,
    /// The field is not among those to review.
    #[error("this field is not among those to review")]
    NotToReview,
}

impl MigratedProfile {
    /// Marks a field as reviewed. A second time changes nothing, so the first mark stands.
    ///
    /// # Errors
    /// When the actor is not the owner, or the field is not to be reviewed.
    pub fn review(
        &mut self,
        field: MigratedField,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<bool, ReviewRefusal> {
        if !actor.role.manages_organisation() || actor.org.as_ref() != Some(&self.org) {
            return Err(ReviewRefusal::Forbidden);
        }
        if !MigratedField::TO_REVIEW.contains(&field) {
            return Err(ReviewRefusal::NotToReview);
        }
        if self.reviewed.contains_key(&field) {
            return Ok(false);
        }
        self.reviewed.insert(field, Reviewed { by: actor.signature(), at: now });
        self.version += 1;
        Ok(true)
    }

    /// Marks as reviewed what an edit of the profile has changed, and tells whether that marked anything. It is one
    /// change, however many fields it is about.
    ///
    /// # Errors
    /// When the actor is not the owner.
    pub fn review_edit(
        &mut self,
        before: &ProfileContent,
        after: &ProfileContent,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<bool, ReviewRefusal> {
        let version = self.version;
        for field in MigratedField::TO_REVIEW.into_iter().filter(|field| differs(*field, before, after)) {
            self.review(field, actor, now)?;
        }
        let has_marked = self.version > version;
        self.version = version + u64::from(has_marked);
        Ok(has_marked)
    }

    /// What is still to be reviewed, in the order to ask.
    pub fn to_review(&self) -> impl Iterator<Item = MigratedField> {
        MigratedField::TO_REVIEW.into_iter().filter(|field| !self.reviewed.contains_key(field))
    }

    /// How much of it is reviewed: 0 to 100, and 100 only when all of it is.
    #[must_use]
    pub fn percent(&self) -> usize {
        let all = MigratedField::TO_REVIEW.len();
        (all - self.to_review().count()) * 100 / all
    }

    /// Whether all of it is reviewed.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.to_review().next().is_none()
    }
}

/// Whether two contents differ in a field. Of those that nobody is asked to review that is not said.
fn differs(field: MigratedField, before: &ProfileContent, after: &ProfileContent) -> bool {
    match field {
        MigratedField::ContactEmail => before.contact_email != after.contact_email,
        MigratedField::ContactPhone => before.contact_phone != after.contact_phone,
        MigratedField::AdditionalLocations => before.supported_countries != after.supported_countries,
        MigratedField::Services => before.services != after.services,
        MigratedField::Social => before.social != after.social,
        MigratedField::Name
        | MigratedField::Handle
        | MigratedField::Tagline
        | MigratedField::Bio
        | MigratedField::Website
        | MigratedField::City
        | MigratedField::Country
        | MigratedField::Languages
        | MigratedField::Industries
        | MigratedField::Prices
        | MigratedField::FeaturedWork
        | MigratedField::Availability
        | MigratedField::ResponseTime
        | MigratedField::CompletedJobs
        | MigratedField::Level => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Outcome;
    use super::*;
    use crate::actor::Role;

    fn migrated() -> MigratedProfile {
        MigratedProfile {
            org: "acme".parse().unwrap(),
            run: "1".to_owned(),
            at: DateTime::default(),
            source: String::new(),
            report: FieldReport::of(|_| Outcome::Kept),
            reviewed: BTreeMap::new(),
            version: 1,
        }
    }

    #[test]
    fn it_is_complete_only_when_every_field_to_review_was_reviewed() {
        let mut profile = migrated();
        let owner = Actor {
            id: "anna".parse().unwrap(),
            name: "Anna".to_owned(),
            role: Role::PartnerOwner,
            org: Some("acme".parse().unwrap()),
        };
        let mut seen = vec![profile.percent()];
        for field in MigratedField::TO_REVIEW {
            assert!(!profile.is_reviewed());
            assert_eq!(profile.review(field, &owner, DateTime::default()), Ok(true));
            assert_eq!(profile.review(field, &owner, DateTime::default()), Ok(false));
            seen.push(profile.percent());
        }
        assert_eq!(seen, [0, 20, 40, 60, 80, 100]);
        assert!(profile.is_reviewed());
        assert_eq!(profile.version, 6);
        let refused = profile.review(MigratedField::Bio, &owner, DateTime::default());
        assert_eq!(refused, Err(ReviewRefusal::NotToReview));
    }

    #[test]
    fn an_edit_reviews_what_it_changes_and_is_one_change() {
        let mut profile = migrated();
        let owner = Actor { role: Role::PartnerOwner, org: Some("acme".parse().unwrap()), ..Actor::system() };
        let before = ProfileContent {
            name: "Acme".to_owned(),
            contact_email: "old@acme.example".into(),
            country: "SE".parse().unwrap(),
            ..serde_json::from_str(r#"{"name":"","contact_email":"","country":"SE"}"#).unwrap()
        };
        let same = profile.review_edit(&before, &before, &owner, DateTime::default());
        assert_eq!((same, profile.version), (Ok(false), 1));
        let after = ProfileContent {
            bio: "More.".to_owned(),
            contact_email: "new@acme.example".into(),
            contact_phone: Some("+46 90 555 01 23".into()),
            ..before.clone()
        };
        let edited = profile.review_edit(&before, &after, &owner, DateTime::default());
        assert_eq!((edited, profile.version, profile.percent()), (Ok(true), 2, 40));
        let again = profile.review_edit(&before, &after, &owner, DateTime::default());
        assert_eq!((again, profile.version), (Ok(false), 2));
    }

    #[test]
    fn nobody_else_reviews_it() {
        for role in Role::ALL {
            let stranger = Actor { role, org: Some("other".parse().unwrap()), ..Actor::system() };
            let refused = migrated().review(MigratedField::Social, &stranger, DateTime::default());
            assert_eq!(refused, Err(ReviewRefusal::Forbidden), "{role:?}");
        }
    }
}
