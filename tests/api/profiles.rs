//! Public profiles.

use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::OrgId;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, PartnerProfile, Price, ProfileCommand, ProfileContent, ServiceOffer, Standing,
};
use guildhall_domain::taxonomy::{Service, SpokenLanguage, Tier};
use guildhall_store::PartnerProfiles;
use serde_json::json;

use crate::support::App;

#[tokio::test]
async fn anybody_reads_a_published_profile() {
    let app = App::start().await;
    let org: OrgId = "norrsken".parse().unwrap();
    let owner = Actor {
        id: "norrsken-owner".parse().unwrap(),
        name: "Elin Sandström".to_owned(),
        role: Role::PartnerOwner,
        org: Some(org.clone()),
    };
    let admin = Actor {
        id: "admin-ruth".parse().unwrap(),
        name: "Ruth Adler".to_owned(),
        role: Role::ProgramAdmin,
        org: None,
    };
    let content = ProfileContent {
        name: "Norrsken Commerce AB".to_owned(),
        tagline: "Shops for the north.".to_owned(),
        bio: "<b>Shops</b> for the north.".to_owned(),
        contact_email: "hello@norrsken.example".into(),
        contact_language: Language::Sv,
        contact_phone: None,
        website: None,
        city: "Luleå".to_owned(),
        country: "SE".parse().unwrap(),
        supported_countries: Vec::new(),
        languages: ["sv", "en"].map(|tag| SpokenLanguage::by_slug(tag).unwrap()).to_vec(),
        industries: Vec::new(),
        services: vec![ServiceOffer {
            service: Service::ALL[0],
            featured: false,
            price: Price::Contact,
            description: String::new(),
        }],
        featured_work: Vec::new(),
        social: Vec::new(),
        availability: Availability::Open,
    };
    let standing =
        Standing { tier: Tier::Select, partner_since: "2019-03-04".parse().unwrap(), referrals_year: 0 };
    let now = "2026-03-02T12:00:00Z".parse().unwrap();
    let handle = "norrsken".parse().unwrap();
    let mut profile = PartnerProfile::create(org, handle, content, standing, &owner, now).unwrap();
    let profiles = PartnerProfiles::new(app.table());
    profiles.create(&profile).await.unwrap();
    profile.apply(ProfileCommand::Submit, &owner, now).unwrap();
    profiles.commit(&profile, None).await.unwrap();
    app.anonymous().get("/profiles/norrsken").await.problem(404, "not_found");
    let shown = profile.apply(ProfileCommand::Approve, &admin, now).unwrap();
    profiles.commit(&profile, shown.as_ref()).await.unwrap();
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
