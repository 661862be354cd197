//! What people and organisations want by mail.

use guildhall_domain::ids::OrgId;
use guildhall_domain::notice::{LeadMail, Person};

use super::kept::{kept_draft, read_kept};
use super::writing::text;
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::kept::Kept;
use crate::keys::{self, Key};
use crate::table::{GSI1PK, GSI1SK, SK};

/// The whole item. Its place in the index never moves, so a change costs the index one write and not two.
pub(crate) fn person_item(person: &Kept<Person>) -> Result<Attributes, StoreError> {
    let id = &person.value.id;
    Ok(kept_draft(&Key::person(id), kind::PERSON, person)?
        .put(GSI1PK, text(keys::PEOPLE))
        .put(GSI1SK, text(id.as_str()))
        .finish())
}

/// The person of an item, or of an index of it.
pub(crate) fn read_person(reader: Reader) -> Result<Kept<Person>, StoreError> {
    let id = reader.key(keys::person_at)?;
    let damage = reader.damage(SK);
    let person: Kept<Person> = read_kept(reader, kind::PERSON)?;
    if person.value.id == id { Ok(person) } else { Err(damage) }
}

/// The whole item.
pub(crate) fn lead_mail_item(org: &OrgId, mail: &Kept<LeadMail>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::lead_mail(org), kind::LEAD_MAIL, mail)?.finish())
}

/// Where an organisation gets mail, of its item.
pub(crate) fn read_lead_mail(reader: Reader) -> Result<Kept<LeadMail>, StoreError> {
    read_kept(reader, kind::LEAD_MAIL)
}
