use chrono::{DateTime, Utc};
use guildhall_domain::ids::LeadId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::payout::Period;
use guildhall_domain::referral::ledger::{LedgerLine, LedgerSums};
use guildhall_domain::referral::{CauseKind, EntryId, LedgerKind, ReferralId};
use serde::{Deserialize, Serialize};

/// An entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LedgerItem {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: EntryId,
    /// The referral that earned it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub referral_id: ReferralId,
    /// The merchant.
    pub merchant: Option<String>,
    /// The lead, if the referral came from one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub lead_id: Option<LeadId>,
    /// What for.
    pub kind: LedgerKind,
    /// What happened.
    pub cause: CauseKind,
    /// How much, to the partner; negative takes back.
    pub amount: Money,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When it was booked.
    pub booked_at: DateTime<Utc>,
    /// The half of a month that it is paid with: `2026-11-1` or `2026-11-2`.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-11-1"))]
    pub period: Period,
    /// Whether it has been paid out.
    pub is_paid: bool,
    /// The programme's words, for a correction.
    pub reason: Option<String>,
}

impl From<&LedgerLine<'_>> for LedgerItem {
    fn from(line: &LedgerLine<'_>) -> Self {
        let entry = line.entry();
        let referral = line.referral();
        Self {
            id: entry.id,
            referral_id: entry.record.clone(),
            merchant: referral.map(|referral| referral.merchant.clone()),
            lead_id: referral.and_then(|referral| referral.lead.clone()),
            kind: entry.kind,
            cause: entry.cause.what,
            amount: entry.amount,
            occurred_at: entry.occurred_at,
            booked_at: entry.booked_at,
            period: entry.period,
            is_paid: line.is_paid,
            reason: entry.reason.clone(),
        }
    }
}

/// What the entries of one kind sum to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KindSums {
    /// The kind.
    pub kind: LedgerKind,
    /// One sum for each currency.
    pub sums: Vec<Money>,
}

impl KindSums {
    /// The sums of every kind that occurs.
    #[must_use]
    pub fn of(sums: &LedgerSums) -> Vec<Self> {
        let kinds = LedgerKind::ALL.into_iter().zip(&sums.by_kind).filter(|(_, sums)| !sums.is_empty());
        kinds.map(|(kind, sums)| Self { kind, sums: sums.iter().collect() }).collect()
    }
}

/// A page of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LedgerPage {
    /// The entries, in order.
    pub items: Vec<LedgerItem>,
    /// How many entries the filter lets through.
    pub total: usize,
    /// How many of them come before this page.
    pub offset: usize,
    /// Ask for the next page with this `cursor`.
    pub next: Option<String>,
    /// Ask for the page before with this `cursor`.
    pub previous: Option<String>,
    /// What all entries that the filter lets through sum to, one sum for each currency.
    pub totals: Vec<Money>,
    /// The same by kind.
    pub by_kind: Vec<KindSums>,
    /// The currencies that occur in the ledger, whatever the filter.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub currencies: Vec<Currency>,
    /// The periods that occur in the ledger, whatever the filter; newest first.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub periods: Vec<Period>,
}
