//! Where payouts, their runs, and where they are paid stand.

use guildhall_domain::ids::OrgId;
use guildhall_domain::money::Currency;
use guildhall_domain::payout::Period;

use super::Key;

/// The partition of all payout runs.
pub const PAYOUT_RUNS: &str = "PAYOUT#RUNS";

/// The owner partition of where organisations are paid.
pub const PAYOUT_DETAILS: &str = "PAYOUT#DETAILS";

const DETAILS: &str = "DETAILS";
const PAYOUT: &str = "PAYOUT#";
const RUN: &str = "RUN#";

impl Key {
    /// What a run did about an account.
    #[must_use]
    pub fn payout(org: &OrgId, period: Period, currency: Currency) -> Self {
        Self { pk: payouts_of(org), sk: format!("{PAYOUT}{period}#{currency}") }
    }

    /// Where an organisation is paid.
    #[must_use]
    pub fn payout_details(org: &OrgId) -> Self {
        Self { pk: format!("ORG#{org}#PAYEE"), sk: DETAILS.to_owned() }
    }

    /// A run.
    #[must_use]
    pub fn payout_run(period: Period) -> Self {
        Self { pk: PAYOUT_RUNS.to_owned(), sk: format!("{RUN}{period}") }
    }
}

/// The partition of an organisation's payouts. Their sort keys are in the order of the periods.
#[must_use]
pub fn payouts_of(org: &OrgId) -> String {
    format!("ORG#{org}#PAYOUTS")
}

/// The owner partition of what a run did.
#[must_use]
pub fn payouts_in(period: Period) -> String {
    format!("PAYOUTS#{period}")
}

/// The payout that stands at a key.
pub(crate) fn payout_at(pk: &str, sk: &str) -> Option<(OrgId, Period, Currency)> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix("#PAYOUTS")?.parse().ok()?;
    let (period, currency) = sk.strip_prefix(PAYOUT)?.split_once('#')?;
    Some((org, period.parse().ok()?, currency.parse().ok()?))
}

/// The organisation whose details of payment stand at a key.
pub(crate) fn payout_details_at(pk: &str, sk: &str) -> Option<OrgId> {
    pk.strip_prefix("ORG#")?.strip_suffix("#PAYEE").filter(|_| sk == DETAILS)?.parse().ok()
}

/// The period of the run that stands at a key.
pub(crate) fn payout_run_at(pk: &str, sk: &str) -> Option<Period> {
    sk.strip_prefix(RUN).filter(|_| pk == PAYOUT_RUNS)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_payouts_is_found_at_its_key() {
        let org: OrgId = "acme".parse().unwrap();
        let period: Period = "2026-11-1".parse().unwrap();
        let key = Key::payout(&org, period, Currency::USD);
        assert_eq!(payout_at(&key.pk, &key.sk), Some((org.clone(), period, Currency::USD)));
        let key = Key::payout_details(&org);
        assert_eq!(payout_details_at(&key.pk, &key.sk), Some(org.clone()));
        assert_eq!(payout_details_at("ORG#acme#SETTINGS", &key.sk), None);
        let key = Key::payout_run(period);
        assert_eq!(payout_run_at(&key.pk, &key.sk), Some(period));
    }
}
