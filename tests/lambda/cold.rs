//! A function that starts asks for its first event before it asks anybody else for anything: credentials, regions and
//! the table are for when they are needed. Whatever is slow or gone then fails one request and not the start.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures::{StreamExt, stream};
use guildhall_tests::{Endpoints, Environment, Function, FunctionInTemplate};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

use crate::support::{binary, definitions};

/// Whoever takes part in finding credentials, regions and services, and whatever stands between.
const ADDRESSES: [&str; 9] = [
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT_URL_DYNAMODB",
    "AWS_ENDPOINT_URL_SESV2",
    "AWS_ENDPOINT_URL_S3",
    "AWS_ENDPOINT_URL_STS",
    "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
    "AWS_EC2_METADATA_SERVICE_ENDPOINT",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "HTTP_PROXY",
];
const CREDENTIALS: [&str; 3] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

/// Takes every connection, says nothing, and counts.
struct Counter {
    address: String,
    connections: Arc<AtomicUsize>,
}

impl Counter {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        tokio::spawn(async move {
            while let Ok((mut connection, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(async move {
                    while connection.read(&mut [0; 512]).await.is_ok_and(|read| read > 0) {}
                });
            }
        });
        Self { address, connections }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn unreachable(
    function: &FunctionInTemplate,
    runtime_api: &str,
    counter: &Counter,
    with_credentials: bool,
) -> Environment {
    let mut environment = Environment::of(function, runtime_api, &Endpoints::default());
    for name in ADDRESSES {
        environment = environment.with(name, &counter.address);
    }
    environment = environment.with("HTTPS_PROXY", &counter.address).with("AWS_ALLOW_HTTP", "true");
    environment = environment.with("NO_PROXY", runtime_api.split(':').next().unwrap_or_default());
    if with_credentials {
        return environment;
    }
    CREDENTIALS.iter().fold(environment, |environment, name| environment.without(name))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_function_comes_to_its_first_poll_without_the_network() {
    let starts = definitions().into_iter().flat_map(|function| [(function.clone(), true), (function, false)]);
    let started = stream::iter(starts.map(async |(definition, with_credentials)| {
        let (name, counter) = (definition.binary.clone(), Counter::start().await);
        let time = Duration::from_secs(definition.timeout);
        let environment =
            |runtime_api: &str| unreachable(&definition, runtime_api, &counter, with_credentials);
        let function = Function::start(&binary(&name), time, environment).await.expect("it starts");
        let polled = function.first_poll().await;
        let asked = counter.connections();
        polled.unwrap_or_else(|error| panic!("{name} (credentials: {with_credentials}): {error}"));
        assert_eq!(asked, 0, "{name} (credentials: {with_credentials}) asked somebody before its first poll");
        // What was under way by then would come now.
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(
            counter.connections(),
            0,
            "{name} (credentials: {with_credentials}) asked somebody unasked"
        );
    }))
    .buffer_unordered(4)
    .count()
    .await;
    assert_eq!(started, 2 * definitions().len());
}
