//! The rows of the editor's lists.

use leptos::prelude::*;

use super::typed::{TypedService, TypedWork};

/// A service in the editor.
#[derive(Clone, Copy)]
pub(super) struct ServiceRow {
    service: StoredValue<String>,
    /// Whether it is a speciality.
    pub featured: RwSignal<bool>,
    /// `contact`, `from` or `range`.
    pub kind: RwSignal<String>,
    /// The least.
    pub from: RwSignal<String>,
    /// The most.
    pub to: RwSignal<String>,
    /// The currency.
    pub currency: RwSignal<String>,
    /// A few words.
    pub description: RwSignal<String>,
}

impl ServiceRow {
    pub(super) fn new(typed: TypedService) -> Self {
        Self {
            service: StoredValue::new(typed.service),
            featured: RwSignal::new(typed.featured),
            kind: RwSignal::new(typed.kind),
            from: RwSignal::new(typed.from),
            to: RwSignal::new(typed.to),
            currency: RwSignal::new(typed.currency),
            description: RwSignal::new(typed.description),
        }
    }

    /// Which service, by slug.
    pub(super) fn service(self) -> String {
        self.service.get_value()
    }

    /// What stands in it.
    pub(super) fn typed(self) -> TypedService {
        TypedService {
            service: self.service(),
            featured: self.featured.get(),
            kind: self.kind.get(),
            from: self.from.get(),
            to: self.to.get(),
            currency: self.currency.get(),
            description: self.description.get(),
        }
    }
}

/// A piece of work in the editor.
#[derive(Clone, Copy)]
pub(super) struct WorkRow {
    /// What it is called.
    pub title: RwSignal<String>,
    /// Where it is seen.
    pub link: RwSignal<String>,
    /// What it was.
    pub description: RwSignal<String>,
}

impl WorkRow {
    pub(super) fn new(typed: TypedWork) -> Self {
        Self {
            title: RwSignal::new(typed.title),
            link: RwSignal::new(typed.link),
            description: RwSignal::new(typed.description),
        }
    }

    /// What stands in it.
    pub(super) fn typed(self) -> TypedWork {
        TypedWork { title: self.title.get(), link: self.link.get(), description: self.description.get() }
    }
}

/// A row that was taken out, and where it stood: it can be put back.
#[derive(Clone, Copy)]
pub(super) struct TakenOut<T> {
    /// The row.
    pub row: T,
    /// Its place.
    pub place: usize,
}

/// Takes the row at a place out of a list.
pub(super) fn take_out<T: Copy>(rows: &mut Vec<T>, place: usize) -> Option<TakenOut<T>> {
    (place < rows.len()).then(|| TakenOut { row: rows.remove(place), place })
}

/// Puts a row back where it stood, or at the end of what is left.
pub(super) fn put_back<T>(rows: &mut Vec<T>, taken: TakenOut<T>) {
    let place = taken.place.min(rows.len());
    rows.insert(place, taken.row);
}

/// Moves the row at a place by one, up or down; where it is then.
pub(super) fn shift<T>(rows: &mut [T], place: usize, down: bool) -> usize {
    let target = if down { place + 1 } else { place.saturating_sub(1) };
    if place >= rows.len() || target >= rows.len() {
        return place;
    }
    rows.swap(place, target);
    target
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_goes_back_where_it_stood() {
        let mut rows = vec!['a', 'b', 'c'];
        let taken = take_out(&mut rows, 1).unwrap();
        assert_eq!(rows, ['a', 'c']);
        put_back(&mut rows, taken);
        assert_eq!(rows, ['a', 'b', 'c']);
        assert!(take_out(&mut rows, 3).is_none());
    }

    #[test]
    fn a_row_stops_at_either_end() {
        let mut rows = ['a', 'b'];
        assert_eq!(shift(&mut rows, 0, false), 0);
        assert_eq!(shift(&mut rows, 0, true), 1);
        assert_eq!(shift(&mut rows, 1, true), 1);
        assert_eq!(rows, ['b', 'a']);
    }
}
