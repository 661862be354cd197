//! Leads as they are answered: a row, a page of rows, one lead with its story, a receipt.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::actor::Signature;
use guildhall_domain::ids::{LeadId, OrgId, UserId};
use guildhall_domain::lead::listing::{LeadCounts, LeadSummary};
use guildhall_domain::lead::{
    CommandKind, Event, EventKind, Facts, Lead, Outcome, Product, Status, StatusChange, Support,
};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy;
use guildhall_domain::representative::{RepRef, Representative};
use serde::{Deserialize, Serialize};

use crate::lead_form::LeadFormBody;

/// A partner organisation, as the sales team sees it beside its leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Organisation {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: OrgId,
    /// Its name.
    pub name: String,
}

/// A row of the table of leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadItem {
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
    pub representative: Option<RepRef>,
    /// The contact's name.
    pub contact_name: Personal,
    /// The contact's address.
    pub contact_email: Personal,
    /// The merchant.
    pub company: String,
    /// The merchant's site.
    pub website: Option<String>,
    /// The merchant's country.
    pub country: String,
    /// The partner's own number.
    pub reference: Option<String>,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// When something last happened to it.
    pub updated_at: DateTime<Utc>,
    /// For `If-Match`.
    pub version: u64,
}

impl LeadItem {
    /// The facts that the policy table is read with.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::new(self.product, self.support, self.status, self.outcome)
    }
}

impl From<&LeadSummary> for LeadItem {
    fn from(lead: &LeadSummary) -> Self {
        Self {
            id: lead.id.clone(),
            organisation: Organisation { id: lead.id.org().clone(), name: lead.org_name.clone() },
            product: lead.product,
            support: lead.support,
            status: lead.status,
            outcome: lead.outcome,
            representative: lead.representative.clone(),
            contact_name: Personal::new(&*lead.contact_name),
            contact_email: Personal::new(&*lead.contact_email),
            company: lead.company.clone(),
            website: lead.website.clone(),
            country: lead.country.code().to_owned(),
            reference: lead.reference.clone(),
            submitted_at: lead.submitted_at,
            updated_at: lead.updated_at,
            version: lead.version,
        }
    }
}

/// How many leads stand where, each group counted as if itself were not narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counts {
    /// Whatever the status.
    pub all: usize,
    /// Status *Submitted*.
    pub submitted: usize,
    /// Status *In progress*.
    pub in_progress: usize,
    /// Status *Awarded*.
    pub awarded: usize,
    /// Status *Not eligible*.
    pub not_eligible: usize,
    /// Outcome pending.
    pub outcome_pending: usize,
    /// Outcome paid.
    pub outcome_paid: usize,
    /// Outcome not eligible.
    pub outcome_not_eligible: usize,
}

impl Counts {
    /// The count on a status's tab.
    #[must_use]
    pub fn of_status(&self, status: Status) -> usize {
        match status {
            Status::Submitted => self.submitted,
            Status::InProgress => self.in_progress,
            Status::Awarded => self.awarded,
            Status::NotEligible => self.not_eligible,
        }
    }
}

impl From<LeadCounts> for Counts {
    fn from(counts: LeadCounts) -> Self {
        let [submitted, in_progress, awarded, not_eligible] = counts.by_status;
        let [outcome_pending, outcome_paid, outcome_not_eligible] = counts.by_outcome;
        Self {
            all: counts.all,
            submitted,
            in_progress,
            awarded,
            not_eligible,
            outcome_pending,
            outcome_paid,
            outcome_not_eligible,
        }
    }
}

/// A page of leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadPage {
    /// The rows, in order.
    pub items: Vec<LeadItem>,
    /// How many leads the filter lets through.
    pub total: usize,
    /// How many of them come before this page.
    pub offset: usize,
    /// Ask for the next page with this `cursor`.
    pub next: Option<String>,
    /// Ask for the page before with this `cursor`.
    pub previous: Option<String>,
    /// Counts for tabs and filters.
    pub counts: Counts,
    /// Everybody who works on a lead that this reader may see.
    pub representatives: Vec<RepRef>,
    /// The organisation is older than the table, so early leads may be missing: since this day the
    /// table is complete.
    pub complete_since: Option<NaiveDate>,
}

/// The answer to a submission. A repeated submission gets the very same one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadReceipt {
    /// The lead's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: LeadId,
    /// Product.
    pub product: Product,
    /// Always *Submitted*.
    pub status: Status,
    /// The merchant.
    pub company: String,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
}

impl From<&Lead> for LeadReceipt {
    fn from(lead: &Lead) -> Self {
        Self {
            id: lead.id.clone(),
            product: lead.product(),
            status: Status::Submitted,
            company: lead.form.company.clone(),
            submitted_at: lead.submitted_at(),
        }
    }
}

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
    pub event: EventKind,
}

impl From<&Event> for TimelineEntry {
    fn from(event: &Event) -> Self {
        Self {
            seq: event.seq,
            at: event.at,
            by: event.by.clone(),
            change: event.change,
            event: event.kind.clone(),
        }
    }
}

/// The terms that a lead was filed under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadTerms {
    /// The version's name.
    pub id: String,
    /// The first day it was in force.
    pub since: Option<NaiveDate>,
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
    pub terms: LeadTerms,
    /// Everything that happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// What this reader may do now: the words of the commands.
    pub allowed: Vec<CommandKind>,
    /// Somebody wants to take the award back; a second person must agree.
    pub reopen_proposed: bool,
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
        Facts::new(self.product, self.support, self.status, self.outcome)
    }

    /// What a reader with these permissions is answered.
    #[must_use]
    pub fn new(lead: &Lead, roster: Option<&Representative>, allowed: Vec<CommandKind>) -> Self {
        Self {
            id: lead.id.clone(),
            organisation: Organisation { id: lead.id.org().clone(), name: lead.org_name.clone() },
            product: lead.product(),
            support: lead.support,
            status: lead.status,
            outcome: lead.outcome,
            representative: lead.representative.as_ref().map(|rep| RepresentativeContact::join(rep, roster)),
            form: LeadFormBody::from(&lead.form),
            terms: LeadTerms {
                id: lead.terms.clone(),
                since: policy::terms_by_id(&lead.terms).map(|terms| terms.since),
            },
            timeline: lead.timeline.iter().map(TimelineEntry::from).collect(),
            allowed,
            reopen_proposed: lead.reopen_proposal.is_some(),
            submitted_at: lead.submitted_at(),
            updated_at: lead.updated_at(),
            version: lead.version,
        }
    }
}

/// The roster, for choosing a representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Roster {
    /// Everybody, by name.
    pub items: Vec<Representative>,
}
