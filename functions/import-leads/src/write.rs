//! Doing what a row asks for: one conditional write, whoever else writes about the same lead meanwhile.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::import::{RowAnswer, RowOutcome};
use guildhall_domain::actor::Actor;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Lead, LeadForm, NewLead};
use guildhall_domain::notice::Contact;
use guildhall_domain::representative::{Representative, route};
use guildhall_domain::text::fold;
use guildhall_http::{OrFail, Organisation, Problem, ProblemCode, content_hash, refused};
use guildhall_store::{Commit, Created};

use crate::ImportLeads;
use crate::step::Step;

/// How often a row is looked at again when somebody else writes about the same lead.
const TRIES: u32 = 4;

/// For whom rows are written.
pub(crate) struct Import<'a> {
    pub(crate) actor: &'a Actor,
    pub(crate) organisation: &'a Organisation,
    pub(crate) contact: Option<Contact>,
    pub(crate) roster: &'a [Representative],
}

/// How a write ended.
enum Ended {
    /// With this answer.
    Answer(RowAnswer),
    /// Somebody was faster: this is what stands there now.
    Again(Box<LeadForm>, Option<Box<Lead>>),
}

impl ImportLeads {
    /// Does a step, and says what became of the row.
    pub(crate) async fn work(
        &self,
        import: &Import<'_>,
        line: u32,
        step: Step,
    ) -> Result<RowAnswer, Problem> {
        let mut step = step;
        for _ in 0..TRIES {
            let ended = match step {
                Step::Create(form) => self.create(import, line, form).await?,
                Step::Correct { after, form, corrected } => {
                    let answer = RowAnswer {
                        line,
                        outcome: RowOutcome::Updated,
                        lead_id: Some(after.id.clone()),
                        corrected,
                        errors: Vec::new(),
                    };
                    self.correct(import, answer, *after, form).await?
                }
                Step::Refuse { .. } | Step::Leave(_) => return Ok(step.answer(line)),
            };
            match ended {
                Ended::Answer(answer) => return Ok(answer),
                Ended::Again(form, known) => {
                    step = Step::of(form, known.map(|known| *known), import.actor, self.clock.now());
                }
            }
        }
        Err(Problem { retry_after: Some(1), ..Problem::new(ProblemCode::Unavailable) })
    }

    async fn create(&self, import: &Import<'_>, line: u32, form: Box<LeadForm>) -> Result<Ended, Problem> {
        let org = &import.organisation.id;
        let reference = form.reference.clone().unwrap_or_default();
        // A space is in no idempotency key, so no submission has the same id.
        let id = LeadId::derive(org, &format!("import {}", fold(&reference)));
        let request_hash = content_hash(&form)?;
        let new = NewLead {
            representative: route(import.roster, form.product(), form.country, &id).cloned(),
            id,
            org_name: import.organisation.name.clone(),
            form: (*form).clone(),
            contact: import.contact.clone(),
        };
        let lead = Lead::import(new, import.actor, self.clock.now()).map_err(refused)?;
        let row = |outcome, lead_id| RowAnswer {
            line,
            outcome,
            lead_id: Some(lead_id),
            corrected: Vec::new(),
            errors: Vec::new(),
        };
        let erased = FieldError::field("reference", FieldCode::ReferenceErased);
        match self.leads.create(&lead, &request_hash).await.or_fail()? {
            Created::New => Ok(Ended::Answer(row(RowOutcome::Created, lead.id))),
            Created::Replay(first) => Ok(Ended::Again(form, Some(first))),
            Created::ReferenceTaken(_) => Ok(Ended::Again(form, self.known(org, &reference).await?)),
            Created::KeyReused => match self.known(org, &reference).await? {
                Some(known) => Ok(Ended::Again(form, Some(known))),
                // The place is used and the reference is free: that is what an erased lead leaves.
                None => Ok(Ended::Answer(RowAnswer::refused(line, None, vec![erased]))),
            },
            // A row names no inquiry.
            Created::InquiryUsed(_) => Err(Problem::new(ProblemCode::Internal)),
        }
    }

    async fn correct(
        &self,
        import: &Import<'_>,
        answer: RowAnswer,
        mut after: Lead,
        form: Box<LeadForm>,
    ) -> Result<Ended, Problem> {
        if let Some(contact) = &import.contact {
            after.note_correspondent(&import.actor.id, contact.clone());
        }
        match self.leads.commit(&after).await.or_fail()? {
            Commit::Done => Ok(Ended::Answer(answer)),
            Commit::Conflict(current) => Ok(Ended::Again(form, current)),
        }
    }

    async fn known(
        &self,
        org: &guildhall_domain::ids::OrgId,
        reference: &str,
    ) -> Result<Option<Box<Lead>>, Problem> {
        let known = self.leads.referenced(org, &[reference]).await.or_fail()?;
        Ok(known.into_iter().flatten().next().map(Box::new))
    }
}
