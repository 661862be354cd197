//! From a change to what endpoints are told of it.

use guildhall_domain::webhook::{HookEvent, of_inquiry, of_lead, of_ledger_entry, of_payout, of_referral};
use guildhall_store::{StoreError, kind, stream};
use guildhall_worker::Change;

/// What the endpoints of an organisation are told of a write. What was there before it was told with an earlier change.
///
/// # Errors
/// When an image is damaged.
pub fn hook_events_of(change: &Change) -> Result<Vec<HookEvent>, StoreError> {
    let Some(new) = change.new_image() else { return Ok(Vec::new()) };
    match new.kind() {
        kind::LEAD => {
            let Some(lead) = stream::lead_change(change)? else { return Ok(Vec::new()) };
            Ok(lead.events().iter().map(|event| of_lead(&lead.after, event)).collect())
        }
        // An inquiry came in with its first write and no other.
        kind::INQUIRY if change.old_image().is_none() => Ok(vec![of_inquiry(&stream::inquiry(new)?)]),
        // So did a record; an award that was taken back and made once more adds none.
        kind::REFERRAL if change.old_image().is_none() => Ok(vec![of_referral(&stream::referral(new)?)]),
        kind::ENTRY if change.old_image().is_none() => Ok(vec![of_ledger_entry(&stream::ledger_entry(new)?)]),
        kind::PAYOUT if change.old_image().is_none() => {
            Ok(of_payout(&stream::payout(new)?).into_iter().collect())
        }
        _ => Ok(Vec::new()),
    }
}
