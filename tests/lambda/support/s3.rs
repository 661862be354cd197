//! An S3 of moto.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response};
use tokio::process::{Child, Command};

/// A running S3 of moto; it ends with the test.
pub(crate) struct S3 {
    endpoint: String,
    http: Client,
    _process: Child,
}

impl S3 {
    /// Where it listens.
    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Starts with the bucket that the template names.
    pub(crate) async fn start(bucket: &str) -> Self {
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

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.signed(self.http.get(format!("{}/{path}", self.endpoint))).await
    }

    pub(crate) async fn put(&self, path: &str, text: &str) -> Response {
        let request = self.http.put(format!("{}/{path}", self.endpoint)).body(text.to_owned());
        self.signed(request).await
    }

    async fn signed(&self, request: RequestBuilder) -> Response {
        request.header("authorization", SIGNATURE).send().await.unwrap()
    }
}

/// The emulator checks no signature, but shows a private page to nobody who comes without one.
const SIGNATURE: &str = "AWS4-HMAC-SHA256 Credential=guildhall/20261121/eu-north-1/s3/aws4_request, \
                         SignedHeaders=host, Signature=0";

const WHERE: &str = "<CreateBucketConfiguration><LocationConstraint>eu-north-1</LocationConstraint>\
                     </CreateBucketConfiguration>";
