//! Home: where partners begin. What they earn, how many referrals and leads there are, and what changed last.

mod activity;
mod figures;
mod page;

pub use page::HomePage;
