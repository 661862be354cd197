//! What is told once a week.

use guildhall_domain::notice::Digest;

use super::{SendMail, Trouble};
use crate::{Mailer, Topic, digest};

/// The code of a summary that nobody knows an address for.
const NO_ADDRESS: &str = "NoAddress";

impl<M: Mailer> SendMail<M> {
    /// The summary goes to where its reader is reached now, if they still want it.
    pub(super) async fn tell_of_digest(&self, digest: &Digest) -> Result<(), Trouble> {
        let known = self.people.get_many(std::slice::from_ref(&digest.reader), None).await?;
        let Some(person) = known.person(&digest.reader) else { return Ok(()) };
        if !person.preferences.wants(Topic::Digest) {
            return Ok(());
        }
        match person.contact() {
            Some(contact) => self.post.send(&digest::mail(digest, &contact, &self.site)?).await?,
            None => self.post.give_up(&digest::record(digest), NO_ADDRESS).await?,
        };
        Ok(())
    }
}
