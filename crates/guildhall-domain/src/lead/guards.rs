//! The conditions of the policy table, held against a lead and what is asked of it.

use chrono::{DateTime, Utc};

use super::{AwardCheck, Command, FieldChange, Lead, LeadField, LeadForm, Refusal};
use crate::actor::Actor;
use crate::personal::Personal;
use crate::policy::{Guard, Transition};

impl Lead {
    pub(super) fn check_guards(
        &self,
        transition: &Transition,
        command: &Command,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        match transition.guards.iter().find(|guard| !self.holds(**guard, command, actor, now)) {
            Some(guard) => Err(Refusal::Guard(*guard)),
            None => Ok(()),
        }
    }

    fn holds(&self, guard: Guard, command: &Command, actor: &Actor, now: DateTime<Utc>) -> bool {
        match guard {
            Guard::OutcomePending => self.holds_outcome_pending(),
            Guard::RepresentativeAssigned => self.representative.is_some(),
            Guard::RepresentativeCovers => match command {
                Command::Assign { representative, .. } => {
                    representative.covers(self.product(), self.form.country)
                }
                _ => true,
            },
            Guard::RepresentativeIsNew => match command {
                Command::Assign { representative, .. } => !self.is_represented_by(&representative.id),
                _ => true,
            },
            Guard::TermsChecked => {
                !matches!(command, Command::Award { check: AwardCheck { terms_checked: false, .. }, .. })
            }
            Guard::DealClosed => {
                !matches!(command, Command::Award { check: AwardCheck { deal_closed: false, .. }, .. })
            }
            Guard::AmountPositive => match command {
                Command::RecordPayout { amount } => amount.minor > 0,
                _ => true,
            },
            Guard::SomethingAsked => match command {
                Command::RequestInformation { fields, .. } => !fields.is_empty(),
                _ => true,
            },
            Guard::OnlyWhatWasAsked => match command {
                Command::ProvideInformation { form, note } => self.answers(form, note.as_ref()),
                _ => true,
            },
            Guard::OnlyDetails => match command {
                Command::CorrectDetails { form, .. } => {
                    !changes_between(&self.form, form).is_empty() && is_otherwise_same(&self.form, form)
                }
                _ => true,
            },
            Guard::PromiseBroken => {
                self.due.is_some_and(|due| due.is_over(now) && self.escalated != Some(due.since))
            }
            // The same person again is refused for another reason.
            Guard::PartnerTold => match &self.reopen_proposal {
                Some(proposal) if proposal.by != actor.id => self.partner_was_told(proposal.seq),
                Some(_) | None => true,
            },
        }
    }

    /// Whether a form answers what was asked: nothing else is changed, and something is said.
    fn answers(&self, form: &LeadForm, note: Option<&Personal>) -> bool {
        let changes = changes_between(&self.form, form);
        let asked = self.information.as_ref().map_or(&[][..], |request| &request.fields);
        let only_asked = changes.iter().all(|change| asked.contains(&change.field));
        only_asked && is_otherwise_same(&self.form, form) && (!changes.is_empty() || note.is_some())
    }
}

/// Which fields differ, of those that a partner may be asked about.
pub(super) fn changes_between(before: &LeadForm, after: &LeadForm) -> Vec<FieldChange> {
    let change = |field: &LeadField| {
        let (before, after) = (field.value(before), field.value(after));
        (before != after).then_some(FieldChange { field: *field, before, after })
    };
    LeadField::ALL.iter().filter_map(change).collect()
}

/// Whether what nobody may be asked about is the same.
fn is_otherwise_same(before: &LeadForm, after: &LeadForm) -> bool {
    before.product() == after.product()
        && before.reference == after.reference
        && before.sales_support == after.sales_support
        && before.consent == after.consent
        && before.inquiry == after.inquiry
}
