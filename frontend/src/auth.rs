//! Signing in and out, and who is signed in.
//!
//! Tokens are kept for the tab, renewed before they end, and handed to the API client by
//! [`Auth::bearer`]. When the API answers 401 all the same, [`Auth::expired`] turns true: the frame
//! then asks to sign in again in a second window, and the page with all that was typed stays.

mod base64url;
mod flow;
mod session;
mod tokens;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

pub use session::Session;
use tokens::Tokens;

use crate::browser;
use crate::config::Config;

/// Where a person lands who signs in again in a second window.
const SECOND_WINDOW: &str = "/?second-window";
const CHANNEL: &str = "guildhall.signed-in";
/// A token that ends within this many seconds is renewed first.
const MARGIN: f64 = 60.0;

/// Why somebody could not be signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInError {
    /// The browser lacks the means.
    Unsupported,
    /// The sign-in cannot be reached.
    Unreachable,
    /// The sign-in said no.
    Refused,
    /// The answer belongs to no sign-in of this tab.
    Forgotten,
    /// The answer does not match the question.
    Mismatch,
}

type Renewal = Shared<LocalBoxFuture<'static, Result<(), SignInError>>>;

/// The sign-in, from the context.
#[derive(Clone, Copy)]
pub struct Auth {
    config: StoredValue<Config>,
    session: RwSignal<Option<Session>>,
    expired: RwSignal<bool>,
    renewal: StoredValue<Option<Renewal>, LocalStorage>,
}

impl Auth {
    /// Takes up the tokens of this tab and puts itself into the context.
    #[must_use]
    pub fn provide(config: Config) -> Self {
        let session = Tokens::kept().and_then(|tokens| Session::of_token(&tokens.access_token));
        let auth = Self {
            config: StoredValue::new(config),
            session: RwSignal::new(session),
            expired: RwSignal::new(false),
            renewal: StoredValue::new_local(None),
        };
        provide_context(auth);
        auth.listen();
        auth
    }

    /// Who is signed in.
    #[must_use]
    pub fn session(self) -> Signal<Option<Session>> {
        self.session.into()
    }

    /// Whether the person has to sign in again.
    #[must_use]
    pub fn expired(self) -> RwSignal<bool> {
        self.expired
    }

    /// Leaves for the sign-in; it comes back to `return_to`.
    ///
    /// # Errors
    /// When the browser lacks the means.
    pub async fn sign_in(self, return_to: &str) -> Result<(), SignInError> {
        let url = flow::authorize_url(&self.config.get_value(), return_to).await?;
        browser::leave_for(&url);
        Ok(())
    }

    /// Takes the answer of the sign-in and tells where the person wanted to go; nowhere, if this is
    /// a second window, which then has done its work.
    ///
    /// # Errors
    /// When the answer is none of this tab, does not match, or the tokens are refused.
    pub async fn finish(self, code: &str, state: &str) -> Result<Option<String>, SignInError> {
        let (tokens, return_to) = flow::finish(&self.config.get_value(), code, state).await?;
        if return_to == SECOND_WINDOW {
            announce(&tokens);
            return Ok(None);
        }
        self.take(&tokens)?;
        Ok(Some(return_to))
    }

    /// Opens a second window to sign in again.
    pub fn sign_in_beside(self) {
        let _ = window().open_with_url_and_target_and_features(
            "/signed-in?again",
            "_blank",
            "width=480,height=720",
        );
    }

    /// In the second window: leaves for the sign-in.
    ///
    /// # Errors
    /// When the browser lacks the means.
    pub async fn sign_in_from_second_window(self) -> Result<(), SignInError> {
        self.sign_in(SECOND_WINDOW).await
    }

    /// Gives up and forgets the tokens, and signs out at the sign-in too.
    pub fn sign_out(self) {
        let config = self.config.get_value();
        if let Some(tokens) = Tokens::kept() {
            tokens.give_up(&config);
        }
        Tokens::forget();
        self.session.set(None);
        browser::leave_for(&flow::logout_url(&config));
    }

    /// The access token, renewed first when it is about to end.
    pub async fn bearer(self) -> Option<String> {
        let ends_at =
            self.session.with_untracked(|session| session.as_ref().map(|session| session.ends_at))?;
        if ends_at - browser::now_ms() / 1000.0 < MARGIN {
            // If it fails the old token goes out, and the server's answer decides.
            let _ = self.renew().await;
        }
        Tokens::kept().map(|tokens| tokens.access_token)
    }

    /// The API said that the token is no longer good.
    pub fn on_unauthorised(self) {
        self.expired.set(true);
    }

    /// Asks for a new token now: what somebody may do has changed, and the token that they have does not say so. One
    /// renewal at a time, however many requests wait for it.
    ///
    /// # Errors
    /// When the sign-in gives none.
    pub async fn renew(self) -> Result<(), SignInError> {
        let running = self.renewal.with_value(Clone::clone);
        let renewal = running.unwrap_or_else(|| {
            let renewal = async move {
                let tokens = Tokens::kept().ok_or(SignInError::Forgotten)?;
                let renewed = tokens.renew(&self.config.get_value()).await?;
                self.take(&renewed)
            };
            let renewal = renewal.boxed_local().shared();
            self.renewal.set_value(Some(renewal.clone()));
            renewal
        });
        let result = renewal.await;
        self.renewal.set_value(None);
        result
    }

    fn take(self, tokens: &Tokens) -> Result<(), SignInError> {
        let session = Session::of_token(&tokens.access_token).ok_or(SignInError::Refused)?;
        tokens.keep();
        self.session.set(Some(session));
        Ok(())
    }

    /// Waits for the tokens of a second window.
    fn listen(self) {
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            let Ok(tokens) = serde_json::from_str::<Tokens>(&text) else { return };
            if self.expired.get_untracked() {
                self.continue_with(&tokens);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // Both live as long as the application.
        heard.forget();
        std::mem::forget(channel);
    }

    /// The same person goes on where they were; for another one everything starts anew.
    fn continue_with(self, tokens: &Tokens) {
        let before =
            self.session.with_untracked(|session| session.as_ref().map(|session| session.user_id.clone()));
        if self.take(tokens).is_err() {
            return;
        }
        let after =
            self.session.with_untracked(|session| session.as_ref().map(|session| session.user_id.clone()));
        if before == after {
            self.expired.set(false);
        } else {
            browser::leave_for("/");
        }
    }
}

fn announce(tokens: &Tokens) {
    let Ok(text) = serde_json::to_string(tokens) else { return };
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&JsValue::from_str(&text));
        channel.close();
    }
    let _ = window().close();
}
