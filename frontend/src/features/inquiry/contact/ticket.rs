//! The ticket without which a form is not taken. It is asked for when the form opens and kept with the draft, so that
//! who comes back from the sign-in does not look like somebody who filled it in within a second.

use guildhall_domain::inquiry::spam::SLOWEST_SECONDS;
use serde::{Deserialize, Serialize};

use crate::browser;

#[derive(Serialize, Deserialize)]
struct Kept {
    token: String,
    since: f64,
}

fn place(handle: &str) -> String {
    format!("guildhall.ticket.{handle}")
}

/// The token to send: the one that was kept while it is good, or else the new one, which is kept from now on.
pub(super) fn settle(handle: &str, new: String) -> String {
    let kept = browser::kept(&place(handle)).and_then(|text| serde_json::from_str::<Kept>(&text).ok());
    match kept.filter(|kept| is_good(kept.since, browser::now_ms())) {
        Some(kept) => kept.token,
        None => {
            keep(handle, &new);
            new
        }
    }
}

/// Keeps a token as of now.
pub(super) fn keep(handle: &str, token: &str) {
    let kept = Kept { token: token.to_owned(), since: browser::now_ms() };
    browser::keep(&place(handle), &serde_json::to_string(&kept).unwrap_or_default());
}

/// It was used.
pub(super) fn forget(handle: &str) {
    browser::forget(&place(handle));
}

/// Whether it is good for an hour more: time enough to finish.
fn is_good(since: f64, now: f64) -> bool {
    #[allow(clippy::cast_precision_loss, reason = "a day in milliseconds is exact")]
    let longest = (SLOWEST_SECONDS - 60 * 60) as f64 * 1_000.0;
    (0.0..longest).contains(&(now - since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_given_up_an_hour_before_it_ends() {
        let hour = 3_600_000.0;
        assert!(is_good(0.0, 22.9 * hour));
        assert!(!is_good(0.0, 23.1 * hour));
        assert!(!is_good(hour, 0.0));
    }
}
