//! Referrals: the history of what succeeded, one of them, and the terms it earns under.

mod check;
mod history;
mod referral;
mod terms;

pub use check::CheckPage;
pub use history::HistoryPage;
pub(super) use history::href as referral_href;
pub use referral::ReferralPage;
pub use terms::TermsPage;
