//! What an event does to what the world sees, as a part of the event's own transaction.

use aws_sdk_dynamodb::types::{Delete, TransactWriteItem, Update};
use guildhall_domain::profile::{Handle, PartnerProfile, PublicChange};
use guildhall_domain::review::Ratings;

use crate::changes::Changes;
use crate::item::{DETAILS, LISTING, ORG, STANDING, details_of, listing_of, nested, public_copy_item, text};
use crate::keys::{DIRECTORY, Key};
use crate::table::{Expected, GSI1PK, GSI1SK, PK, SK, VERSION};
use crate::{Micros, StoreError, Table};

/// The writes that a change consists of. A handle that is taken comes first.
pub(super) fn writes(
    table: &Table,
    after: &PartnerProfile,
    change: &PublicChange,
) -> Result<Vec<TransactWriteItem>, StoreError> {
    match change {
        PublicChange::Move { from } => Ok(vec![reserve(table, after)?, release(table, after, from)?]),
        PublicChange::Show(content) => {
            let changes = touched(after)?
                .put(GSI1PK, Some(text(DIRECTORY)))
                .put(LISTING, Some(nested(&listing_of(content))?))
                .put(DETAILS, Some(nested(&details_of(content))?));
            Ok(vec![update(table, after, changes)?])
        }
        PublicChange::Withdraw => {
            let changes = touched(after)?.put(LISTING, None).put(DETAILS, None);
            Ok(vec![update(table, after, changes)?])
        }
        PublicChange::Standing(_) => Ok(vec![update(table, after, touched(after)?)?]),
    }
}

/// Takes the handle, which nobody may have.
pub(crate) fn reserve(table: &Table, profile: &PartnerProfile) -> Result<TransactWriteItem, StoreError> {
    let item = public_copy_item(profile, Ratings::default(), 1, Micros::now())?;
    let put = table.put_expecting(item, Expected::Nothing)?;
    Ok(TransactWriteItem::builder().put(put).build())
}

/// Lets a handle go that was never public.
pub(crate) fn release(
    table: &Table,
    profile: &PartnerProfile,
    handle: &Handle,
) -> Result<TransactWriteItem, StoreError> {
    let mut names = Changes::default();
    let condition = own(&mut names, profile);
    let (_, names, values) = names.finish();
    let key = Key::profile(handle);
    let delete = Delete::builder()
        .table_name(table.name())
        .key(PK, text(key.pk))
        .key(SK, text(key.sk))
        .condition_expression(condition)
        .set_expression_attribute_names(Some(names))
        .set_expression_attribute_values(Some(values))
        .build()
        .map_err(|error| StoreError::Unwritable(error.to_string()))?;
    Ok(TransactWriteItem::builder().delete(delete).build())
}

/// What every change writes. The standing is the profile's own, so each change brings it up to date.
fn touched(after: &PartnerProfile) -> Result<Changes, StoreError> {
    Ok(Changes::default()
        .put(GSI1SK, Some(text(Micros::now().padded())))
        .count_up(VERSION)
        .put(STANDING, Some(nested(&after.standing)?)))
}

/// The version is no part of the condition: reviews change the item too, in parts of their own, and the
/// profile's own version keeps its events in order.
fn update(
    table: &Table,
    after: &PartnerProfile,
    mut changes: Changes,
) -> Result<TransactWriteItem, StoreError> {
    let condition = own(&mut changes, after);
    let update: Update = table.update(&Key::profile(&after.handle), changes, condition)?;
    Ok(TransactWriteItem::builder().update(update).build())
}

/// The condition that the handle is the organisation's.
fn own(changes: &mut Changes, profile: &PartnerProfile) -> String {
    format!("{} = {}", changes.name(ORG), changes.value("own", text(profile.org.as_str())))
}
