//! The user pool's trigger, called as Cognito calls it.

use guildhall_tests::Endpoints;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{Backend, Database, start, tell};

/// As Cognito asks, of somebody who claims to be more than they are.
fn asked() -> Value {
    json!({
        "version": "2", "triggerSource": "TokenGeneration_HostedAuth", "region": "eu-north-1",
        "userPoolId": "eu-north-1_1", "userName": "tom",
        "callerContext": { "awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": "web" },
        "request": {
            "userAttributes": {
                "sub": "tom", "name": "Tom", "email": "tom@ashworthoutdoor.example", "email_verified": "true",
                "custom:guildhall_role": "program_admin", "cognito:user_status": "CONFIRMED",
            },
            "groupConfiguration": { "groupsToOverride": ["program_admin"], "iamRolesToOverride": [] },
            "scopes": ["openid"],
        },
        "response": { "claimsAndScopeOverrideDetails": null },
    })
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_no_member_gets_a_merchants_token_and_nobody_gets_one_without_the_table(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let database = Database::with_table(backend).await;
    let trigger = start("token-claims", &Endpoints::of_dynamodb(database.endpoint())).await;
    let told = tell(&trigger, asked().to_string()).await.expect("an answer");
    assert_eq!(told["request"], asked()["request"], "Cognito wants its own event back");
    let details = &told["response"]["claimsAndScopeOverrideDetails"];
    let claims = &details["accessTokenGeneration"]["claimsToAddOrOverride"];
    assert_eq!(claims["guildhall_role"], "merchant", "{told}");
    assert_eq!(claims["email"], "tom@ashworthoutdoor.example");

    let gone = start("token-claims", &Endpoints::of_dynamodb("http://127.0.0.1:9")).await;
    for _ in 0..2 {
        tell(&gone, asked().to_string()).await.expect_err("no token rather than a wrong one");
    }
}
