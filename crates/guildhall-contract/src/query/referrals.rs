//! The queries of the referral history and of the ledger.

use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::money::PAYOUT_CURRENCIES;
use guildhall_domain::referral::history::{HistoryColumn, HistoryFilter};
use guildhall_domain::referral::ledger::{LedgerColumn, LedgerFilter};
use guildhall_domain::referral::{LedgerKind, Plan, ReferralState};

use super::{ListColumn, ListQuery, choices, day, ids, join, join_ids, search};
use crate::fields::{FieldCode, FieldError};

/// Which referrals, in which order, which page.
pub type ReferralQuery = ListQuery<HistoryFilter, HistoryColumn>;

/// Which entries of the ledger, in which order, which page.
pub type LedgerQuery = ListQuery<LedgerFilter, LedgerColumn>;

/// Newest referral first.
pub const REFERRAL_ORDER: Order<HistoryColumn> =
    Order { column: HistoryColumn::ReferredAt, direction: Direction::Desc };

/// Newest entry first.
pub const LEDGER_ORDER: Order<LedgerColumn> =
    Order { column: LedgerColumn::BookedAt, direction: Direction::Desc };

impl ListColumn for HistoryColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = REFERRAL_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

impl ListColumn for LedgerColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = LEDGER_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// The states that the history can be narrowed to: it shows no reversed referral.
pub const HISTORY_STATES: [ReferralState; 3] =
    [ReferralState::Awaiting, ReferralState::Scheduled, ReferralState::Paid];

/// Reads the query of the referral history.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_referral_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<ReferralQuery, Vec<FieldError>> {
    ReferralQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "source" => ids(name, value).map(|found| filter.sources = found),
            "state" => {
                choices(name, value, &HISTORY_STATES, ReferralState::code).map(|found| filter.states = found)
            }
            "plan" => choices(name, value, &Plan::ALL, Plan::code).map(|found| filter.plans = found),
            "referred_from" => day(name, value).map(|found| filter.referred_from = found),
            "referred_to" => day(name, value).map(|found| filter.referred_to = found),
            "q" => search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_referral_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_referral_query(query: &ReferralQuery) -> Vec<(&'static str, String)> {
    let filter = &query.filter;
    query.write(vec![
        ("q", filter.search.clone()),
        ("state", join(&filter.states, ReferralState::code)),
        ("source", join_ids(&filter.sources)),
        ("plan", join(&filter.plans, Plan::code)),
        ("referred_from", filter.referred_from.map(|day| day.to_string()).unwrap_or_default()),
        ("referred_to", filter.referred_to.map(|day| day.to_string()).unwrap_or_default()),
    ])
}

/// Reads the query of the ledger.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_ledger_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<LedgerQuery, Vec<FieldError>> {
    LedgerQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "kind" => {
                choices(name, value, &LedgerKind::ALL, LedgerKind::code).map(|found| filter.kinds = found)
            }
            "period" => ids(name, value).map(|found| filter.periods = found),
            "currency" => {
                ids(name, value).map(|found| filter.currencies = found).map_err(|error| match error.code {
                    FieldCode::IdInvalid => FieldError::parameter(name, FieldCode::ChoiceUnknown)
                        .with("allowed", PAYOUT_CURRENCIES.join(", ")),
                    _ => error,
                })
            }
            "record" => match value {
                "" => {
                    let _: () = filter.record = None;
                    Ok(())
                }
                id => id
                    .parse()
                    .map(|id| filter.record = Some(id))
                    .map_err(|_| FieldError::parameter(name, FieldCode::IdInvalid)),
            },
            "q" => search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_ledger_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_ledger_query(query: &LedgerQuery) -> Vec<(&'static str, String)> {
    let filter = &query.filter;
    query.write(vec![
        ("q", filter.search.clone()),
        ("kind", join(&filter.kinds, LedgerKind::code)),
        ("period", join_ids(&filter.periods)),
        ("currency", join_ids(&filter.currencies)),
        ("record", filter.record.as_ref().map(ToString::to_string).unwrap_or_default()),
    ])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_query_of_the_history_reads_back_as_written() {
        let query = ReferralQuery {
            filter: HistoryFilter {
                sources: vec!["plus_lead".parse().unwrap(), "markets_pro".parse().unwrap()],
                states: vec![ReferralState::Awaiting, ReferralState::Paid],
                plans: vec![Plan::Basic],
                referred_from: NaiveDate::from_ymd_opt(2026, 1, 31),
                referred_to: NaiveDate::from_ymd_opt(2026, 2, 1),
                search: "harbour".to_owned(),
            },
            order: Order { column: HistoryColumn::Revenue, direction: Direction::Asc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_referral_query(&query);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_referral_query(pairs), Ok(query));
        assert!(write_referral_query(&ReferralQuery::default()).is_empty());
    }

    #[test]
    fn a_query_of_the_ledger_reads_back_as_written() {
        let query = LedgerQuery {
            filter: LedgerFilter {
                kinds: vec![LedgerKind::Adjustment],
                periods: vec!["2026-11-1".parse().unwrap(), "2026-11-2".parse().unwrap()],
                currencies: vec!["SEK".parse().unwrap()],
                record: Some("store:harbour-coffee".parse().unwrap()),
                search: "refund".to_owned(),
            },
            order: Order { column: LedgerColumn::Amount, direction: Direction::Asc },
            limit: 100,
            cursor: None,
        };
        let written = write_ledger_query(&query);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_ledger_query(pairs), Ok(query));
        assert!(write_ledger_query(&LedgerQuery::default()).is_empty());
    }

    #[rstest]
    #[case("state", "reversed", FieldCode::ChoiceUnknown)]
    #[case("source", "Plus lead", FieldCode::IdInvalid)]
    #[case("plan", "gold", FieldCode::ChoiceUnknown)]
    #[case("referred_to", "1/2/2026", FieldCode::DateInvalid)]
    #[case("sort", "amount", FieldCode::ChoiceUnknown)]
    #[case("kind", "bonus", FieldCode::Unknown)]
    fn a_wrong_parameter_of_the_history_is_named(
        #[case] name: &str,
        #[case] value: &str,
        #[case] code: FieldCode,
    ) {
        let errors = read_referral_query([(name, value)]).unwrap_err();
        assert_eq!((errors[0].parameter.as_deref(), errors[0].code), (Some(name), code));
    }

    #[rstest]
    #[case("kind", "gift", FieldCode::ChoiceUnknown)]
    #[case("period", "2026-11", FieldCode::IdInvalid)]
    #[case("currency", "XXX", FieldCode::ChoiceUnknown)]
    #[case("record", "harbour", FieldCode::IdInvalid)]
    #[case("sort", "revenue", FieldCode::ChoiceUnknown)]
    fn a_wrong_parameter_of_the_ledger_is_named(
        #[case] name: &str,
        #[case] value: &str,
        #[case] code: FieldCode,
    ) {
        let errors = read_ledger_query([(name, value)]).unwrap_err();
        assert_eq!((errors[0].parameter.as_deref(), errors[0].code), (Some(name), code));
    }
}
