use gloo_net::http::{Method, RequestBuilder, Response};
use guildhall_contract::problem::ProblemBody;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::ApiError;
use super::wait::{Deadline, pause, seconds, sleep};
use crate::auth::Auth;
use crate::browser;
use crate::config::Config;
use crate::i18n::language;

/// The API, from the context.
#[derive(Clone, Copy)]
pub struct Api {
    auth: Auth,
    base: StoredValue<String>,
}

/// One request.
#[derive(Debug, Clone)]
pub struct Call {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
    public: bool,
}

/// A good answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What it holds.
    pub body: String,
    /// The version of what it shows, for `If-Match`.
    pub etag: Option<String>,
}

impl Call {
    /// Reads. `path` begins with a slash, below the API's own beginning.
    #[must_use]
    pub fn get(path: impl Into<String>) -> Self {
        Self { method: Method::GET, path: path.into(), headers: Vec::new(), body: None, public: false }
    }

    /// Reads what everybody may read. Nobody needs to be signed in, and nobody is told who asks.
    #[must_use]
    pub fn public(path: impl Into<String>) -> Self {
        Self { public: true, ..Self::get(path) }
    }

    /// Sends a body as JSON.
    #[must_use]
    pub fn post(path: impl Into<String>, body: &impl Serialize) -> Self {
        Self::sending(Method::POST, path.into(), body)
    }

    /// Puts a body, as JSON, in place of what is there.
    #[must_use]
    pub fn put(path: impl Into<String>, body: &impl Serialize) -> Self {
        Self::sending(Method::PUT, path.into(), body)
    }

    fn sending(method: Method, path: String, body: &impl Serialize) -> Self {
        let body =
            serde_json::to_string(body).expect("the contract's types have texts for keys, so they are JSON");
        Self { method, body: Some(body), ..Self::get(path) }
    }

    /// Says which version was seen, so that nothing newer is overwritten.
    #[must_use]
    pub fn seen(self, version: u64) -> Self {
        self.with("if-match", format!("\"{version}\""))
    }

    /// Adds a header: `idempotency-key`, `if-match`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl Answer {
    /// Reads the answer as a type of the contract.
    ///
    /// # Errors
    /// When it is something else.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        serde_json::from_str(&self.body).map_err(|_| ApiError::Other(None))
    }
}

impl Api {
    /// Makes the client and puts it into the context.
    #[must_use]
    pub fn provide(config: &Config, auth: Auth) -> Self {
        let api = Self { auth, base: StoredValue::new(config.api.clone()) };
        provide_context(api);
        api
    }

    /// Asks, and asks a second time if the service says that it may answer then.
    ///
    /// # Errors
    /// Whatever kept the answer from coming, or the problem that came instead.
    pub async fn call(self, call: Call) -> Result<Answer, ApiError> {
        let response = self.send(&call).await?;
        let response = match self.pause_before_retry(&call, &response) {
            Some(duration) => {
                sleep(duration).await;
                self.send(&call).await?
            }
            None => response,
        };
        self.read(response).await
    }

    /// Reads something from the API.
    ///
    /// # Errors
    /// As [`Self::call`].
    pub async fn get<T: DeserializeOwned>(self, path: String) -> Result<T, ApiError> {
        self.call(Call::get(path)).await?.read()
    }

    /// Only reading is repeated: nobody knows whether a failed change happened.
    fn pause_before_retry(self, call: &Call, response: &Response) -> Option<std::time::Duration> {
        if response.status() != 503 || call.method != Method::GET {
            return None;
        }
        pause(response.headers().get("retry-after").as_deref())
    }

    async fn send(self, call: &Call) -> Result<Response, ApiError> {
        if !browser::is_online() {
            return Err(ApiError::Offline);
        }
        let bearer = match call.public {
            true => None,
            false => Some(self.auth.bearer().await.ok_or(ApiError::Unauthorised)?),
        };
        let deadline = Deadline::start();
        let url = self.base.with_value(|base| format!("{base}{}", call.path));
        let mut request = RequestBuilder::new(&url)
            .method(call.method.clone())
            .abort_signal(deadline.signal().as_ref())
            .header("accept", "application/json")
            // Whatever the browser prefers: the words of an answer, as of a mail, are those of the pages.
            .header("accept-language", untrack(language).tag());
        for (name, value) in &call.headers {
            request = request.header(name, value);
        }
        if let Some(bearer) = bearer {
            request = request.header("authorization", &format!("Bearer {bearer}"));
        }
        let request = match &call.body {
            Some(body) => request.header("content-type", "application/json").body(body.as_str()),
            None => request.build(),
        };
        let request = request.map_err(|_| ApiError::Other(None))?;
        request.send().await.map_err(|_| match deadline.is_over() {
            true => ApiError::Timeout,
            false => ApiError::Offline,
        })
    }

    async fn read(self, response: Response) -> Result<Answer, ApiError> {
        let etag = response.headers().get("etag");
        let wait = seconds(response.headers().get("retry-after").as_deref());
        let body = response.text().await.map_err(|_| ApiError::Offline)?;
        if response.ok() {
            return Ok(Answer { body, etag });
        }
        let problem: Option<ProblemBody> = serde_json::from_str(&body).ok();
        let error = ApiError::of(response.status(), problem, wait);
        if error == ApiError::Unauthorised {
            self.auth.on_unauthorised();
        }
        Err(error)
    }
}
