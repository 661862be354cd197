//! What a partner notes of its move: the tools it has chosen, whom it has contacted, and that it has its records.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Tools;
use crate::actor::{Actor, Stamp};
use crate::marketplace::MarketplaceId;

/// So many customers can be marked as contacted. Nobody had as many jobs at a time.
pub const MOST_CONTACTED: usize = 2_000;

/// What a partner has noted. Whoever submits leads for the organisation may note it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MoveNotes {
    /// The tools of its own.
    #[serde(default)]
    pub tools: Tools,
    /// One more with every change of the tools; 0 if there never was one.
    #[serde(default)]
    pub tools_revision: u64,
    /// Who noted the tools.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tools_changed: Option<Stamp>,
    /// Whose jobs are arranged, by the store that they are for.
    #[serde(default)]
    pub contacted: BTreeMap<MarketplaceId, Stamp>,
    /// That the records were downloaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub downloaded: Option<Stamp>,
}

/// Something that a partner notes. Said again it changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveNote {
    /// These are the tools.
    Tools(Tools),
    /// The customer behind a store was contacted, or was not after all.
    Contacted(MarketplaceId, bool),
    /// The records were downloaded, or were not after all.
    Downloaded(bool),
}

/// Why a note is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    /// The actor's role only reads.
    #[error("this role only reads")]
    Forbidden,
    /// [`MOST_CONTACTED`] are marked.
    #[error("no more customers can be marked as contacted")]
    TooMany,
}

impl MoveNotes {
    /// Notes something, and tells whether that changed anything.
    ///
    /// # Errors
    /// When the actor may not, or there is no room.
    pub fn note(&mut self, note: MoveNote, actor: &Actor, now: DateTime<Utc>) -> Result<bool, NoteRefusal> {
        if !actor.role.submits_leads() {
            return Err(NoteRefusal::Forbidden);
        }
        let stamp = || Stamp { by: actor.signature(), at: now };
        match note {
            MoveNote::Tools(tools) if self.tools == tools && self.tools_revision > 0 => Ok(false),
            MoveNote::Tools(tools) => {
                self.tools = tools;
                self.tools_revision += 1;
                self.tools_changed = Some(stamp());
                Ok(true)
            }
            MoveNote::Contacted(shop, false) => Ok(self.contacted.remove(&shop).is_some()),
            MoveNote::Contacted(shop, true) if self.contacted.contains_key(&shop) => Ok(false),
            MoveNote::Contacted(_, true) if self.contacted.len() >= MOST_CONTACTED => {
                Err(NoteRefusal::TooMany)
            }
            MoveNote::Contacted(shop, true) => {
                self.contacted.insert(shop, stamp());
                Ok(true)
            }
            MoveNote::Downloaded(true) if self.downloaded.is_some() => Ok(false),
            MoveNote::Downloaded(true) => {
                self.downloaded = Some(stamp());
                Ok(true)
            }
            MoveNote::Downloaded(false) => Ok(self.downloaded.take().is_some()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Role;

    fn actor(role: Role) -> Actor {
        Actor { role, org: Some("acme".parse().unwrap()), ..Actor::system() }
    }

    fn shop() -> MarketplaceId {
        "9".parse().unwrap()
    }

    #[test]
    fn a_tick_is_taken_back_and_said_twice_changes_nothing() {
        let (mut notes, member) = (MoveNotes::default(), actor(Role::PartnerMember));
        let at = DateTime::default();
        for (note, changes) in [
            (MoveNote::Contacted(shop(), false), false),
            (MoveNote::Contacted(shop(), true), true),
            (MoveNote::Contacted(shop(), true), false),
            (MoveNote::Contacted(shop(), false), true),
            (MoveNote::Downloaded(true), true),
            (MoveNote::Downloaded(true), false),
            (MoveNote::Downloaded(false), true),
        ] {
            assert_eq!(notes.note(note.clone(), &member, at), Ok(changes), "{note:?}");
        }
        assert_eq!(notes, MoveNotes::default());
    }

    #[test]
    fn tools_have_a_revision_of_their_own() {
        let (mut notes, owner) = (MoveNotes::default(), actor(Role::PartnerOwner));
        let tools = Tools { communication: "Mail".into(), invoicing: "".into() };
        let note = || MoveNote::Tools(tools.clone());
        assert_eq!(notes.note(note(), &owner, DateTime::default()), Ok(true));
        assert_eq!(notes.note(note(), &owner, DateTime::default()), Ok(false));
        assert_eq!(notes.note(MoveNote::Downloaded(true), &owner, DateTime::default()), Ok(true));
        assert_eq!(notes.tools_revision, 1);
        assert!(notes.tools_changed.is_some());
    }

    #[test]
    fn only_those_who_act_for_the_organisation_note_anything() {
        for role in Role::ALL {
            let noted =
                MoveNotes::default().note(MoveNote::Downloaded(true), &actor(role), DateTime::default());
            assert_eq!(noted.is_ok(), role.submits_leads(), "{role:?}");
        }
    }
}
