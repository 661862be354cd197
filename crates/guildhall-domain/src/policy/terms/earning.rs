//! What terms come to in money: for a payment that was made, and for one that is only expected.

use serde::{Deserialize, Serialize};

use super::{FeeBase, Grant, Terms};
use crate::money::{Currency, Money, MoneyError};
use crate::referral::Plan;

/// What a merchant paid for a plan and a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fees {
    /// The plan's fee before discounts and credits.
    pub base: Money,
    /// What was billed, after them.
    pub billed: Money,
}

impl Terms {
    /// What one payment earns: a share, if the terms grant one and the plan is one that earns. A bonus is
    /// for the referral and not for a payment.
    ///
    /// The amount follows from the payment and the terms alone, so it is the same whenever it is
    /// worked out, and a refund of the same fees takes back exactly what the payment gave.
    ///
    /// # Errors
    /// When the amount is out of range, which no share up to the whole can be.
    pub fn earned(&self, fees: Fees, plan: Plan) -> Result<Option<Money>, MoneyError> {
        let Grant::Share { basis_points, of } = self.grant else { return Ok(None) };
        if !earns_share(plan) {
            return Ok(None);
        }
        let fee = match of {
            FeeBase::Base => fees.base,
            FeeBase::Billed => fees.billed,
        };
        share(fee, basis_points).map(Some)
    }
}

/// Whether a plan's fee is a platform fee, which shares are of.
fn earns_share(plan: Plan) -> bool {
    match plan {
        Plan::Basic | Plan::Standard | Plan::Advanced | Plan::Plus => true,
        Plan::Starter | Plan::PosPro => false,
    }
}

/// A share, rounded half away from zero, so that of `-x` it is exactly minus that of `x`.
fn share(fee: Money, basis_points: u16) -> Result<Money, MoneyError> {
    const WHOLE: i128 = 10_000;
    let exact = i128::from(fee.minor) * i128::from(basis_points);
    let rounded = (exact + exact.signum() * (WHOLE / 2)) / WHOLE;
    let minor = i64::try_from(rounded).map_err(|_| MoneyError::Range)?;
    Ok(Money { minor, currency: fee.currency })
}

/// What a plan costs a merchant a month who has no discount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListPrice {
    /// The plan.
    pub plan: Plan,
    /// A month of it.
    pub monthly: Money,
}

const fn dollars(amount: i64) -> Money {
    Money { minor: amount * 100, currency: Currency::USD }
}

/// The list prices, by which estimates are made.
pub static LIST_PRICES: &[ListPrice] = &[
    ListPrice { plan: Plan::Basic, monthly: dollars(39) },
    ListPrice { plan: Plan::Standard, monthly: dollars(105) },
    ListPrice { plan: Plan::Advanced, monthly: dollars(399) },
    ListPrice { plan: Plan::Plus, monthly: dollars(2_300) },
    ListPrice { plan: Plan::PosPro, monthly: dollars(89) },
];

/// What a plan costs a month, if it has a list price.
#[must_use]
pub fn list_price(plan: Plan) -> Option<Money> {
    LIST_PRICES.iter().find(|price| price.plan == plan).map(|price| price.monthly)
}

/// How often something is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Rhythm {
    /// With each month that the merchant pays for.
    Monthly,
    /// Once.
    Once,
}

/// What a referral may come to earn. An estimate and no promise: merchants have discounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Estimate {
    /// How much.
    pub amount: Money,
    /// How often.
    pub rhythm: Rhythm,
}

/// What a merchant on this plan would earn the partner under these terms; for a share, at the list
/// price. `None` when the plan earns nothing or has no list price.
#[must_use]
pub fn estimate(terms: &Terms, plan: Plan) -> Option<Estimate> {
    match terms.grant {
        Grant::Bonus(amount) => Some(Estimate { amount, rhythm: Rhythm::Once }),
        Grant::Share { .. } => {
            let price = list_price(plan)?;
            let amount = terms.earned(Fees { base: price, billed: price }, plan).ok().flatten()?;
            Some(Estimate { amount, rhythm: Rhythm::Monthly })
        }
    }
}
