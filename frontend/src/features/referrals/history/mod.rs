//! The referral history: every merchant who was referred with success.

mod address;
mod columns;
mod filters;
pub(super) mod names;
mod page;
mod state;
mod tiles;
mod wording;

pub use page::HistoryPage;
pub(super) use state::StateLine;

use chrono::{DateTime, Utc};
use guildhall_contract::query::ReferralQuery;
use guildhall_contract::referrals::ReferralPage;
use guildhall_domain::policy::terms_by_id;
use guildhall_domain::referral::ReferralId;

use crate::features::list::Listing;
use crate::i18n::language;

type History = Listing<ReferralQuery, ReferralPage>;

/// Where one referral is shown.
pub(in crate::features) fn href(id: &ReferralId) -> String {
    format!("/referrals/history/{}", js_sys::encode_uri_component(id.as_str()))
}

/// Which terms apply to a referral and why, in the reader's language.
pub(super) fn why_words(
    terms: String,
    referred_at: DateTime<Utc>,
) -> impl Fn() -> Option<String> + Clone + Send {
    move || terms_by_id(&terms).map(|terms| terms.why(referred_at, language()))
}
