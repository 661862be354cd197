//! Things that somebody keeps in order: each a small map with a revision, and with who wrote it last and when,
//! so that a change can be told from the stream.

use chrono::SubsecRound;
use guildhall_domain::actor::Stamp;

use crate::item::{Attributes, Reader};
use crate::table::{Expected, Written};
use crate::{Micros, StoreError, Table};

/// A thing as it stands in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// The thing.
    pub value: T,
    /// One more with every change; the first is 1.
    pub revision: u64,
    /// Who wrote it; `None` for what was there from the start.
    pub changed: Option<Stamp>,
}

/// What became of writing a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptPut<T> {
    /// This stands there now.
    Done(Box<Kept<T>>),
    /// Somebody was faster; this is how it stands now, or `None` if it is gone.
    Conflict(Option<Box<Kept<T>>>),
}

impl<T> Kept<T> {
    /// What follows on a revision. The moment is cut to what the table keeps of it, so that what was written
    /// equals what is read.
    #[must_use]
    pub fn after(revision: u64, value: T, changed: Stamp) -> Self {
        let changed = Stamp { at: changed.at.trunc_subsecs(6), ..changed };
        Self { value, revision: revision.saturating_add(1), changed: Some(changed) }
    }

    /// What is there from the start.
    #[must_use]
    pub fn first(value: T) -> Self {
        Self { value, revision: 1, changed: None }
    }
}

impl Table {
    /// Writes a thing, provided that the revision before it stands there. Whoever says the same again, as after
    /// an answer that was lost, is told that it is done.
    pub(crate) async fn keep<T: PartialEq>(
        &self,
        kept: Kept<T>,
        item: Attributes,
        read: impl Fn(Reader) -> Result<Kept<T>, StoreError>,
    ) -> Result<KeptPut<T>, StoreError> {
        let put = self.put_expecting(item, Expected::before(kept.revision))?;
        let there = match self.put_alone(put).await? {
            Written::Done => return Ok(KeptPut::Done(Box::new(kept))),
            Written::Refused(there) => there.and_then(living).map(read).transpose()?.map(Box::new),
        };
        Ok(match there {
            Some(there) if there.revision == kept.revision && there.value == kept.value => {
                KeptPut::Done(there)
            }
            there => KeptPut::Conflict(there),
        })
    }
}

/// What is left of an item that has not expired.
pub(crate) fn living(item: Attributes) -> Option<Reader> {
    Some(Reader::new(item)).filter(|reader| !reader.has_expired(Micros::now()))
}
