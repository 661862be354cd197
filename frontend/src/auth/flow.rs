//! Signing in: OpenID Connect with authorization code and PKCE (S256).

use js_sys::Uint8Array;
use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::JsFuture;

use super::tokens::Tokens;
use super::{SignInError, base64url, session};
use crate::browser;
use crate::config::Config;

const KEPT_AS: &str = "guildhall.sign-in";

/// What has to be remembered while the person is away at the sign-in.
#[derive(Serialize, Deserialize)]
struct Pending {
    state: String,
    nonce: String,
    verifier: String,
    return_to: String,
}

/// Where the sign-in sends people back to.
fn redirect_uri() -> String {
    format!("{}/signed-in", browser::origin())
}

/// The address to sign in at. Remembers what the answer must match.
pub(super) async fn authorize_url(config: &Config, return_to: &str) -> Result<String, SignInError> {
    let pending =
        Pending { state: secret(), nonce: secret(), verifier: secret(), return_to: return_to.to_owned() };
    let challenge = challenge(&pending.verifier).await?;
    let text = serde_json::to_string(&pending).map_err(|_| SignInError::Forgotten)?;
    browser::keep_in_tab(KEPT_AS, &text);
    let parameters = browser::query(&[
        ("response_type", "code"),
        ("client_id", &config.client_id),
        ("redirect_uri", &redirect_uri()),
        ("scope", "openid"),
        ("state", &pending.state),
        ("nonce", &pending.nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ]);
    Ok(format!("{}?{parameters}", config.authorize_url))
}

/// Takes the answer of the sign-in: tokens, and where the person wanted to go.
pub(super) async fn finish(
    config: &Config,
    code: &str,
    state: &str,
) -> Result<(Tokens, String), SignInError> {
    let pending = browser::kept_in_tab(KEPT_AS).ok_or(SignInError::Forgotten)?;
    browser::forget_in_tab(KEPT_AS);
    let pending: Pending = serde_json::from_str(&pending).map_err(|_| SignInError::Forgotten)?;
    if pending.state != state {
        return Err(SignInError::Mismatch);
    }
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", &config.client_id),
        ("code", code),
        ("redirect_uri", &redirect_uri()),
        ("code_verifier", &pending.verifier),
    ];
    let tokens = Tokens::ask(config, &form).await?;
    let nonce = tokens.id_token.as_deref().and_then(session::nonce_of);
    if nonce.is_none_or(|nonce| nonce != pending.nonce) {
        return Err(SignInError::Mismatch);
    }
    Ok((tokens, within_the_site(&pending.return_to)))
}

/// The address to sign out at.
pub(super) fn logout_url(config: &Config) -> String {
    let home = format!("{}/", browser::origin());
    let parameters = browser::query(&[
        ("client_id", &config.client_id),
        ("logout_uri", &home),
        ("post_logout_redirect_uri", &home),
    ]);
    format!("{}?{parameters}", config.logout_url)
}

fn secret() -> String {
    base64url::encode(&browser::random_bytes::<32>())
}

async fn challenge(verifier: &str) -> Result<String, SignInError> {
    let subtle = window().crypto().map_err(|_| SignInError::Unsupported)?.subtle();
    let verifier = Uint8Array::from(verifier.as_bytes());
    let digest = subtle.digest_with_str_and_buffer_source("SHA-256", &verifier);
    let digest = JsFuture::from(digest.map_err(|_| SignInError::Unsupported)?).await;
    let digest = Uint8Array::new(&digest.map_err(|_| SignInError::Unsupported)?);
    Ok(base64url::encode(&digest.to_vec()))
}

/// Never leads to another site, whatever was kept.
fn within_the_site(path: &str) -> String {
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    if inside && !path.starts_with("/signed-in") { path.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_never_leads_to_another_site() {
        assert_eq!(within_the_site("/referrals/leads?status=awarded"), "/referrals/leads?status=awarded");
        for path in ["https://evil.example/", "//evil.example", "/\\evil.example", "", "/signed-in?code=x"] {
            assert_eq!(within_the_site(path), "/", "{path}");
        }
    }
}
