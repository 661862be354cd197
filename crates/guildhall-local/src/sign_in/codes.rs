//! Authorization codes: good for one use within a minute.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::request::AuthorizeRequest;
use super::users::User;
use crate::random;

const LIFETIME: TimeDelta = TimeDelta::seconds(60);

/// The codes that were given out and have not expired.
#[derive(Default)]
pub(super) struct Codes(Mutex<HashMap<String, Issued>>);

struct Issued {
    grant: Grant,
    redirect_uri: String,
    challenge: String,
    expires_at: DateTime<Utc>,
    /// The session that the code was turned into.
    spent_on: Option<String>,
}

/// What a code stands for.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub(super) user: User,
    pub(super) nonce: Option<String>,
}

/// Why a code is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CodeError {
    /// Unknown, expired, for another address, or with the wrong verifier.
    Invalid,
    /// Used before: whoever holds the session it gave may be a thief, so that session must end.
    Reused { session: String },
}

impl Codes {
    /// A new code for somebody.
    pub(super) fn issue(&self, request: &AuthorizeRequest, user: User, now: DateTime<Utc>) -> String {
        let code = random::token();
        let issued = Issued {
            grant: Grant { user, nonce: request.nonce.clone() },
            redirect_uri: request.redirect_uri.clone(),
            challenge: request.challenge.clone(),
            expires_at: now + LIFETIME,
            spent_on: None,
        };
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes.retain(|_, issued| issued.expires_at > now);
        codes.insert(code.clone(), issued);
        code
    }

    /// Spends a code on a session, once.
    pub(super) fn spend(
        &self,
        code: &str,
        redirect_uri: &str,
        verifier: &str,
        session: &str,
        now: DateTime<Utc>,
    ) -> Result<Grant, CodeError> {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let issued =
            codes.get_mut(code).filter(|issued| issued.expires_at > now).ok_or(CodeError::Invalid)?;
        if let Some(session) = &issued.spent_on {
            return Err(CodeError::Reused { session: session.clone() });
        }
        if issued.redirect_uri != redirect_uri || issued.challenge != challenge_of(verifier) {
            return Err(CodeError::Invalid);
        }
        issued.spent_on = Some(session.to_owned());
        Ok(issued.grant.clone())
    }
}

/// The S256 challenge of a verifier.
pub(crate) fn challenge_of(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "http://127.0.0.1:8080/";

    fn issue(codes: &Codes, now: DateTime<Utc>) -> String {
        let request = AuthorizeRequest {
            redirect_uri: ADDRESS.to_owned(),
            state: None,
            nonce: None,
            challenge: challenge_of("verifier"),
        };
        codes.issue(&request, User::from(&crate::people::PEOPLE[0]), now)
    }

    fn spend(
        codes: &Codes,
        code: &str,
        address: &str,
        verifier: &str,
        now: DateTime<Utc>,
    ) -> Result<(), CodeError> {
        codes.spend(code, address, verifier, "session", now).map(drop)
    }

    #[test]
    fn the_challenge_is_that_of_the_standard() {
        // RFC 7636, appendix B.
        assert_eq!(
            challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }

    #[test]
    fn a_code_is_good_once() {
        let (codes, now) = (Codes::default(), DateTime::UNIX_EPOCH);
        let code = issue(&codes, now);
        assert_eq!(spend(&codes, &code, ADDRESS, "verifier", now), Ok(()));
        let reused = CodeError::Reused { session: "session".to_owned() };
        assert_eq!(spend(&codes, &code, ADDRESS, "verifier", now), Err(reused));
    }

    #[test]
    fn a_code_needs_its_verifier_its_address_and_its_minute() {
        let (codes, now) = (Codes::default(), DateTime::UNIX_EPOCH);
        let code = issue(&codes, now);
        let invalid = Err(CodeError::Invalid);
        assert_eq!(spend(&codes, &code, ADDRESS, "other", now), invalid);
        assert_eq!(spend(&codes, &code, "http://127.0.0.1:8080/other", "verifier", now), invalid);
        assert_eq!(spend(&codes, &code, ADDRESS, "verifier", now + LIFETIME), invalid);
        assert_eq!(spend(&codes, "unknown", ADDRESS, "verifier", now), invalid);
        assert_eq!(spend(&codes, &code, ADDRESS, "verifier", now), Ok(()));
    }
}
