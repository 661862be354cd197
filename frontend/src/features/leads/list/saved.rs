//! Filters that somebody gave a name, kept in their browser.

use serde::{Deserialize, Serialize};

use crate::browser;

/// The most filters that one person keeps; the oldest makes room.
const MOST: usize = 20;
/// The longest name, in characters.
pub(super) const NAME_MAX: usize = 40;

/// A named address of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedFilter {
    /// What it was called.
    pub name: String,
    /// The list's address, first page.
    pub href: String,
}

fn key(user_id: &str) -> String {
    format!("guildhall.filters.leads.{user_id}")
}

/// The filters that this person keeps here, oldest first. What cannot be read counts as none.
pub(super) fn load(user_id: &str) -> Vec<SavedFilter> {
    let kept = browser::kept(&key(user_id)).unwrap_or_default();
    serde_json::from_str(&kept).unwrap_or_default()
}

/// Keeps them.
pub(super) fn store(user_id: &str, filters: &[SavedFilter]) {
    if let Ok(written) = serde_json::to_string(filters) {
        browser::keep(&key(user_id), &written);
    }
}

/// Adds a filter; one of the same name is replaced.
pub(super) fn add(filters: &mut Vec<SavedFilter>, name: &str, href: String) {
    let name: String = name.trim().chars().take(NAME_MAX).collect();
    filters.retain(|filter| filter.name != name);
    filters.push(SavedFilter { name, href });
    let surplus = filters.len().saturating_sub(MOST);
    filters.drain(..surplus);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(filters: &[SavedFilter]) -> Vec<&str> {
        filters.iter().map(|filter| filter.name.as_str()).collect()
    }

    #[test]
    fn a_name_stands_for_one_filter() {
        let mut filters = Vec::new();
        add(&mut filters, "Mine", "/a".to_owned());
        add(&mut filters, "Late", "/b".to_owned());
        add(&mut filters, " Mine ", "/c".to_owned());
        assert_eq!(names(&filters), ["Late", "Mine"]);
        assert_eq!(filters[1].href, "/c");
    }

    #[test]
    fn the_oldest_makes_room_and_long_names_are_cut() {
        let mut filters = Vec::new();
        for number in 0..MOST + 2 {
            add(&mut filters, &format!("{number}"), String::new());
        }
        assert_eq!((filters.len(), filters[0].name.as_str()), (MOST, "2"));
        add(&mut filters, &"å".repeat(NAME_MAX + 5), String::new());
        assert_eq!(filters.last().map(|filter| filter.name.chars().count()), Some(NAME_MAX));
    }
}
