//! Where a view reads from, and what it reads.

use std::hash::Hash;

use crate::item::{Item, Reader};
use crate::table::{BY_CHANGE, BY_OWNER, CHANGED_AT, GSI1PK, GSI1SK, PK};
use crate::{Micros, StoreError};

/// A partition of one of the two indexes that are sorted by change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A partition of the table, through [`BY_CHANGE`].
    Partition(String),
    /// What belongs to an owner across partitions, through [`BY_OWNER`].
    Owner(String),
}

impl Source {
    pub(crate) fn index(&self) -> &'static str {
        match self {
            Self::Partition(_) => BY_CHANGE,
            Self::Owner(_) => BY_OWNER,
        }
    }

    pub(crate) fn partition(&self) -> (&'static str, &str) {
        match self {
            Self::Partition(partition) => (PK, partition),
            Self::Owner(owner) => (GSI1PK, owner),
        }
    }

    pub(crate) fn sort_key(&self) -> &'static str {
        match self {
            Self::Partition(_) => CHANGED_AT,
            Self::Owner(_) => GSI1SK,
        }
    }

    pub(crate) fn sort_value(&self, moment: Micros) -> aws_sdk_dynamodb::types::AttributeValue {
        match self {
            Self::Partition(_) => crate::item::number(moment.0.max(0)),
            Self::Owner(_) => crate::item::text(moment.padded()),
        }
    }

    /// Whether the index can be read strongly. Only a local one can.
    pub(crate) fn is_strong(&self) -> bool {
        match self {
            Self::Partition(_) => true,
            Self::Owner(_) => false,
        }
    }

    /// When an item of the index was changed.
    pub(crate) fn changed_at(&self, item: &Item) -> Option<Micros> {
        let value = item.0.get(self.sort_key())?;
        let digits = value.as_n().or_else(|_| value.as_s()).ok()?;
        digits.parse().ok().map(Micros)
    }
}

/// What a view saw of an item.
#[derive(Debug)]
pub struct Seen<R: Listed> {
    /// The row's id.
    pub id: R::Id,
    /// The item's version: the higher one wins.
    pub version: u64,
    /// When it was written. Among sights of one version, which differ in what has no part in the item's story, the
    /// later one wins.
    pub changed_at: Micros,
    /// When the item expires, in seconds since 1970.
    pub expires_at: Option<i64>,
    /// The row; `None` once it was erased.
    pub row: Option<R>,
}

/// Something that a view keeps rows of.
pub trait Listed: Sized + Send + Sync + 'static {
    /// Names a list of such rows.
    type List: Clone + Eq + Hash + Send + Sync;
    /// Tells the rows of a list apart.
    type Id: Clone + Eq + Hash + Send + Sync;

    /// Where a list is read from.
    fn source(list: &Self::List) -> Source;

    /// Reads an item of the index.
    ///
    /// # Errors
    /// When the item is damaged.
    fn read(item: Item) -> Result<Seen<Self>, StoreError>;

    /// About how many bytes the row holds in memory.
    fn weight(&self) -> usize;
}

/// Reads what every listed item has, then the row, unless the item was erased.
pub(crate) fn seen<R: Listed>(
    item: Item,
    id: impl Fn(&str, &str) -> Option<R::Id>,
    version: impl Fn(&R) -> u64,
    row: impl Fn(Reader) -> Result<R, StoreError>,
) -> Result<Seen<R>, StoreError> {
    let mut reader = Reader::new(item.0);
    let changed_at = changed_at(&reader);
    let id = reader.key(id)?;
    let expires_at = reader.expiry();
    if reader.is(crate::item::kind::ERASED) {
        let version = reader.number(crate::table::VERSION)?;
        return Ok(Seen { id, version, changed_at, expires_at, row: None });
    }
    let row = row(reader)?;
    Ok(Seen { id, version: version(&row), changed_at, expires_at, row: Some(row) })
}

/// When an item of either index was written: one has it as a number, the other as a text.
pub(crate) fn changed_at(reader: &Reader) -> Micros {
    [CHANGED_AT, GSI1SK].into_iter().find_map(|name| reader.digits(name)).map_or(Micros(0), Micros)
}
