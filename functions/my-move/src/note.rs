//! What the partner notes.

use guildhall_contract::moving::ToolsEntry;
use guildhall_domain::actor::Stamp;
use guildhall_domain::migration::{MoveNote, MoveNotes, NoteRefusal};
use guildhall_http::{Caller, OrFail, Organisation, Problem, ProblemCode};
use guildhall_store::{Kept, KeptPut};

use crate::MyMove;

/// How often a note is taken up again when somebody else notes something at the same time. Notes do not contradict
/// each other, so nobody has to be asked.
const TRIES: usize = 5;

/// What came of a note.
pub(crate) struct Noted {
    /// The notes as they are now.
    pub(crate) notes: MoveNotes,
    /// Whether nothing was written, since the caller saw something older.
    pub(crate) is_stale: bool,
}

impl MyMove {
    /// Notes something, provided that what stands there is current.
    pub(crate) async fn note(
        &self,
        caller: &Caller,
        organisation: &Organisation,
        note: MoveNote,
        is_current: &(dyn Fn(&MoveNotes) -> bool + Sync),
    ) -> Result<Noted, Problem> {
        let mut there = self.moves.notes(&organisation.id).await.or_fail()?;
        for _ in 0..TRIES {
            let revision = there.as_ref().map_or(0, |kept| kept.revision);
            let mut notes = there.map(|kept| kept.value).unwrap_or_default();
            if !is_current(&notes) {
                return Ok(Noted { notes, is_stale: true });
            }
            let now = self.clock.now();
            if !notes.note(note.clone(), &caller.actor, now).map_err(refused)? {
                return Ok(Noted { notes, is_stale: false });
            }
            let stamp = Stamp { by: caller.actor.signature(), at: now };
            let put = self.moves.put_notes(&organisation.id, Kept::after(revision, notes, stamp)).await;
            there = match put.or_fail()? {
                KeptPut::Done(kept) => return Ok(Noted { notes: kept.value, is_stale: false }),
                KeptPut::Conflict(current) => current.map(|kept| *kept),
            };
        }
        Err(Problem::new(ProblemCode::Unavailable))
    }
}

fn refused(refusal: NoteRefusal) -> Problem {
    match refusal {
        NoteRefusal::Forbidden => Problem::new(ProblemCode::Forbidden),
        NoteRefusal::TooMany => Problem::new(ProblemCode::NotNow),
    }
}

/// The tools as they are answered.
pub(crate) fn tools_entry(notes: &MoveNotes) -> ToolsEntry {
    ToolsEntry {
        communication: notes.tools.communication.clone(),
        invoicing: notes.tools.invoicing.clone(),
        changed: notes.tools_changed.clone(),
        version: notes.tools_revision,
    }
}

/// Whether the caller may note anything.
pub(crate) fn may_note(caller: &Caller, organisation: &Organisation) -> bool {
    caller.actor.role.submits_leads() && !organisation.suspended
}
