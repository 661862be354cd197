//! The lead itself: submitting it, and applying commands to it by the policy table.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::guards::changes_between;
use super::{
    Command, CommandKind, Event, EventKind, Facts, InformationRequest, LeadForm, Outcome, Plans, Product,
    Refusal, Status, StatusChange, Support, Told, Track,
};
use crate::actor::{Actor, Role, Side};
use crate::country::Country;
use crate::ids::{LeadId, UserId};
use crate::notice::Contact;
use crate::personal::Personal;
use crate::policy::{self, Due, Guard, Target, Transition};
use crate::representative::{RepRef, Representative};

/// The longest timeline. It keeps an item well below DynamoDB's 400 KB; the last ten places are kept
/// for the platform, so that questions can never block a decision.
pub const MAX_EVENTS: usize = 150;
const KEPT_FOR_DECISIONS: usize = 10;

/// What a submission brings.
#[derive(Debug, Clone)]
pub struct NewLead {
    /// Derived from the organisation and the idempotency key.
    pub id: LeadId,
    /// The organisation's name, for the sales team's list.
    pub org_name: String,
    /// The checked form.
    pub form: LeadForm,
    /// Whom the lead goes to, if somebody covers it.
    pub representative: Option<Representative>,
    /// Where whoever submits it gets mail.
    pub contact: Option<Contact>,
}

/// An award that somebody wants to take back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReopenProposal {
    /// Who wants to.
    pub by: UserId,
    /// Why.
    pub reason: Personal,
    /// The event in which they said so.
    pub seq: u64,
}

/// A lead with its whole story. It belongs to the organisation, not to whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Its id, which names the organisation.
    pub id: LeadId,
    /// The organisation's name at submission.
    pub org_name: String,
    /// What the partner entered.
    pub form: LeadForm,
    /// Whether the sales team sells along, now.
    pub support: Support,
    /// Where it stands.
    pub status: Status,
    /// What came of it; only for POS without support.
    pub outcome: Option<Outcome>,
    /// Whose it is.
    pub representative: Option<RepRef>,
    /// The terms it was filed under, kept for good.
    pub terms: String,
    /// An award that somebody wants to take back.
    pub reopen_proposal: Option<ReopenProposal>,
    /// Where the representative works: the days that count for promises.
    pub working_country: Option<Country>,
    /// What is promised to the partner, and by when.
    pub due: Option<Due>,
    /// The deadline that the managers were told of, if it still stands.
    pub escalated: Option<DateTime<Utc>>,
    /// What the sales team wants to know from the partner.
    pub information: Option<InformationRequest>,
    /// When the partner took it back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The people of the organisation who wrote about it, and where they get mail.
    pub correspondents: BTreeMap<UserId, Contact>,
    /// What each side means to do next. Not part of the story: it changes without an event.
    pub plans: Plans,
    /// What became of the mails about it. Changes without an event.
    pub mails: Vec<Told>,
    /// One more with every event; writes are conditional on it.
    pub version: u64,
    /// Everything that happened, oldest first.
    pub timeline: Vec<Event>,
}

impl Lead {
    /// T0. A partner submits a lead; routing follows at once.
    ///
    /// # Errors
    /// When the actor's role does not submit leads, or not for the organisation in the id.
    pub fn submit(new: NewLead, actor: &Actor, now: DateTime<Utc>) -> Result<Self, Refusal> {
        Self::begin(new, false, actor, now)
    }

    /// T0, out of a file of many: the file's report takes the place of mails.
    ///
    /// # Errors
    /// As [`Self::submit`].
    pub fn import(new: NewLead, actor: &Actor, now: DateTime<Utc>) -> Result<Self, Refusal> {
        Self::begin(new, true, actor, now)
    }

