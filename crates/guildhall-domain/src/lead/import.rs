//! How many rows of files become leads, or correct them.

use crate::limit::Limit;

/// How many rows an organisation may have written in a day. What changes nothing does not count.
pub const ROWS_A_DAY: Limit = Limit { scope: "import-rows", burst: 10_000, interval: 9 };
