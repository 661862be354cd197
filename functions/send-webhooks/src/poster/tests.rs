//! Against receivers on this machine; they are let through explicitly unless a test is about just that.

use std::net::SocketAddr;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use chrono::DateTime;
use futures::FutureExt;
use guildhall_domain::webhook::{HookDeliveryId, HookId};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

fn delivery() -> HookDelivery {
    let (hook, at) = (HookId::from_chance(1), DateTime::from_timestamp(1_790_000_000, 0).unwrap());
    let id = HookDeliveryId::derive(hook, "test", at);
    HookDelivery::new(id, "acme".parse().unwrap(), hook, None, at, "{\"a\":1}".to_owned())
}

async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

async fn serving(router: Router) -> SocketAddr {
    let (listener, address) = listen().await;
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

async fn post_to(address: SocketAddr, path: &str) -> Answered {
    let poster = Poster::new(address.to_string().parse().unwrap());
    let secret = HookSecret::draw().unwrap();
    poster.post(&format!("http://{address}{path}"), &secret, &delivery()).await
}

#[tokio::test]
async fn a_success_is_a_success_and_nothing_else_is() {
    let router = Router::new()
        .route("/good", post(|| async { StatusCode::NO_CONTENT }))
        .route("/bad", post(|| async { StatusCode::INTERNAL_SERVER_ERROR }))
        .route("/elsewhere", post(|| async { (StatusCode::FOUND, [("location", "/good")]) }));
    let address = serving(router).await;
    assert_eq!(post_to(address, "/good?a=b").await, Answered { status: Some(204), failure: None });
    let bad = Answered { status: Some(500), failure: Some(HookFailure::Status) };
    assert_eq!(post_to(address, "/bad").await, bad);
    let elsewhere = Answered { status: Some(302), failure: Some(HookFailure::Redirect) };
    assert_eq!(post_to(address, "/elsewhere").await, elsewhere);
}

#[tokio::test]
async fn an_endless_answer_is_cut_off() {
    let (listener, address) = listen().await;
    tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.unwrap();
        let _ = connection.read(&mut [0; 4096]).await;
        let head = "HTTP/1.1 200 OK\r\ncontent-length: 1000000000000\r\n\r\n";
        let _ = connection.write_all(head.as_bytes()).await;
        while connection.write_all(&[b'x'; 4096]).await.is_ok() {}
    });
    let answered = tokio::time::timeout(Duration::from_secs(5), post_to(address, "/")).await;
    assert_eq!(answered.unwrap(), Answered { status: Some(200), failure: None });
}

#[tokio::test]
async fn whoever_does_not_answer_is_not_waited_for() {
    let (listener, address) = listen().await;
    let answered = post_to(address, "/").await;
    assert_eq!(answered, Answered::failed(HookFailure::Timeout));
    drop(listener);
}

#[tokio::test]
async fn nobody_there_and_nonsense_are_told_apart() {
    let (listener, address) = listen().await;
    drop(listener);
    assert_eq!(post_to(address, "/").await, Answered::failed(HookFailure::Unreachable));
    let (listener, address) = listen().await;
    tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.unwrap();
        let _ = connection.read(&mut [0; 4096]).await;
        let _ = connection.write_all(b"nonsense\r\n\r\n").await;
    });
    assert_eq!(post_to(address, "/").await, Answered::failed(HookFailure::Broken));
}

/// The names lead where the test says; the way behind them is the real one.
fn guarded(addresses: &'static [&'static str]) -> Poster {
    let guard = PublicOnly::new(Arc::new(move |_name| {
        async move { Ok(addresses.iter().filter_map(|address| address.parse().ok()).collect()) }.boxed()
    }));
    Poster::looking_up(guard, Allowed::nobody())
}

#[tokio::test]
async fn a_name_that_leads_to_a_private_address_is_refused_before_anybody_is_asked() {
    let secret = HookSecret::draw().unwrap();
    for addresses in [&["127.0.0.1"][..], &["1.1.1.1", "169.254.169.254"], &["::ffff:127.0.0.1"]] {
        let answered = guarded(addresses).post("https://rebound.example/", &secret, &delivery()).await;
        assert_eq!(answered, Answered::failed(HookFailure::AddressRefused), "{addresses:?}");
    }
    let answered = guarded(&[]).post("https://nowhere.example/", &secret, &delivery()).await;
    assert_eq!(answered, Answered::failed(HookFailure::NameUnknown));
}

#[tokio::test]
async fn an_address_that_was_never_good_is_refused_when_it_is_asked() {
    let secret = HookSecret::draw().unwrap();
    let poster = Poster::new(Allowed::nobody());
    for url in
        ["http://127.0.0.1:9/", "https://127.0.0.1/", "https://[::1]/", "https://localhost/", "nonsense"]
    {
        let answered = poster.post(url, &secret, &delivery()).await;
        assert_eq!(answered, Answered::failed(HookFailure::AddressRefused), "{url}");
    }
}
