//! The description of the API.

use crate::support::App;

#[tokio::test]
async fn the_description_is_served_to_anybody_and_changes_only_on_purpose() {
    let app = App::start().await;
    let description = app.anonymous().get("/openapi.json").await.expect(200);
    insta::assert_json_snapshot!("openapi", description);
}
