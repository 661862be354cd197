//! A row of the table of leads, and a page of rows.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::actor::Side;
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::listing::{LeadCounts, LeadSummary, Queue};
use guildhall_domain::lead::{Facts, Hold, Outcome, Product, Status, Support};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Due;
use guildhall_domain::representative::RepRef;
use serde::{Deserialize, Serialize};

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
    /// What keeps it from moving on.
    pub hold: Option<Hold>,
    /// What is promised to the partner, and by when.
    pub due: Option<Due>,
    /// The managers were told that the deadline has passed.
    pub escalated: bool,
    /// When the reader's own side means to do something next.
    pub next_action: Option<NaiveDate>,
    /// Some mail about it did not reach its reader.
    pub undelivered: bool,
    /// For `If-Match`.
    pub version: u64,
}

impl LeadItem {
    /// The facts that the policy table is read with.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::new(self.product, self.support, self.status, self.outcome).held(self.hold)
    }

    /// What a reader on this side is answered.
    #[must_use]
    pub fn new(lead: &LeadSummary, side: Side) -> Self {
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
            hold: lead.hold,
            due: lead.due,
            escalated: lead.escalated,
            next_action: lead.plan(side),
            undelivered: lead.undelivered,
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
    /// Undecided and the reader's own.
    pub mine: usize,
    /// Undecided and nobody's.
    pub unassigned: usize,
    /// What was promised is late.
    pub overdue: usize,
    /// The partner was asked for more information.
    pub waiting_for_partner: usize,
    /// The reader's side meant to do something by today.
    pub follow_up: usize,
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

    /// The count on a pile's tab.
    #[must_use]
    pub fn of_queue(&self, queue: Queue) -> usize {
        match queue {
            Queue::Mine => self.mine,
            Queue::Unassigned => self.unassigned,
            Queue::Overdue => self.overdue,
            Queue::WaitingForPartner => self.waiting_for_partner,
            Queue::FollowUp => self.follow_up,
        }
    }
}

impl From<LeadCounts> for Counts {
    fn from(counts: LeadCounts) -> Self {
        let [submitted, in_progress, awarded, not_eligible] = counts.by_status;
        let [outcome_pending, outcome_paid, outcome_not_eligible] = counts.by_outcome;
        let [mine, unassigned, overdue, waiting_for_partner, follow_up] = counts.by_queue;
        Self {
            all: counts.all,
            submitted,
            in_progress,
            awarded,
            not_eligible,
            outcome_pending,
            outcome_paid,
            outcome_not_eligible,
            mine,
            unassigned,
            overdue,
            waiting_for_partner,
            follow_up,
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

/// Leads about the same merchant and product that the reader may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarLeads {
    /// Oldest first; 50 at most.
    pub items: Vec<LeadItem>,
    /// How many there are.
    pub total: usize,
}
