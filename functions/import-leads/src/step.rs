//! What a row comes to beside the lead that has its reference already, if one has.

use std::iter;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::import::{RowAnswer, RowOutcome};
use guildhall_domain::actor::Actor;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Command, EventKind, Lead, LeadField, LeadForm};

use chrono::{DateTime, Utc};

/// What is to be done about a row.
#[derive(Debug)]
pub(crate) enum Step {
    /// Nothing, since something is wrong.
    Refuse { lead: Option<LeadId>, errors: Vec<FieldError> },
    /// Nothing, since the lead says the same already.
    Leave(LeadId),
    /// A new lead.
    Create(Box<LeadForm>),
    /// A correction, which is applied to the lead already.
    Correct { after: Box<Lead>, form: Box<LeadForm>, corrected: Vec<LeadField> },
}

impl Step {
    /// What a row asks for.
    pub(crate) fn of(form: Box<LeadForm>, known: Option<Lead>, actor: &Actor, now: DateTime<Utc>) -> Self {
        match known {
            None => Self::Create(form),
            Some(lead) => Self::onto(form, lead, actor, now),
        }
    }

    /// Whether it writes anything, and so counts.
    pub(crate) fn writes(&self) -> bool {
        match self {
            Self::Create(_) | Self::Correct { .. } => true,
            Self::Refuse { .. } | Self::Leave(_) => false,
        }
    }

    /// What the row is answered, once the step is done or as if it were.
    pub(crate) fn answer(self, line: u32) -> RowAnswer {
        let row =
            |outcome, lead_id, corrected| RowAnswer { line, outcome, lead_id, corrected, errors: Vec::new() };
        match self {
            Self::Refuse { lead, errors } => RowAnswer::refused(line, lead, errors),
            Self::Leave(lead) => row(RowOutcome::Unchanged, Some(lead), Vec::new()),
            Self::Create(_) => row(RowOutcome::Created, None, Vec::new()),
            Self::Correct { after, corrected, .. } => row(RowOutcome::Updated, Some(after.id), corrected),
        }
    }

    /// The row beside the lead that it is about. What cannot be corrected must be as it was submitted; support that was
    /// asked for since is no contradiction.
    fn onto(form: Box<LeadForm>, mut lead: Lead, actor: &Actor, now: DateTime<Utc>) -> Self {
        let before = &lead.form;
        let other_product = (form.product() != before.product()).then_some("product");
        let support = [before.sales_support, lead.support];
        let other_support = (!support.contains(&form.sales_support)).then_some("sales_support");
        let fixed: Vec<_> = other_product
            .into_iter()
            .chain(other_support)
            .map(|name| FieldError::field(name, FieldCode::Fixed))
            .collect();
        if !fixed.is_empty() {
            return Self::Refuse { lead: Some(lead.id), errors: fixed };
        }
        let corrected = Box::new(LeadForm {
            reference: before.reference.clone(),
            sales_support: before.sales_support,
            inquiry: before.inquiry.clone(),
            ..(*form).clone()
        });
        if *corrected == *before {
            return Self::Leave(lead.id);
        }
        let command = Command::CorrectDetails { form: corrected, note: None, imported: true };
        match lead.apply(&command, actor, now).map(|event| event.kind) {
            Ok(EventKind::DetailsCorrected { changes, .. }) => {
                let corrected = changes.into_iter().map(|change| change.field).collect();
                Self::Correct { after: Box::new(lead), form, corrected }
            }
            Ok(_) | Err(_) => Self::Refuse {
                lead: Some(lead.id),
                errors: iter::once(FieldError::field("reference", FieldCode::LeadClosed)).collect(),
            },
        }
    }
}
