use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Completeness, Handle, PROFILE_TRANSITIONS, ProfileCommand, ProfileCommandKind, ProfileContent,
    ProfileEvent, ProfileEventKind, ProfileRefusal, PublicChange, Standing,
};
use crate::actor::{Actor, Role};
use crate::ids::OrgId;
use crate::policy::ranking::Facts;
use crate::review::Ratings;

/// Where the working copy stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReviewState {
    /// The partner is at it.
    Draft,
    /// It waits for the programme's approval.
    InReview {
        /// Since when.
        since: DateTime<Utc>,
    },
    /// The programme wants something changed first.
    ChangesAsked {
        /// What.
        note: String,
        /// Since when.
        at: DateTime<Utc>,
    },
    /// It is the published copy.
    Approved,
}

/// What was published, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The content.
    pub content: ProfileContent,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// A suspension by the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suspension {
    /// Why, as the partner reads it.
    pub reason: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// A partner's profile with all that only the partner and the programme see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerProfile {
    /// Whose it is.
    pub org: OrgId,
    /// Its name in the address.
    pub handle: Handle,
    /// The working copy.
    pub content: ProfileContent,
    /// Where the working copy stands.
    pub review: ReviewState,
    /// The published copy.
    pub published: Option<Published>,
    /// Whether the partner hid it.
    pub hidden: bool,
    /// Whether the programme suspended it.
    pub suspension: Option<Suspension>,
    /// What the programme says about the partner.
    pub standing: Standing,
    /// What happened, oldest first: the last [`PartnerProfile::EVENTS`].
    pub events: Vec<ProfileEvent>,
    /// The revision: one more with every change.
    pub version: u64,
}

impl PartnerProfile {
    /// How many events are kept.
    pub const EVENTS: usize = 100;

