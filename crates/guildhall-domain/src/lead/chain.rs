//! The chain of a timeline: the hash of every event covers the event itself and the hash of the one before it, so
//! none can be altered, left out, added or moved without all that follow showing it.
//!
//! An event has two parts. Its *facts* say what happened; its *words* name people and hold what they wrote. The words
//! of a person may be erased later: what they hashed to is kept then, so the chain still holds and the facts are
//! still proven. Both parts are hashed as canonical JSON, so whoever checks needs to know no kind of event.

use std::fmt::{self, Write};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{Event, EventKind, Lead};
use crate::ids::LeadId;

/// A SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EventHash([u8; 32]);

/// A text that is no hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hash is 64 hexadecimal digits")]
pub struct HashError;

impl EventHash {
    /// From its bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What a text of canonical JSON hashes to.
    #[must_use]
    pub fn of(part: &Value) -> Self {
        Self(Sha256::digest(canonical(part)).into())
    }

    /// What the chain of a lead begins with: it holds for this lead and these terms alone.
    #[must_use]
    pub fn beginning(lead: &LeadId, terms: &str) -> Self {
        Self::of(&json!({ "lead": lead, "terms": terms }))
    }

    /// The hash of the event that follows on this one, from what its facts and its words hash to.
    #[must_use]
    pub fn followed_by(self, facts: Self, words: Self) -> Self {
        let hash = Sha256::new().chain_update(self.0).chain_update(facts.0).chain_update(words.0);
        Self(hash.finalize().into())
    }
}

impl fmt::Display for EventHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EventHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for EventHash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        // One spelling per hash; reading a number would also take a sign and capitals.
        if text.len() != 64 || !text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(HashError);
        }
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).map_err(|_| HashError)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for EventHash {
    type Error = HashError;

    fn try_from(text: String) -> Result<Self, HashError> {
        text.parse()
    }
}

impl From<EventHash> for String {
    fn from(hash: EventHash) -> Self {
        hash.to_string()
    }
}

/// JSON that is written in one way only: names in the order of their bytes, nothing between the parts.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text);
    text
}

fn write_canonical(value: &Value, text: &mut String) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            // Writing to a String cannot fail.
            let _ = write!(text, "{value}");
        }
        Value::Array(parts) => {
            write_list(text, ['[', ']'], parts.iter(), write_canonical);
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| name.as_bytes());
            write_list(text, ['{', '}'], members.into_iter(), |(name, value), text| {
                write_canonical(&Value::from(name.as_str()), text);
                text.push(':');
                write_canonical(value, text);
            });
        }
    }
}

fn write_list<T>(
    text: &mut String,
    [open, close]: [char; 2],
    parts: impl Iterator<Item = T>,
    write_part: impl Fn(T, &mut String),
) {
    text.push(open);
    for (place, part) in parts.enumerate() {
        if place > 0 {
            text.push(',');
        }
        write_part(part, text);
    }
    text.push(close);
}

/// The two parts of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What happened: number, moment, role, move of the status, kind, and whatever else names nobody.
    pub facts: Value,
    /// Who it was and what they wrote.
    pub words: Value,
}

impl Event {
    /// The parts that are hashed.
    #[must_use]
    pub fn parts(&self) -> Parts {
        let mut facts = match serde_json::to_value(&self.kind) {
            Ok(Value::Object(members)) => members,
            // Every kind is written as an object.
            Ok(_) | Err(_) => Map::new(),
        };
        let mut words = Map::new();
        for name in words_of(&self.kind) {
            if let Some(value) = facts.remove(*name) {
                words.insert((*name).to_owned(), value);
            }
        }
        words.insert("by".to_owned(), json!({ "id": self.by.id, "name": self.by.name }));
        if let Some(request) = &self.request {
            words.insert("request".to_owned(), json!(request));
        }
        facts.insert("seq".to_owned(), json!(self.seq));
        facts.insert("at".to_owned(), json!(self.at));
        facts.insert("role".to_owned(), json!(self.by.role));
        if let Some(change) = self.change {
            facts.insert("change".to_owned(), json!(change));
        }
        Parts { facts: Value::Object(facts), words: Value::Object(words) }
    }

    /// What its words hash to, or did before some of them were erased.
    #[must_use]
    pub fn hash_of_words(&self) -> EventHash {
        self.erased.unwrap_or_else(|| EventHash::of(&self.parts().words))
    }

    /// The hash that it has to have after the one before it.
    pub(super) fn hash_after(&self, previous: EventHash) -> EventHash {
        let parts = self.parts();
        let words = self.erased.unwrap_or_else(|| EventHash::of(&parts.words));
        previous.followed_by(EventHash::of(&parts.facts), words)
    }
}

/// Which members of an event name people or hold what they wrote.
fn words_of(kind: &EventKind) -> &'static [&'static str] {
    match kind {
        EventKind::Submitted { .. } | EventKind::PayoutIssued { .. } | EventKind::Escalated { .. } => &[],
        EventKind::Assigned { .. } => &["previous", "representative", "note"],
        EventKind::SupportRequested { .. }
        | EventKind::QuestionAsked { .. }
        | EventKind::InformationRequested { .. } => &["message"],
        EventKind::WorkStarted { .. }
        | EventKind::Awarded { .. }
        | EventKind::MarkedNotEligible { .. }
        | EventKind::FoundIneligible { .. } => &["note"],
        EventKind::ReopenProposed { .. } | EventKind::Reopened { .. } | EventKind::Withdrawn { .. } => {
            &["reason"]
        }
        EventKind::InformationProvided { .. } | EventKind::DetailsCorrected { .. } => &["changes", "note"],
    }
}

impl Lead {
    /// What its chain begins with.
    #[must_use]
    pub fn chain_beginning(&self) -> EventHash {
        EventHash::beginning(&self.id, &self.terms)
    }

    /// The number of the first event that is not as it was recorded; `None` if all are.
    #[must_use]
    pub fn first_altered(&self) -> Option<u64> {
        let mut previous = self.chain_beginning();
        for (seq, event) in (1..).zip(&self.timeline) {
            if event.seq != seq || event.hash != event.hash_after(previous) {
                return Some(seq);
            }
            previous = event.hash;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_json_has_one_spelling() {
        let value: Value =
            serde_json::from_str(r#"{ "b": [1, null, "å\n"], "a": {"z": true, "y": -1} }"#).unwrap();
        assert_eq!(canonical(&value), r#"{"a":{"y":-1,"z":true},"b":[1,null,"å\n"]}"#);
    }

    #[test]
    fn a_hash_reads_back_as_written_and_has_one_spelling() {
        let hash = EventHash::of(&json!({ "a": 1 }));
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(hash.to_string().to_uppercase().parse::<EventHash>(), Err(HashError));
        assert_eq!("+1".repeat(32).parse::<EventHash>(), Err(HashError));
        assert_eq!("ab".parse::<EventHash>(), Err(HashError));
    }
}
