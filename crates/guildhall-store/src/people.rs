//! What people want by mail, and where organisations get it.

use std::collections::{HashMap, HashSet};

use guildhall_domain::ids::{OrgId, UserId};
use guildhall_domain::notice::{Contact, LeadMail, Person};

use crate::item::{lead_mail_item, person_item, read_lead_mail, read_person};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::{Key, PEOPLE};
use crate::{StoreError, Table};

/// DynamoDB's own limit of one call.
const BATCH: usize = 100;

/// The people of the table.
#[derive(Debug, Clone)]
pub struct People {
    table: Table,
}

/// What is known of the people that were asked for, and of their organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Those who ever said anything, by id; whoever is missing is sent what is sent from the start.
    pub people: HashMap<UserId, Kept<Person>>,
    /// Where the organisation gets mail about its leads; `None` if that was never said.
    pub lead_mail: Option<Kept<LeadMail>>,
}

impl Known {
    /// A person, if they ever said anything.
    #[must_use]
    pub fn person(&self, id: &UserId) -> Option<&Person> {
        self.people.get(id).map(|kept| &kept.value)
    }

    /// Where the organisation gets mail about its leads, if it wants any.
    #[must_use]
    pub fn lead_contact(&self) -> Option<&Contact> {
        self.lead_mail.as_ref()?.value.to.as_ref()
    }
}

impl People {
    /// The people of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// The settings of these people, and where an organisation gets mail about its leads, as they are now: one
    /// call, unless a hundred or more are asked for.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn get_many(&self, people: &[UserId], org: Option<&OrgId>) -> Result<Known, StoreError> {
        // The table refuses to be asked for one item twice in a call.
        let people: HashSet<_> = people.iter().collect();
        let lead_mail = org.map(Key::lead_mail);
        let keys: Vec<_> = people.into_iter().map(Key::person).chain(lead_mail.clone()).collect();
        let mut known = Known::default();
        for keys in keys.chunks(BATCH) {
            let keys: Vec<_> = keys.iter().collect();
            for (key, item) in self.table.get_many(&keys).await? {
                let Some(reader) = living(item) else { continue };
                if Some(&key) == lead_mail.as_ref() {
                    known.lead_mail = Some(read_lead_mail(reader)?);
                } else {
                    let person = read_person(reader)?;
                    known.people.insert(person.value.id.clone(), person);
                }
            }
        }
        Ok(known)
    }

    /// Everybody who ever said what they want, by id. The index may lag behind by a moment.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn everybody(&self) -> Result<Vec<Person>, StoreError> {
        let readers = self.table.all_of_owner(PEOPLE).await?;
        readers.into_iter().map(|reader| Ok(read_person(reader)?.value)).collect()
    }

    /// Writes a person's settings, provided that the revision before stands there.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn put(&self, person: Kept<Person>) -> Result<KeptPut<Person>, StoreError> {
        let item = person_item(&person)?;
        self.table.keep(person, item, read_person).await
    }

    /// Writes where an organisation gets mail about its leads, on the same condition.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub async fn put_lead_mail(
        &self,
        org: &OrgId,
        mail: Kept<LeadMail>,
    ) -> Result<KeptPut<LeadMail>, StoreError> {
        let item = lead_mail_item(org, &mail)?;
        self.table.keep(mail, item, read_lead_mail).await
    }
}
