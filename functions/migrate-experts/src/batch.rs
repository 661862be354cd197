//! A batch of a run: judged, noted, written, counted.

use std::collections::BTreeSet;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::migrations::{
    BATCHES_MAX, BatchAnswer, MIGRATION_BODY_MAX, RecordAnswer, read_batch,
};
use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::{MigrationRun, RecordOutcome, RunId, RunState};
use guildhall_http::{Body, OrFail, Problem, ProblemCode, Request, Response, json, json_object_within};

use crate::judge::{Judging, Verdict};
use crate::{MigrateExperts, run_of};

impl MigrateExperts {
    /// Takes a batch. One that was taken before comes to the same end, and counts once.
    pub(crate) async fn take_batch(
        &self,
        request: &Request,
        actor: &Actor,
    ) -> Result<Response<Body>, Problem> {
        let id = run_of(request)?;
        let wanted =
            read_batch(&json_object_within(request, MIGRATION_BODY_MAX)?).map_err(Problem::fields)?;
        let run = self.hold(id).await?.value;
        if !run.state.takes_batches() {
            return Err(Problem::new(ProblemCode::MigrationClosed));
        }
        let last = run.next_batch.min(BATCHES_MAX);
        if wanted.batch > last {
            let error = FieldError::field("batch", FieldCode::OutOfRange).with("min", 0).with("max", last);
            return Err(Problem::fields(vec![error]));
        }
        let stamp = self.stamp(actor);
        let judging = Judging { run: id, actor, now: stamp.at, promised: &[] };
        let verdicts = self.judge(&wanted.records, &judging).await?;
        self.note_partners(id, wanted.batch, &verdicts).await?;
        let answers = self.write(verdicts, &wanted.records, &judging).await?;
        let records = self.with_records(answers, &wanted.records, Some(id)).await?;
        self.note_bad(id, wanted.batch, &records).await?;
        self.count(id, wanted.batch, &records, &stamp).await?;
        json(&BatchAnswer { records, run: self.show(id).await? })
    }

    /// Whose records are about to be written: without that nobody could take them back.
    async fn note_partners(&self, run: RunId, batch: u32, verdicts: &[Verdict]) -> Result<(), Problem> {
        let orgs: BTreeSet<&OrgId> = verdicts.iter().filter_map(Verdict::writes_for).collect();
        if orgs.is_empty() {
            return Ok(());
        }
        let orgs: Vec<_> = orgs.into_iter().cloned().collect();
        self.migrations.note_partners(run, batch, &orgs).await.or_fail()
    }

    async fn note_bad(&self, run: RunId, batch: u32, records: &[RecordAnswer]) -> Result<(), Problem> {
        let bad: Vec<_> = records
            .iter()
            .filter(|record| record.outcome == RecordOutcome::Refused)
            // Nobody needs a name to find a record again.
            .map(|record| RecordAnswer { name: None, ..record.clone() })
            .collect();
        if bad.is_empty() {
            return Ok(());
        }
        self.migrations.note_bad(run, batch, &bad).await.or_fail()
    }

    async fn count(
        &self,
        id: RunId,
        batch: u32,
        records: &[RecordAnswer],
        stamp: &Stamp,
    ) -> Result<(), Problem> {
        let run = self.revise(id, stamp, |run| match run.state {
            // It was taken back while this was written, so that has to be gone through again.
            RunState::RollingBack | RunState::RolledBack => {
                Ok(MigrationRun { state: RunState::RollingBack, taken_through: None, ..run })
            }
            RunState::Running | RunState::Stopped | RunState::Done if batch < run.next_batch => Ok(run),
            RunState::Running | RunState::Stopped | RunState::Done => {
                let mut counts = run.counts;
                records.iter().for_each(|record| counts.add(record.kind, record.outcome));
                let state = if run.state == RunState::Done { run.state } else { RunState::Running };
                Ok(MigrationRun { counts, next_batch: batch.saturating_add(1), state, ..run })
            }
        });
        match run.await?.state {
            RunState::Running | RunState::Stopped | RunState::Done => Ok(()),
            RunState::RollingBack | RunState::RolledBack => Err(Problem::new(ProblemCode::MigrationClosed)),
        }
    }
}
