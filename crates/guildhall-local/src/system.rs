//! Starting and stopping the whole.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use guildhall_domain::clock::Clock;
use guildhall_domain::webhook::Allowed;
use guildhall_http::AuthorizerEntry;
use guildhall_shelf::FolderShelf;
use guildhall_store::stream::StreamSource;
use guildhall_store::{CursorKey, CustomerKey, HookKey, MerchantKey, Table};
use send_webhooks::Poster;
use serde_json::Value;
use token_claims::TokenClaims;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::clock::MovableClock;
use crate::data_dir::DataDir;
use crate::database::EmbeddedDatabase;
use crate::functions::Secrets;
use crate::gateway::{ApiDescription, Gateway, TokenVerifier};
use crate::guard::Origin;
use crate::listener::listen;
use crate::mailbox::{Carrier, Mailbox, Message};
use crate::router::{Parts, router};
use crate::sign_in::{OwnKey, Sessions, SignIn, SigningKey, Users};
use crate::site::{Build, Published, Site};
use crate::tables::Tables;
use crate::template::TEMPLATE;
use crate::workers::{
    BEGIN_WITH_THE_DEMO, CARRIER_REPORTS_TO, DeadLetter, DeadLetters, Kept, NOT_TOLD_OF_THE_DEMO,
    RunningWorkers, Subscribed, Tools, Workers,
};
use crate::{
    Options, Replacements, RoleGate, StartError, TABLE_NAME, exported, functions, sign_in, store, workers,
};

/// What the key of the sign-in is derived for, so that secrets of endpoints are sealed with one of their own.
const WEBHOOKS: &str = "webhooks";
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
        let build = options.site.as_deref().map(Build::open).transpose()?;
        let data = if options.memory { DataDir::Memory } else { DataDir::open(&options.data)? };
        let data = Arc::new(data);
        let clock = Arc::new(MovableClock::open(&data, options.clock)?);
        let (sessions, users) = (Sessions::open(&data)?, Users::open(&data)?);
        let key = open_key(&data);
        let (subscribed, kept) = (Subscribed::read(TEMPLATE)?, Kept::open(&data)?);
        let handled = kept.positions.passed_by(subscribed.followers());
        let (endpoint, database) = open_database(&options, &data, handled.as_deref())?;
        let table = store::connect(&endpoint).await?;
        let gate = RoleGate::start(&endpoint)?;
        let tables = Tables::at(gate.address());
        let source = StreamSource::connect(&endpoint, TABLE_NAME);
        let pages = store::open_folder(&data, "published")?;
        let mailbox = Arc::new(Mailbox::open(&data)?);
        let key: Arc<SigningKey> =
            Arc::new(key.await.map_err(|error| StartError::Machine { reason: error.to_string() })??);
        let exports = exported::open(&data, &origin.url, &key.derive("exports"))?;
        let hooks = HookKey::from_secret(&key.derive(WEBHOOKS));
        let poster = Poster::new(options.allow_webhooks.clone());
        let (customers, cursors) = (
            CustomerKey::from_secret(&key.derive("customers")),
            CursorKey::from_secret(&key.derive("cursors")),
        );
        let merchants = MerchantKey::from_secret(&key.derive("customers"));
        let publisher = workers::publisher(&tables, &pages, &clock, &origin.url);
        let tools = Tools {
            tables: &tables,
            clock: &clock,
            publisher: &publisher,
            mailbox: &mailbox,
            hooks: &hooks,
            customers: &customers,
            cursors: &cursors,
            poster: &poster,
            address: &origin.url,
        };
        let carrier = open_carrier(&mailbox, &table, &tools, &subscribed)?;
        let workers = Workers::new(
            &source,
            subscribed,
            &workers::stream_workers(&tools),
            &workers::beginnings(&tools),
            workers::scheduled_workers(&tools),
            Arc::clone(&clock),
            &kept,
        )?;
        if !options.empty && !store::has_demo(&table).await? {
            kept.positions.note_to_skip(&NOT_TOLD_OF_THE_DEMO, &BEGIN_WITH_THE_DEMO)?;
            store::load_marketplace(&table, &key.derive("customers")).await?;
            store::load_demo(&table, options.clock, clock.now(), options.profiles).await?;
        }
        workers.skip(&kept.positions).await?;
        if !options.empty {
            store::load_customers(&table, &key.derive("customers")).await?;
        }
        store::establish_people(&table).await?;
        let claims = TokenClaims::new(tables.of("token-claims"));
        let sign_in = Arc::new(SignIn::new(&origin.url, Arc::clone(&key), sessions, users, claims));
        let gateway = open_gateway(
            sign_in.issuer(),
            key,
            &tables,
            &clock,
            (options.functions, options.authorizers),
            &options.allow_webhooks,
            &exports,
        )?;
        let base_url = origin.url.clone();
        let workers = workers.start();
        let parts = Parts {
            origin,
            gateway,
            sign_in: Arc::clone(&sign_in),
            clock: Arc::clone(&clock),
            site: Site::new(build, Published::new(pages)),
            news: workers.news(),
            exports,
            dead_letters: Arc::clone(&kept.dead_letters),
            carrier,
        };
        let (stop, server) = serve(listener, router(parts));
        let dead_letters = kept.dead_letters;
        Ok(Running {
            base_url,
            endpoint,
            sign_in,
            merchants,
            clock,
            mailbox,
            dead_letters,
            stop,
            server,
            workers,
            gate,
            database,
            _data: data,
        })
    }
}

