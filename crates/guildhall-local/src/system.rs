//! Starting and stopping the whole.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use guildhall_store::Table;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::clock::MovableClock;
use crate::data_dir::DataDir;
use crate::database::EmbeddedDatabase;
use crate::gateway::{ApiDescription, Gateway, TEMPLATE, TokenVerifier};
use crate::guard::Origin;
use crate::listener::listen;
use crate::router::{Parts, router};
use crate::sign_in::{OwnKey, Sessions, SignIn, SigningKey};
use crate::site::Site;
use crate::store;
use crate::{CLIENT_ID, Options, StartError, functions};

/// How long requests under way may take once the system is told to stop.
const STOPPING: Duration = Duration::from_secs(10);

/// The whole of Guildhall on one machine.
#[derive(Debug)]
pub struct System;

impl System {
    /// Starts everything; what is returned answers requests.
    ///
    /// # Errors
    /// When something that it needs is taken, damaged, missing or silent. The error says what to do.
    pub async fn start(options: Options) -> Result<Running, StartError> {
        // What a person most often gets wrong comes first, and costs nothing to find out.
        let listener = bind(options.port)?;
        let origin = Origin::new(local_port(&listener)?);
        let site = options.site.as_deref().map(Site::open).transpose()?;
        let data = if options.memory { DataDir::Memory } else { DataDir::open(&options.data)? };
        let data = Arc::new(data);
        let clock = Arc::new(MovableClock::open(&data, options.clock)?);
        let sessions = Sessions::open(&data)?;
        let key = open_key(&data);
        let (endpoint, database) = open_database(&options, &data)?;
        let table = store::connect(&endpoint).await?;
        if !options.empty {
            store::load_demo(&table, options.clock).await?;
        }
        let key = Arc::new(key.await.map_err(|error| StartError::Machine { reason: error.to_string() })??);
        let sign_in = Arc::new(SignIn::new(&origin.url, Arc::clone(&key), sessions));
        let gateway = open_gateway(sign_in.issuer(), key, &table, &clock)?;
        let base_url = origin.url.clone();
        let parts = Parts { origin, gateway, sign_in: Arc::clone(&sign_in), clock: Arc::clone(&clock), site };
        let (stop, server) = serve(listener, router(parts));
        Ok(Running { base_url, endpoint, sign_in, clock, stop, server, database, _data: data })
    }
}

/// A system that answers requests until it is shut down or dropped.
pub struct Running {
    base_url: String,
    endpoint: String,
    sign_in: Arc<SignIn>,
    clock: Arc<MovableClock>,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
    database: Option<EmbeddedDatabase>,
    /// Let go of last: the lock must outlive everything that writes.
    _data: Arc<DataDir>,
}

impl Running {
    /// Where it answers, as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Where its DynamoDB answers.
    #[must_use]
    pub fn dynamodb_endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The issuer of its tokens.
    #[must_use]
    pub fn issuer(&self) -> String {
        self.sign_in.issuer()
    }

    /// Its business clock.
    #[must_use]
    pub fn clock(&self) -> &MovableClock {
        &self.clock
    }

    /// Signs any claims with the key in use. Not reachable over HTTP: it is how a test makes an
    /// expired token, or one for another client.
    #[must_use]
    pub fn sign(&self, claims: &Value) -> String {
        self.sign_in.sign(claims)
    }

    /// Stops: no new requests, those under way may finish within ten seconds, then the data is closed.
    pub async fn shutdown(self) {
        let Self { stop, mut server, database, _data, .. } = self;
        drop(stop);
        if tokio::time::timeout(STOPPING, &mut server).await.is_err() {
            tracing::warn!("requests that took too long were cut off");
            server.abort();
        }
        // Closing waits for the database's own threads.
        let closed = tokio::task::spawn_blocking(move || drop(database)).await;
        if let Err(error) = closed {
            tracing::error!(%error, "the database could not be closed");
        }
    }
}

/// Finding the primes of a new key takes a while, so it goes on beside everything else.
fn open_key(data: &Arc<DataDir>) -> JoinHandle<Result<SigningKey, StartError>> {
    let data = Arc::clone(data);
    tokio::task::spawn_blocking(move || SigningKey::open(&data))
}

/// The embedded database, unless another endpoint takes its place.
fn open_database(
    options: &Options,
    data: &DataDir,
) -> Result<(String, Option<EmbeddedDatabase>), StartError> {
    if let Some(endpoint) = &options.dynamodb {
        return Ok((endpoint.as_str().to_owned(), None));
    }
    let database = EmbeddedDatabase::start(data)?;
    Ok((database.endpoint().to_owned(), Some(database)))
}

/// The routes of the template, with this system's sign-in in place of the deployed one.
fn open_gateway(
    issuer: String,
    key: Arc<SigningKey>,
    table: &Table,
    clock: &Arc<MovableClock>,
) -> Result<Gateway, StartError> {
    let values = BTreeMap::from([("TokenIssuer", issuer), ("TokenAudience", CLIENT_ID.to_owned())]);
    let api = ApiDescription::read(TEMPLATE, &values)?;
    let functions = functions::all(table, clock, &key.derive("cursors"))?;
    Gateway::new(api, functions, TokenVerifier::new(OwnKey(key)))
}

fn bind(port: u16) -> Result<TcpListener, StartError> {
    listen(port).map_err(|source| match source.kind() {
        ErrorKind::AddrInUse => StartError::PortTaken { port },
        _ => StartError::Port { port, source },
    })
}

fn local_port(listener: &TcpListener) -> Result<u16, StartError> {
    let address = listener.local_addr().map_err(|source| StartError::Port { port: 0, source })?;
    Ok(address.port())
}

fn serve(listener: TcpListener, router: Router) -> (oneshot::Sender<()>, JoinHandle<()>) {
    let (stop, stopped) = oneshot::channel::<()>();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(async { drop(stopped.await) });
    let task = tokio::spawn(async move {
        if let Err(error) = server.await {
            tracing::error!(%error, "the server stopped");
        }
    });
    (stop, task)
}
