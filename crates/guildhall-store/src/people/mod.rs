//! What people want by mail, and where organisations get it.

mod put;

use std::collections::{HashMap, HashSet};

use guildhall_domain::ids::{OrgId, UserId};
use guildhall_domain::notice::{LeadMail, Person};

pub use put::SettingsPut;

use crate::item::{Attributes, Reader, read_lead_mail, read_person};
use crate::keys::{Key, PEOPLE};
use crate::{Micros, StoreError, Table};

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
    pub people: HashMap<UserId, Person>,
    /// Where the organisation gets mail about its leads; `None` if that was never said.
    pub lead_mail: Option<LeadMail>,
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
                    known.people.insert(person.id.clone(), person);
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
        readers.into_iter().map(read_person).collect()
    }
}

fn living(item: Attributes) -> Option<Reader> {
    Some(Reader::new(item)).filter(|reader| !reader.has_expired(Micros::now()))
}