/// A system that answers requests until it is shut down or dropped.
pub struct Running {
    base_url: String,
    endpoint: String,
    sign_in: Arc<SignIn>,
    merchants: MerchantKey,
    clock: Arc<MovableClock>,
    mailbox: Arc<Mailbox>,
    dead_letters: Arc<DeadLetters>,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
    workers: RunningWorkers,
    gate: RoleGate,
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

    /// What hides the marketplace's merchants here. Not reachable over HTTP: it is how a test brings records in.
    #[must_use]
    pub fn merchants(&self) -> &MerchantKey {
        &self.merchants
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

    /// Waits until everything that follows from what was written so far is done: the workers have handled
    /// every change, and the scheduled ones have done what is due.
    pub async fn settle(&self) {
        self.workers.settle().await;
    }

    /// All mail that was sent, the newest first.
    #[must_use]
    pub fn mailbox(&self) -> Vec<Message> {
        self.mailbox.messages()
    }

    /// The changes that a worker had to give up, the oldest first.
    #[must_use]
    pub fn dead_letters(&self) -> Vec<DeadLetter> {
        self.dead_letters.list()
    }

    /// Stops: no new requests, those under way may finish within ten seconds, and so may the workers; then
    /// the data is closed.
    pub async fn shutdown(self) {
        let Self { stop, mut server, workers, gate, database, _data, .. } = self;
        drop(stop);
        if tokio::time::timeout(STOPPING, &mut server).await.is_err() {
            tracing::warn!("requests that took too long were cut off");
            server.abort();
        }
        workers.stop().await;
        drop(gate);
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

/// The way back from the mailbox. Whoever the template has other services report to must be here.
fn open_carrier(
    mailbox: &Arc<Mailbox>,
    table: &Table,
    tools: &Tools<'_>,
    template: &Subscribed,
) -> Result<Carrier, StartError> {
    let mut here = workers::event_workers(tools);
    if let Some(function) = template.told.iter().find(|name| !here.contains_key(name.as_str())) {
        return Err(StartError::UnknownFunction { function: function.clone() });
    }
    let unknown = || StartError::UnknownFunction { function: CARRIER_REPORTS_TO.to_owned() };
    let reports = here.remove(CARRIER_REPORTS_TO).ok_or_else(unknown)?;
    Ok(Carrier::new(Arc::clone(mailbox), table, reports))
}

/// The embedded database, unless another endpoint takes its place.
fn open_database(
    options: &Options,
    data: &DataDir,
    handled: Option<&str>,
) -> Result<(String, Option<EmbeddedDatabase>), StartError> {
    if let Some(endpoint) = &options.dynamodb {
        return Ok((endpoint.as_str().to_owned(), None));
    }
    let database = EmbeddedDatabase::start(data, handled)?;
    Ok((database.endpoint().to_owned(), Some(database)))
}

/// The routes of the template, with this system's sign-in in place of the deployed one.
fn open_gateway(
    issuer: String,
    key: Arc<SigningKey>,
    tables: &Tables,
    clock: &Arc<MovableClock>,
    (given, given_authorizers): (Replacements, BTreeMap<String, AuthorizerEntry>),
    allowed: &Allowed,
    exports: &FolderShelf,
) -> Result<Gateway, StartError> {
    let api = ApiDescription::read(TEMPLATE, &sign_in::in_the_template(&issuer))?;
    let secret = |use_of_it| key.derive(use_of_it).to_vec();
    let secrets = Secrets {
        cursors: secret("cursors"),
        forms: secret("forms"),
        customers: secret("customers"),
        receipts: secret("receipts"),
        webhooks: secret(WEBHOOKS),
    };
    let mut functions = functions::all(tables, clock, &secrets, allowed, exports)?;
    functions::replace(&mut functions, given)?;
    let mut authorizers = functions::authorizers(tables, clock);
    functions::replace_authorizers(&mut authorizers, given_authorizers)?;
    Gateway::new(api, functions, authorizers, TokenVerifier::new(OwnKey(key)))
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
