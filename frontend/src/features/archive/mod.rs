//! Everything that is kept for an organisation, as one archive.

mod button;
mod making;

pub use button::ArchiveButton;

use crate::auth::Session;

/// Whether somebody may make an archive of their organisation.
#[must_use]
pub fn makes_archives(session: &Session) -> bool {
    session.role.manages_organisation() && session.sees_money
}
