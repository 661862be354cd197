//! Whether an item is tied to a person, and how.

use guildhall_domain::privacy::{Holding, Tie};

use super::marks::Marks;
use super::text_of;
use crate::StoreError;
use crate::item::{Attributes, Reader};
use crate::keys::{self, Key};
use crate::table::TYPE;

const RECORD: &str = "record";

/// What sort of item it is.
pub(super) fn holding(reader: &Reader) -> Result<Holding, StoreError> {
    Holding::ALL.iter().copied().find(|holding| reader.is(holding.slug())).ok_or_else(|| reader.damage(TYPE))
}

/// Whether the first pass learns from a thing of the person's own what the person's accounts are.
pub(super) fn is_learned_from(holding: Holding) -> bool {
    matches!(holding, Holding::Inquiry | Holding::Person | Holding::Membership)
}

/// How an item is tied to the person. What is about them is tied in no other way.
pub(super) fn ties(holding: Holding, key: &Key, item: &Attributes, marks: &Marks<'_>) -> Vec<Tie> {
    if holding == Holding::Erased {
        return Vec::new();
    }
    if is_own(holding, key, item, marks) {
        return vec![Tie::Own];
    }
    let mentioned = marks.is_mentioned_in(item).then_some(Tie::Mentioned);
    let signed = marks.is_signed(item).then_some(Tie::Signed);
    mentioned.into_iter().chain(signed).collect()
}

fn is_own(holding: Holding, key: &Key, item: &Attributes, marks: &Marks<'_>) -> bool {
    let is_account = |id: &str| marks.known.is_account(id);
    let of_account = || keys::person_in(&key.pk).or_else(|| keys::member_in(&key.pk)).is_some_and(is_account);
    match holding {
        Holding::Lead => marks.subject.is(text_of(item, "email")),
        Holding::Inquiry => {
            marks.subject.is(text_of(item, "email")) || is_account(within(item, "form", "merchant"))
        }
        Holding::Review => is_account(within(item, RECORD, "merchant")),
        Holding::Person | Holding::Membership => {
            of_account() || marks.subject.is(within(item, RECORD, "email"))
        }
        Holding::Job | Holding::Conversation => item
            .get(RECORD)
            .and_then(|record| record.as_m().ok())
            .is_some_and(|record| marks.subject.is(within(record, "customer", "email"))),
        Holding::Invitation | Holding::Representative => marks.subject.is(within(item, RECORD, "email")),
        Holding::Digest => keys::digest_at(&key.pk, &key.sk).is_some() && of_account(),
        // Most mails hang on what they tell of; a summary's hangs on its reader.
        Holding::Mail => {
            let source = within(item, RECORD, "pk");
            keys::person_in(source).is_some_and(is_account) && text_of(item, "reason") != "erased"
        }
        Holding::Audit => audited(item).is_some_and(|(kind, id, name)| {
            ["settings", "member"].contains(&kind) && is_account(id) && !name.is_empty()
        }),
        Holding::Erased
        | Holding::Referral
        | Holding::Entry
        | Holding::Account
        | Holding::Payout
        | Holding::PayoutDetails
        | Holding::PayoutRun
        | Holding::PlatformEvent
        | Holding::Desk
        | Holding::Cutover
        | Holding::LeadMail
        | Holding::Profile
        | Holding::PartnerProfile
        | Holding::MigratedProfile
        | Holding::MigrationRun
        | Holding::MigrationLock
        | Holding::MigrationNote
        | Holding::MigrationBefore
        | Holding::MoveNotes
        | Holding::Sender
        | Holding::Limit
        | Holding::Customer
        | Holding::Reference
        | Holding::Organisation
        | Holding::ApiTokens
        | Holding::Webhooks
        | Holding::HookDelivery
        | Holding::HookHealth
        | Holding::ApiTokenUse
        | Holding::ConversationPart
        | Holding::Roll => false,
    }
}

/// A text within a map of the item; empty if there is none.
pub(super) fn within<'a>(item: &'a Attributes, map: &str, name: &str) -> &'a str {
    item.get(map).and_then(|map| map.as_m().ok()).map_or("", |map| text_of(map, name))
}

/// What an entry of the log is about: kind, id and name.
fn audited(item: &Attributes) -> Option<(&str, &str, &str)> {
    let subject = item.get(RECORD)?.as_m().ok()?.get("subject")?.as_m().ok()?;
    Some((text_of(subject, "kind"), text_of(subject, "id"), text_of(subject, "name")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_decided_for_every_kind_of_item_what_becomes_of_it() {
        let kinds = include_str!("../item/mod.rs");
        let coded = kinds.lines().filter_map(|line| {
            let (_, code) = line.trim().strip_prefix("pub const ")?.split_once(": &str = \"")?;
            code.strip_suffix("\";")
        });
        let coded: Vec<_> = coded.collect();
        assert!(coded.len() >= 18, "the kinds are not where this test looks for them");
        for code in coded {
            assert!(
                Holding::by_slug(code).is_some(),
                "say in guildhall_domain::privacy what becomes of a {code}"
            );
        }
    }
}