    fn begin(new: NewLead, imported: bool, actor: &Actor, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if !actor.role.submits_leads() || actor.org.as_ref() != Some(new.id.org()) {
            return Err(Refusal::NotPermitted);
        }
        let support = new.form.sales_support;
        let product = new.form.product();
        let mut lead = Self {
            id: new.id,
            org_name: new.org_name,
            support,
            status: Status::Submitted,
            outcome: (Track::of(product, support) == Track::PosNone).then_some(Outcome::Pending),
            representative: None,
            working_country: None,
            due: None,
            escalated: None,
            information: None,
            withdrawn_at: None,
            correspondents: new.contact.map(|contact| (actor.id.clone(), contact)).into_iter().collect(),
            plans: Plans::default(),
            mails: Vec::new(),
            terms: policy::terms_at(product, support, now).id.to_owned(),
            reopen_proposal: None,
            version: 0,
            timeline: Vec::new(),
            form: new.form,
        };
        let change = Some(StatusChange { from: None, to: Status::Submitted });
        lead.record(actor.signature(), now, change, EventKind::Submitted { support, imported });
        if let Some(representative) = new.representative {
            let kind = EventKind::Assigned {
                previous: None,
                representative: representative.reference(),
                note: None,
            };
            lead.working_country = Some(representative.country);
            lead.record(Actor::system().signature(), now, None, kind);
        }
        Ok(lead)
    }

    /// The product.
    #[must_use]
    pub fn product(&self) -> Product {
        self.form.product()
    }

