//! Writing what was judged: each profile in a transaction of its own, jobs and conversations together.

use futures::{StreamExt, TryStreamExt, stream};
use guildhall_contract::migrations::{OldRecord, RecordAnswer, RecordProblem, RequestRecord};
use guildhall_domain::migration::{FieldReport, MigratedProfile, RecordOutcome, RunId};
use guildhall_domain::profile::{Handle, PartnerProfile, Standing};
use guildhall_domain::taxonomy::Tier;
use guildhall_http::{OrFail, Problem, profile_refused};
use guildhall_store::{Imported, ProfileWrite};

use crate::MigrateExperts;
use crate::judge::{Coming, Judging, Verdict};

/// How many profiles are written at once.
const PARALLEL: usize = 8;
/// How often somebody may take a handle away in the last moment.
const TRIES: usize = 5;

impl MigrateExperts {
    /// Writes profiles and answers them; what is no profile is left open.
    pub(crate) async fn write(
        &self,
        verdicts: Vec<Verdict>,
        records: &[RequestRecord],
        judging: &Judging<'_>,
    ) -> Result<Vec<Option<RecordAnswer>>, Problem> {
        let handles = self.allot(&verdicts, judging.promised).await?;
        let all = verdicts.into_iter().zip(handles).zip(records);
        // Each is begun only once its turn has come.
        let mut writes = Vec::with_capacity(records.len());
        for ((verdict, handle), record) in all {
            writes.push(self.write_one(verdict, handle, record, judging));
        }
        stream::iter(writes).buffered(PARALLEL).try_collect().await
    }

    async fn write_one(
        &self,
        verdict: Verdict,
        handle: Option<Handle>,
        record: &RequestRecord,
        judging: &Judging<'_>,
    ) -> Result<Option<RecordAnswer>, Problem> {
        match verdict {
            Verdict::Answer(answer) => Ok(Some(*answer)),
            Verdict::Record(_) => Ok(None),
            Verdict::Create(coming) => self.create(coming, handle, record, judging).await.map(Some),
            Verdict::Replace(coming, before) => {
                self.replace(&coming, &before, record, judging).await.map(Some)
            }
        }
    }

    async fn create(
        &self,
        coming: Box<Coming>,
        mut handle: Option<Handle>,
        record: &RequestRecord,
        judging: &Judging<'_>,
    ) -> Result<RecordAnswer, Problem> {
        let verdict = [Verdict::Create(coming)];
        for _ in 0..TRIES {
            let ([Verdict::Create(coming)], Some(taken)) = (&verdict, handle) else { break };
            let (profile, migrated) = made(coming, taken, judging)?;
            match self.migrations.create_profile(&profile, &migrated).await.or_fail()? {
                ProfileWrite::Done => {
                    return Ok(told(record, RecordOutcome::Created, profile.handle, migrated.report));
                }
                // The partner has begun a profile this very moment.
                ProfileWrite::Overtaken => {
                    return Ok(RecordAnswer::new(record, RecordOutcome::KeptByPartner));
                }
                ProfileWrite::HandleTaken => {
                    handle = self.allot(&verdict, judging.promised).await?.pop().flatten();
                }
            }
        }
        Ok(RecordAnswer::refused(record, RecordProblem::HandleTaken))
    }

    async fn replace(
        &self,
        coming: &Coming,
        before: &(PartnerProfile, MigratedProfile),
        record: &RequestRecord,
        judging: &Judging<'_>,
    ) -> Result<RecordAnswer, Problem> {
        let (profile, migrated) = replaced(coming, before, judging)?;
        let (from, to) = ((&before.0, &before.1), (&profile, &migrated));
        let handle = profile.handle.clone();
        match self.migrations.replace_profile(judging.run, from, to).await.or_fail()? {
            ProfileWrite::Done => Ok(told(record, RecordOutcome::Updated, handle, migrated.report)),
            // The partner has begun to work on it this very moment.
            ProfileWrite::Overtaken | ProfileWrite::HandleTaken => {
                let kept = RecordAnswer::new(record, RecordOutcome::KeptByPartner);
                Ok(RecordAnswer { handle: Some(handle), ..kept })
            }
        }
    }

