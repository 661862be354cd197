//! What is answered for what is not there.

use std::sync::Arc;

use guildhall_http::{Body, Entry, entry};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use show_missing::ShowMissing;

async fn function(page: Option<&str>) -> (Entry, Arc<dyn ObjectStore>) {
    let bucket: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
    if let Some(page) = page {
        bucket.put(&Path::from("index.html"), page.to_owned().into()).await.expect("it is put there");
    }
    (entry(ShowMissing::new(Arc::clone(&bucket))), bucket)
}

/// Status, type and body.
async fn ask(function: &Entry, method: &str, path: &str) -> (u16, String, String) {
    let request = http::Request::builder().method(method).uri(path).body(Body::Empty).expect("a request");
    let answer = function(request).await;
    assert_eq!(answer.headers()[CACHE_CONTROL], "no-store", "{path}");
    let content_type = answer.headers()[CONTENT_TYPE].to_str().expect("a text").to_owned();
    let body = match answer.body() {
        Body::Text(text) => text.clone(),
        other => String::from_utf8(other.to_vec()).expect("a text"),
    };
    (answer.status().as_u16(), content_type, body)
}

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

#[tokio::test]
async fn a_page_that_is_not_published_is_a_404_with_the_application() {
    let (function, _) = function(Some("<app>")).await;
    let answer = ask(&function, "GET", "/directory/nobody/index.html").await;
    assert_eq!(answer, (404, HTML.to_owned(), "<app>".to_owned()));
    let answer = ask(&function, "HEAD", "/directory/nobody/index.html").await;
    assert_eq!(answer, (404, HTML.to_owned(), String::new()));
}

#[tokio::test]
async fn the_directory_is_the_application_until_its_first_page_is_published() {
    let (function, _) = function(Some("<app>")).await;
    let answer = ask(&function, "GET", "/sv/directory/index.html").await;
    assert_eq!(answer, (200, HTML.to_owned(), "<app>".to_owned()));
}

#[tokio::test]
async fn a_file_that_is_missing_is_never_the_application() {
    let (function, _) = function(Some("<app>")).await;
    for path in ["/assets/app-00.js.br", "/robots.txt"] {
        let answer = ask(&function, "GET", path).await;
        assert_eq!(answer, (404, PLAIN.to_owned(), "404 Not Found\n".to_owned()));
    }
}

#[tokio::test]
async fn without_an_application_everything_is_missing() {
    let (function, _) = function(None).await;
    for path in ["/index.html", "/directory/nobody/index.html"] {
        assert_eq!(ask(&function, "GET", path).await.0, 404, "{path}");
    }
}

#[tokio::test]
async fn the_application_is_not_read_again_for_every_page() {
    let (function, bucket) = function(Some("<app>")).await;
    ask(&function, "GET", "/directory/one/index.html").await;
    bucket.delete(&Path::from("index.html")).await.expect("it was there");
    assert_eq!(ask(&function, "GET", "/directory/two/index.html").await.2, "<app>");
}
