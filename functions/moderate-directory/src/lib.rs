//! The programme decides: which profiles are published, which are suspended, and which reviews go.

use std::sync::Arc;

use guildhall_contract::moderation::{ModerationQueue, ReportedReview, WaitingProfileItem};
use guildhall_contract::own_profile::{OwnProfile, read_profile_action};
use guildhall_contract::profile::RatingSummary;
use guildhall_contract::reviews::{OwnReview, ReviewDecision, read_review_decision};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::ReviewId;
use guildhall_domain::policy::ranking::Locality;
use guildhall_domain::profile::{Handle, PartnerProfile, PublicCopy};
use guildhall_domain::review::Review;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, if_match, json, json_object,
    not_found, path_parameter, profile_refused, review_refused, route_key, tagged,
};
use guildhall_store::{
    PartnerProfiles, ProfileCommit, PublicProfiles, ReviewCommit, Reviews, Table, WaitingProfile,
};

/// Decides.
pub struct ModerateDirectory {
    profiles: PartnerProfiles,
    public: PublicProfiles,
    reviews: Reviews,
    clock: Arc<dyn Clock>,
}

impl ModerateDirectory {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self {
            profiles: PartnerProfiles::new(table.clone()),
            public: PublicProfiles::new(table.clone()),
            reviews: Reviews::new(table),
            clock,
        }
    }

    async fn queue(&self) -> Result<Response<Body>, Problem> {
        let profiles = self.profiles.waiting().await.or_fail()?;
        let reviews = self.reviews.reported().await.or_fail()?;
        json(&ModerationQueue {
            profiles: profiles.into_iter().map(waiting).collect(),
            reviews: reviews.iter().filter_map(reported).collect(),
        })
    }

    async fn show(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let (profile, copy) = self.find(request).await?;
        answer(&profile, &copy, actor)
    }

    async fn decide(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let (mut profile, copy) = self.find(request).await?;
        let seen = if_match(request)?;
        let action = read_profile_action(&json_object(request)?).map_err(Problem::fields)?;
        if seen != profile.version {
            return Err(conflict(&profile, &copy, actor));
        }
        let change = profile.apply(action.into(), actor, self.clock.now()).map_err(profile_refused)?;
        match self.profiles.commit(&profile, change.as_ref()).await.or_fail()? {
            ProfileCommit::Done => answer(&profile, &copy, actor),
            ProfileCommit::Conflict(Some(current)) => Err(conflict(&current, &copy, actor)),
            ProfileCommit::Conflict(None) | ProfileCommit::HandleTaken | ProfileCommit::ReviewedMeanwhile => {
                Err(not_found())
            }
        }
    }

    /// The profile of a handle, by the way of its public copy.
    async fn find(&self, request: &Request) -> Result<(PartnerProfile, PublicCopy), Problem> {
        let handle = path_parameter(request, "handle").and_then(|handle| handle.parse().ok());
        let handle: Handle = handle.ok_or_else(not_found)?;
        let copy = self.public.get(&handle).await.or_fail()?.ok_or_else(not_found)?;
        let profile = self.profiles.get(&copy.org).await.or_fail()?;
        let profile = profile.filter(|profile| profile.handle == copy.handle).ok_or_else(not_found)?;
        Ok((profile, copy))
    }

    async fn decide_review(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let id: ReviewId =
            path_parameter(request, "review_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let mut review = self.reviews.get(&id).await.or_fail()?.ok_or_else(not_found)?;
        let decision = read_review_decision(&json_object(request)?).map_err(Problem::fields)?;
        let moved = match decision {
            ReviewDecision::Keep => review.keep(actor, self.clock.now()).map(|()| None),
            ReviewDecision::Remove { reason } => review.remove(reason, actor, self.clock.now()),
        };
        let moved = moved.map_err(review_refused)?;
        match self.reviews.commit(&review, moved).await.or_fail()? {
            ReviewCommit::Done => tagged(&OwnReview::from(&review), review.version),
            ReviewCommit::Conflict(_) => Err(Problem::new(ProblemCode::VersionConflict)),
        }
    }
}

impl Handler for ModerateDirectory {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        if actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "GET /api/v1/moderation" => self.queue().await,
            "GET /api/v1/moderation/profiles/{handle}" => self.show(&request, &actor).await,
            "POST /api/v1/moderation/profiles/{handle}" => self.decide(&request, &actor).await,
            "POST /api/v1/moderation/reviews/{review_id}" => self.decide_review(&request, &actor).await,
            _ => Err(not_found()),
        }
    }
}

fn waiting(profile: WaitingProfile) -> WaitingProfileItem {
    WaitingProfileItem {
        org: profile.org,
        handle: profile.handle.as_str().to_owned(),
        name: profile.name,
        since: profile.since,
    }
}

fn reported(review: &Review) -> Option<ReportedReview> {
    let report = review.report.as_ref()?;
    Some(ReportedReview {
        review: OwnReview::from(review),
        reason: report.reason,
        note: report.note.clone(),
        reported_at: report.at,
    })
}

fn own(profile: &PartnerProfile, copy: &PublicCopy, actor: &Actor) -> OwnProfile {
    let rank = profile.facts(copy.ratings).shares(0, Locality::Elsewhere);
    OwnProfile::new(profile, RatingSummary::from(copy.ratings), rank, profile.allowed(actor))
}

fn answer(profile: &PartnerProfile, copy: &PublicCopy, actor: &Actor) -> Result<Response<Body>, Problem> {
    tagged(&own(profile, copy, actor), profile.version)
}

fn conflict(profile: &PartnerProfile, copy: &PublicCopy, actor: &Actor) -> Problem {
    let current_profile = Some(Box::new(own(profile, copy, actor)));
    Problem { current_profile, ..Problem::new(ProblemCode::VersionConflict) }
}
