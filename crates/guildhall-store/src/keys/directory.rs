//! Where the items of the public directory live.

use guildhall_domain::ids::{InquiryId, OrgId, ReviewId, UserId};
use guildhall_domain::profile::Handle;
use guildhall_domain::text::fold;
use uuid::Uuid;

use super::{Key, hash};

/// The owner partition of every profile that was ever shown.
///
/// A profile that is hidden stays in it, without what is listed: a view learns of a change by reading the
/// partition it happened in, so an item that left the partition would stay in every list for good.
pub const DIRECTORY: &str = "DIRECTORY";

/// The owner partition of the profiles that wait for approval.
pub const PROFILES_IN_REVIEW: &str = "PROFILES#IN_REVIEW";

/// The owner partition of the reviews that wait to be published.
pub const REVIEWS_HELD: &str = "REVIEWS#HELD";

/// The owner partition of the reviews that somebody reported.
pub const REVIEWS_REPORTED: &str = "REVIEWS#REPORTED";

const PROFILE: &str = "PROFILE";

impl Key {
    /// What the world sees of a profile.
    #[must_use]
    pub fn profile(handle: &Handle) -> Self {
        Self { pk: format!("PROFILE#{}", handle.as_str()), sk: PROFILE.to_owned() }
    }

    /// A profile with all that only the partner and the programme see.
    #[must_use]
    pub fn partner_profile(org: &OrgId) -> Self {
        Self { pk: format!("ORG#{org}#PROFILE"), sk: PROFILE.to_owned() }
    }

    /// An inquiry.
    #[must_use]
    pub fn inquiry(id: &InquiryId) -> Self {
        Self { pk: inquiries_of(id.org()), sk: format!("INQUIRY#{}", id.key().simple()) }
    }

    /// The marker of somebody's last inquiry to a partner, by their address.
    #[must_use]
    pub fn sender(org: &OrgId, email: &str) -> Self {
        Self { pk: senders_of(org), sk: format!("SENDER#{}", hash(&fold(email), 32)) }
    }

    /// How much of a limit is used up. `of` is whoever is counted.
    #[must_use]
    pub fn limit(scope: &str, of: &str) -> Self {
        Self { pk: format!("LIMIT#{scope}#{}", hash(of, 32)), sk: "LIMIT".to_owned() }
    }

    /// A review.
    #[must_use]
    pub fn review(id: &ReviewId) -> Self {
        Self { pk: reviews_of(id.org()), sk: format!("REVIEW#{}", id.key().simple()) }
    }
}

/// The partition of an organisation's inquiries.
#[must_use]
pub fn inquiries_of(org: &OrgId) -> String {
    format!("ORG#{org}#INQUIRIES")
}

/// The partition of the markers of an organisation's senders.
pub(crate) fn senders_of(org: &OrgId) -> String {
    format!("ORG#{org}#SENDERS")
}

/// The owner partition of a merchant's own inquiries, to whomever.
#[must_use]
pub fn inquiries_by(merchant: &UserId) -> String {
    format!("MERCHANT#{}#INQUIRIES", hash(merchant.as_str(), 32))
}

/// The partition of the reviews of an organisation.
#[must_use]
pub fn reviews_of(org: &OrgId) -> String {
    format!("ORG#{org}#REVIEWS")
}

/// The handle of the public copy that stands at a key.
pub(crate) fn handle_at(pk: &str, sk: &str) -> Option<Handle> {
    pk.strip_prefix("PROFILE#").filter(|_| sk == PROFILE)?.parse().ok()
}

/// The organisation of the profile that stands at a key.
pub(crate) fn profile_owner_at(pk: &str, sk: &str) -> Option<OrgId> {
    pk.strip_prefix("ORG#")?.strip_suffix("#PROFILE").filter(|_| sk == PROFILE)?.parse().ok()
}

/// The inquiry that stands at a key.
pub(crate) fn inquiry_at(pk: &str, sk: &str) -> Option<InquiryId> {
    let (org, key) = scoped(pk, "#INQUIRIES", sk, "INQUIRY#")?;
    Some(InquiryId::from_parts(org, key))
}

/// The review that stands at a key.
pub(crate) fn review_at(pk: &str, sk: &str) -> Option<ReviewId> {
    let (org, key) = scoped(pk, "#REVIEWS", sk, "REVIEW#")?;
    Some(ReviewId::from_parts(org, key))
}

fn scoped(pk: &str, suffix: &str, sk: &str, prefix: &str) -> Option<(OrgId, Uuid)> {
    let org = pk.strip_prefix("ORG#")?.strip_suffix(suffix)?.parse().ok()?;
    Some((org, Uuid::try_parse(sk.strip_prefix(prefix)?).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_found_at_its_key() {
        let org: OrgId = "acme".parse().unwrap();
        let merchant = "m-anna".parse().unwrap();
        let handle: Handle = "acme-studio".parse().unwrap();
        let key = Key::profile(&handle);
        assert_eq!(handle_at(&key.pk, &key.sk), Some(handle));
        let key = Key::partner_profile(&org);
        assert_eq!(profile_owner_at(&key.pk, &key.sk), Some(org.clone()));
        assert_eq!(handle_at(&key.pk, &key.sk), None);
        let inquiry = InquiryId::derive(&org, &merchant, "key");
        let key = Key::inquiry(&inquiry);
        assert_eq!(inquiry_at(&key.pk, &key.sk), Some(inquiry));
        assert_eq!(review_at(&key.pk, &key.sk), None);
        let review = ReviewId::derive(&org, &merchant);
        let key = Key::review(&review);
        assert_eq!(review_at(&key.pk, &key.sk), Some(review));
    }

    #[test]
    fn one_sender_has_one_marker_however_the_address_is_written() {
        let org = "acme".parse().unwrap();
        assert_eq!(Key::sender(&org, "Anna@Shop.example "), Key::sender(&org, "anna@shop.example"));
        assert_ne!(Key::sender(&org, "anna@shop.example"), Key::sender(&org, "olle@shop.example"));
    }
}