    /// The facts that the policy table is read with.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::new(self.product(), self.support, self.status, self.outcome).held(self.hold())
    }

    /// When it was submitted.
    #[must_use]
    pub fn submitted_at(&self) -> DateTime<Utc> {
        self.timeline.first().map(|event| event.at).unwrap_or_default()
    }

    /// When something last happened to it.
    #[must_use]
    pub fn updated_at(&self) -> DateTime<Utc> {
        self.timeline.last().map(|event| event.at).unwrap_or_default()
    }

    /// L9: the own organisation, the representative, managers and administrators may read it. To
    /// everybody else it does not exist.
    #[must_use]
    pub fn is_readable_by(&self, actor: &Actor) -> bool {
        match actor.role.side() {
            Side::Merchant => false,
            Side::Partner => actor.org.as_ref() == Some(self.id.org()),
            Side::Platform => actor.role.reads_all_leads() || self.is_represented_by(&actor.id),
        }
    }

    pub(super) fn is_represented_by(&self, user: &UserId) -> bool {
        self.representative.as_ref().is_some_and(|rep| rep.id == *user)
    }

    /// What this actor may do with the lead as it stands, in the order to offer it.
    #[must_use]
    pub fn allowed(&self, actor: &Actor) -> Vec<CommandKind> {
        if !self.is_readable_by(actor) {
            return Vec::new();
        }
        CommandKind::ALL.into_iter().filter(|kind| self.is_possible(*kind, actor)).collect()
    }

    fn is_possible(&self, kind: CommandKind, actor: &Actor) -> bool {
        match self.row(kind, actor.role) {
            None => false,
            Some(row) if self.is_settled_for(row) => false,
            Some(_) if kind == CommandKind::Reopen => self.reopening(Personal::default(), actor).is_ok(),
            Some(_) => true,
        }
    }

    /// Applies a command: the event that happened, which the lead then also holds.
    ///
    /// # Errors
    /// When the policy table refuses; the lead is then as it was.
    pub fn apply(&mut self, command: &Command, actor: &Actor, now: DateTime<Utc>) -> Result<Event, Refusal> {
        let transition = self.transition(command.kind(), actor)?;
        self.check_room(command.kind())?;
        self.check_guards(transition, command, actor, now)?;
        let target = match transition.to {
            Target::Same => None,
            Target::Status(status) => Some(status),
        };
        let kind = self.event_of(command, actor)?;
        // A proposal to reopen moves nothing yet.
        let target = target.filter(|_| !matches!(kind, EventKind::ReopenProposed { .. }));
        let change = target.map(|to| StatusChange { from: Some(self.status), to });
        match command {
            Command::Assign { representative, .. } => self.working_country = Some(representative.country),
            Command::ProvideInformation { form, .. } | Command::CorrectDetails { form, .. } => {
                self.form = (**form).clone();
            }
            _ => {}
        }
        Ok(self.record(actor.signature(), now, change, kind))
    }

    /// The row of the policy table that lets this actor do this now.
    fn transition(&self, kind: CommandKind, actor: &Actor) -> Result<&'static Transition, Refusal> {
        if !self.is_readable_by(actor) || !policy::may_ever(kind, actor.role) {
            return Err(Refusal::NotPermitted);
        }
        match self.row(kind, actor.role) {
            None => Err(Refusal::InvalidTransition { allowed: self.allowed(actor) }),
            Some(row) if self.is_settled_for(row) => Err(Refusal::AlreadySettled),
            Some(row) => Ok(row),
        }
    }

    fn row(&self, kind: CommandKind, role: Role) -> Option<&'static Transition> {
        let facts = self.facts();
        policy::TRANSITIONS
            .iter()
            .find(|row| row.command == kind && row.who.contains(&role) && row.starts_from(facts))
    }

    fn is_settled_for(&self, row: &Transition) -> bool {
        row.guards.contains(&Guard::OutcomePending) && !self.holds_outcome_pending()
    }

    pub(super) fn holds_outcome_pending(&self) -> bool {
        matches!(self.outcome, None | Some(Outcome::Pending))
    }

    fn check_room(&self, kind: CommandKind) -> Result<(), Refusal> {
        let limit = match kind {
            CommandKind::AskRepresentative
            | CommandKind::Assign
            | CommandKind::RequestInformation
            | CommandKind::ProvideInformation
            | CommandKind::CorrectDetails
            | CommandKind::Escalate => MAX_EVENTS - KEPT_FOR_DECISIONS,
            _ => MAX_EVENTS,
        };
        if self.timeline.len() >= limit { Err(Refusal::TimelineFull) } else { Ok(()) }
    }

    fn event_of(&self, command: &Command, actor: &Actor) -> Result<EventKind, Refusal> {
        let kind = match command.clone() {
            Command::Assign { representative, note } => EventKind::Assigned {
                previous: self.representative.clone(),
                representative: representative.reference(),
                note,
            },
            Command::RequestSupport { message } => EventKind::SupportRequested { message },
            Command::StartWork { note } => EventKind::WorkStarted { note },
            Command::Award { note, .. } => EventKind::Awarded { note },
            Command::MarkNotEligible { reason, note } => EventKind::MarkedNotEligible { reason, note },
            Command::RecordPayout { amount } => EventKind::PayoutIssued { amount },
            Command::RecordIneligible { reason, note } => EventKind::FoundIneligible { reason, note },
            Command::Reopen { reason } => return self.reopening(reason, actor),
            Command::AskRepresentative { message } => EventKind::QuestionAsked { message },
            Command::RequestInformation { fields, message } => {
                EventKind::InformationRequested { fields, message }
            }
            Command::ProvideInformation { form, note } => {
                EventKind::InformationProvided { changes: changes_between(&self.form, &form), note }
            }
            Command::CorrectDetails { form, note, imported } => {
                let changes = changes_between(&self.form, &form);
                EventKind::DetailsCorrected { changes, note, imported }
            }
            Command::Withdraw { reason } => EventKind::Withdrawn { reason },
            Command::Escalate => match self.due {
                Some(due) => EventKind::Escalated { promise: due.promise, due_at: due.at },
                None => return Err(Refusal::Guard(Guard::PromiseBroken)),
            },
        };
        Ok(kind)
    }

    /// Two persons take an award back, since its payout is scheduled; one is enough for the rest.
    fn reopening(&self, reason: Personal, actor: &Actor) -> Result<EventKind, Refusal> {
        if self.status != Status::Awarded {
            return match actor.role {
                Role::SalesManager => Ok(EventKind::Reopened { reason }),
                _ => Err(Refusal::NotPermitted),
            };
        }
        match &self.reopen_proposal {
            Some(proposal) if proposal.by == actor.id => Err(Refusal::SecondPersonNeeded),
            Some(_) => Ok(EventKind::Reopened { reason }),
            None if actor.role == Role::SalesManager => Ok(EventKind::ReopenProposed { reason }),
            None => Err(Refusal::NotPermitted),
        }
    }

    /// Notes where somebody of the organisation gets mail about this lead.
    pub fn note_correspondent(&mut self, who: &UserId, contact: Contact) {
        self.correspondents.insert(who.clone(), contact);
    }

    /// The event that a request with this key caused already.
    #[must_use]
    pub fn event_of_request(&self, key: &str) -> Option<&Event> {
        self.timeline.iter().find(|event| event.request.as_deref() == Some(key))
    }
}
