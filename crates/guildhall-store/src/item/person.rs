//! What people and organisations want by mail: short, so all of it is one map that the index shows too.

use guildhall_domain::notice::{LeadMail, Person};

use super::writing::{Draft, number, text};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::table::{GSI1PK, GSI1SK, TYPE, VERSION};

const RECORD: &str = "record";

/// The whole item. Its place in the index never moves, so a change costs the index one write and not two.
pub(crate) fn person_item(person: &Person) -> Result<Attributes, StoreError> {
    Ok(Draft::new(&Key::person(&person.id), kind::PERSON)
        .put(VERSION, number(person.revision))
        .put(GSI1PK, text(keys::PEOPLE))
        .put(GSI1SK, text(person.id.as_str()))
        .put_nested(RECORD, person)?
        .finish())
}

/// The person of an item, or of an index of it.
pub(crate) fn read_person(mut reader: Reader) -> Result<Person, StoreError> {
    if !reader.is(kind::PERSON) {
        return Err(reader.damage(TYPE));
    }
    let (id, revision) = (reader.key(keys::person_at)?, reader.number(VERSION)?);
    let person: Person = reader.nested(RECORD)?;
    if (&person.id, person.revision) != (&id, revision) {
        return Err(reader.damage(RECORD));
    }
    Ok(person)
}

/// The whole item.
pub(crate) fn lead_mail_item(key: &Key, mail: &LeadMail) -> Result<Attributes, StoreError> {
    Ok(Draft::new(key, kind::LEAD_MAIL)
        .put(VERSION, number(mail.revision))
        .put_nested(RECORD, mail)?
        .finish())
}

/// Where an organisation gets mail, of its item.
pub(crate) fn read_lead_mail(mut reader: Reader) -> Result<LeadMail, StoreError> {
    if !reader.is(kind::LEAD_MAIL) {
        return Err(reader.damage(TYPE));
    }
    let revision: u64 = reader.number(VERSION)?;
    let mail: LeadMail = reader.nested(RECORD)?;
    if mail.revision != revision {
        return Err(reader.damage(RECORD));
    }
    Ok(mail)
}
