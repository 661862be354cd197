//! Referrals: the history of what succeeded, and the terms it earns under.

mod check;
mod history;
mod terms;

pub use check::CheckPage;
pub use history::HistoryPage;
pub use terms::TermsPage;
