//! Public profiles.

use guildhall_domain::profile::Profile;
use guildhall_store::Profiles;
use serde_json::json;

use crate::support::App;

#[tokio::test]
async fn anybody_reads_a_published_profile() {
    let app = App::start().await;
    let profile = Profile {
        handle: "norrsken".parse().unwrap(),
        org: "norrsken".parse().unwrap(),
        name: "Norrsken Commerce AB".to_owned(),
        bio: "<b>Shops</b> for the north.".to_owned(),
        city: "Luleå".to_owned(),
        country: "SE".parse().unwrap(),
        languages: vec!["sv".to_owned(), "en".to_owned()],
        website: None,
        partner_since: "2019-03-04".parse().unwrap(),
    };
    Profiles::new(app.table()).put(&profile).await.unwrap();
    let read = app.anonymous().get("/profiles/norrsken").await.expect(200);
    assert_eq!(read["name"], "Norrsken Commerce AB");
    assert_eq!(read["bio"], "<b>Shops</b> for the north.");
    assert_eq!(read["languages"], json!(["sv", "en"]));
    assert!(read.get("org").is_none(), "the organisation's id is nobody else's business");
}

#[tokio::test]
async fn an_unknown_handle_and_one_that_is_none_are_the_same_404() {
    let app = App::start().await;
    let anonymous = app.anonymous();
    let unknown = anonymous.get("/profiles/unknown").await;
    unknown.problem(404, "not_found");
    for handle in ["UNKNOWN", "a", "%2e%2e%2f", "-x", "x%00"] {
        let reply = anonymous.get(&format!("/profiles/{handle}")).await;
        reply.problem(404, "not_found");
        assert_eq!(reply.without_request_id(), unknown.without_request_id());
    }
}