    /// Begins a profile.
    ///
    /// # Errors
    /// When the actor is not the organisation's owner.
    pub fn create(
        org: OrgId,
        handle: Handle,
        content: ProfileContent,
        standing: Standing,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Self, ProfileRefusal> {
        if actor.role != Role::PartnerOwner || actor.org.as_ref() != Some(&org) {
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
        profile.tell(ProfileEventKind::Created, actor, now);
        Ok(profile)
    }

    /// Whether the world sees the published copy.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.public_content().is_some()
    }

    /// What the world sees.
    #[must_use]
    pub fn public_content(&self) -> Option<&ProfileContent> {
        let open = !self.hidden && self.suspension.is_none();
        self.published.as_ref().filter(|_| open).map(|published| &published.content)
    }

    /// What the default rank would look at if the working copy were shown.
    #[must_use]
    pub fn facts(&self, ratings: Ratings) -> Facts {
        Facts {
            ratings,
            referrals_year: self.standing.referrals_year,
            tier: self.standing.tier,
            completeness: Completeness::of(&self.content).percent,
            availability: self.content.availability,
        }
    }

    /// Whether the actor may read it: the organisation's own people, and the programme's.
    #[must_use]
    pub fn is_readable_by(&self, actor: &Actor) -> bool {
        match actor.role {
            Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => {
                actor.org.as_ref() == Some(&self.org)
            }
            Role::ProgramAdmin | Role::System => true,
            Role::Merchant | Role::Rep | Role::SalesManager => false,
        }
    }

    /// What the actor may do now.
    #[must_use]
    pub fn allowed(&self, actor: &Actor) -> Vec<ProfileCommandKind> {
        if !self.is_readable_by(actor) {
            return Vec::new();
        }
        PROFILE_TRANSITIONS
            .iter()
            .filter(|row| row.role == actor.role && row.guards.iter().all(|guard| guard.holds(self)))
            .map(|row| row.command)
            .collect()
    }

    /// Applies a command. What the world sees changes with it, in the same transaction.
    ///
    /// # Errors
    /// When the table does not allow it; nothing has changed then.
    pub fn apply(
        &mut self,
        command: ProfileCommand,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Option<PublicChange>, ProfileRefusal> {
        self.check(command.kind(), actor)?;
        let was_public = self.is_public();
        let change = match command {
            ProfileCommand::Edit { handle, content } => return self.edit(handle, *content, actor, now),
            ProfileCommand::Submit => return self.submit(actor, now),
            ProfileCommand::Approve => {
                self.published = Some(Published { content: self.content.clone(), at: now });
                self.review = ReviewState::Approved;
                self.tell(ProfileEventKind::Approved, actor, now);
                return Ok(self
                    .public_content()
                    .cloned()
                    .map(|content| PublicChange::Show(Box::new(content))));
            }
            ProfileCommand::AskChanges { note } => {
                self.review = ReviewState::ChangesAsked { note: note.clone(), at: now };
                ProfileEventKind::ChangesAsked { note }
            }
            ProfileCommand::Hide => {
                self.hidden = true;
                ProfileEventKind::Hidden
            }
            ProfileCommand::Show => {
                self.hidden = false;
                ProfileEventKind::Shown
            }
            ProfileCommand::Suspend { reason } => {
                self.suspension = Some(Suspension { reason: reason.clone(), at: now });
                ProfileEventKind::Suspended { reason }
            }
            ProfileCommand::Reinstate { note } => {
                self.suspension = None;
                ProfileEventKind::Reinstated { note }
            }
            ProfileCommand::SetTier { tier } => {
                let from = std::mem::replace(&mut self.standing.tier, tier);
                self.tell(ProfileEventKind::TierChanged { from, to: tier }, actor, now);
                return Ok(Some(PublicChange::Standing(self.standing)));
            }
        };
        self.tell(change, actor, now);
        Ok(match (was_public, self.public_content()) {
            (true, None) => Some(PublicChange::Withdraw),
            (false, Some(content)) => Some(PublicChange::Show(Box::new(content.clone()))),
            (true, Some(_)) | (false, None) => None,
        })
    }

    fn check(&self, command: ProfileCommandKind, actor: &Actor) -> Result<(), ProfileRefusal> {
        let may_ever = PROFILE_TRANSITIONS.iter().any(|row| row.command == command && row.role == actor.role);
        if !may_ever || !self.is_readable_by(actor) {
            return Err(ProfileRefusal::Forbidden);
        }
        let allowed = self.allowed(actor);
        if allowed.contains(&command) { Ok(()) } else { Err(ProfileRefusal::NotNow { allowed }) }
    }

    /// An edit of what was approved goes for approval by itself: the published copy stays until then.
    fn edit(
        &mut self,
        handle: Handle,
        content: ProfileContent,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Option<PublicChange>, ProfileRefusal> {
        let moves = handle != self.handle;
        if moves && self.published.is_some() {
            return Err(ProfileRefusal::HandleFixed);
        }
        let waits = match &self.review {
            ReviewState::Approved => Some(ReviewState::InReview { since: now }),
            ReviewState::InReview { .. } => Some(self.review.clone()),
            ReviewState::Draft | ReviewState::ChangesAsked { .. } => None,
        };
        if let Some(review) = waits {
            complete(&content)?;
            self.review = review;
        }
        let from = std::mem::replace(&mut self.handle, handle);
        self.content = content;
        self.tell(ProfileEventKind::Edited, actor, now);
        Ok(moves.then_some(PublicChange::Move { from }))
    }

    fn submit(&mut self, actor: &Actor, now: DateTime<Utc>) -> Result<Option<PublicChange>, ProfileRefusal> {
        complete(&self.content)?;
        self.review = ReviewState::InReview { since: now };
        self.tell(ProfileEventKind::Submitted, actor, now);
        Ok(None)
    }

    pub(super) fn tell(&mut self, kind: ProfileEventKind, actor: &Actor, now: DateTime<Utc>) {
        self.version += 1;
        self.events.push(ProfileEvent { seq: self.version, at: now, by: actor.signature(), kind });
        let surplus = self.events.len().saturating_sub(Self::EVENTS);
        self.events.drain(..surplus);
    }
}

fn complete(content: &ProfileContent) -> Result<(), ProfileRefusal> {
    let missing = Completeness::of(content).needed();
    if missing.is_empty() { Ok(()) } else { Err(ProfileRefusal::Incomplete { missing }) }
}
