//! Who moved profiles and records over, and who took that back.

use super::{AuditAct, AuditEntry, AuditId, AuditSubject, SubjectKind};
use crate::actor::Stamp;
use crate::migration::{MigrationRun, RunState};

/// The entry about a change of a run: where it stands is another place than before; `None` for every batch between.
/// `revision` is the run's after it.
#[must_use]
pub fn of_migration(
    before: Option<&MigrationRun>,
    after: &MigrationRun,
    revision: u64,
    changed: &Stamp,
) -> Option<AuditEntry> {
    if before.is_some_and(|before| before.state == after.state) {
        return None;
    }
    let act = match after.state {
        RunState::Running => AuditAct::MigrationBegun,
        RunState::Stopped => AuditAct::MigrationStopped,
        RunState::Done => AuditAct::MigrationFinished,
        RunState::RolledBack => AuditAct::MigrationUndone,
        // It is told of once it is done.
        RunState::RollingBack => return None,
    };
    // The name is that of the first file.
    let name = after.files.first().map(|file| file.name.clone()).unwrap_or_default();
    let subject = AuditSubject { kind: SubjectKind::Migration, id: after.id.to_string(), name };
    Some(AuditEntry {
        id: AuditId::derive(&subject, revision),
        at: changed.at,
        by: changed.by.clone(),
        act,
        subject,
        organisation: None,
        detail: None,
        note: None,
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::actor::Actor;

    #[test]
    fn only_what_moves_a_run_is_told() {
        let stamp = Stamp { by: Actor::system().signature(), at: DateTime::default() };
        let run = MigrationRun::begin(MigrationRun::id_at(1, 1), stamp.clone(), Vec::new());
        let told = |before: Option<&MigrationRun>, state| {
            let after = MigrationRun { state, ..run.clone() };
            of_migration(before, &after, 2, &stamp).map(|entry| entry.act)
        };
        assert_eq!(told(None, RunState::Running), Some(AuditAct::MigrationBegun));
        assert_eq!(told(Some(&run), RunState::Running), None);
        assert_eq!(told(Some(&run), RunState::Done), Some(AuditAct::MigrationFinished));
        assert_eq!(told(Some(&run), RunState::Stopped), Some(AuditAct::MigrationStopped));
        assert_eq!(told(Some(&run), RunState::RollingBack), None);
        assert_eq!(told(Some(&run), RunState::RolledBack), Some(AuditAct::MigrationUndone));
    }
}
