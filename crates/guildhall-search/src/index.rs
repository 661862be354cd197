use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::profile::Handle;

use crate::reader::Reader;
use crate::sets::Sets;
use crate::vocabulary::{Place, Vocabulary};

/// With more new partners at once than this, all are sorted again; fewer are put in one by one.
const FEW: usize = 64;

/// Every listed partner, ready to be searched.
pub struct Index {
    /// By place.
    rows: Vec<Option<Listed>>,
    /// Places that nobody has.
    free: Vec<Place>,
    places: HashMap<Handle, Place>,
    /// Everybody's place in the order of handles, which breaks ties.
    by_handle: Vec<Place>,
    /// The list that [`Self::sync`] saw last.
    pub(crate) synced: Vec<Arc<DirectoryRow>>,
    pub(crate) sets: Sets,
    pub(crate) vocabulary: Vocabulary,
}

/// A partner with what every search needs of it.
pub(crate) struct Listed {
    pub(crate) row: Arc<DirectoryRow>,
    /// The points of its default rank that need neither text nor place.
    pub(crate) base: u32,
    /// The average rating in hundredths of a star; 0 without reviews.
    pub(crate) average: u32,
    /// Its rank among the handles.
    pub(crate) rank: u32,
}

impl Default for Index {
    fn default() -> Self {
        Self::build([])
    }
}

impl Index {
    /// An index of these partners. Of several with one handle the last stays.
    #[must_use]
    pub fn build(rows: impl IntoIterator<Item = Arc<DirectoryRow>>) -> Self {
        let mut index = Self {
            rows: Vec::new(),
            free: Vec::new(),
            places: HashMap::new(),
            by_handle: Vec::new(),
            synced: Vec::new(),
            sets: Sets::default(),
            vocabulary: Vocabulary::new(),
        };
        index.apply([], rows);
        index
    }

    /// Lists a partner, or takes over what has changed of it.
    pub fn upsert(&mut self, row: Arc<DirectoryRow>) {
        self.apply([], [row]);
    }

    /// Takes a partner out. Whether it was there.
    pub fn remove(&mut self, handle: &Handle) -> bool {
        let before = self.len();
        self.apply([handle], []);
        self.len() < before
    }

    /// Takes partners out, then takes over others: cheaper than one by one. Costs what has changed, not what
    /// is there.
    pub fn apply<'a>(
        &mut self,
        removed: impl IntoIterator<Item = &'a Handle>,
        changed: impl IntoIterator<Item = Arc<DirectoryRow>>,
    ) {
        let reader = &mut Reader::default();
        let gone: HashSet<Place> =
            removed.into_iter().filter_map(|handle| self.take_out(handle, reader)).collect();
        if !gone.is_empty() {
            self.by_handle.retain(|place| !gone.contains(place));
            self.free.extend(&gone);
        }
        let new: Vec<Place> = changed.into_iter().filter_map(|row| self.put(row, reader)).collect();
        if !gone.is_empty() || !new.is_empty() {
            self.order(new);
        }
        self.vocabulary.settle();
    }

    /// The partner with a handle.
    #[must_use]
    pub fn get(&self, handle: &Handle) -> Option<&Arc<DirectoryRow>> {
        let place = self.places.get(handle)?;
        self.listed(*place as usize).map(|listed| &listed.row)
    }

    /// How many partners are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether nobody is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Everybody, by handle.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<DirectoryRow>> {
        self.by_handle.iter().filter_map(|place| self.listed(*place as usize)).map(|listed| &listed.row)
    }

    pub(crate) fn listed(&self, place: usize) -> Option<&Listed> {
        self.rows.get(place)?.as_ref()
    }

    /// The place of a rank among the handles.
    pub(crate) fn place_of_rank(&self, rank: usize) -> Option<usize> {
        self.by_handle.get(rank).map(|place| *place as usize)
    }

    /// Forgets all that is known of a partner.
    fn take_out(&mut self, handle: &Handle, reader: &mut Reader) -> Option<Place> {
        let place = self.places.remove(handle)?;
        let listed = self.rows[place as usize].take()?;
        self.forget(place, &listed.row, reader);
        Some(place)
    }

    /// Puts a row into its place; says the place if it is a new one.
    fn put(&mut self, row: Arc<DirectoryRow>, reader: &mut Reader) -> Option<Place> {
        let known = self.places.get(&row.handle).copied();
        let place = known.unwrap_or_else(|| self.new_place(&row.handle));
        let before = self.rows[place as usize].take();
        if let Some(before) = &before {
            self.forget(place, &before.row, reader);
        }
        for (word, field) in reader.words_of(&row, &mut self.vocabulary) {
            self.vocabulary.add(word, place, field);
        }
        self.sets.add(place, &row);
        self.rows[place as usize] = Some(Listed {
            base: row.facts().base(),
            average: row.ratings.average().unwrap_or(0),
            rank: before.map_or(0, |before| before.rank),
            row,
        });
        known.is_none().then_some(place)
    }

    fn new_place(&mut self, handle: &Handle) -> Place {
        let place = self.free.pop().unwrap_or_else(|| {
            self.rows.push(None);
            Place::try_from(self.rows.len() - 1).unwrap_or(Place::MAX)
        });
        self.places.insert(handle.clone(), place);
        place
    }

    /// Takes a row out of sets and postings. Its words are read again rather than kept: a change is rare,
    /// and the lists of words would weigh as much as the postings.
    fn forget(&mut self, place: Place, row: &DirectoryRow, reader: &mut Reader) {
        self.sets.remove(place, row);
        for (word, _) in reader.words_of(row, &mut self.vocabulary) {
            self.vocabulary.remove(word, place);
        }
    }

    /// Puts new places into the order of handles and counts the ranks anew.
    fn order(&mut self, new: Vec<Place>) {
        let rows = &self.rows;
        let handle = |place: Place| rows[place as usize].as_ref().map(|listed| listed.row.handle.as_str());
        if new.len() > FEW {
            self.by_handle.extend(new);
            self.by_handle.sort_unstable_by_key(|place| handle(*place));
        } else {
            for place in new {
                let at = self.by_handle.partition_point(|other| handle(*other) < handle(place));
                self.by_handle.insert(at, place);
            }
        }
        for (rank, place) in (0..).zip(&self.by_handle) {
            if let Some(listed) = &mut self.rows[*place as usize] {
                listed.rank = rank;
            }
        }
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("len", &self.len()).finish_non_exhaustive()
    }
}
