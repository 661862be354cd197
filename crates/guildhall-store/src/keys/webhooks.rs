//! Where the endpoints of organisations live, and what is delivered to them.

use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::{HookDeliveryId, HookId};

use super::Key;

/// The owner partition of every delivery that waits, in the order in which they are due.
pub const DELIVERIES_DUE: &str = "DELIVERIES#DUE";

const WEBHOOKS: &str = "WEBHOOKS";
const DELIVERY: &str = "DELIVERY#";

impl Key {
    /// The endpoints of an organisation.
    #[must_use]
    pub fn webhooks(org: &OrgId) -> Self {
        Self { pk: format!("ORG#{org}#{WEBHOOKS}"), sk: WEBHOOKS.to_owned() }
    }

    /// Something that is delivered to an endpoint. Its id sorts by when it happened.
    #[must_use]
    pub fn hook_delivery(org: &OrgId, hook: HookId, id: HookDeliveryId) -> Self {
        Self { pk: deliveries_to(org, hook), sk: format!("{DELIVERY}{id}") }
    }

    /// How an endpoint does. It lies apart from the endpoints: whoever notes it cannot change any.
    #[must_use]
    pub fn hook_health(org: &OrgId, hook: HookId) -> Self {
        Self { pk: deliveries_to(org, hook), sk: "HEALTH".to_owned() }
    }
}

/// The partition of what is delivered to an endpoint.
#[must_use]
pub fn deliveries_to(org: &OrgId, hook: HookId) -> String {
    format!("ORG#{org}#DELIVERIES#{hook}")
}

/// The sort key behind everything that was delivered to an endpoint before this.
pub(crate) fn delivery_sort_key(id: HookDeliveryId) -> String {
    format!("{DELIVERY}{id}")
}

/// What every sort key of a delivery begins with.
pub(crate) const DELIVERY_PREFIX: &str = DELIVERY;

/// The organisation whose endpoints stand at a key.
pub(crate) fn webhooks_at(pk: &str, sk: &str) -> Option<OrgId> {
    pk.strip_prefix("ORG#")?.strip_suffix("#WEBHOOKS").filter(|_| sk == WEBHOOKS)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn endpoints_are_found_at_their_key_and_deliveries_sort_by_time() {
        let org: OrgId = "acme".parse().unwrap();
        let key = Key::webhooks(&org);
        assert_eq!(webhooks_at(&key.pk, &key.sk), Some(org.clone()));
        assert_eq!(webhooks_at("ORG#acme#SETTINGS", WEBHOOKS), None);
        let hook = HookId::from_chance(1);
        let at = |seconds| {
            let at = DateTime::from_timestamp(seconds, 0).unwrap();
            Key::hook_delivery(&org, hook, HookDeliveryId::derive(hook, "lead", at)).sk
        };
        assert!(at(1_790_000_000) < at(1_790_000_001));
        assert_eq!(Key::hook_health(&org, hook).pk, deliveries_to(&org, hook));
    }
}
