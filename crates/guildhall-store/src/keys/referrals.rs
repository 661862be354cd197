//! Where referral records stand, and the money that came of them.

use guildhall_domain::ids::OrgId;
use guildhall_domain::money::Currency;
use guildhall_domain::referral::{EntryId, EventId, ReferralId};

use super::Key;

/// The owner partition of all accounts.
pub const ACCOUNTS: &str = "ACCOUNTS";

/// The owner partition of the platform's events that wait for their referral.
pub const WAITING_EVENTS: &str = "EVENTS#WAITING";

const EVENT: &str = "EVENT#";

impl Key {
    /// A referral record.
    #[must_use]
    pub fn referral(org: &OrgId, id: &ReferralId) -> Self {
        Self { pk: referrals_of(org), sk: format!("REFERRAL#{id}") }
    }

    /// An entry of the ledger.
    #[must_use]
    pub fn entry(org: &OrgId, id: EntryId) -> Self {
        Self { pk: ledger_of(org), sk: format!("ENTRY#{id}") }
    }

    /// An account.
    #[must_use]
    pub fn account(org: &OrgId, currency: Currency) -> Self {
        Self { pk: accounts_of(org), sk: format!("ACCOUNT#{currency}") }
    }

    /// An event of the platform about a referral. All events about one stand beside each other.
    #[must_use]
    pub fn platform_event(org: &OrgId, record: &ReferralId, event: &EventId) -> Self {
        Self { pk: events_of(org), sk: format!("{}{}", events_about(record), event.key().simple()) }
    }
}

/// The partition of an organisation's referral records.
#[must_use]
pub fn referrals_of(org: &OrgId) -> String {
    format!("ORG#{org}#REFERRALS")
}

/// The partition of an organisation's ledger.
#[must_use]
pub fn ledger_of(org: &OrgId) -> String {
    format!("ORG#{org}#LEDGER")
}

/// The partition of an organisation's accounts.
#[must_use]
pub fn accounts_of(org: &OrgId) -> String {
    format!("ORG#{org}#ACCOUNTS")
}

/// The partition of what the platform told about an organisation's referrals.
#[must_use]
pub fn events_of(org: &OrgId) -> String {
    format!("ORG#{org}#EVENTS")
}

/// What the sort keys of all events about a referral begin with.
pub(crate) fn events_about(record: &ReferralId) -> String {
    format!("{EVENT}{record}#")
}

/// The referral record that stands at a key, if the key is one of a record.
pub(crate) fn referral_at(pk: &str, sk: &str) -> Option<(OrgId, ReferralId)> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix("#REFERRALS")?.parse().ok()?;
    let id = sk.strip_prefix("REFERRAL#")?.parse().ok()?;
    Some((org, id))
}

/// The account that stands at a key, if the key is one of an account.
pub(crate) fn account_at(pk: &str, sk: &str) -> Option<(OrgId, Currency)> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix("#ACCOUNTS")?.parse().ok()?;
    let currency = sk.strip_prefix("ACCOUNT#")?.parse().ok()?;
    Some((org, currency))
}

/// The entry that stands at a key, if the key is one of an entry.
pub(crate) fn entry_at(pk: &str, sk: &str) -> Option<(OrgId, EntryId)> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix("#LEDGER")?.parse().ok()?;
    let id = sk.strip_prefix("ENTRY#")?.parse().ok()?;
    Some((org, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_found_at_its_key() {
        let org: OrgId = "acme".parse().unwrap();
        let id: ReferralId = "store:north".parse().unwrap();
        let key = Key::referral(&org, &id);
        assert_eq!(referral_at(&key.pk, &key.sk), Some((org.clone(), id)));
        let key = Key::account(&org, Currency::USD);
        assert_eq!(account_at(&key.pk, &key.sk), Some((org.clone(), Currency::USD)));
        let entry: EntryId = "0123456789abcdef0123456789abcdef".parse().unwrap();
        let key = Key::entry(&org, entry);
        assert_eq!(entry_at(&key.pk, &key.sk), Some((org, entry)));
    }

    #[test]
    fn an_event_does_not_show_its_id_and_stands_beside_the_others_about_its_referral() {
        let org: OrgId = "acme".parse().unwrap();
        let id: ReferralId = "store:north".parse().unwrap();
        let key = Key::platform_event(&org, &id, &"Anna-paid".parse().unwrap());
        assert!(!key.sk.contains("Anna"));
        assert!(key.sk.starts_with(&events_about(&id)));
        assert!(!key.sk.starts_with(&events_about(&"store:nor".parse().unwrap())));
    }
}
