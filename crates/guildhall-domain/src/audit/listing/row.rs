use serde::{Deserialize, Serialize};

use crate::audit::{AuditEntry, AuditId};
use crate::listing::{Key, Row};
use crate::text::fold;

/// What the log is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AuditColumn {
    /// When.
    At,
    /// Who, by name.
    Person,
    /// What, in the order of the acts.
    Act,
    /// To what, by name.
    Subject,
    /// Which organisation, by name.
    Organisation,
}

impl AuditColumn {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::At, Self::Person, Self::Act, Self::Subject, Self::Organisation];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::At => "at",
            Self::Person => "person",
            Self::Act => "act",
            Self::Subject => "subject",
            Self::Organisation => "organisation",
        }
    }
}

/// An entry in a list, with what it is searched and sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// What is shown.
    pub entry: AuditEntry,
    person: Box<str>,
    subject: Box<str>,
    organisation: Option<Box<str>>,
    text: Box<str>,
}

impl From<AuditEntry> for AuditRow {
    fn from(entry: AuditEntry) -> Self {
        let (person, subject) = (fold(&entry.by.name), fold(&entry.subject.name));
        let organisation = entry.organisation.as_ref().map(|organisation| {
            fold(organisation.name.as_deref().unwrap_or_else(|| organisation.id.as_str()))
        });
        let detail = entry.detail.as_ref().map(|detail| fold(&detail.line())).unwrap_or_default();
        let note = entry.note.as_ref().map(|note| fold(note.as_str())).unwrap_or_default();
        let text = [
            &person,
            &subject,
            &entry.subject.id,
            organisation.as_ref().unwrap_or(&String::new()),
            &detail,
            &note,
        ]
        .map(String::as_str)
        .join("\n");
        Self {
            entry,
            person: person.into(),
            subject: subject.into(),
            organisation: organisation.map(Into::into),
            text: text.into(),
        }
    }
}

impl AuditRow {
    /// About how many bytes it holds in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        size_of::<Self>() + 2 * self.text.len() + 2 * self.person.len() + 2 * self.subject.len()
    }

    /// What a search looks into: names, ids, detail and note.
    pub(super) fn searched(&self) -> &[u8] {
        self.text.as_bytes()
    }
}

impl Row for AuditRow {
    type Id = AuditId;
    type Column = AuditColumn;

    fn id(&self) -> &AuditId {
        &self.entry.id
    }

    fn key(&self, column: AuditColumn) -> Key<'_> {
        match column {
            AuditColumn::At => Key::Number(self.entry.at.timestamp_micros()),
            AuditColumn::Person => Key::Text(&self.person),
            AuditColumn::Act => Key::Number(i64::try_from(self.entry.act.index()).unwrap_or(i64::MAX)),
            AuditColumn::Subject => Key::Text(&self.subject),
            AuditColumn::Organisation => self.organisation.as_deref().map_or(Key::Missing, Key::Text),
        }
    }
}
