use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::Side;
use crate::country::Country;
use crate::ids::LeadId;
use crate::lead::{Facts, Hold, Lead, Outcome, Product, Status, Support};
use crate::policy::Due;
use crate::representative::RepRef;

/// What a list keeps of a lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadSummary {
    /// The lead's id.
    pub id: LeadId,
    /// The partner organisation's name.
    pub org_name: String,
    /// Product.
    pub product: Product,
    /// Sales support, now.
    pub support: Support,
    /// Status.
    pub status: Status,
    /// Outcome, for POS without support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<RepRef>,
    /// The contact's name.
    pub contact_name: String,
    /// The contact's address.
    pub contact_email: String,
    /// The merchant.
    pub company: String,
    /// The merchant's site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The merchant's country.
    pub country: Country,
    /// The partner's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// When something last happened to it.
    pub updated_at: DateTime<Utc>,
    /// What keeps it from moving on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<Hold>,
    /// What is promised to the partner, and by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The managers were told that this deadline has passed.
    #[serde(default)]
    pub escalated: bool,
    /// When the partner means to do something next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_plan: Option<NaiveDate>,
    /// When the sales team means to do something next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sales_plan: Option<NaiveDate>,
    /// Some mail about it did not reach its reader.
    #[serde(default)]
    pub undelivered: bool,
    /// The lead's version.
    pub version: u64,
}

impl From<&Lead> for LeadSummary {
    fn from(lead: &Lead) -> Self {
        Self {
            id: lead.id.clone(),
            org_name: lead.org_name.clone(),
            product: lead.product(),
            support: lead.support,
            status: lead.status,
            outcome: lead.outcome,
            representative: lead.representative.clone(),
            contact_name: lead.form.contact_name.as_str().to_owned(),
            contact_email: lead.form.contact_email.as_str().to_owned(),
            company: lead.form.company.clone(),
            website: lead.form.website.clone(),
            country: lead.form.country,
            reference: lead.form.reference.clone(),
            submitted_at: lead.submitted_at(),
            updated_at: lead.updated_at(),
            hold: lead.hold(),
            due: lead.due,
            escalated: lead.is_escalated(),
            partner_plan: lead.plans.partner.as_ref().map(|plan| plan.date),
            sales_plan: lead.plans.sales.as_ref().map(|plan| plan.date),
            undelivered: lead.has_undelivered_mail(),
            version: lead.version,
        }
    }
}

impl LeadSummary {
    /// The facts that the policy table is read with.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts::new(self.product, self.support, self.status, self.outcome).held(self.hold)
    }

    /// When a side means to do something next.
    #[must_use]
    pub fn plan(&self, side: Side) -> Option<NaiveDate> {
        match side {
            Side::Merchant => None,
            Side::Partner => self.partner_plan,
            Side::Platform => self.sales_plan,
        }
    }
}
