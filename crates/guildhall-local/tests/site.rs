//! The built frontend, as a browser gets it.

#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod support;

use std::fs;

use guildhall_local::{Options, Running, System};
use reqwest::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    ETAG, IF_NONE_MATCH,
};
use reqwest::{Method, RequestBuilder, StatusCode};
use support::{Scratch, client};

async fn start(scratch: &Scratch) -> Running {
    let site = scratch.path().join("site");
    fs::create_dir_all(site.join("assets")).unwrap();
    fs::write(site.join("index.html"), "<!doctype html><title>Guildhall</title>").unwrap();
    fs::write(site.join("icons.svg"), "<svg/>").unwrap();
    fs::write(site.join("assets/app-0123456789abcdef.wasm"), "wasm").unwrap();
    fs::write(site.join("assets/app-0123456789abcdef.wasm.br"), "br").unwrap();
    fs::write(site.join("assets/app-0123456789abcdef.wasm.gz"), "gzip").unwrap();
    fs::write(scratch.path().join("secret.txt"), "secret").unwrap();
    System::start(Options { site: Some(site), ..Options::in_memory() }).await.unwrap()
}

fn get(running: &Running, path: &str) -> RequestBuilder {
    client().get(format!("{}{path}", running.base_url()))
}

#[tokio::test]
async fn every_place_of_the_app_gets_the_app() {
    let scratch = Scratch::new();
    let running = start(&scratch).await;
    for path in ["/", "/leads", "/referrals/leads/norrsken.0123456789abcdef", "/signed-in?code=x", "/a/b/c"] {
        let answer = get(&running, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-cache");
        let policy = answer.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"), "{policy}");
        assert!(answer.text().await.unwrap().contains("<title>Guildhall"));
    }
    running.shutdown().await;
}

#[tokio::test]
async fn what_does_not_exist_is_not_the_app() {
    let scratch = Scratch::new();
    let running = start(&scratch).await;
    for path in [
        "/assets/app-fedcba9876543210.wasm",
        "/missing.js",
        "/assets/app-0123456789abcdef.wasm.br",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/auth/unknown",
        "/dev",
        "/dev/unknown",
        "/auth",
    ] {
        let answer = get(&running, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(answer.headers().contains_key(CONTENT_SECURITY_POLICY), "{path}");
    }
    running.shutdown().await;
}

#[tokio::test]
async fn a_hashed_asset_is_kept_for_good_and_sent_in_its_smallest_form() {
    let scratch = Scratch::new();
    let running = start(&scratch).await;
    for (accepted, expected, length) in
        [("gzip, br", Some("br"), "2"), ("gzip", Some("gzip"), "4"), ("br;q=0", None, "4"), ("", None, "4")]
    {
        let request = get(&running, "/assets/app-0123456789abcdef.wasm").header(ACCEPT_ENCODING, accepted);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()[CONTENT_TYPE], "application/wasm");
        assert_eq!(answer.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
        let encoding = answer.headers().get(CONTENT_ENCODING).map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(encoding.as_deref(), expected, "{accepted}");
        assert_eq!(answer.headers()[CONTENT_LENGTH], length, "{accepted}");
    }
    running.shutdown().await;
}

#[tokio::test]
async fn what_the_reader_has_is_not_sent_again() {
    let scratch = Scratch::new();
    let running = start(&scratch).await;
    let tag = get(&running, "/icons.svg").send().await.unwrap().headers()[ETAG].clone();
    let again = get(&running, "/icons.svg").header(IF_NONE_MATCH, &tag).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(again.headers()[ETAG], tag);
    let other = get(&running, "/icons.svg").header(IF_NONE_MATCH, "\"other\"").send().await.unwrap();
    assert_eq!(other.status(), StatusCode::OK);
    running.shutdown().await;
}

#[tokio::test]
async fn the_site_is_read_and_never_written() {
    let scratch = Scratch::new();
    let running = start(&scratch).await;
    let url = format!("{}/icons.svg", running.base_url());
    let head = client().head(&url).send().await.unwrap();
    assert_eq!(head.status(), StatusCode::OK);
    assert_eq!(head.headers()[CONTENT_LENGTH], "6");
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let answer = client().request(method.clone(), &url).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    running.shutdown().await;
}

#[tokio::test]
async fn a_reader_who_typed_localhost_is_sent_to_the_one_origin() {
    let scratch = Scratch::new();
    let running = start(&scratch).await;
    let url = running.base_url().replace("127.0.0.1", "localhost");
    let port = url.rsplit(':').next().unwrap();
    let answer =
        get(&running, "/leads?tab=all").header("host", format!("localhost:{port}")).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(answer.headers()["location"], format!("{}/leads?tab=all", running.base_url()));
    let answer = get(&running, "/").header("host", "evil.example").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST);
    running.shutdown().await;
}

/// Publishes a file, as a worker would.
fn publish(scratch: &Scratch, name: &str, text: &str) {
    let file = scratch.path().join("data/published").join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

async fn start_with_pages(scratch: &Scratch) -> Running {
    let site = scratch.path().join("site");
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), "<!doctype html><title>Guildhall</title>").unwrap();
    System::start(Options { site: Some(site), ..scratch.options() }).await.unwrap()
}

