//! A partner works on the organisation's profile: reads it, saves the working copy, sends it for approval,
//! hides and shows it.

mod migrated;

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::own_profile::{OwnProfile, read_profile_action};
use guildhall_contract::profile::RatingSummary;
use guildhall_contract::profile_form::read_profile_form;
use guildhall_domain::clock::Clock;
use guildhall_domain::cutover::ProfileEditing;
use guildhall_domain::policy::ranking::Locality;
use guildhall_domain::profile::{
    Handle, PartnerProfile, ProfileCommand, ProfileContent, PublicChange, Standing,
};
use guildhall_domain::taxonomy::Tier;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller, if_match,
    json_object, not_found, profile_refused, route_key, tagged,
};
use guildhall_store::{CutoverCache, Moves, PartnerProfiles, ProfileCommit, PublicProfiles, Table};

/// Works on profiles.
pub struct EditProfile {
    profiles: PartnerProfiles,
    public: PublicProfiles,
    moves: Moves,
    cutover: CutoverCache,
    clock: Arc<dyn Clock>,
}

impl EditProfile {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self {
            profiles: PartnerProfiles::new(table.clone()),
            public: PublicProfiles::new(table.clone()),
            cutover: CutoverCache::new(table.clone()),
            moves: Moves::new(table),
            clock,
        }
    }

    /// Profiles are edited from when on they are moved over.
    async fn may_edit(&self) -> Result<(), Problem> {
        match self.cutover.behaviour(self.clock.now()).await.or_fail()?.profiles {
            ProfileEditing::NotYet => Err(Problem::new(ProblemCode::NotNow)),
            ProfileEditing::MigratedCopy | ProfileEditing::Open => Ok(()),
        }
    }

    async fn show(&self, caller: &Caller, organisation: &Organisation) -> Result<Response<Body>, Problem> {
        let profile = self.profiles.get(&organisation.id).await.or_fail()?.ok_or_else(not_found)?;
        self.answer(&profile, caller).await
    }

    async fn save(
        &self,
        request: &Request,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let seen = if_match(request)?;
        let (handle, content) = read_profile_form(&json_object(request)?).map_err(Problem::fields)?;
        match self.profiles.get(&organisation.id).await.or_fail()? {
            Some(profile) => {
                let command = ProfileCommand::Edit { handle, content: Box::new(content) };
                self.edit(profile, seen, command, caller).await
            }
            // Whoever saw a version saw a profile that is gone; there is nothing to compare with.
            None if seen != 0 => Err(not_found()),
            None => self.create(handle, content, caller, organisation).await,
        }
    }

    async fn create(
        &self,
        handle: Handle,
        content: ProfileContent,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let now = self.clock.now();
        let standing = Standing {
            tier: Tier::Registered,
            partner_since: organisation.since.unwrap_or_else(|| now.date_naive()),
            referrals_year: 0,
        };
        let org = organisation.id.clone();
        let profile = PartnerProfile::create(org, handle, content, standing, &caller.actor, now)
            .map_err(profile_refused)?;
        let ending = self.profiles.create(&profile).await.or_fail()?;
        self.finish(ending, &profile, caller).await
    }

    async fn act(
        &self,
        request: &Request,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let seen = if_match(request)?;
        let action = read_profile_action(&json_object(request)?).map_err(Problem::fields)?;
        let profile = self.profiles.get(&organisation.id).await.or_fail()?.ok_or_else(not_found)?;
        self.apply(profile, seen, action.into(), caller).await
    }

    async fn apply(
        &self,
        mut profile: PartnerProfile,
        seen: u64,
        command: ProfileCommand,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        if seen != profile.version {
            return Err(self.conflict(Some(&profile), caller).await);
        }
        let change = profile.apply(command, &caller.actor, self.clock.now()).map_err(profile_refused)?;
        self.commit(&profile, change, caller).await
    }

    async fn commit(
        &self,
        profile: &PartnerProfile,
        change: Option<PublicChange>,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        let ending = self.profiles.commit(profile, change.as_ref()).await.or_fail()?;
        self.finish(ending, profile, caller).await
    }

    async fn finish(
        &self,
        ending: ProfileCommit,
        profile: &PartnerProfile,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        match ending {
            ProfileCommit::Done => self.answer(profile, caller).await,
            ProfileCommit::Conflict(current) => Err(self.conflict(current.as_deref(), caller).await),
            // Only an edit reviews anything, and takes this up itself.
            ProfileCommit::ReviewedMeanwhile => Err(Problem::new(ProblemCode::Unavailable)),
            ProfileCommit::HandleTaken => {
                Err(Problem::fields(vec![FieldError::field("handle", FieldCode::HandleTaken)]))
            }
        }
    }

    /// Somebody was faster: both versions are shown, so nothing that was typed is lost.
    async fn conflict(&self, current: Option<&PartnerProfile>, caller: &Caller) -> Problem {
        let Some(profile) = current else { return not_found() };
        match self.own(profile, caller).await {
            Ok(own) => {
                Problem { current_profile: Some(Box::new(own)), ..Problem::new(ProblemCode::VersionConflict) }
            }
            Err(problem) => problem,
        }
    }

    async fn answer(&self, profile: &PartnerProfile, caller: &Caller) -> Result<Response<Body>, Problem> {
        tagged(&self.own(profile, caller).await?, profile.version)
    }

    /// The profile with the figures that stand at the public copy.
    async fn own(&self, profile: &PartnerProfile, caller: &Caller) -> Result<OwnProfile, Problem> {
        let public = self.public.get(&profile.handle).await.or_fail()?;
        let ratings = public.map(|public| public.ratings).unwrap_or_default();
        let rank = profile.facts(ratings).shares(0, Locality::Elsewhere);
        let allowed = profile.allowed(&caller.actor);
        Ok(OwnProfile::new(profile, RatingSummary::from(ratings), rank, allowed))
    }
}

impl Handler for EditProfile {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation =
            caller.organisation.as_ref().ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
        let writes = route_key(&request) != "GET /api/v1/profile";
        if writes && organisation.suspended {
            return Err(Problem::new(ProblemCode::OrganisationSuspended));
        }
        if writes && !caller.actor.role.manages_organisation() {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        if writes {
            self.may_edit().await?;
        }
        match route_key(&request) {
            "GET /api/v1/profile" => self.show(&caller, organisation).await,
            "PUT /api/v1/profile" => self.save(&request, &caller, organisation).await,
            "POST /api/v1/profile/actions" => self.act(&request, &caller, organisation).await,
            _ => Err(not_found()),
        }
    }
}
