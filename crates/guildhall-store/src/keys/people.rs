//! Where the items about people's mail live.

use guildhall_domain::ids::{OrgId, UserId};
use guildhall_domain::money::Currency;
use guildhall_domain::notice::Week;
use guildhall_domain::payout::Period;
use guildhall_domain::webhook::HookId;

use super::Key;

/// The owner partition of everybody who said what they want by mail.
pub const PEOPLE: &str = "PEOPLE";

const PERSON: &str = "PERSON#";
const SETTINGS: &str = "SETTINGS";
const MAIL: &str = "MAIL";
const DIGEST: &str = "DIGEST#";
const PAYOUT: &str = "PAYOUT#";
const WEBHOOK: &str = "WEBHOOK#";

impl Key {
    /// What a person wants by mail.
    #[must_use]
    pub fn person(id: &UserId) -> Self {
        Self { pk: format!("{PERSON}{id}"), sk: SETTINGS.to_owned() }
    }

    /// A person's summary of a week.
    #[must_use]
    pub fn digest(reader: &UserId, week: Week) -> Self {
        Self { pk: format!("{PERSON}{reader}"), sk: format!("{DIGEST}{week}") }
    }

    /// What tells an owner of a payout. Nothing stands there: a mail has its id from it, and goes with its reader
    /// when they are erased.
    #[must_use]
    pub fn payout_notice(reader: &UserId, org: &OrgId, period: Period, currency: Currency) -> Self {
        Self { pk: format!("{PERSON}{reader}"), sk: format!("{PAYOUT}{org}#{period}#{currency}") }
    }

    /// What tells an owner that an endpoint was switched off. Nothing stands there either.
    #[must_use]
    pub fn hook_notice(reader: &UserId, org: &OrgId, hook: HookId) -> Self {
        Self { pk: format!("{PERSON}{reader}"), sk: format!("{WEBHOOK}{org}#{hook}") }
    }

    /// Where an organisation gets mail about its leads.
    #[must_use]
    pub fn lead_mail(org: &OrgId) -> Self {
        Self { pk: format!("ORG#{org}#SETTINGS"), sk: MAIL.to_owned() }
    }
}

/// Whose settings and summaries stand in a partition.
pub(crate) fn person_in(pk: &str) -> Option<&str> {
    pk.strip_prefix(PERSON)
}

/// The person whose settings stand at a key.
pub(crate) fn person_at(pk: &str, sk: &str) -> Option<UserId> {
    person_in(pk).filter(|_| sk == SETTINGS)?.parse().ok()
}

/// Whose summary of which week stands at a key.
pub(crate) fn digest_at(pk: &str, sk: &str) -> Option<(UserId, Week)> {
    let reader = person_in(pk)?.parse().ok()?;
    Some((reader, sk.strip_prefix(DIGEST)?.parse().ok()?))
}

/// Who is told of which payout at a key.
pub(crate) fn payout_notice_at(pk: &str, sk: &str) -> Option<(UserId, OrgId, Period, Currency)> {
    let reader = person_in(pk)?.parse().ok()?;
    let mut parts = sk.strip_prefix(PAYOUT)?.split('#');
    let (org, period, currency) = (parts.next()?, parts.next()?, parts.next()?);
    Some((reader, org.parse().ok()?, period.parse().ok()?, currency.parse().ok()?))
}

/// Who is told of which endpoint at a key.
pub(crate) fn hook_notice_at(pk: &str, sk: &str) -> Option<(UserId, OrgId, HookId)> {
    let reader = person_in(pk)?.parse().ok()?;
    let (org, hook) = sk.strip_prefix(WEBHOOK)?.split_once('#')?;
    Some((reader, org.parse().ok()?, hook.parse().ok()?))
}

/// The organisation whose setting about mail stands at a key.
pub(crate) fn lead_mail_at(pk: &str, sk: &str) -> Option<OrgId> {
    pk.strip_prefix("ORG#")?.strip_suffix("#SETTINGS").filter(|_| sk == MAIL)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_at_their_key() {
        let id: UserId = "norrsken-owner".parse().unwrap();
        let key = Key::person(&id);
        assert_eq!(person_at(&key.pk, &key.sk), Some(id.clone()));
        assert_eq!(person_at(&key.pk, "DIGEST#2026-W30"), None);
        let digest = Key::digest(&id, "2026-W30".parse().unwrap());
        assert_eq!(digest_at(&digest.pk, &digest.sk), Some((id.clone(), "2026-W30".parse().unwrap())));
        assert_eq!(digest_at(&key.pk, &key.sk), None);
        let (org, hook): (OrgId, _) = ("acme".parse().unwrap(), HookId::from_chance(1));
        let period: Period = "2026-11-1".parse().unwrap();
        let told = Key::payout_notice(&id, &org, period, Currency::USD);
        let payout = (id.clone(), org.clone(), period, Currency::USD);
        assert_eq!(payout_notice_at(&told.pk, &told.sk), Some(payout));
        let told = Key::hook_notice(&id, &org, hook);
        assert_eq!(hook_notice_at(&told.pk, &told.sk), Some((id.clone(), org, hook)));
        assert_eq!(person_at("ORG#acme#SETTINGS", "SETTINGS"), None);
    }
}