    /// The answers with those of the jobs and conversations, which are written for a run and otherwise only compared.
    pub(crate) async fn with_records(
        &self,
        answers: Vec<Option<RecordAnswer>>,
        records: &[RequestRecord],
        run: Option<RunId>,
    ) -> Result<Vec<RecordAnswer>, Problem> {
        let (mut jobs, mut conversations) = (Vec::new(), Vec::new());
        for (answer, record) in answers.iter().zip(records) {
            match (answer, &record.record) {
                (None, Ok(OldRecord::Job(job))) => jobs.push((**job).clone()),
                (None, Ok(OldRecord::Conversation(conversation))) => {
                    conversations.push((**conversation).clone());
                }
                _ => {}
            }
        }
        let (jobs, conversations) = match run {
            Some(run) => (
                self.records.import_jobs(&self.merchants, run, &jobs).await.or_fail()?,
                self.records.import_conversations(run, &conversations).await.or_fail()?,
            ),
            None => (
                self.records.compare_jobs(&self.merchants, &jobs).await.or_fail()?,
                self.records.compare_conversations(&conversations).await.or_fail()?,
            ),
        };
        let (mut jobs, mut conversations) = (jobs.into_iter(), conversations.into_iter());
        let answered =
            answers.into_iter().zip(records).map(|(answer, record)| match (answer, &record.record) {
                (Some(answer), _) => answer,
                (None, Ok(OldRecord::Conversation(_))) => imported(record, conversations.next()),
                (None, _) => imported(record, jobs.next()),
            });
        Ok(answered.collect())
    }
}

/// What a job or a conversation is answered.
fn imported(record: &RequestRecord, outcome: Option<Imported>) -> RecordAnswer {
    match outcome {
        Some(Imported::Added) => RecordAnswer::new(record, RecordOutcome::Created),
        Some(Imported::Changed) => RecordAnswer::new(record, RecordOutcome::Updated),
        Some(Imported::Same) => RecordAnswer::new(record, RecordOutcome::Unchanged),
        Some(Imported::Erased) => RecordAnswer::refused(record, RecordProblem::Erased),
        Some(Imported::TooLarge) | None => RecordAnswer::refused(record, RecordProblem::TooLarge),
    }
}

/// What would be answered to a profile that is made or replaced.
pub(crate) fn foretold(
    verdict: Verdict,
    handle: Option<Handle>,
    record: &RequestRecord,
    judging: &Judging<'_>,
) -> Result<Option<RecordAnswer>, Problem> {
    Ok(match (verdict, handle) {
        (Verdict::Answer(answer), _) => Some(*answer),
        (Verdict::Record(_), _) => None,
        (Verdict::Create(_), None) => Some(RecordAnswer::refused(record, RecordProblem::HandleTaken)),
        (Verdict::Create(coming), Some(handle)) => {
            let (profile, migrated) = made(&coming, handle, judging)?;
            Some(told(record, RecordOutcome::Created, profile.handle, migrated.report))
        }
        (Verdict::Replace(coming, before), _) => {
            let (profile, migrated) = replaced(&coming, &before, judging)?;
            Some(told(record, RecordOutcome::Updated, profile.handle, migrated.report))
        }
    })
}

fn told(record: &RequestRecord, outcome: RecordOutcome, handle: Handle, report: FieldReport) -> RecordAnswer {
    RecordAnswer { handle: Some(handle), report: Some(report), ..RecordAnswer::new(record, outcome) }
}

fn made(
    coming: &Coming,
    handle: Handle,
    judging: &Judging<'_>,
) -> Result<(PartnerProfile, MigratedProfile), Problem> {
    let organisation = &coming.partner.organisation;
    let standing = Standing { tier: Tier::Registered, partner_since: organisation.since, referrals_year: 0 };
    let content = coming.mapped.content.clone();
    let org = organisation.id.clone();
    let profile = PartnerProfile::moved_over(org, handle, content, standing, judging.actor, judging.now)
        .map_err(profile_refused)?;
    let migrated = noted(coming, &profile, 1, judging);
    Ok((profile, migrated))
}

fn replaced(
    coming: &Coming,
    before: &(PartnerProfile, MigratedProfile),
    judging: &Judging<'_>,
) -> Result<(PartnerProfile, MigratedProfile), Problem> {
    let mut profile = before.0.clone();
    profile.move_again(coming.mapped.content.clone(), judging.actor, judging.now).map_err(profile_refused)?;
    let migrated = noted(coming, &profile, before.1.version.saturating_add(1), judging);
    Ok((profile, migrated))
}

fn noted(coming: &Coming, profile: &PartnerProfile, version: u64, judging: &Judging<'_>) -> MigratedProfile {
    MigratedProfile {
        org: profile.org.clone(),
        run: judging.run.to_string(),
        at: judging.now,
        source: coming.source.clone(),
        report: coming.mapped.report(&profile.handle),
        reviewed: std::collections::BTreeMap::new(),
        version,
    }
}