#[tokio::test]
async fn a_published_page_is_sent_compressed_and_may_be_a_minute_old() {
    let scratch = Scratch::new();
    let running = start_with_pages(&scratch).await;
    let page = |words: &str| format!("<!doctype html><title>Ateljé</title>{}", words.repeat(400));
    for language in ["", "sv/", "vi/"] {
        publish(&scratch, &format!("{language}directory/atelje/index.html"), &page("Ett. "));
        let path = format!("/{language}directory/atelje");
        let answer = get(&running, &path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
        assert_eq!(answer.headers()[CACHE_CONTROL], "public, max-age=60");
        assert!(answer.headers().contains_key(CONTENT_SECURITY_POLICY));
        assert_eq!(answer.text().await.unwrap(), page("Ett. "), "{path}");
    }
    let length =
        |answer: &reqwest::Response| answer.headers()[CONTENT_LENGTH].to_str().unwrap().parse::<u32>();
    for (accepted, expected) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
        let answer =
            get(&running, "/directory/atelje").header(ACCEPT_ENCODING, accepted).send().await.unwrap();
        assert_eq!(answer.headers()[CONTENT_ENCODING], expected);
        assert!(length(&answer).unwrap() < 400, "{answer:?}");
    }

    let tag = get(&running, "/directory/atelje/").send().await.unwrap().headers()[ETAG].clone();
    let again = || get(&running, "/directory/atelje").header(IF_NONE_MATCH, &tag).send();
    assert_eq!(again().await.unwrap().status(), StatusCode::NOT_MODIFIED);
    publish(&scratch, "directory/atelje/index.html", &page("Två. "));
    assert_eq!(again().await.unwrap().text().await.unwrap(), page("Två. "));
    fs::remove_file(scratch.path().join("data/published/directory/atelje/index.html")).unwrap();
    assert_eq!(again().await.unwrap().status(), StatusCode::NOT_FOUND);
    running.shutdown().await;
}

#[tokio::test]
async fn what_is_not_published_is_404_with_the_app_that_can_say_more() {
    let scratch = Scratch::new();
    let running = start_with_pages(&scratch).await;
    for path in [
        "/directory/nobody",
        "/sv/directory/nobody",
        "/directory/services/marketing",
        "/directory/services/marketing/seo",
        "/directory/nobody/else",
        "/directory/%2e%2e%2f%2e%2e%2fclock.json",
        "/directory/..%2f..%2f..%2fclock.json",
        "/directory/.hidden",
    ] {
        let answer = get(&running, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-store", "{path}");
        assert!(answer.text().await.unwrap().contains("<title>Guildhall"), "{path}");
    }
    for path in [
        "/directory",
        "/vi/directory",
        "/directory/search?q=seo",
        "/directory/nobody/contact",
        "/sv/directory/nobody/review",
    ] {
        let answer = get(&running, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert!(answer.text().await.unwrap().contains("<title>Guildhall"), "{path}");
    }
    running.shutdown().await;
}

#[tokio::test]
async fn robots_read_what_is_published_and_nothing_in_its_place() {
    let scratch = Scratch::new();
    let running = start_with_pages(&scratch).await;
    for (path, kind) in [
        ("/sitemap.xml", "application/xml"),
        ("/sitemap-1.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ] {
        assert_eq!(get(&running, path).send().await.unwrap().status(), StatusCode::NOT_FOUND, "{path}");
        publish(&scratch, path.trim_start_matches('/'), "published");
        let answer = get(&running, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()[CONTENT_TYPE], kind);
        assert_eq!(answer.text().await.unwrap(), "published");
    }
    running.shutdown().await;
}
