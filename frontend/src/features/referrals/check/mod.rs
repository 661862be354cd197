//! Asking before the work whether a merchant is known already.

mod answer;
mod page;

pub use page::CheckPage;
