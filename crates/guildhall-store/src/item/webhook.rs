//! Endpoints, how they do, and what is delivered to them.

use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::{HookDelivery, HookHealth, HookId, Webhooks};

use super::kept::{kept_draft, read_kept};
use super::writing::{Draft, number, text};
use super::{Attributes, Reader, kind};
use crate::kept::Kept;
use crate::keys::{DELIVERIES_DUE, Key};
use crate::table::{EXPIRES_AT, GSI1PK, GSI1SK, TYPE, VERSION};
use crate::{Micros, StoreError};

const RECORD: &str = "record";

/// A delivery as it stands in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDelivery {
    /// The delivery.
    pub delivery: HookDelivery,
    /// One more with every write.
    pub(crate) version: u64,
    /// When the table forgets it, in seconds of the machine's clock.
    pub(crate) expires_at: i64,
}

/// The whole item.
pub(crate) fn webhooks_item(org: &OrgId, hooks: &Kept<Webhooks>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::webhooks(org), kind::WEBHOOKS, hooks)?.finish())
}

/// The endpoints of an item.
pub(crate) fn read_webhooks(reader: Reader) -> Result<Kept<Webhooks>, StoreError> {
    read_kept(reader, kind::WEBHOOKS)
}

/// The whole item. Only what waits stands in the queue.
pub(crate) fn delivery_item(stored: &StoredDelivery) -> Result<Attributes, StoreError> {
    let StoredDelivery { delivery, version, expires_at } = stored;
    let key = Key::hook_delivery(&delivery.org, delivery.hook, delivery.id);
    let draft = Draft::new(&key, kind::HOOK_DELIVERY)
        .put(VERSION, number(version))
        .put(EXPIRES_AT, number(expires_at))
        .put_nested(RECORD, delivery)?;
    let Some(due) = delivery.due_at else { return Ok(draft.finish()) };
    let due = Micros(due.timestamp_micros()).padded();
    Ok(draft.put(GSI1PK, text(DELIVERIES_DUE)).put(GSI1SK, text(due)).finish())
}

/// The delivery of an item, or of an index of it.
pub(crate) fn read_delivery(mut reader: Reader) -> Result<StoredDelivery, StoreError> {
    if !reader.is(kind::HOOK_DELIVERY) {
        return Err(reader.damage(TYPE));
    }
    let expires_at = reader.expiry().ok_or_else(|| reader.damage(EXPIRES_AT))?;
    Ok(StoredDelivery { expires_at, version: reader.number(VERSION)?, delivery: reader.nested(RECORD)? })
}

/// The whole item.
pub(crate) fn health_item(
    org: &OrgId,
    hook: HookId,
    health: HookHealth,
    version: u64,
    expires_at: i64,
) -> Result<Attributes, StoreError> {
    let draft = Draft::new(&Key::hook_health(org, hook), kind::HOOK_HEALTH);
    let draft = draft.put(VERSION, number(version)).put(EXPIRES_AT, number(expires_at));
    Ok(draft.put_nested(RECORD, &health)?.finish())
}

/// How an endpoint does, with the version of the item.
pub(crate) fn read_health(mut reader: Reader) -> Result<(HookHealth, u64), StoreError> {
    if !reader.is(kind::HOOK_HEALTH) {
        return Err(reader.damage(TYPE));
    }
    Ok((reader.nested(RECORD)?, reader.number(VERSION)?))
}
