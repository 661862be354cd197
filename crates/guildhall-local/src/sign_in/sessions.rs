//! Sessions: what a refresh token stands for. A refresh token is good once and gives the next one;
//! using an old one ends the session, since then two parties hold it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::data_dir::{self, DataDir};
use crate::{StartError, random};

const LIFETIME: TimeDelta = TimeDelta::days(30);

/// More than this many sessions are not kept; the oldest goes first.
const AT_MOST: usize = 500;

/// The open sessions, by id, kept across restarts.
pub(crate) struct Sessions {
    open: Mutex<HashMap<String, Session>>,
    file: Option<PathBuf>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Session {
    person: String,
    /// The digest of the one refresh token that is good now: the file holds no token.
    token_digest: String,
    expires_at: DateTime<Utc>,
}

impl Sessions {
    /// The sessions as they were left.
    pub(crate) fn open(data: &DataDir) -> Result<Self, StartError> {
        let file = data.file("sessions.json");
        let text = file.as_deref().map(data_dir::read).transpose()?.flatten();
        let open = match (&file, text) {
            (Some(file), Some(text)) => serde_json::from_str(&text)
                .map_err(|error| StartError::Damaged { file: file.clone(), reason: error.to_string() })?,
            (None | Some(_), None) | (None, Some(_)) => HashMap::new(),
        };
        Ok(Self { open: Mutex::new(open), file })
    }

    /// Opens a session under an id and gives its first refresh token.
    pub(super) fn begin(&self, id: &str, person: &str, now: DateTime<Utc>) -> String {
        let token = Token::new(id);
        let session =
            Session { person: person.to_owned(), token_digest: token.digest(), expires_at: now + LIFETIME };
        self.change(|open| {
            open.retain(|_, session| session.expires_at > now);
            make_room(open);
            open.insert(id.to_owned(), session);
        });
        token.0
    }

    /// Trades a refresh token for the id of its person and the next token; an old one ends the session.
    pub(super) fn refresh(&self, token: &str, now: DateTime<Utc>) -> Option<(String, String)> {
        let token = Token(token.to_owned());
        let id = token.session()?;
        self.change(|open| {
            let session = open.get_mut(id).filter(|session| session.expires_at > now)?;
            if session.token_digest != token.digest() {
                open.remove(id);
                return None;
            }
            let next = Token::new(id);
            session.token_digest = next.digest();
            Some((session.person.clone(), next.0))
        })
    }

    /// Ends the session that a refresh token belongs to.
    pub(super) fn end_by_token(&self, token: &str) {
        if let Some(id) = Token(token.to_owned()).session() {
            self.end(id);
        }
    }

    /// Ends a session.
    pub(super) fn end(&self, id: &str) {
        self.change(|open| open.remove(id));
    }

    fn change<T>(&self, change: impl FnOnce(&mut HashMap<String, Session>) -> T) -> T {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let result = change(&mut open);
        if let Some(file) = &self.file
            && let Err(error) = serde_json::to_string(&*open)
                .map_err(std::io::Error::from)
                .and_then(|text| data_dir::replace(file, &text))
        {
            // Whoever signed in stays signed in until the next restart.
            tracing::warn!(%error, "the sessions could not be kept");
        }
        result
    }
}

/// A refresh token: the session's id, a dot, and a secret.
struct Token(String);

impl Token {
    fn new(session: &str) -> Self {
        Self(format!("{session}.{}", random::token()))
    }

    fn session(&self) -> Option<&str> {
        self.0.split_once('.').map(|(session, _)| session)
    }

    fn digest(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(&self.0))
    }
}

fn make_room(open: &mut HashMap<String, Session>) {
    while open.len() >= AT_MOST {
        let oldest = open.iter().min_by_key(|(_, session)| session.expires_at).map(|(id, _)| id.clone());
        oldest.and_then(|id| open.remove(&id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sessions() -> Sessions {
        Sessions::open(&DataDir::Memory).unwrap()
    }

    #[test]
    fn a_refresh_token_gives_the_next_one() {
        let (sessions, now) = (sessions(), DateTime::UNIX_EPOCH);
        let first = sessions.begin("s", "anna", now);
        let (person, second) = sessions.refresh(&first, now).unwrap();
        assert_eq!(person, "anna");
        assert!(sessions.refresh(&second, now).is_some());
    }

    #[test]
    fn an_old_refresh_token_ends_the_session() {
        let (sessions, now) = (sessions(), DateTime::UNIX_EPOCH);
        let first = sessions.begin("s", "anna", now);
        let (_, second) = sessions.refresh(&first, now).unwrap();
        assert!(sessions.refresh(&first, now).is_none());
        assert!(sessions.refresh(&second, now).is_none());
    }

    #[test]
    fn a_session_ends_after_thirty_days_or_when_it_is_ended() {
        let (sessions, now) = (sessions(), DateTime::UNIX_EPOCH);
        let token = sessions.begin("s", "anna", now);
        assert!(sessions.refresh(&token, now + LIFETIME).is_none());
        let token = sessions.begin("t", "anna", now);
        sessions.end_by_token(&token);
        assert!(sessions.refresh(&token, now).is_none());
    }

    #[test]
    fn the_oldest_session_makes_room() {
        let (sessions, now) = (sessions(), DateTime::UNIX_EPOCH);
        let first = sessions.begin("first", "anna", now);
        for number in 0..AT_MOST {
            sessions.begin(&number.to_string(), "anna", now + TimeDelta::seconds(1));
        }
        assert!(sessions.refresh(&first, now).is_none());
    }
}
