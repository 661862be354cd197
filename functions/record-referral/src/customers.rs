//! What a referred merchant is known by from then on.

use guildhall_domain::lead::listing::registrable_domain;
use guildhall_domain::referral::Merchant;
use guildhall_domain::text::fold;

/// The registrable domain of the website, and the folded address.
pub(crate) fn names_of(merchant: &Merchant) -> Vec<String> {
    let domain = merchant.website.as_deref().and_then(registrable_domain);
    domain.into_iter().chain(merchant.email.as_deref().map(fold)).collect()
}
