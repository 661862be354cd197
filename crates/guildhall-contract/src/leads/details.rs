//! One lead with its story.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::actor::{Actor, Side, Signature};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::{LeadId, UserId};
use guildhall_domain::lead::{
    CommandKind, Event, EventKind, Facts, Hold, InformationRequest, Lead, LeadField, Outcome, Plan, Product,
    Status, StatusChange, Support, Told,
};
use guildhall_domain::notice::Audience;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{self, Due, Estimate};
use guildhall_domain::referral::Plan as ReferralPlan;
use guildhall_domain::representative::{RepRef, Representative};
use serde::{Deserialize, Serialize};

use super::Organisation;
use crate::lead_form::LeadFormBody;
use crate::referrals::AppliedTerms;

/// A representative with how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RepresentativeContact {
    /// The representative's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: UserId,
    /// Name.
    pub name: String,
    /// Work address; `null` when they have left.
    pub email: Option<String>,
    /// Work phone; `null` when they have left.
    pub phone: Option<String>,
    /// IANA time zone; `null` when they have left.
    pub time_zone: Option<String>,
}

impl RepresentativeContact {
    /// Joins what the lead says with what the roster says.
    #[must_use]
    pub fn join(reference: &RepRef, roster: Option<&Representative>) -> Self {
        Self {
            id: reference.id.clone(),
            name: roster.map_or_else(|| reference.name.clone(), |rep| rep.name.clone()),
            email: roster.map(|rep| rep.email.clone()),
            phone: roster.map(|rep| rep.phone.clone()),
            time_zone: roster.map(|rep| rep.time_zone.clone()),
        }
    }
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimelineEntry {
    /// Place in the timeline, from 1.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Signature,
    /// From which status to which, if it moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<StatusChange>,
    /// What.
    #[serde(flatten)]
    pub event: TimelineEvent,
}

/// What happened, as far as the reader may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum TimelineEvent {
    /// All of it.
    Told(EventKind),
    /// A payout, for a reader who may not see money: without its amount.
    Untold(PayoutUntold),
}

/// A payout was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename = "payout_issued")]
pub struct PayoutUntold {}

/// What is told whole is also what is told without its amount, so this is "any of" and not the "one of" that would be
/// derived.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for TimelineEvent {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::AnyOfBuilder::new()
            .description(Some("What happened, to a reader who may or may not see money."))
            .item(utoipa::openapi::Ref::from_schema_name("EventKind"))
            .item(utoipa::openapi::Ref::from_schema_name("PayoutUntold"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for TimelineEvent {
    fn schemas(schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::schema::Schema>)>) {
        use utoipa::PartialSchema;
        schemas.push(("EventKind".to_owned(), EventKind::schema()));
        schemas.push(("PayoutUntold".to_owned(), PayoutUntold::schema()));
        <EventKind as utoipa::ToSchema>::schemas(schemas);
    }
}

impl TimelineEvent {
    /// What happened; `None` for a payout whose amount is not told.
    #[must_use]
    pub fn told(&self) -> Option<&EventKind> {
        match self {
            Self::Told(event) => Some(event),
            Self::Untold(PayoutUntold {}) => None,
        }
    }
}

impl TimelineEntry {
    /// What a reader is told who may, or may not, know what was paid.
    #[must_use]
    pub fn new(event: &Event, tells_amounts: bool) -> Self {
        let told = match &event.kind {
            EventKind::PayoutIssued { .. } if !tells_amounts => TimelineEvent::Untold(PayoutUntold {}),
            kind => TimelineEvent::Told(kind.clone()),
        };
        Self { seq: event.seq, at: event.at, by: event.by.clone(), change: event.change, event: told }
    }
}

/// What the sales team wants to know from the partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenQuestion {
    /// What the partner may change.
    pub fields: Vec<LeadField>,
    /// Why.
    pub message: Personal,
    /// Since when.
    pub asked_at: DateTime<Utc>,
}

/// What the reader's own side means to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextAction {
    /// On which day.
    pub date: NaiveDate,
    /// What.
    pub note: Option<Personal>,
    /// The name of whoever planned it.
    pub by: String,
}

/// What became of a mail about one of the lead's events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailStatus {
    /// Which event.
    pub seq: u64,
    /// Who was told: `partner`, `sender`, `representative`, `former_representative`, `managers`.
    pub audience: String,
    /// The mail's id.
    pub id: String,
    /// How far it came.
    pub delivery: Delivery,
    /// Whether somebody may decide to send it again.
    pub may_be_sent_again: bool,
}

