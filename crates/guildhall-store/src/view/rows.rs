//! The rows of a view: cheap to change a few of, cheap to hand out all of.
//!
//! Rows stand in chunks behind `Arc`. A snapshot shares every chunk with the view; a change copies only
//! the chunk it falls into, and only if a snapshot still holds it. So neither a reader of 100,000 rows
//! nor a writer of one ever copies, or waits for, the rest.

#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use super::source::{Listed, Seen};
use crate::Micros;

/// A chunk is copied by counting its rows up, which takes about a microsecond at this length.
const CHUNK: usize = 512;

type Chunk<R> = Vec<Arc<R>>;

/// A list as it stood at one moment. Holding it holds up nobody.
pub struct Snapshot<R> {
    chunks: Vec<Arc<Chunk<R>>>,
    len: usize,
}

impl<R> Snapshot<R> {
    /// Every row, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &R> {
        self.chunks.iter().flat_map(|chunk| chunk.iter().map(|row| &**row))
    }

    /// Every row as it is shared, in no order, for whoever keeps rows for longer than the snapshot.
    pub fn shared(&self) -> impl Iterator<Item = &Arc<R>> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn row(&self, place: usize) -> &Arc<R> {
        &self.chunks[place / CHUNK][place % CHUNK]
    }

    fn replace(&mut self, place: usize, row: Arc<R>) {
        Arc::make_mut(&mut self.chunks[place / CHUNK])[place % CHUNK] = row;
    }

    fn push(&mut self, row: Arc<R>) -> usize {
        let place = self.len;
        match self.chunks.last_mut().filter(|chunk| chunk.len() < CHUNK) {
            Some(chunk) => Arc::make_mut(chunk).push(row),
            None => {
                let mut chunk = Vec::with_capacity(CHUNK);
                chunk.push(row);
                self.chunks.push(Arc::new(chunk));
            }
        }
        self.len += 1;
        place
    }

    fn pop(&mut self) -> Option<Arc<R>> {
        let chunk = self.chunks.last_mut()?;
        let row = Arc::make_mut(chunk).pop();
        if chunk.is_empty() {
            self.chunks.pop();
        }
        self.len -= usize::from(row.is_some());
        row
    }
}

impl<R> Clone for Snapshot<R> {
    fn clone(&self) -> Self {
        Self { chunks: self.chunks.clone(), len: self.len }
    }
}

impl<R> fmt::Debug for Snapshot<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Rows are personal.
        f.debug_struct("Snapshot").field("len", &self.len).finish_non_exhaustive()
    }
}

/// Where a row stands, and how new it is.
struct Entry {
    version: u64,
    changed_at: Micros,
    expires_at: Option<i64>,
    /// `None` for a row that was erased: its version must be remembered, or an older sight of the row
    /// would bring it back.
    place: Option<usize>,
}

/// The rows of one view.
pub(super) struct Rows<R: Listed> {
    snapshot: Arc<Snapshot<R>>,
    entries: HashMap<R::Id, Entry>,
    /// The id of the row at each place, for moving the last row into a gap.
    ids: Vec<R::Id>,
    expiring: BTreeSet<i64>,
    bytes: usize,
}

impl<R: Listed> Rows<R> {
    pub(super) fn new() -> Self {
        Self {
            snapshot: Arc::new(Snapshot { chunks: Vec::new(), len: 0 }),
            entries: HashMap::new(),
            ids: Vec::new(),
            expiring: BTreeSet::new(),
            bytes: 0,
        }
    }

    pub(super) fn snapshot(&self) -> Arc<Snapshot<R>> {
        Arc::clone(&self.snapshot)
    }

    /// About how many bytes the rows and what leads to them hold.
    pub(super) fn bytes(&self) -> usize {
        let entry = size_of::<Entry>() + 2 * size_of::<R::Id>() + 64;
        self.bytes + self.entries.len() * entry
    }

    /// Takes over what was seen of an item, unless something newer is known.
    pub(super) fn merge(&mut self, mut seen: Seen<R>) {
        let known = self.entries.get(&seen.id);
        if known.is_some_and(|entry| (entry.version, entry.changed_at) >= (seen.version, seen.changed_at)) {
            return;
        }
        let place = known.and_then(|entry| entry.place);
        let place = match (place, seen.row.take()) {
            (Some(place), Some(row)) => Some(self.replace(place, row)),
            (None, Some(row)) => Some(self.add(seen.id.clone(), row)),
            (Some(place), None) => {
                self.remove(place);
                None
            }
            (None, None) => None,
        };
        self.expiring.extend(seen.expires_at);
        let Seen { id, version, changed_at, expires_at, .. } = seen;
        self.entries.insert(id, Entry { version, changed_at, expires_at, place });
    }

    /// Drops what has expired: no change of the item tells of it.
    pub(super) fn expire(&mut self, now: Micros) {
        let seconds = now.seconds();
        if self.expiring.first().is_none_or(|first| *first > seconds) {
            return;
        }
        self.expiring = self.expiring.split_off(&(seconds + 1));
        let expired = |entry: &Entry| entry.expires_at.is_some_and(|at| at <= seconds);
        let gone: Vec<_> =
            self.entries.iter().filter(|(_, entry)| expired(entry)).map(|(id, _)| id.clone()).collect();
        for id in gone {
            let place = self.entries.get_mut(&id).and_then(|entry| {
                entry.expires_at = None;
                entry.place.take()
            });
            if let Some(place) = place {
                self.remove(place);
            }
        }
    }

    fn add(&mut self, id: R::Id, row: R) -> usize {
        self.bytes += row.weight();
        self.ids.push(id);
        Arc::make_mut(&mut self.snapshot).push(Arc::new(row))
    }

    fn replace(&mut self, place: usize, row: R) -> usize {
        self.bytes = self.bytes + row.weight() - self.snapshot.row(place).weight();
        Arc::make_mut(&mut self.snapshot).replace(place, Arc::new(row));
        place
    }

    /// Takes a row out by moving the last one into its place.
    fn remove(&mut self, place: usize) {
        self.bytes -= self.snapshot.row(place).weight();
        let snapshot = Arc::make_mut(&mut self.snapshot);
        let (Some(last), Some(last_id)) = (snapshot.pop(), self.ids.pop()) else { return };
        if place == self.ids.len() {
            return;
        }
        snapshot.replace(place, last);
        if let Some(entry) = self.entries.get_mut(&last_id) {
            entry.place = Some(place);
        }
        self.ids[place] = last_id;
    }
}
