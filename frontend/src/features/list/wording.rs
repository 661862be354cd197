use super::Orders;

/// What tells one list from another: its orders and its words.
pub struct Wording<C: 'static> {
    /// What it can be sorted by.
    pub orders: Orders<C>,
    /// What the table holds and how it is sorted; takes the order in words.
    pub caption: fn(&str) -> String,
    /// What is loading: *Loading leads*.
    pub loading: fn() -> &'static str,
    /// What could not be loaded, as a sentence.
    pub failed: fn() -> &'static str,
    /// The name of the search box.
    pub search: fn() -> &'static str,
    /// What can be searched for.
    pub search_in: fn() -> &'static str,
    /// The filters let nothing through.
    pub no_match: fn() -> &'static str,
    /// The search finds nothing; takes what was searched for.
    pub no_match_for: fn(&str) -> String,
    /// What was searched.
    pub no_match_text: fn() -> &'static str,
    /// What is paged through: *Pages of leads*.
    pub pages: fn() -> &'static str,
}

impl<C> Clone for Wording<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Wording<C> {}
