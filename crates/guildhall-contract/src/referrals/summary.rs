use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::audit::Month;
use guildhall_domain::money::Money;
use guildhall_domain::referral::ReferralId;
use serde::{Deserialize, Serialize};

use crate::fields::{FieldCode, FieldError};

/// The most months of revenue in one answer.
pub const MONTHS_MAX: usize = 60;

/// The months of revenue of whoever does not say which: these many, the present one last.
pub const MONTHS: usize = 12;

/// What an organisation's referrals come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReferralsSummary {
    /// Referrals that count, of all times.
    pub total: usize,
    /// Of these, referred this year (UTC).
    pub this_year: usize,
    /// Whether the partner counts as active, and for how long.
    pub activity: Activity,
    /// What was earned; `null` for whoever may not see money.
    pub revenue: Option<Revenue>,
}

/// Whether the partner counts as active: for 12 months from the last qualifying referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activity {
    /// The last qualifying referral; `null` if there was none.
    pub last: Option<Qualifying>,
    /// The last day on which the partner is active by it.
    pub active_until: Option<NaiveDate>,
    /// Whether the partner is active today (UTC).
    pub is_active: bool,
    /// How many days are left after today; 0 on the last one, `null` when inactive.
    pub days_left: Option<u32>,
}

/// A referral that keeps the partner active.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Qualifying {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: ReferralId,
    /// The merchant.
    pub merchant: String,
    /// When.
    pub referred_at: DateTime<Utc>,
}

/// What was earned: entries of the ledger, by the period that they were booked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revenue {
    /// Every month that was asked for, in order.
    pub months: Vec<MonthRevenue>,
    /// What these months sum to, one sum for each currency.
    pub totals: Vec<Money>,
    /// What this year (UTC) sums to so far.
    pub this_year: Vec<Money>,
    /// What all times sum to.
    pub all: Vec<Money>,
}

/// What was earned in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MonthRevenue {
    /// The month.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-11"))]
    pub month: Month,
    /// One sum for each currency; none for a month without entries.
    pub revenue: Vec<Money>,
}

/// Of which months a summary is wanted, both included. One that is not said follows from the other, or from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SummaryQuery {
    /// The first month.
    pub from: Option<Month>,
    /// The last month.
    pub to: Option<Month>,
}

impl SummaryQuery {
    /// The months that are meant, from a moment's view.
    ///
    /// # Errors
    /// When the first month comes after the last, or there are more than [`MONTHS_MAX`].
    pub fn months(self, now: DateTime<Utc>) -> Result<(Month, Month), Vec<FieldError>> {
        let to = self.to.unwrap_or_else(|| Month::of(now));
        let from = self.from.unwrap_or_else(|| (1..MONTHS).fold(to, |month, _| month.previous()));
        if from > to {
            return Err(vec![
                FieldError::parameter("to", FieldCode::OutOfRange).with("min", from.to_string()),
            ]);
        }
        let earliest = (1..MONTHS_MAX).fold(to, |month, _| month.previous());
        if from < earliest {
            return Err(vec![
                FieldError::parameter("from", FieldCode::OutOfRange).with("min", earliest.to_string()),
            ]);
        }
        Ok((from, to))
    }
}

/// Reads the query of the summary.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_summary_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<SummaryQuery, Vec<FieldError>> {
    let mut query = SummaryQuery::default();
    let mut errors = Vec::new();
    for (name, value) in pairs {
        let wanted = match name {
            "from" => &mut query.from,
            "to" => &mut query.to,
            _ => {
                errors.push(crate::query::unknown(name));
                continue;
            }
        };
        match value.parse() {
            Ok(month) => *wanted = Some(month),
            Err(_) => errors.push(FieldError::parameter(name, FieldCode::DateInvalid)),
        }
    }
    if errors.is_empty() { Ok(query) } else { Err(errors) }
}

/// Writes a query so that [`read_summary_query`] reads the same.
#[must_use]
pub fn write_summary_query(query: &SummaryQuery) -> Vec<(&'static str, String)> {
    let months = [("from", query.from), ("to", query.to)];
    months.into_iter().filter_map(|(name, month)| Some((name, month?.to_string()))).collect()
}
