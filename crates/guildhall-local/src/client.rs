//! Signs a person in over HTTP, by the same flow that a browser goes through.

use reqwest::StatusCode;
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use serde::Deserialize;

use crate::sign_in::challenge_of;
use crate::{CLIENT_ID, random};

/// What a sign-in gives.
#[derive(Debug, Clone, Deserialize)]
pub struct Tokens {
    /// For the API.
    pub access_token: String,
    /// For the client's own eyes.
    pub id_token: String,
    /// For the next tokens.
    pub refresh_token: String,
    /// How many seconds the first two hold.
    pub expires_in: i64,
}

/// Why a sign-in did not work.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The system did not answer.
    #[error(transparent)]
    Http(#[from] reqwest::Error),
    /// The system answered with something else than the flow foresees.
    #[error("{step} answered {status}: {body}")]
    Answer {
        /// Which request it was.
        step: &'static str,
        /// The status.
        status: StatusCode,
        /// The body, or the address of a redirect.
        body: String,
    },
}

/// Signs the person with this id in: the page, the choice, the code, the tokens.
///
/// # Errors
/// When the system does not answer, or refuses.
pub async fn sign_in(base_url: &str, person: &str) -> Result<Tokens, SignInError> {
    choose(base_url, &[("person", person)]).await
}

/// Signs somebody in who is not among the made-up people: a merchant, until they accept an invitation. The same
/// address is the same person.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_as(base_url: &str, name: &str, email: &str) -> Result<Tokens, SignInError> {
    choose(base_url, &[("name", name), ("email", email)]).await
}

/// Trades a refresh token for the next tokens, which say what is true by now.
///
/// # Errors
/// As [`sign_in`].
pub async fn renew(base_url: &str, tokens: &Tokens) -> Result<Tokens, SignInError> {
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", CLIENT_ID),
        ("refresh_token", tokens.refresh_token.as_str()),
    ];
    let client = reqwest::Client::builder().redirect(Policy::none()).build()?;
    let tokens = client.post(format!("{base_url}/auth/token")).form(&form).send().await?;
    Ok(expect(tokens, "the token endpoint", StatusCode::OK).await?.json().await?)
}

async fn choose(base_url: &str, choice: &[(&str, &str)]) -> Result<Tokens, SignInError> {
    let client = reqwest::Client::builder().redirect(Policy::none()).build()?;
    let (verifier, state) = (random::token(), random::token());
    let redirect_uri = format!("{base_url}/signed-in");
    let address = authorize_url(base_url, &redirect_uri, &verifier, &state);

    let page = client.get(&address).send().await?;
    expect(page, "the page", StatusCode::OK).await?;
    let choice = client.post(&address).form(choice).send().await?;
    let choice = expect(choice, "the choice", StatusCode::SEE_OTHER).await?;
    let code = code_in(&choice, &state).ok_or_else(|| SignInError::Answer {
        step: "the choice",
        status: choice.status(),
        body: location(&choice).to_owned(),
    })?;
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", CLIENT_ID),
        ("code", &code),
        ("redirect_uri", &redirect_uri),
        ("code_verifier", &verifier),
    ];
    let tokens = client.post(format!("{base_url}/auth/token")).form(&form).send().await?;
    Ok(expect(tokens, "the token endpoint", StatusCode::OK).await?.json().await?)
}

fn authorize_url(base_url: &str, redirect_uri: &str, verifier: &str, state: &str) -> String {
    let challenge = challenge_of(verifier);
    format!(
        "{base_url}/auth/authorize?response_type=code&client_id={CLIENT_ID}&redirect_uri={redirect_uri}\
         &scope=openid&state={state}&code_challenge={challenge}&code_challenge_method=S256"
    )
}

fn code_in(response: &reqwest::Response, state: &str) -> Option<String> {
    let (_, query) = location(response).split_once('?')?;
    let value =
        |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).map(decode);
    value("code").filter(|_| value("state").as_deref() == Some(state))
}

fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn location(response: &reqwest::Response) -> &str {
    response.headers().get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

async fn expect(
    response: reqwest::Response,
    step: &'static str,
    expected: StatusCode,
) -> Result<reqwest::Response, SignInError> {
    let status = response.status();
    if status == expected {
        return Ok(response);
    }
    Err(SignInError::Answer { step, status, body: response.text().await? })
}
