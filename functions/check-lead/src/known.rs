//! What the leads say of a merchant.

use guildhall_contract::clearance::OwnLead;
use guildhall_domain::clearance::makes_known;
use guildhall_domain::ids::OrgId;
use guildhall_domain::lead::listing::{LeadRow, Merchant};
use guildhall_domain::lead::{Hold, Product};

/// The most leads of one's own in an answer.
const OWN_MAX: usize = 10;

/// What is known of a merchant.
pub(crate) struct Known {
    /// The organisation's own leads, whatever became of them, oldest first.
    pub(crate) own: Vec<OwnLead>,
    /// Somebody else knows the merchant.
    pub(crate) otherwise: bool,
}

impl Known {
    /// What leads of one product, or of any, say to an organisation. Every row is looked at, whatever the ones before
    /// said.
    pub(crate) fn among<'a>(
        rows: impl Iterator<Item = &'a LeadRow>,
        merchant: &Merchant,
        product: Option<Product>,
        organisation: &OrgId,
    ) -> Self {
        let (own, others): (Vec<_>, Vec<_>) =
            merchant.leads(product, rows).into_iter().partition(|row| row.lead.id.org() == organisation);
        Self {
            own: own.into_iter().take(OWN_MAX).map(own_lead).collect(),
            otherwise: others.into_iter().any(|row| makes_known(&row.lead)),
        }
    }
}

fn own_lead(row: &LeadRow) -> OwnLead {
    OwnLead {
        id: row.lead.id.clone(),
        company: row.lead.company.clone(),
        product: row.lead.product,
        status: row.lead.status,
        withdrawn: row.lead.hold == Some(Hold::Withdrawn),
    }
}
