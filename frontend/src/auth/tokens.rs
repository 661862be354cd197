//! The tokens of this tab. They live in `sessionStorage`: a closed tab is signed out.

use gloo_net::http::Request;
use serde::{Deserialize, Serialize};

use super::SignInError;
use crate::browser;
use crate::config::Config;

const KEPT_AS: &str = "guildhall.tokens";

/// What the token endpoint answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Tokens {
    pub access_token: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_token: Option<String>,
}

impl Tokens {
    pub(super) fn kept() -> Option<Self> {
        serde_json::from_str(&browser::kept_in_tab(KEPT_AS)?).ok()
    }

    pub(super) fn keep(&self) {
        if let Ok(text) = serde_json::to_string(self) {
            browser::keep_in_tab(KEPT_AS, &text);
        }
    }

    pub(super) fn forget() {
        browser::forget_in_tab(KEPT_AS);
    }

    /// Asks the token endpoint for tokens.
    pub(super) async fn ask(config: &Config, form: &[(&str, &str)]) -> Result<Self, SignInError> {
        let request = Request::post(&config.token_url)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(browser::query(form))
            .map_err(|_| SignInError::Unreachable)?;
        let response = request.send().await.map_err(|_| SignInError::Unreachable)?;
        if !response.ok() {
            return Err(SignInError::Refused);
        }
        response.json().await.map_err(|_| SignInError::Refused)
    }

    /// Gives up the refresh token, from which a sign-out takes nothing by itself. Nobody waits for the answer: the page
    /// is about to be left, and the browser sends this all the same.
    pub(super) fn give_up(&self, config: &Config) {
        if let Some(refresh) = self.refresh_token.as_deref() {
            browser::post_and_leave(
                &config.revoke_url,
                &[("token", refresh), ("client_id", &config.client_id)],
            );
        }
    }

    /// Asks for new tokens. The old refresh token stays when no new one comes.
    pub(super) async fn renew(&self, config: &Config) -> Result<Self, SignInError> {
        let refresh = self.refresh_token.as_deref().ok_or(SignInError::Refused)?;
        let form =
            [("grant_type", "refresh_token"), ("client_id", &config.client_id), ("refresh_token", refresh)];
        let renewed = Self::ask(config, &form).await?;
        Ok(Self {
            refresh_token: renewed.refresh_token.or_else(|| self.refresh_token.clone()),
            id_token: renewed.id_token.or_else(|| self.id_token.clone()),
            ..renewed
        })
    }
}
