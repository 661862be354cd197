//! The pages of the directory in a bucket, which an emulator of S3 holds: the one place where they go over HTTP.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use guildhall_tests::{Endpoints, Environment, Function};
use reqwest::{Client, Response};
use serde_json::json;
use tokio::process::{Child, Command};

use crate::api::partner_form;
use crate::support::{
    ADMIN, Backend, Database, OWNER, ask, batch, binary, changes, definition, event, start, tell, with_header,
};

const HANDLE: &str = "tallbacken";
const PAGE: &str = "directory/tallbacken/index.html";

/// A running S3 of moto; it ends with the test.
struct S3 {
    endpoint: String,
    http: Client,
    _process: Child,
}

impl S3 {
    /// Starts with the bucket that the template names.
    async fn start(bucket: &str) -> Self {
        let program = std::env::var_os("MOTO_SERVER").map(PathBuf::from).expect(
            "MOTO_SERVER is not set: run these tests through `cargo xtask test lambda`, which installs moto and sets it",
        );
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new(&program)
            .args(["--host", "127.0.0.1", "--port", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let s3 =
            Self { endpoint: format!("http://127.0.0.1:{port}"), http: Client::new(), _process: process };
        let made = async {
            while s3.http.put(format!("{}/{bucket}", s3.endpoint)).body(WHERE).send().await.is_err() {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        let started = tokio::time::timeout(Duration::from_secs(60), made).await;
        started.unwrap_or_else(|_| panic!("{} does not start", program.display()));
        s3
    }

    async fn get(&self, path: &str) -> Response {
        let request = self.http.get(format!("{}/{path}", self.endpoint)).header("authorization", SIGNATURE);
        request.send().await.unwrap()
    }
}

/// The emulator checks no signature, but shows a private page to nobody who comes without one.
const SIGNATURE: &str = "AWS4-HMAC-SHA256 Credential=guildhall/20261121/eu-north-1/s3/aws4_request, \
                         SignedHeaders=host, Signature=0";

const WHERE: &str = "<CreateBucketConfiguration><LocationConstraint>eu-north-1</LocationConstraint>\
                     </CreateBucketConfiguration>";

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_that_is_approved_is_a_page_in_the_bucket_and_one_that_is_hidden_is_not() {
    let database = Database::with_table(Backend::Dynoxide).await;
    let endpoints = Endpoints::of_dynamodb(database.endpoint());
    let publisher = definition("publish-profile");
    let bucket = publisher.variables["SITE_BUCKET"].clone();
    let s3 = S3::start(&bucket).await;
    let with_bucket = Endpoints { s3: Some(s3.endpoint.clone()), ..endpoints.clone() };
    let time = Duration::from_secs(publisher.timeout);
    // The emulator has no certificate; in AWS only https is spoken.
    let environment = |runtime_api: &str| {
        Environment::of(&publisher, runtime_api, &with_bucket).with("AWS_ALLOW_HTTP", "true")
    };
    let worker = Function::start(&binary("publish-profile"), time, environment).await.expect("it starts");

    let (editor, moderator) =
        (start("edit-profile", &endpoints).await, start("moderate-directory", &endpoints).await);
    let save = event("PUT /api/v1/profile", &[], Some(OWNER), Some(&partner_form(HANDLE)));
    assert_eq!(ask(&editor, &with_header(save, "if-match", "\"0\"")).await.0, 200);
    let act = |command: &str, version: u64| {
        let request =
            event("POST /api/v1/profile/actions", &[], Some(OWNER), Some(&json!({ "command": command })));
        with_header(request, "if-match", &format!("\"{version}\""))
    };
    assert_eq!(ask(&editor, &act("submit", 1)).await.0, 200);
    let approve = json!({ "command": "approve" });
    let approve = event("POST /api/v1/moderation/profiles/{handle}", &[HANDLE], Some(ADMIN), Some(&approve));
    assert_eq!(ask(&moderator, &with_header(approve, "if-match", "\"2\"")).await.0, 200);

    let told = changes(&database, "publish-profile").await;
    for _ in 0..2 {
        assert_eq!(tell(&worker, batch(&told)).await, Ok(json!({ "batchItemFailures": [] })));
    }
    let page = s3.get(&format!("{bucket}/{PAGE}")).await;
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert_eq!(page.headers()["cache-control"], "public, max-age=60");
    let html = page.text().await.unwrap();
    assert!(html.contains("Tallbacken Byrå") && html.contains("https://partners.example/"), "{html}");

    assert_eq!(ask(&editor, &act("hide", 3)).await.0, 200);
    let told = changes(&database, "publish-profile").await;
    assert_eq!(tell(&worker, batch(&told)).await, Ok(json!({ "batchItemFailures": [] })));
    assert_eq!(s3.get(&format!("{bucket}/{PAGE}")).await.status(), 404);
    assert_eq!(s3.get(&format!("{bucket}/sitemap.xml")).await.status(), 200, "what is left stays");
}
