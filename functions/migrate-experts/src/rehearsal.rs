//! A rehearsal: what would become of records. It writes nothing at all, so anybody may rehearse at any time.

use guildhall_contract::migrations::{MIGRATION_BODY_MAX, RehearsalAnswer, read_rehearsal};
use guildhall_domain::actor::Actor;
use guildhall_domain::migration::RunId;
use guildhall_http::{Body, Problem, Request, Response, json, json_object_within};

use crate::MigrateExperts;
use crate::judge::Judging;
use crate::write::foretold;

impl MigrateExperts {
    /// Says what would become of records.
    pub(crate) async fn rehearse(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let body = json_object_within(request, MIGRATION_BODY_MAX)?;
        let wanted = read_rehearsal(&body).map_err(Problem::fields)?;
        // No run has this id.
        let run = RunId::from_chance(0);
        let judging = Judging { run, actor, now: self.clock.now(), promised: &wanted.promised };
        let verdicts = self.judge(&wanted.records, &judging).await?;
        let handles = self.allot(&verdicts, &wanted.promised).await?;
        let answers = verdicts.into_iter().zip(handles).zip(&wanted.records);
        let answers = answers.map(|((verdict, handle), record)| foretold(verdict, handle, record, &judging));
        let answers = answers.collect::<Result<Vec<_>, _>>()?;
        let records = self.with_records(answers, &wanted.records, None).await?;
        json(&RehearsalAnswer { records })
    }
}