/// One lead with everything that its reader may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadDetails {
    /// The lead's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: LeadId,
    /// Whose lead it is.
    pub organisation: Organisation,
    /// Product.
    pub product: Product,
    /// Sales support, now.
    pub support: Support,
    /// Status.
    pub status: Status,
    /// What came of it; only for POS without support.
    pub outcome: Option<Outcome>,
    /// Who works on it; `null` while nobody does.
    pub representative: Option<RepresentativeContact>,
    /// What was entered at submission.
    pub form: LeadFormBody,
    /// Terms it was filed under.
    pub terms: AppliedTerms,
    /// What the lead may come to earn under its terms at the list price, an estimate; `null` once it is decided, for whoever
    /// may not see money, and where there is nothing to estimate by.
    pub estimate: Option<Estimate>,
    /// Everything that happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// What this reader may do now: the words of the commands.
    pub allowed: Vec<CommandKind>,
    /// Somebody wants to take the award back; a second person must agree.
    pub reopen_proposed: bool,
    /// What keeps it from moving on.
    pub hold: Option<Hold>,
    /// What is promised to the partner, and by when.
    pub due: Option<Due>,
    /// The managers were told that the deadline has passed.
    pub escalated: bool,
    /// What the sales team wants to know.
    pub question: Option<OpenQuestion>,
    /// What the reader's own side means to do next.
    pub next_action: Option<NextAction>,
    /// What became of the mails that the reader's side was told by.
    pub mails: Vec<MailStatus>,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// When something last happened to it.
    pub updated_at: DateTime<Utc>,
    /// For `If-Match`.
    pub version: u64,
}

impl LeadDetails {
    /// The facts that the policy table is read with.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::new(self.product, self.support, self.status, self.outcome).held(self.hold)
    }

    /// What this reader is answered, who may, or may not, see money. What a payout came to the platform's people know
    /// anyway: they issue it.
    #[must_use]
    pub fn new(lead: &Lead, roster: Option<&Representative>, reader: &Actor, sees_money: bool) -> Self {
        let side = reader.role.side();
        let tells_amounts = sees_money || side == Side::Platform;
        Self {
            id: lead.id.clone(),
            organisation: Organisation { id: lead.id.org().clone(), name: lead.org_name.clone() },
            product: lead.product(),
            support: lead.support,
            status: lead.status,
            outcome: lead.outcome,
            representative: lead.representative.as_ref().map(|rep| RepresentativeContact::join(rep, roster)),
            form: LeadFormBody::from(&lead.form),
            terms: AppliedTerms::new(&lead.terms, lead.submitted_at()),
            estimate: estimate_of(lead).filter(|_| sees_money),
            timeline: lead.timeline.iter().map(|event| TimelineEntry::new(event, tells_amounts)).collect(),
            allowed: lead.allowed(reader),
            reopen_proposed: lead.reopen_proposal.is_some(),
            hold: lead.hold(),
            due: lead.due,
            escalated: lead.is_escalated(),
            question: lead.information.as_ref().map(OpenQuestion::from),
            next_action: lead.plans.of(side).map(NextAction::from),
            mails: lead.mails.iter().filter(|told| is_seen_by(side, told)).map(MailStatus::from).collect(),
            submitted_at: lead.submitted_at(),
            updated_at: lead.updated_at(),
            version: lead.version,
        }
    }
}

/// What an undecided lead may come to earn.
fn estimate_of(lead: &Lead) -> Option<Estimate> {
    let terms = policy::terms_by_id(&lead.terms).filter(|_| lead.facts().is_undecided())?;
    policy::estimate(terms, ReferralPlan::of_product(lead.product()))
}

/// The platform's people see what became of every mail, partners of theirs.
fn is_seen_by(side: Side, told: &Told) -> bool {
    side == Side::Platform || Audience::of_code(&told.audience).is_some_and(|is| is.side() == side)
}

impl From<&InformationRequest> for OpenQuestion {
    fn from(request: &InformationRequest) -> Self {
        Self { fields: request.fields.clone(), message: request.message.clone(), asked_at: request.asked_at }
    }
}

impl From<&Plan> for NextAction {
    fn from(plan: &Plan) -> Self {
        Self { date: plan.date, note: plan.note.clone(), by: plan.by.clone() }
    }
}

impl From<&Told> for MailStatus {
    fn from(told: &Told) -> Self {
        Self {
            seq: told.seq,
            audience: told.audience.clone(),
            id: told.mail.clone(),
            delivery: told.delivery,
            may_be_sent_again: told.delivery.may_be_sent_again(),
        }
    }
}
