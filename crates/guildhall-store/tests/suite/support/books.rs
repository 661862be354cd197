//! The books of an organisation: records, ledger and accounts, as they stand in the table.

use std::collections::BTreeMap;

use guildhall_domain::ids::OrgId;
use guildhall_domain::payout::Period;
use guildhall_domain::referral::ledger::LedgerRow;
use guildhall_domain::referral::listing::ReferralRow;
use guildhall_domain::referral::{LedgerEntry, ReferralId, Sums};
use guildhall_store::{Ledger, Views};

use super::Bench;

impl Bench {
    /// The ledger in the order in which it was booked.
    pub(crate) async fn ledger(&self, org: &OrgId) -> Vec<LedgerEntry> {
        let views = Views::<LedgerRow>::new(self.table.clone(), usize::MAX);
        let snapshot = views.read(org).await.unwrap();
        let mut entries: Vec<_> = snapshot.iter().map(|row| row.entry.clone()).collect();
        entries.sort_by_key(|entry| (entry.booked_at, entry.id));
        entries
    }

    /// Entries, records and accounts come to the same sums.
    pub(crate) async fn assert_books_agree(&self, org: &OrgId) {
        let entries = self.ledger(org).await;
        let mut by_record: BTreeMap<ReferralId, Sums> = BTreeMap::new();
        let mut by_period: BTreeMap<(&str, Period), i64> = BTreeMap::new();
        for entry in &entries {
            by_record.entry(entry.record.clone()).or_default().add(entry.amount).unwrap();
            *by_period.entry((entry.amount.currency.code(), entry.period)).or_default() += entry.amount.minor;
        }
        let views = Views::<ReferralRow>::new(self.table.clone(), usize::MAX);
        for row in views.read(org).await.unwrap().iter() {
            let booked = by_record.remove(&row.referral.id).unwrap_or_default();
            assert_eq!(booked, row.referral.revenue, "{}", row.referral.id);
        }
        assert!(by_record.is_empty(), "entries without a record: {by_record:?}");
        let accounts = Ledger::new(self.table.clone()).accounts_of(org).await.unwrap();
        let sums = accounts.iter().flat_map(|account| {
            account.sums.iter().map(|(period, minor)| ((account.currency.code(), *period), *minor))
        });
        assert_eq!(sums.collect::<BTreeMap<_, _>>(), by_period);
        let all: Vec<_> = Ledger::new(self.table.clone()).accounts().await.unwrap();
        assert_eq!(all.iter().filter(|account| account.org == *org).cloned().collect::<Vec<_>>(), accounts);
    }
}
