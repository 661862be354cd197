//! Checking a receipt: that what was decided is what the file says. The file stays in the browser.

mod outcome;
mod page;
mod signature;
mod verdict;

pub use page::CheckReceiptPage;
