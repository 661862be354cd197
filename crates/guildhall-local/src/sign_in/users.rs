//! Who has an account here: the made-up people, and whoever else was signed in by name and address. What somebody may
//! do is not said here, but by their membership in the table.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::StartError;
use crate::data_dir::{self, DataDir};
use crate::people::{self, PEOPLE, Person};

/// More accounts than this are not made.
const AT_MOST: usize = 500;
const NAME_MAX: usize = 120;
const ADDRESS_MAX: usize = 254;

/// Somebody with an account. Their address counts as verified: on one machine nobody else is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct User {
    /// The token's `sub`.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) email: String,
}

/// The accounts, kept across restarts.
pub(crate) struct Users {
    others: Mutex<BTreeMap<String, User>>,
    file: Option<PathBuf>,
}

impl From<&Person> for User {
    fn from(person: &Person) -> Self {
        Self { id: person.id.to_owned(), name: person.name.to_owned(), email: person.email.to_owned() }
    }
}

impl Users {
    /// The accounts as they were left.
    pub(crate) fn open(data: &DataDir) -> Result<Self, StartError> {
        let file = data.file("users.json");
        let text = file.as_deref().map(data_dir::read).transpose()?.flatten();
        let others = match (&file, text) {
            (Some(file), Some(text)) => serde_json::from_str(&text)
                .map_err(|error| StartError::Damaged { file: file.clone(), reason: error.to_string() })?,
            (None | Some(_), None) | (None, Some(_)) => BTreeMap::new(),
        };
        Ok(Self { others: Mutex::new(others), file })
    }

    /// The account with this id.
    pub(super) fn find(&self, id: &str) -> Option<User> {
        let made_up = people::find(id).map(User::from);
        made_up.or_else(|| self.others.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned())
    }

    /// The account with this address, which is made if it is missing; `None` for what is no name or no address. The
    /// same address is the same account, also under another name.
    pub(super) fn with_address(&self, name: &str, email: &str) -> Option<User> {
        let (name, email) = (name.trim(), email.trim());
        if let Some(person) = PEOPLE.iter().find(|person| person.email.eq_ignore_ascii_case(email)) {
            return Some(User::from(person));
        }
        if !is_name(name) || !is_address(email) {
            return None;
        }
        let user = User { id: id_of(email), name: name.to_owned(), email: email.to_owned() };
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        if others.len() >= AT_MOST && !others.contains_key(&user.id) {
            return None;
        }
        others.insert(user.id.clone(), user.clone());
        if let Some(file) = &self.file
            && let Err(error) = serde_json::to_string(&*others)
                .map_err(std::io::Error::from)
                .and_then(|text| data_dir::replace(file, &text))
        {
            // Whoever was made stays known until the next restart.
            tracing::warn!(%error, "the accounts could not be kept");
        }
        Some(user)
    }
}

fn id_of(email: &str) -> String {
    let digest = Sha256::digest(email.to_lowercase().as_bytes());
    digest.iter().take(16).fold("user-".to_owned(), |mut id, byte| {
        // Writing to a String cannot fail.
        let _ = write!(id, "{byte:02x}");
        id
    })
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= NAME_MAX && !name.chars().any(char::is_control)
}

fn is_address(email: &str) -> bool {
    let parts = email.rsplit_once('@');
    parts.is_some_and(|(mailbox, host)| !mailbox.is_empty() && host.contains('.'))
        && email.len() <= ADDRESS_MAX
        && !email.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_account_however_it_is_written() {
        let users = Users::open(&DataDir::Memory).unwrap();
        let nils = users.with_address("Nils", " Nils@acme.example").unwrap();
        let again = users.with_address("Nils Åberg", "nils@acme.example").unwrap();
        assert_eq!((&nils.id, again.name.as_str()), (&again.id, "Nils Åberg"));
        assert_eq!(users.find(&nils.id), Some(again));
        assert!(nils.id.parse::<guildhall_domain::ids::UserId>().is_ok());
        assert!(!nils.id.contains("nils"));
    }

    #[test]
    fn the_address_of_a_made_up_person_is_that_person() {
        let users = Users::open(&DataDir::Memory).unwrap();
        assert_eq!(users.with_address("Anybody", PEOPLE[0].email), Some(User::from(&PEOPLE[0])));
        assert_eq!(users.find(PEOPLE[0].id), Some(User::from(&PEOPLE[0])));
    }

    #[test]
    fn what_is_no_name_or_no_address_makes_no_account() {
        let users = Users::open(&DataDir::Memory).unwrap();
        for (name, email) in [
            ("", "a@b.example"),
            ("A", "b.example"),
            ("A", "a@b"),
            ("A", "a b@c.example"),
            ("A\n", "a@b.example\n\nx"),
        ] {
            assert_eq!(users.with_address(name, email), None, "{name:?} {email:?}");
        }
    }
}
