//! Where a partner is reached.

use guildhall_contract::profile_form::{CONTACT_EMAIL, WEBSITE};
use guildhall_domain::migration::Outcome;
use guildhall_domain::personal::Personal;

use super::fitting::{changed, fitting};

/// The address, or none if what stood there is none.
pub(super) fn email(old: Option<&Personal>) -> (Personal, Outcome) {
    let Some(old) = old.filter(|old| !old.as_str().trim().is_empty()) else {
        return (Personal::default(), Outcome::Added);
    };
    match fitting(&CONTACT_EMAIL, old.as_str()) {
        Ok(Some(email)) => {
            let outcome = changed(old.as_str(), &email);
            (Personal::new(email), outcome)
        }
        Ok(None) | Err(_) => (Personal::default(), Outcome::Removed { old: old.clone() }),
    }
}

/// The site, with its scheme.
pub(super) fn website(old: Option<&str>) -> (Option<String>, Outcome) {
    let Some(old) = old.map(str::trim).filter(|old| !old.is_empty()) else {
        return (None, Outcome::Added);
    };
    match fitting(&WEBSITE, old) {
        Ok(Some(site)) | Err(Some(site)) => {
            let outcome = changed(old, &site);
            (Some(site), outcome)
        }
        Ok(None) | Err(None) => (None, Outcome::Removed { old: old.into() }),
    }
}
