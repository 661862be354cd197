//! Where the items about a partner's move from the marketplace live.

use guildhall_domain::ids::OrgId;

use super::Key;

const MIGRATION: &str = "MIGRATION";
const MOVE: &str = "MOVE";

impl Key {
    /// What became of an organisation's old profile, beside the profile itself.
    #[must_use]
    pub fn migrated_profile(org: &OrgId) -> Self {
        Self { pk: format!("ORG#{org}#PROFILE"), sk: MIGRATION.to_owned() }
    }

    /// What an organisation has noted of its move.
    #[must_use]
    pub fn move_notes(org: &OrgId) -> Self {
        Self { pk: format!("ORG#{org}#MOVE"), sk: MOVE.to_owned() }
    }
}
