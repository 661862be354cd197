//! What a client asks of the authorization endpoint, checked.

use serde::Deserialize;

use crate::CLIENT_ID;

/// The query as it comes. Everything is optional here so that each absence gets its own answer.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Query {
    response_type: Option<String>,
    client_id: Option<String>,
    redirect_uri: Option<String>,
    scope: Option<String>,
    state: Option<String>,
    nonce: Option<String>,
    code_challenge: Option<String>,
    code_challenge_method: Option<String>,
    pub(super) ui_locales: Option<String>,
}

/// A request that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AuthorizeRequest {
    pub(super) redirect_uri: String,
    pub(super) state: Option<String>,
    pub(super) nonce: Option<String>,
    pub(super) challenge: String,
}

/// Why a request is refused.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The client or its address is not known, so nobody is sent there.
    Page(&'static str),
    /// The client is told, at its own address.
    Redirect { redirect_uri: String, state: Option<String>, error: &'static str, description: &'static str },
}

impl AuthorizeRequest {
    /// Checks a query. An address is the client's when it lies on the system's own origin.
    pub(super) fn check(query: Query, origin: &str) -> Result<Self, Refusal> {
        if query.client_id.as_deref() != Some(CLIENT_ID) {
            return Err(Refusal::Page("The client is not known."));
        }
        let redirect_uri = query
            .redirect_uri
            .filter(|uri| is_own(uri, origin))
            .ok_or(Refusal::Page("The address to return to is not Guildhall's."))?;
        let state = query.state.filter(|state| !state.is_empty());
        let refuse = |error, description| Refusal::Redirect {
            redirect_uri: redirect_uri.clone(),
            state: state.clone(),
            error,
            description,
        };
        if query.response_type.as_deref() != Some("code") {
            return Err(refuse("unsupported_response_type", "response_type must be code"));
        }
        if !query.scope.as_deref().unwrap_or_default().split(' ').any(|scope| scope == "openid") {
            return Err(refuse("invalid_scope", "scope must hold openid"));
        }
        if query.code_challenge_method.as_deref() != Some("S256") {
            return Err(refuse("invalid_request", "code_challenge_method must be S256"));
        }
        let challenge = query
            .code_challenge
            .filter(|challenge| is_challenge(challenge))
            .ok_or_else(|| refuse("invalid_request", "code_challenge must be a SHA-256 in base64url"))?;
        Ok(Self { redirect_uri, state, nonce: query.nonce, challenge })
    }

    /// The client's address with the code.
    pub(super) fn success(&self, code: &str) -> String {
        with_query(&self.redirect_uri, &[("code", Some(code)), ("state", self.state.as_deref())])
    }

    /// The client's address when the person chose nobody.
    pub(super) fn cancelled(&self) -> String {
        let parameters = [("error", Some("access_denied")), ("state", self.state.as_deref())];
        with_query(&self.redirect_uri, &parameters)
    }
}

/// An address with parameters added to its query.
pub(super) fn with_query(address: &str, parameters: &[(&str, Option<&str>)]) -> String {
    let mut result = address.to_owned();
    for (name, value) in parameters.iter().filter_map(|(name, value)| Some((name, (*value)?))) {
        result.push(if result.contains('?') { '&' } else { '?' });
        let value = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
        result.push_str(&format!("{name}={value}"));
    }
    result
}

/// Whether an address lies on the own origin: the origin itself, or the origin and then a path. No
/// fragment, since the answer is added to the query.
pub(super) fn is_own(address: &str, origin: &str) -> bool {
    let plain = !address.contains(['#', '\\']) && address.bytes().all(|b| b.is_ascii_graphic());
    let rest = address.strip_prefix(origin);
    plain && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// 32 bytes in base64url are 43 characters.
fn is_challenge(text: &str) -> bool {
    text.len() == 43 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const ORIGIN: &str = "http://127.0.0.1:8080";

    fn good() -> Query {
        let text = |text: &str| Some(text.to_owned());
        Query {
            response_type: text("code"),
            client_id: text(CLIENT_ID),
            redirect_uri: text("http://127.0.0.1:8080/signed-in"),
            scope: text("openid"),
            state: text("s t"),
            nonce: text("n"),
            code_challenge: Some("a".repeat(43)),
            code_challenge_method: text("S256"),
            ui_locales: None,
        }
    }

    #[test]
    fn a_complete_request_holds_and_gets_its_state_back() {
        let request = AuthorizeRequest::check(good(), ORIGIN).unwrap();
        assert_eq!(request.success("c"), "http://127.0.0.1:8080/signed-in?code=c&state=s%20t");
        assert_eq!(request.cancelled(), "http://127.0.0.1:8080/signed-in?error=access%5Fdenied&state=s%20t");
    }

    #[rstest]
    #[case::another_site("http://evil.example/")]
    #[case::a_longer_port("http://127.0.0.1:80801/")]
    #[case::credentials("http://127.0.0.1:8080@evil.example/")]
    #[case::another_scheme("https://127.0.0.1:8080/")]
    #[case::another_name("http://localhost:8080/")]
    #[case::a_fragment("http://127.0.0.1:8080/#x")]
    #[case::a_line_break("http://127.0.0.1:8080/\r\nSet-Cookie: a=b")]
    #[case::nothing("")]
    fn nobody_is_sent_to_another_address(#[case] address: &str) {
        let query = Query { redirect_uri: Some(address.to_owned()), ..good() };
        assert!(matches!(AuthorizeRequest::check(query, ORIGIN), Err(Refusal::Page(_))));
    }

    #[test]
    fn an_unknown_client_is_told_on_the_page() {
        for client_id in [None, Some("other".to_owned())] {
            let query = Query { client_id, ..good() };
            assert!(matches!(AuthorizeRequest::check(query, ORIGIN), Err(Refusal::Page(_))));
        }
    }

    #[rstest]
    #[case::token_flow(Query { response_type: Some("token".to_owned()), ..good() }, "unsupported_response_type")]
    #[case::no_openid(Query { scope: Some("email".to_owned()), ..good() }, "invalid_scope")]
    #[case::no_challenge(Query { code_challenge: None, ..good() }, "invalid_request")]
    #[case::short_challenge(Query { code_challenge: Some("a".to_owned()), ..good() }, "invalid_request")]
    #[case::plain_challenge(Query { code_challenge_method: Some("plain".to_owned()), ..good() }, "invalid_request")]
    #[case::no_method(Query { code_challenge_method: None, ..good() }, "invalid_request")]
    fn a_known_client_is_told_at_its_address(#[case] query: Query, #[case] expected: &str) {
        let Err(Refusal::Redirect { error, state, .. }) = AuthorizeRequest::check(query, ORIGIN) else {
            panic!("not told");
        };
        assert_eq!((error, state.as_deref()), (expected, Some("s t")));
    }
}
