//! What Cognito is answered, against the table on the embedded database.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::organisation::{House, Membership, OrgStanding, Organisation};
use guildhall_store::{Doing, Kept, Members, Table};
use serde_json::{Value, json};
use token_claims::{ClaimsError, TokenClaims};

async fn table() -> Table {
    guildhall_bench::Bench::new().await.table
}

fn acme() -> House {
    House::Organisation("acme".parse().unwrap())
}

fn organisation(standing: OrgStanding) -> Organisation {
    let since = "2020-01-31".parse().unwrap();
    Organisation { id: "acme".parse().unwrap(), name: "Acme".to_owned(), since, standing, reason: None }
}

fn member(id: &str, role: Role, house: House) -> Membership {
    let since = "2020-01-31T00:00:00Z".parse().unwrap();
    let (name, email) = ("As Invited".into(), "invited@acme.example".into());
    let person = id.parse().unwrap();
    Membership { person, name, email, role, financials: false, house, since, ended: false }
}

/// As Cognito asks, of somebody who claims to be more than they are.
fn event(sub: &str) -> Value {
    json!({
        "version": "2",
        "triggerSource": "TokenGeneration_RefreshTokens",
        "region": "eu-north-1",
        "userPoolId": "eu-north-1_1",
        "userName": sub,
        "callerContext": { "awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": "web" },
        "request": {
            "userAttributes": {
                "sub": sub, "name": "Anna", "email": "anna@acme.example", "email_verified": "true",
                "custom:guildhall_role": "program_admin", "guildhall_role": "program_admin",
                "cognito:user_status": "CONFIRMED",
            },
            "groupConfiguration": { "groupsToOverride": ["program_admin"], "iamRolesToOverride": [] },
            "scopes": ["openid"],
        },
        "response": { "claimsAndScopeOverrideDetails": null },
    })
}

fn added(answer: &Value) -> Value {
    let details = &answer["response"]["claimsAndScopeOverrideDetails"];
    assert_eq!(details["accessTokenGeneration"], details["idTokenGeneration"]);
    details["accessTokenGeneration"]["claimsToAddOrOverride"].clone()
}

#[tokio::test]
async fn a_partners_token_says_who_they_are_and_how_their_organisation_stands() {
    let table = table().await;
    let (members, claims) = (Members::new(table.clone()), TokenClaims::new(table));
    let people = [member("anna", Role::PartnerOwner, acme())];
    members.establish(&acme(), Some(&organisation(OrgStanding::Good)), &people).await.unwrap();
    let answer = claims.answer(event("anna")).await.unwrap();
    let mut expected = json!({
        "guildhall_role": "partner_owner", "name": "Anna", "email": "anna@acme.example",
        "guildhall_org": "acme", "guildhall_org_name": "Acme", "guildhall_org_since": "2020-01-31",
        "guildhall_org_standing": "good", "guildhall_financials": "yes",
    });
    assert_eq!(added(&answer), expected);
    assert_eq!((&answer["request"], &answer["userName"]), (&event("anna")["request"], &json!("anna")));

    let stamp = None;
    let suspended = Kept { value: organisation(OrgStanding::Suspended), revision: 2, changed: stamp };
    members.keep_organisation(suspended).await.unwrap();
    expected["guildhall_org_standing"] = json!("suspended");
    assert_eq!(added(&claims.answer(event("anna")).await.unwrap()), expected);
}

#[tokio::test]
async fn whoever_is_no_owner_sees_money_only_if_an_owner_has_granted_it() {
    let table = table().await;
    let (members, claims) = (Members::new(table.clone()), TokenClaims::new(table));
    let people = [
        member("olle", Role::PartnerOwner, acme()),
        member("anna", Role::PartnerMember, acme()),
        Membership { financials: true, ..member("mai", Role::PartnerViewer, acme()) },
    ];
    members.establish(&acme(), Some(&organisation(OrgStanding::Good)), &people).await.unwrap();
    let claim = async |sub| added(&claims.answer(event(sub)).await.unwrap())["guildhall_financials"].clone();
    assert_eq!([claim("olle").await, claim("anna").await, claim("mai").await], ["yes", "no", "yes"]);
}

#[tokio::test]
async fn whoever_has_no_membership_is_a_merchant_whatever_they_say_of_themselves() {
    let table = table().await;
    let (members, claims) = (Members::new(table.clone()), TokenClaims::new(table));
    let merchant = json!({ "guildhall_role": "merchant", "name": "Anna", "email": "anna@acme.example" });
    assert_eq!(added(&claims.answer(event("anna")).await.unwrap()), merchant);
    let people = [member("anna", Role::Rep, House::Staff), member("ruth", Role::ProgramAdmin, House::Staff)];
    members.establish(&House::Staff, None, &people).await.unwrap();
    let rep = json!({ "guildhall_role": "rep", "name": "Anna", "email": "anna@acme.example" });
    assert_eq!(added(&claims.answer(event("anna")).await.unwrap()), rep);
    let ruth =
        Actor { id: "ruth".parse().unwrap(), name: "Ruth".to_owned(), role: Role::ProgramAdmin, org: None };
    let doing = Doing { actor: &ruth, is_suspended: false, now: "2026-03-01T08:00:00Z".parse().unwrap() };
    members.remove(&House::Staff, &"anna".parse().unwrap(), &doing).await.unwrap();
    assert_eq!(added(&claims.answer(event("anna")).await.unwrap()), merchant, "what is over gives nothing");
}

#[tokio::test]
async fn an_address_that_is_not_verified_stays_out_and_a_missing_name_is_the_known_one() {
    let table = table().await;
    let (members, claims) = (Members::new(table.clone()), TokenClaims::new(table));
    members.establish(&House::Staff, None, &[member("anna", Role::Rep, House::Staff)]).await.unwrap();
    let mut event = event("anna");
    event["request"]["userAttributes"]["email_verified"] = json!("false");
    event["request"]["userAttributes"]["name"] = json!(" ");
    let claims = added(&claims.answer(event).await.unwrap());
    assert_eq!(claims, json!({ "guildhall_role": "rep", "name": "As Invited" }));
}

#[tokio::test]
async fn without_an_answer_from_the_table_there_is_no_token() {
    let silent = TokenClaims::new(Table::connect("http://127.0.0.1:9", "guildhall"));
    assert!(matches!(silent.answer(event("anna")).await, Err(ClaimsError::Store(_))));
    let table = table().await;
    let (members, claims) = (Members::new(table.clone()), TokenClaims::new(table));
    // A membership of an organisation that is not there is no reason to make somebody a merchant.
    members.establish(&acme(), None, &[member("anna", Role::PartnerOwner, acme())]).await.unwrap();
    assert!(matches!(claims.answer(event("anna")).await, Err(ClaimsError::NoOrganisation(_))));
    for nobody in [event("system"), event("a b"), json!({}), json!({ "request": {} })] {
        assert!(matches!(claims.answer(nobody).await, Err(ClaimsError::NoPerson)));
    }
}
