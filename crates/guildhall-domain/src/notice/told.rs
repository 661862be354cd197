//! Who is told by mail of what happened to a lead, as a table.
//!
//! A row says which part somebody plays and what the mail is about. Who plays the part (an address, a language)
//! is looked up when the mail is sent, and so is whether they want it.

use super::{Audience, Topic};
use crate::actor::{Role, Side};
use crate::lead::{Event, EventKind, Lead};
use crate::representative::RepRef;

/// When a row holds, beside the kind of the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Each time.
    Always,
    /// When a lead goes from one representative to another.
    Reassigned,
    /// When somebody on the sales side did it.
    DoneBySales,
    /// When it did not come with a file of many: the file's report takes the place of mails.
    NotImported,
    /// When a colleague of whoever submitted the lead did it.
    DoneByColleague,
}

/// One row: who is told, and about what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// The part they play.
    pub audience: Audience,
    /// What the mail is about, by which it can be switched off.
    pub topic: Topic,
    /// When the row holds.
    pub when: When,
}

const fn always(audience: Audience, topic: Topic) -> Telling {
    Telling { audience, topic, when: When::Always }
}

const fn sometimes(audience: Audience, topic: Topic, when: When) -> Telling {
    Telling { audience, topic, when }
}

/// The rows of what happened.
#[must_use]
pub fn tellings(kind: &EventKind) -> &'static [Telling] {
    match kind {
        EventKind::Submitted { .. } => {
            const { &[sometimes(Audience::Partner, Topic::LeadConfirmation, When::NotImported)] }
        }
        EventKind::Assigned { .. } => {
            const {
                &[
                    sometimes(Audience::Representative, Topic::LeadAssignment, When::NotImported),
                    sometimes(Audience::FormerRepresentative, Topic::LeadAssignment, When::Reassigned),
                    sometimes(Audience::Partner, Topic::LeadProgress, When::Reassigned),
                ]
            }
        }
        EventKind::SupportRequested { .. } => {
            const {
                &[
                    always(Audience::Representative, Topic::LeadQuestion),
                    sometimes(Audience::Partner, Topic::LeadProgress, When::DoneBySales),
                ]
            }
        }
        EventKind::WorkStarted { .. }
        | EventKind::Awarded { .. }
        | EventKind::MarkedNotEligible { .. }
        | EventKind::PayoutIssued { .. }
        | EventKind::FoundIneligible { .. } => const { &[always(Audience::Partner, Topic::LeadProgress)] },
        EventKind::ReopenProposed { .. } | EventKind::Reopened { .. } => {
            const { &[always(Audience::Partner, Topic::LeadReopening)] }
        }
        EventKind::QuestionAsked { .. } => {
            const {
                &[
                    always(Audience::Representative, Topic::LeadQuestion),
                    always(Audience::Sender, Topic::LeadQuestion),
                ]
            }
        }
        EventKind::InformationRequested { .. } => {
            const { &[always(Audience::Partner, Topic::LeadInformation)] }
        }
        EventKind::InformationProvided { .. } => {
            const { &[always(Audience::Representative, Topic::LeadInformation)] }
        }
        EventKind::DetailsCorrected { .. } => {
            const { &[sometimes(Audience::Representative, Topic::LeadInformation, When::NotImported)] }
        }
        EventKind::Withdrawn { .. } => {
            const {
                &[
                    always(Audience::Representative, Topic::LeadAssignment),
                    sometimes(Audience::Partner, Topic::LeadProgress, When::DoneByColleague),
                ]
            }
        }
        EventKind::Escalated { .. } => {
            const {
                &[
                    always(Audience::Representative, Topic::Escalation),
                    always(Audience::Managers, Topic::Escalation),
                ]
            }
        }
    }
}

/// Who is told of an event of a lead. Nobody is told of what they did themselves, but for the confirmation of a
/// submission and the copy of a question, which exist for that.
pub fn told_of<'a>(lead: &'a Lead, event: &'a Event) -> impl Iterator<Item = &'static Telling> + 'a {
    tellings(&event.kind).iter().filter(move |row| row.holds(lead, event))
}

/// The representative that a part stands for in an event of a lead; `None` for every other part, and while
/// nobody has the lead.
#[must_use]
pub fn representative_told<'a>(audience: Audience, lead: &'a Lead, event: &'a Event) -> Option<&'a RepRef> {
    match (audience, &event.kind) {
        (Audience::Representative, EventKind::Assigned { representative, .. }) => Some(representative),
        (Audience::Representative, _) => lead.representative.as_ref(),
        (Audience::FormerRepresentative, EventKind::Assigned { previous, .. }) => previous.as_ref(),
        _ => None,
    }
}

/// Whether an event came with a file of many: the submission, the first routing that follows from it, a correction.
fn is_imported(lead: &Lead, event: &Event) -> bool {
    match &event.kind {
        EventKind::Submitted { imported, .. } | EventKind::DetailsCorrected { imported, .. } => *imported,
        EventKind::Assigned { previous: None, .. } => {
            event.by.role == Role::System
                && lead.timeline.first().is_some_and(|first| is_imported(lead, first))
        }
        _ => false,
    }
}

impl Telling {
    fn holds(&self, lead: &Lead, event: &Event) -> bool {
        let by = &event.by;
        let holds = match self.when {
            When::Always => true,
            When::Reassigned => matches!(event.kind, EventKind::Assigned { previous: Some(_), .. }),
            When::DoneBySales => by.role.side() == Side::Platform,
            When::NotImported => !is_imported(lead, event),
            When::DoneByColleague => by.role.side() == Side::Partner,
        };
        holds && !self.is_doer(lead, event)
    }

    /// Whether the mail would tell somebody of their own act.
    fn is_doer(&self, lead: &Lead, event: &Event) -> bool {
        let by = &event.by.id;
        match self.audience {
            Audience::Partner => {
                self.topic != Topic::LeadConfirmation
                    && lead.timeline.first().is_some_and(|submission| submission.by.id == *by)
            }
            Audience::Representative | Audience::FormerRepresentative => {
                representative_told(self.audience, lead, event).is_some_and(|rep| rep.id == *by)
            }
            Audience::Sender
            | Audience::Managers
            | Audience::Merchant
            | Audience::Reader
            | Audience::Invited
            | Audience::Owner => false,
        }
    }
}

#[cfg(test)]
mod tests;
