//! Writing settings, each on the condition that nobody was faster.

use guildhall_domain::ids::OrgId;
use guildhall_domain::notice::{LeadMail, Person};

use super::{People, living};
use crate::StoreError;
use crate::item::{Attributes, Reader, lead_mail_item, person_item, read_lead_mail, read_person};
use crate::keys::Key;
use crate::table::{Expected, Written};

/// What became of new settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsPut<T> {
    /// They are written.
    Done,
    /// Somebody was faster; this is how they stand now, or `None` if they are gone.
    Conflict(Option<Box<T>>),
}

impl People {
    /// Writes a person's settings, provided that they are of the revision before; revision 1 is the first.
    /// Saying the same again is done already.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn put(&self, person: &Person) -> Result<SettingsPut<Person>, StoreError> {
        self.write(person_item(person)?, person.revision, person, read_person).await
    }

    /// Writes where an organisation gets mail about its leads, on the same condition.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub async fn put_lead_mail(
        &self,
        org: &OrgId,
        mail: &LeadMail,
    ) -> Result<SettingsPut<LeadMail>, StoreError> {
        let item = lead_mail_item(&Key::lead_mail(org), mail)?;
        self.write(item, mail.revision, mail, read_lead_mail).await
    }

    async fn write<T: PartialEq>(
        &self,
        item: Attributes,
        revision: u64,
        after: &T,
        read: impl Fn(Reader) -> Result<T, StoreError>,
    ) -> Result<SettingsPut<T>, StoreError> {
        let expected = Expected::before(revision);
        let there = match self.table.put_alone(self.table.put_expecting(item, expected)?).await? {
            Written::Done => return Ok(SettingsPut::Done),
            Written::Refused(there) => there.and_then(living).map(read).transpose()?,
        };
        // If the very settings stand there, only the answer of an earlier attempt was lost.
        Ok(match there {
            Some(there) if there == *after => SettingsPut::Done,
            there => SettingsPut::Conflict(there.map(Box::new)),
        })
    }
}
