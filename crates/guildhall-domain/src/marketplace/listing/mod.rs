//! Lists of the marketplace's records, narrowed as its own interface narrowed them.

mod conversation;
mod customer;
mod job;

pub use conversation::{ConversationColumn, ConversationFilter, ConversationRow, ConversationSummary};
pub use customer::{
    CustomerColumn, CustomerFilter, CustomerId, CustomerRow, InvalidCustomerId, customers_of,
};
pub use job::{JobColumn, JobFilter, JobRow};

use crate::text::fold;

/// The words of a search, folded: all of them must occur.
fn words_of(search: &str) -> Vec<String> {
    search.split_whitespace().map(fold).collect()
}
