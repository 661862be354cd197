//! What is paid, and what is kept back and why.

use serde::{Deserialize, Serialize};

use crate::money::{Currency, Money};
use crate::organisation::OrgStanding;

/// The least that is paid out, in minor units, set by the programme for each currency. Nothing is converted: less than
/// that waits in its own currency.
pub const MINIMUMS: &[(&str, i64)] = &[
    ("AUD", 40_00),
    ("CAD", 35_00),
    ("DKK", 17_500),
    ("EUR", 25_00),
    ("GBP", 20_00),
    ("JPY", 4_000),
    ("NOK", 27_500),
    ("SEK", 27_500),
    ("SGD", 35_00),
    ("USD", 25_00),
    ("VND", 600_000),
];

/// The least that is paid out in a currency.
#[must_use]
pub fn minimum(currency: Currency) -> Money {
    let found = MINIMUMS.iter().find(|(code, _)| *code == currency.code());
    // A test holds that every currency is in the table; one that were not would be paid from the smallest amount on.
    Money { minor: found.map_or(1, |(_, minor)| *minor), currency }
}

/// Why a payout was kept back. What is kept back stays in the account and comes with the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HeldReason {
    /// It is less than the least that is paid out, or more was taken back than earned.
    BelowMinimum,
    /// Nobody has said where to pay.
    DetailsMissing,
    /// The programme has suspended the organisation.
    Suspended,
}

impl HeldReason {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::BelowMinimum, Self::DetailsMissing, Self::Suspended];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BelowMinimum => "below_minimum",
            Self::DetailsMissing => "details_missing",
            Self::Suspended => "suspended",
        }
    }
}

/// What a run does about what an account has to get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was earned and nothing taken back: there is nothing to say.
    Nothing,
    /// It is paid.
    Pay,
    /// It is kept back.
    Hold(HeldReason),
}

impl Verdict {
    /// Judges an amount. Who is suspended is told so before anything else, and details are asked of nobody who
    /// would get nothing anyway.
    #[must_use]
    pub fn of(payable: Money, standing: OrgStanding, has_details: bool) -> Self {
        if payable.minor == 0 {
            return Self::Nothing;
        }
        if standing == OrgStanding::Suspended {
            return Self::Hold(HeldReason::Suspended);
        }
        if payable.minor < minimum(payable.currency).minor {
            return Self::Hold(HeldReason::BelowMinimum);
        }
        if has_details { Self::Pay } else { Self::Hold(HeldReason::DetailsMissing) }
    }

    /// Why it is kept back, if it is.
    #[must_use]
    pub fn held(self) -> Option<HeldReason> {
        match self {
            Self::Hold(reason) => Some(reason),
            Self::Pay | Self::Nothing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::money::PAYOUT_CURRENCIES;

    #[test]
    fn every_currency_has_its_own_minimum() {
        let named: Vec<_> = MINIMUMS.iter().map(|(code, _)| *code).collect();
        assert_eq!(named, PAYOUT_CURRENCIES);
        assert!(MINIMUMS.iter().all(|(_, minor)| *minor > 0));
        assert_eq!(minimum(Currency::USD), Money { minor: 25_00, currency: Currency::USD });
    }

    #[rstest]
    #[case(25_00, OrgStanding::Good, true, Verdict::Pay)]
    #[case(24_99, OrgStanding::Good, true, Verdict::Hold(HeldReason::BelowMinimum))]
    #[case(24_99, OrgStanding::Good, false, Verdict::Hold(HeldReason::BelowMinimum))]
    #[case(25_00, OrgStanding::Good, false, Verdict::Hold(HeldReason::DetailsMissing))]
    #[case(25_00, OrgStanding::Suspended, true, Verdict::Hold(HeldReason::Suspended))]
    #[case(-1, OrgStanding::Good, true, Verdict::Hold(HeldReason::BelowMinimum))]
    #[case(0, OrgStanding::Suspended, false, Verdict::Nothing)]
    fn what_is_payable_is_paid_from_the_minimum_on(
        #[case] minor: i64,
        #[case] standing: OrgStanding,
        #[case] has_details: bool,
        #[case] verdict: Verdict,
    ) {
        let payable = Money { minor, currency: Currency::USD };
        assert_eq!(Verdict::of(payable, standing, has_details), verdict);
    }
}
