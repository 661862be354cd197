//! Takes a file of leads, piece by piece: each row becomes a lead, corrects the one that has its reference, or is refused
//! with what is wrong with it. The same piece again changes nothing, so whoever loses the connection sends it again.

mod step;
mod write;

use std::sync::Arc;

use futures::{StreamExt, TryStreamExt, stream};
use guildhall_contract::import::{
    IMPORT_BODY_MAX, ImportAnswer, ImportRequest, RequestRow, RowAnswer, read_import,
};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::OrgId;
use guildhall_domain::lead::ROWS_A_DAY;
use guildhall_domain::notice::Contact;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller, json,
    json_object_within, language, too_many,
};
use guildhall_store::{Leads, Limits, RosterCache, Table, TakenMany};

use step::Step;
use write::Import;

/// How many rows are written at once.
const PARALLEL: usize = 8;

/// Takes files of leads.
pub struct ImportLeads {
    leads: Leads,
    limits: Limits,
    roster: RosterCache,
    clock: Arc<dyn Clock>,
}

impl ImportLeads {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self {
            leads: Leads::new(table.clone()),
            limits: Limits::new(table.clone()),
            roster: RosterCache::new(table),
            clock,
        }
    }

    /// What is to be done about each row, by its line.
    async fn steps(
        &self,
        rows: Vec<RequestRow>,
        caller: &Caller,
        org: &OrgId,
    ) -> Result<Vec<(u32, Step)>, Problem> {
        let forms = rows.iter().filter_map(|row| row.form.as_ref().ok());
        let references: Vec<_> = forms.filter_map(|form| form.reference.as_deref()).collect();
        let known = self.leads.referenced(org, &references).await.or_fail()?;
        let mut known = known.into_iter();
        let now = self.clock.now();
        let step = |row: RequestRow| {
            let step = match row.form {
                Err(errors) => Step::Refuse { lead: None, errors },
                // One reference stood in the question for each good row, in the same order.
                Ok(form) => Step::of(form, known.next().flatten(), &caller.actor, now),
            };
            (row.line, step)
        };
        Ok(rows.into_iter().map(step).collect())
    }

    /// Takes as many out of the organisation's allowance as there are rows to write.
    async fn count(&self, org: &OrgId, steps: &[(u32, Step)]) -> Result<(), Problem> {
        let many = steps.iter().filter(|(_, step)| step.writes()).count();
        if many == 0 {
            return Ok(());
        }
        let many = i64::try_from(many).unwrap_or(i64::MAX);
        match self.limits.take_many(ROWS_A_DAY, org.as_str(), many).await.or_fail()? {
            TakenMany::Done => Ok(()),
            TakenMany::Empty { retry_after } => Err(too_many(retry_after)),
        }
    }

    async fn write(&self, steps: Vec<(u32, Step)>, import: &Import<'_>) -> Result<Vec<RowAnswer>, Problem> {
        stream::iter(steps)
            .map(|(line, step)| self.work(import, line, step))
            .buffered(PARALLEL)
            .try_collect()
            .await
    }
}

impl Handler for ImportLeads {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation = may_import(&caller)?;
        let body = json_object_within(&request, IMPORT_BODY_MAX)?;
        let ImportRequest { dry_run, rows } = read_import(&body).map_err(Problem::fields)?;
        let steps = self.steps(rows, &caller, &organisation.id).await?;
        if dry_run {
            let rows = steps.into_iter().map(|(line, step)| step.answer(line)).collect();
            return json(&ImportAnswer { dry_run, rows });
        }
        self.count(&organisation.id, &steps).await?;
        let roster = self.roster.get().await.or_fail()?;
        let contact = caller.email.clone().map(|email| Contact { email, language: language(&request) });
        let import = Import { actor: &caller.actor, organisation, contact, roster: &roster };
        let rows = self.write(steps, &import).await?;
        json(&ImportAnswer { dry_run, rows })
    }
}

fn may_import(caller: &Caller) -> Result<&Organisation, Problem> {
    let organisation = caller.organisation.as_ref().filter(|_| caller.actor.role.submits_leads());
    let organisation = organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
    caller.check_standing()?;
    Ok(organisation)
}
