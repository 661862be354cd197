//! Rows that are ticked, to do something with all of them.

use leptos::prelude::*;

use crate::i18n::texts;

/// The rows that are ticked. What is not on the page is not ticked either: nobody changes what they do not see.
pub struct Selection<T: 'static> {
    chosen: RwSignal<Vec<String>>,
    id: fn(&T) -> String,
    name: fn(&T) -> String,
}

impl<T> Clone for Selection<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Selection<T> {}

impl<T> Selection<T> {
    /// Nothing is ticked yet. `id` tells rows apart; `name` says which row a tick is for.
    pub fn new(id: fn(&T) -> String, name: fn(&T) -> String) -> Self {
        Self { chosen: RwSignal::new(Vec::new()), id, name }
    }

    /// The ids of the ticked rows, in the order in which they were ticked.
    pub fn chosen(self) -> Signal<Vec<String>> {
        self.chosen.into()
    }

    /// Takes every tick away.
    pub fn clear(self) {
        self.chosen.set(Vec::new());
    }

    /// Ticks these rows and no others.
    pub fn choose(self, items: &[T]) {
        self.chosen.set(self.ids(items));
    }

    /// Forgets the rows that are not among these.
    pub(super) fn keep_only(self, items: &[T]) {
        let shown: Vec<String> = items.iter().map(self.id).collect();
        // Told only of a change: whoever follows the choice would begin anew at every page.
        self.chosen.maybe_update(|chosen| {
            let before = chosen.len();
            chosen.retain(|id| shown.contains(id));
            chosen.len() != before
        });
    }

    /// Whether a row is ticked.
    pub(super) fn has(self, item: &T) -> impl Fn() -> bool + Send + Sync + Clone + 'static {
        let id = (self.id)(item);
        move || self.chosen.with(|chosen| chosen.contains(&id))
    }

    /// The head of the column of ticks, which ticks all rows of the page.
    pub(super) fn head(self, ids: impl Fn() -> Vec<String> + Send + Sync + Copy + 'static) -> AnyView {
        let shown = Memo::new(move |_| ids());
        let count = move || self.chosen.with(Vec::len);
        let all = move || count() > 0 && count() == shown.with(Vec::len);
        let some = move || count() > 0 && !all();
        let choose = move |event| {
            let wanted = event_target_checked(&event);
            self.chosen.set(if wanted { shown.get_untracked() } else { Vec::new() });
        };
        view! {
            <th scope="col" role="columnheader" class="row-tick">
                <label>
                    <input
                        type="checkbox"
                        aria-label=texts::list::select_all
                        prop:checked=all
                        prop:indeterminate=some
                        on:change=choose
                    />
                </label>
            </th>
        }
        .into_any()
    }

    /// The ids of rows.
    pub(super) fn ids(self, items: &[T]) -> Vec<String> {
        items.iter().map(self.id).collect()
    }

    /// A row's tick.
    pub(super) fn cell(self, item: &T) -> AnyView {
        let (id, name) = ((self.id)(item), (self.name)(item));
        let choose = move |event| {
            let wanted = event_target_checked(&event);
            self.chosen.update(|chosen| {
                chosen.retain(|other| *other != id);
                if wanted {
                    chosen.push(id.clone());
                }
            });
        };
        view! {
            <td role="cell" class="row-tick">
                <label>
                    <input
                        type="checkbox"
                        aria-label=move || texts::list::select_row(&name)
                        prop:checked=self.has(item)
                        on:change=choose
                    />
                </label>
            </td>
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_on_the_page_is_not_ticked_either() {
        let owner = Owner::new();
        owner.with(|| {
            let selection = Selection::<&str>::new(|id| (*id).to_owned(), |name| (*name).to_owned());
            selection.chosen.set(vec!["c".to_owned(), "a".to_owned(), "b".to_owned()]);
            selection.keep_only(&["a", "c", "d"]);
            assert_eq!(selection.chosen().get_untracked(), ["c", "a"]);
            assert!(untrack(selection.has(&"a")) && !untrack(selection.has(&"b")));
            selection.clear();
            assert!(selection.chosen().get_untracked().is_empty());
        });
    }
}
