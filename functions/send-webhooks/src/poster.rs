//! Posts a delivery to an endpoint: signed, once, to whom it was checked to be for.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use guildhall_domain::webhook::{Allowed, HookDelivery, HookFailure, HookTopic, Target};
use guildhall_store::{HookSecret, Micros};
use http_client::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use http_client::redirect::Policy;
use http_client::{Client, ClientBuilder, Response};

use crate::guard::{PublicOnly, Refusal};

/// How long an endpoint has for the whole of its answer.
const DEADLINE: Duration = Duration::from_secs(10);
/// How long for taking up the connection.
const CONNECT: Duration = Duration::from_secs(5);
/// How much of an answer is read. Nothing of it is kept: it is read so that the endpoint can finish.
const ANSWER_MAX: usize = 4 * 1024;

/// Posts to endpoints.
#[derive(Debug, Clone)]
pub struct Poster {
    /// Made when somebody is first told of something: reading what certificates to trust takes a while.
    guarded: Arc<OnceLock<Option<Client>>>,
    /// For hosts that are let through explicitly, whatever they are.
    unguarded: Arc<OnceLock<Option<Client>>>,
    guard: Arc<PublicOnly>,
    allowed: Allowed,
}

/// What an endpoint answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) status: Option<u16>,
    /// Why it failed; nothing if it did not.
    pub(crate) failure: Option<HookFailure>,
}

impl Answered {
    fn failed(failure: HookFailure) -> Self {
        Self { status: None, failure: Some(failure) }
    }
}

impl Poster {
    /// Opens no connection. Hosts in `allowed` are let through whatever they are: nobody, in production.
    #[must_use]
    pub fn new(allowed: Allowed) -> Self {
        Self::looking_up(PublicOnly::by_name_servers(), allowed)
    }

    fn looking_up(guard: PublicOnly, allowed: Allowed) -> Self {
        Self { guarded: Arc::default(), unguarded: Arc::default(), guard: Arc::new(guard), allowed }
    }

    /// The client for a target; `None` if the machine has no certificates to trust, which is logged once.
    fn client_for(&self, target: &Target) -> Option<&Client> {
        let (cell, builder) = if target.is_allowed {
            (&self.unguarded, client())
        } else {
            (&self.guarded, client().https_only(true).dns_resolver(Arc::clone(&self.guard)))
        };
        let made = cell.get_or_init(|| {
            builder.build().inspect_err(|error| tracing::error!(%error, "no client for endpoints")).ok()
        });
        made.as_ref()
    }

    /// Makes one attempt. The address is read again: what is asked is put together from what was checked.
    pub(crate) async fn post(&self, url: &str, secret: &HookSecret, delivery: &HookDelivery) -> Answered {
        let Ok(target) = Target::read(url, &self.allowed) else {
            return Answered::failed(HookFailure::AddressRefused);
        };
        let Some(client) = self.client_for(&target) else {
            return Answered::failed(HookFailure::Broken);
        };
        let scheme = if target.is_tls { "https" } else { "http" };
        let place = format!("{scheme}://{}:{}{}", target.host, target.port, target.path);
        let Some(headers) = headers(secret, delivery) else {
            return Answered::failed(HookFailure::Broken);
        };
        let request = client.post(place).headers(headers).body(delivery.body.clone());
        match request.send().await {
            Ok(response) => judge(response).await,
            Err(error) => Answered::failed(failure_of(&error)),
        }
    }
}

fn client() -> ClientBuilder {
    Client::builder()
        // A redirect would lead where nobody has looked.
        .redirect(Policy::none())
        // So would a proxy, and it would do the looking up.
        .no_proxy()
        .referer(false)
        .http1_only()
        // Each delivery looks its name up: a connection that is kept would outlive the check.
        .pool_max_idle_per_host(0)
        .connect_timeout(CONNECT)
        .timeout(DEADLINE)
        .user_agent("Guildhall-Webhooks/1")
}

/// The headers, with the signature of this moment by the machine's clock, which receivers compare with theirs.
fn headers(secret: &HookSecret, delivery: &HookDelivery) -> Option<HeaderMap> {
    let seconds = Micros::now().seconds();
    let signature = format!("t={seconds},v1={}", secret.sign(seconds, &delivery.body));
    let topic = delivery.topic.map_or("webhook.test", HookTopic::slug);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert("guildhall-delivery", HeaderValue::from_str(&delivery.id.to_string()).ok()?);
    headers.insert("guildhall-topic", HeaderValue::from_static(topic));
    headers.insert("guildhall-signature", HeaderValue::from_str(&signature).ok()?);
    Some(headers)
}

async fn judge(mut response: Response) -> Answered {
    let status = response.status();
    let mut read = 0;
    // Whatever becomes of the rest, the endpoint has said what it says.
    while let Ok(Some(chunk)) = response.chunk().await {
        read += chunk.len();
        if read >= ANSWER_MAX {
            break;
        }
    }
    let failure = match status.as_u16() {
        200..=299 => None,
        300..=399 => Some(HookFailure::Redirect),
        _ => Some(HookFailure::Status),
    };
    Answered { status: Some(status.as_u16()), failure }
}

/// What an error of the client means. Its own words hold the address and stay here.
fn failure_of(error: &http_client::Error) -> HookFailure {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(this) = cause {
        if let Some(refusal) = this.downcast_ref::<Refusal>() {
            return match refusal {
                Refusal::Unknown => HookFailure::NameUnknown,
                Refusal::Private => HookFailure::AddressRefused,
            };
        }
        let kind = this.downcast_ref::<io::Error>().map(io::Error::kind);
        if kind == Some(ErrorKind::InvalidData) && error.is_connect() {
            return HookFailure::Tls;
        }
        cause = this.source();
    }
    match () {
        () if error.is_timeout() => HookFailure::Timeout,
        () if error.is_connect() => HookFailure::Unreachable,
        () => HookFailure::Broken,
    }
}

#[cfg(test)]
mod tests;
