//! Which accounts and names stand beside the address.

use aws_sdk_dynamodb::types::AttributeValue;
use guildhall_domain::ids::UserId;
use guildhall_domain::privacy::{Holding, Known, Subject};

use super::judge::within;
use super::{Privacy, text_of};
use crate::StoreError;
use crate::item::Attributes;
use crate::keys::{self, Key};

const RECORD: &str = "record";

impl Privacy {
    /// Notes what an item tells of the person.
    pub(super) async fn learn(
        &self,
        holding: Holding,
        key: &Key,
        item: &Attributes,
        subject: &Subject,
        known: &mut Known,
    ) -> Result<(), StoreError> {
        match holding {
            Holding::Lead => {
                of_contact(item, subject, known);
                of_corrections(item, subject, known);
                of_correspondents(item, subject, known);
            }
            Holding::Inquiry if of_contact(item, subject, known) => {
                if let Ok(merchant) = within(item, "form", "merchant").parse() {
                    self.note_sender(merchant, subject, known).await?;
                }
            }
            Holding::Job | Holding::Conversation => of_customer(item, subject, known),
            Holding::Person | Holding::Membership if subject.is(within(item, RECORD, "email")) => {
                known.note_word(within(item, RECORD, "name"));
                let account = keys::person_in(&key.pk).or_else(|| keys::member_in(&key.pk));
                if let Some(account) = account.and_then(|id| id.parse().ok()) {
                    known.note_account(account);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whoever sent an inquiry typed the address into it, which anybody can. So the account is the person's unless it says
    /// of itself that it has another address.
    async fn note_sender(
        &self,
        account: UserId,
        subject: &Subject,
        known: &mut Known,
    ) -> Result<(), StoreError> {
        if known.is_account(account.as_str()) {
            return Ok(());
        }
        let mut said = self.table.all_of_partition(&Key::person(&account).pk).await?;
        said.extend(self.table.all_of_partition(&Key::membership(&account).pk).await?);
        let addresses =
            said.iter().map(|item| within(item, RECORD, "email")).filter(|email| !email.is_empty());
        if addresses.into_iter().all(|address| subject.is(address)) {
            known.note_account(account);
        }
        Ok(())
    }
}

/// Name and number beside the address; `false` if the contact is somebody else.
fn of_contact(item: &Attributes, subject: &Subject, known: &mut Known) -> bool {
    if !subject.is(text_of(item, "email")) {
        return false;
    }
    for word in [text_of(item, "name"), within(item, "form", "phone")] {
        known.note_word(word);
    }
    true
}

/// Name and number beside the address, in the marketplace.
fn of_customer(item: &Attributes, subject: &Subject, known: &mut Known) {
    let Some(record) = item.get(RECORD).and_then(|record| record.as_m().ok()) else { return };
    if subject.is(within(record, "customer", "email")) {
        known.note_word(within(record, "customer", "name"));
        known.note_word(within(record, "customer", "phone"));
    }
}

/// Name and number that were corrected together with the address.
fn of_corrections(item: &Attributes, subject: &Subject, known: &mut Known) {
    let Some(AttributeValue::L(timeline)) = item.get("timeline") else { return };
    let changes = timeline.iter().filter_map(|event| event.as_m().ok()?.get("changes")?.as_l().ok());
    for changes in changes {
        for side in ["before", "after"] {
            let value = |field: &str| {
                let mut changes = changes.iter().filter_map(|change| change.as_m().ok());
                changes
                    .find(|change| text_of(change, "field") == field)
                    .map_or("", |change| text_of(change, side))
            };
            if subject.is(value("contact_email")) {
                known.note_word(value("contact_name"));
                known.note_word(value("phone"));
            }
        }
    }
}

/// People of the organisation, whose addresses the sign-in vouches for.
fn of_correspondents(item: &Attributes, subject: &Subject, known: &mut Known) {
    let Some(AttributeValue::M(people)) = item.get("people") else { return };
    for (id, contact) in people {
        let address = contact.as_m().map_or("", |contact| text_of(contact, "email"));
        if let (true, Ok(account)) = (subject.is(address), id.parse()) {
            known.note_account(account);
        }
    }
}
