//! The pages of the directory in a bucket, which an emulator of S3 holds: the one place where they go over HTTP.

use std::time::Duration;

use guildhall_tests::{Endpoints, Environment, Function, Outcome, response_of};
use serde_json::json;

use crate::api::partner_form;
use crate::support::{
    ADMIN, Backend, Database, OWNER, S3, ask, batch, binary, changes, definition, event, start, tell,
    with_header,
};

const HANDLE: &str = "tallbacken";
const PAGE: &str = "directory/tallbacken/index.html";

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_that_is_approved_is_a_page_in_the_bucket_and_one_that_is_hidden_is_not() {
    let database = Database::with_table(Backend::Dynoxide).await;
    let endpoints = Endpoints::of_dynamodb(database.endpoint());
    let publisher = definition("publish-profile");
    let bucket = publisher.variables["SITE_BUCKET"].clone();
    let s3 = S3::start(&bucket).await;
    let with_bucket = Endpoints { s3: Some(s3.endpoint().to_owned()), ..endpoints.clone() };
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

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_not_there_is_a_404_with_the_application_in_it() {
    let definition = definition("show-missing");
    let bucket = definition.variables["SITE_BUCKET"].clone();
    let s3 = S3::start(&bucket).await;
    assert_eq!(s3.put(&format!("{bucket}/index.html"), "<html>Guildhall</html>").await.status(), 200);
    let endpoints = Endpoints { s3: Some(s3.endpoint().to_owned()), ..Endpoints::default() };
    let environment = |runtime_api: &str| {
        Environment::of(&definition, runtime_api, &endpoints).with("AWS_ALLOW_HTTP", "true")
    };
    let time = Duration::from_secs(definition.timeout);
    let function = Function::start(&binary("show-missing"), time, environment).await.expect("it starts");
    // An address of a function's own hands over the same event as the gateway.
    for (path, body) in [
        ("/directory/nobody/index.html", "<html>Guildhall</html>"),
        ("/pictures/none.png", "404 Not Found\n"),
    ] {
        let request = event(&format!("GET {path}"), &[], None, None).to_string();
        let handled = function.invoke(request.into_bytes()).await.expect("it lives");
        let Outcome::Answer(answer) = handled.outcome else { panic!("{handled:?}") };
        let response = response_of(&answer).expect("an answer");
        assert_eq!((response.status().as_u16(), response.body().as_ref()), (404, body.as_bytes()), "{path}");
    }
}
