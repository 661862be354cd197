//! What an edit changes of a profile that was migrated is reviewed by it.

use guildhall_domain::profile::{PartnerProfile, ProfileCommand};
use guildhall_http::{Body, Caller, OrFail, Problem, ProblemCode, Response, profile_refused};
use guildhall_store::ProfileCommit;

use crate::EditProfile;

/// How often an edit is taken up again when something of the migrated profile is reviewed at the same time.
const TRIES: usize = 5;

impl EditProfile {
    /// Saves an edit, and marks what it changed as reviewed if the profile was migrated: both or neither.
    pub(crate) async fn edit(
        &self,
        mut profile: PartnerProfile,
        seen: u64,
        command: ProfileCommand,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        if seen != profile.version {
            return Err(self.conflict(Some(&profile), caller).await);
        }
        let (before, now) = (profile.content.clone(), self.clock.now());
        let change = profile.apply(command, &caller.actor, now).map_err(profile_refused)?;
        for _ in 0..TRIES {
            let mut reviewed = self.moves.migrated(&profile.org).await.or_fail()?;
            let has_marked = reviewed.as_mut().is_some_and(|migrated| {
                migrated.review_edit(&before, &profile.content, &caller.actor, now).unwrap_or(false)
            });
            let reviewed = reviewed.filter(|_| has_marked);
            let ending = self
                .profiles
                .commit_reviewed(&profile, change.as_ref(), reviewed.as_ref())
                .await
                .or_fail()?;
            if ending != ProfileCommit::ReviewedMeanwhile {
                return self.finish(ending, &profile, caller).await;
            }
        }
        Err(Problem::new(ProblemCode::Unavailable))
    }
}
