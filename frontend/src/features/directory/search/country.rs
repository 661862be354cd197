//! The visitor's country, which is remembered in this browser: who came once from Sweden comes from there again.

use guildhall_domain::country::Country;

use super::SearchAddress;
use crate::browser;

const KEPT_AS: &str = "guildhall.country";

/// Puts the remembered country into an address that names none.
pub(super) fn take_up(address: SearchAddress) {
    use leptos::prelude::*;
    let named = address.query.with_untracked(|asked| asked.search.query.visitor);
    let remembered = || browser::kept(KEPT_AS).and_then(|code| code.parse::<Country>().ok());
    match (named, remembered()) {
        (Some(country), _) => browser::keep(KEPT_AS, country.code()),
        // The page itself stays: a shared link leads to the same place in the results.
        (None, Some(country)) => address.correct(|asked| asked.search.query.visitor = Some(country)),
        (None, None) => {}
    }
}

/// Remembers a choice, or that there is none.
pub(super) fn remember(country: Option<Country>) {
    match country {
        Some(country) => browser::keep(KEPT_AS, country.code()),
        None => browser::forget(KEPT_AS),
    }
}
