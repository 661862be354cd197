//! Home: where partners begin. What they earn, how many referrals and leads there are, and what changed last.

mod activity;
mod page;

pub use page::HomePage;
