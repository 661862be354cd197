//! Taking a run back, organisation by organisation. Each request does a piece, and whoever asks again goes on.

use std::time::{Duration, Instant};

use guildhall_contract::migrations::MigrationItem;
use guildhall_domain::actor::Actor;
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::{MigrationRun, RunId, RunState, TakenBack};
use guildhall_http::{OrFail, Problem};
use guildhall_store::{ProfileUndone, StoreError, Undone};

use crate::MigrateExperts;

/// How long a piece may take; a request has half a minute.
const PIECE: Duration = Duration::from_secs(5);

impl MigrateExperts {
    /// Takes a piece of a run back. It is done once the run's state says so.
    pub(crate) async fn roll_back(&self, id: RunId, actor: &Actor) -> Result<MigrationItem, Problem> {
        let there = self.show(id).await?;
        if there.state == RunState::RolledBack {
            return Ok(there);
        }
        self.hold(id).await?;
        let stamp = self.stamp(actor);
        // From here on no batch is taken.
        let run =
            self.revise(id, &stamp, |run| Ok(MigrationRun { state: RunState::RollingBack, ..run })).await?;
        let began = Instant::now();
        let (mut done, mut through) = (TakenBack::default(), run.taken_through.clone());
        let partners = self.migrations.partners_of(id).await.or_fail()?;
        let left = partners.iter().filter(|org| run.taken_through.as_ref().is_none_or(|last| last < *org));
        let mut is_finished = true;
        for org in left {
            let is_whole = self.undo(id, org, began, &mut done).await.or_fail()?;
            if !is_whole {
                is_finished = false;
                break;
            }
            through = Some(org.clone());
        }
        let state = if is_finished { RunState::RolledBack } else { RunState::RollingBack };
        let (before, after) = (run.taken_through, through);
        self.revise(id, &stamp, |run| {
            let mut taken_back = run.taken_back;
            taken_back.add(done);
            // A batch that was under way has come in between: all is gone through once more.
            let is_as_read = run.taken_through == before && run.state == RunState::RollingBack;
            let (state, taken_through) =
                if is_as_read { (state, after.clone()) } else { (RunState::RollingBack, None) };
            Ok(MigrationRun { state, taken_back, taken_through, ..run })
        })
        .await?;
        if is_finished {
            self.migrations.release(id).await.or_fail()?;
        }
        self.show(id).await
    }

    /// Takes back what a run did to an organisation; `false` if time was up before that.
    async fn undo(
        &self,
        run: RunId,
        org: &OrgId,
        began: Instant,
        done: &mut TakenBack,
    ) -> Result<bool, StoreError> {
        let mut after: Option<MarketplaceId> = None;
        loop {
            if began.elapsed() > PIECE {
                return Ok(false);
            }
            let Undone { restored, removed, next } =
                self.records.undo_conversations(org, run, after.as_ref()).await?;
            done.add(TakenBack { restored, removed, left: 0 });
            if next.is_none() {
                break;
            }
            after = next;
        }
        let mut after: Option<MarketplaceId> = None;
        loop {
            if began.elapsed() > PIECE {
                return Ok(false);
            }
            let Undone { restored, removed, next } = self.records.undo_jobs(org, run, after.as_ref()).await?;
            done.add(TakenBack { restored, removed, left: 0 });
            if next.is_none() {
                break;
            }
            after = next;
        }
        match self.migrations.undo_profile(run, org).await? {
            ProfileUndone::Nothing => {}
            ProfileUndone::Removed => done.removed = done.removed.saturating_add(1),
            ProfileUndone::Restored => done.restored = done.restored.saturating_add(1),
            ProfileUndone::Left => done.left = done.left.saturating_add(1),
        }
        Ok(true)
    }
}
