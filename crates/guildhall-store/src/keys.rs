//! Where each item lives. Keys reach logs and metrics, so no personal data stands in one: what might be
//! personal is hashed.

mod api_tokens;
mod audit;
mod cutover;
mod directory;
mod marketplace;
mod members;
mod migrations;
mod moving;
mod payouts;
mod people;
mod referrals;
mod webhooks;

use std::fmt::Write;

use guildhall_domain::ids::{InquiryId, LeadId, OrgId, UserId};
use guildhall_domain::text::fold;
use sha2::{Digest, Sha256};

use crate::MailId;
pub(crate) use api_tokens::api_tokens_at;
pub(crate) use audit::audit_entry_at;
pub use audit::audit_of;
pub use cutover::SETTINGS;
pub use directory::{
    DIRECTORY, PROFILES_IN_REVIEW, REVIEWS_HELD, REVIEWS_REPORTED, inquiries_by, inquiries_of, reviews_of,
};
pub(crate) use directory::{handle_at, inquiry_at, profile_owner_at, review_at, senders_of};
pub(crate) use marketplace::{all_parts_of, conversation_at, job_at, jobs_by, messages_of};
pub use marketplace::{conversations_of, jobs_of};
pub use members::{ORGANISATIONS, members_of};
pub(crate) use members::{invitation_at, member_in};
pub use migrations::{MIGRATIONS, migration_of};
pub(crate) use migrations::{PARTNERS, bad_batch_at};
pub use payouts::{PAYOUT_DETAILS, PAYOUT_RUNS, payouts_in, payouts_of};
pub(crate) use payouts::{payout_at, payout_details_at, payout_run_at};
pub use people::PEOPLE;
pub(crate) use people::{digest_at, hook_notice_at, lead_mail_at, payout_notice_at, person_at, person_in};
pub use referrals::{ACCOUNTS, WAITING_EVENTS, accounts_of, events_of, ledger_of, referrals_of};
pub(crate) use referrals::{account_at, entry_at, events_about, referral_at};
pub use webhooks::{DELIVERIES_DUE, deliveries_to};
pub(crate) use webhooks::{DELIVERY_PREFIX, delivery_sort_key, webhooks_at};

/// The partition of all representatives.
pub const REPRESENTATIVES: &str = "REPS";

/// The owner partition that the whole sales team reads.
///
/// One partition for all leads rather than one per representative: a view learns of a change by reading
/// the partition it happened in, so when a lead moves from one representative to another, the view of
/// the first would never hear that the lead is gone. One view filtered in memory serves them all.
pub const SALES_LEADS: &str = "SALES#LEADS";

/// An item's place: partition and sort key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The partition key.
    pub pk: String,
    /// The sort key.
    pub sk: String,
}

impl Key {
    /// A lead.
    #[must_use]
    pub fn lead(id: &LeadId) -> Self {
        Self { pk: leads_of(id.org()), sk: format!("LEAD#{}", id.key().simple()) }
    }

    /// The marker that keeps a partner's own number unique within the organisation. Case and accents
    /// do not make a second number of it.
    #[must_use]
    pub fn reference(org: &OrgId, reference: &str) -> Self {
        Self { pk: format!("ORG#{org}#REFS"), sk: format!("REF#{}", hash(&fold(reference), 32)) }
    }

    /// The marker that a lead came from an inquiry.
    #[must_use]
    pub fn origin(org: &OrgId, inquiry: &InquiryId) -> Self {
        Self { pk: format!("ORG#{org}#REFS"), sk: format!("INQUIRY#{}", inquiry.key().simple()) }
    }

    /// A representative.
    #[must_use]
    pub fn representative(id: &UserId) -> Self {
        Self { pk: REPRESENTATIVES.to_owned(), sk: format!("REP#{id}") }
    }

    /// The sales desk, which comes with the representatives.
    #[must_use]
    pub fn desk() -> Self {
        Self { pk: REPRESENTATIVES.to_owned(), sk: "DESK".to_owned() }
    }
}

impl Key {
    /// A merchant who is a customer already, by what stands for them.
    #[must_use]
    pub fn customer(hidden: &str) -> Self {
        Self { pk: format!("CUSTOMER#{hidden}"), sk: "CUSTOMER".to_owned() }
    }

    /// A mail.
    #[must_use]
    pub fn mail(id: &MailId) -> Self {
        Self { pk: format!("MAIL#{id}"), sk: "MAIL".to_owned() }
    }
}

/// The partition of an organisation's leads.
#[must_use]
pub fn leads_of(org: &OrgId) -> String {
    format!("ORG#{org}#LEADS")
}

/// The lead that stands at a key, if the key is one of a lead.
pub(crate) fn lead_at(pk: &str, sk: &str) -> Option<LeadId> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix("#LEADS")?.parse().ok()?;
    let key = uuid::Uuid::try_parse(sk.strip_prefix("LEAD#")?).ok()?;
    Some(LeadId::from_parts(org, key))
}

/// The first bytes of the SHA-256 of a text, in hexadecimal digits.
fn hash(text: &str, bytes: usize) -> String {
    Sha256::digest(text.as_bytes()).iter().take(bytes).fold(String::new(), |mut digits, byte| {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_found_at_its_key() {
        let id = LeadId::derive(&"acme-studio".parse().unwrap(), "key");
        let key = Key::lead(&id);
        assert_eq!(lead_at(&key.pk, &key.sk), Some(id));
        assert_eq!(lead_at("REPS", &key.sk), None);
        assert_eq!(lead_at(&key.pk, "LEAD#nonsense"), None);
    }

    #[test]
    fn a_reference_key_does_not_show_the_reference() {
        let org = "acme".parse().unwrap();
        let key = Key::reference(&org, "Anna Svensson 1");
        assert!(!key.sk.to_lowercase().contains("anna"));
        assert_eq!(key, Key::reference(&org, " anna svensson 1 "));
        assert_ne!(key, Key::reference(&org, "anna svensson 2"));
    }
}
