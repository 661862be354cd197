//! The public directory: which partners are listed, what they are filtered and ordered by.

mod filter;
mod price_band;
mod row;

pub use filter::{DirectoryFilter, DirectoryOrder, DirectoryQuery, RatingFloor};
pub use price_band::{PriceBand, REFERENCE_RATES};
pub use row::DirectoryRow;

/// How many partners stand on a page.
pub const PAGE_SIZE: usize = 16;
