//! Referrals: the history of what succeeded, and the terms it earns under.

mod history;
mod terms;

pub use history::HistoryPage;
pub use terms::TermsPage;
