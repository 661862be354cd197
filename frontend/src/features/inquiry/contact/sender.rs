//! Who is about to send: only merchants do, and who is not signed in yet may fill in the form all the same.

use guildhall_domain::actor::Side;

use crate::auth::Session;
use crate::browser;

/// Who fills in the form.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sender {
    /// Nobody is signed in.
    Visitor,
    /// A merchant, with name and address.
    Merchant {
        /// The name.
        name: String,
        /// The address.
        email: String,
    },
    /// A partner, or one of the platform's own people.
    Other,
}

impl Sender {
    /// Who it is by the session.
    pub(super) fn of(session: Option<&Session>) -> Self {
        match session {
            None => Self::Visitor,
            Some(session) if session.role.side() == Side::Merchant => {
                Self::Merchant { name: session.name.clone(), email: session.email.clone() }
            }
            Some(_) => Self::Other,
        }
    }
}

const READY: &str = "guildhall.inquiry.ready";

/// Notes that the form was ready when its writer left for the sign-in.
pub(super) fn leave_ready(handle: &str) {
    browser::keep_in_tab(READY, handle);
}

/// Whether it was, once.
pub(super) fn was_ready(handle: &str) -> bool {
    let ready = browser::kept_in_tab(READY).is_some_and(|kept| kept == handle);
    browser::forget_in_tab(READY);
    ready
}
