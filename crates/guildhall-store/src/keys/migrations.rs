//! Where runs of the migration stand, and what they noted.

use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::RunId;

use super::Key;

/// The partition of all runs, and of which one is under way.
pub const MIGRATIONS: &str = "MIGRATIONS";

const RUN: &str = "RUN#";
/// What was wrong with records, by batch.
const BAD: &str = "BAD#";
/// Whose records came, by batch.
pub(crate) const PARTNERS: &str = "ORGS#";

impl Key {
    /// A run. Later runs come first.
    #[must_use]
    pub fn migration_run(id: RunId) -> Self {
        Self { pk: MIGRATIONS.to_owned(), sk: format!("{RUN}{}", turned(&id.to_string())) }
    }

    /// Which run is under way. It comes after all runs.
    #[must_use]
    pub fn migration_lock() -> Self {
        Self { pk: MIGRATIONS.to_owned(), sk: "UNDERWAY".to_owned() }
    }

    /// Whose records came with a batch.
    #[must_use]
    pub fn migration_partners(run: RunId, batch: u32) -> Self {
        Self { pk: migration_of(run), sk: format!("{PARTNERS}{batch:06}") }
    }

    /// What was wrong with the records of a batch.
    #[must_use]
    pub fn migration_bad(run: RunId, batch: u32) -> Self {
        Self { pk: migration_of(run), sk: format!("{BAD}{batch:06}") }
    }

    /// How an organisation's profile stood before a run changed it.
    #[must_use]
    pub fn migration_before(run: RunId, org: &OrgId) -> Self {
        Self { pk: migration_of(run), sk: format!("BEFORE#{org}") }
    }
}

/// The partition of what a run noted.
#[must_use]
pub fn migration_of(run: RunId) -> String {
    format!("MIGRATION#{run}")
}

/// The batch whose bad records stand at a sort key.
pub(crate) fn bad_batch_at(sk: &str) -> Option<u32> {
    sk.strip_prefix(BAD)?.parse().ok()
}

/// Hexadecimal digits, each turned about, so that what came last comes first.
fn turned(digits: &str) -> String {
    let turn = |digit: char| digit.to_digit(16).and_then(|value| char::from_digit(15 - value, 16));
    digits.chars().map(|digit| turn(digit).unwrap_or(digit)).collect()
}

#[cfg(test)]
mod tests {
    use guildhall_domain::migration::MigrationRun;

    use super::*;

    #[test]
    fn later_runs_come_first_and_the_lock_last() {
        let [early, late] = [5, 6].map(|at| Key::migration_run(MigrationRun::id_at(at, 7)).sk);
        assert!(late < early);
        assert!(early < Key::migration_lock().sk);
    }

    #[test]
    fn a_batch_is_found_at_its_key() {
        let key = Key::migration_bad(MigrationRun::id_at(1, 1), 12);
        assert_eq!(bad_batch_at(&key.sk), Some(12));
        assert_eq!(bad_batch_at("BEFORE#acme"), None);
    }
}
