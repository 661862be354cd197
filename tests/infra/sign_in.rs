//! Who may sign in, how, and what the API then believes.

use std::fs;

use serde_yaml_ng::Value;

use crate::template::{TEMPLATE, at, each, find, only, resources, root, text};

fn pool() -> &'static Value {
    at(only("AWS::Cognito::UserPool"), &["Properties"])
}

fn client() -> &'static Value {
    at(only("AWS::Cognito::UserPoolClient"), &["Properties"])
}

fn texts(list: &Value) -> Vec<&str> {
    each(list).into_iter().map(text).collect()
}

const ON: Value = Value::Bool(true);

#[test]
fn people_outlive_the_stack() {
    let pool = only("AWS::Cognito::UserPool");
    assert_eq!(text(at(pool, &["DeletionPolicy"])), "Retain");
    assert_eq!(text(at(pool, &["UpdateReplacePolicy"])), "Retain");
    assert_eq!(text(at(pool, &["Properties", "DeletionProtection"])), "ACTIVE");
}

#[test]
fn people_are_known_by_an_address_that_was_verified() {
    assert_eq!(texts(at(pool(), &["UsernameAttributes"])), ["email"]);
    assert_eq!(at(pool(), &["UsernameConfiguration", "CaseSensitive"]), &Value::Bool(false));
    assert_eq!(texts(at(pool(), &["AutoVerifiedAttributes"])), ["email"]);
    let before = at(pool(), &["UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate"]);
    assert_eq!(texts(before), ["email"]);
    let recovery = each(at(pool(), &["AccountRecoverySetting", "RecoveryMechanisms"]));
    let ways: Vec<_> = recovery.into_iter().map(|way| text(at(way, &["Name"]))).collect();
    assert_eq!(ways, ["verified_email"]);
    // The name stands beside what somebody does.
    for attribute in each(at(pool(), &["Schema"])) {
        assert_eq!(at(attribute, &["Required"]), &ON, "{attribute:?}");
    }
}

#[test]
fn a_password_is_long_and_a_second_factor_is_possible() {
    let policy = at(pool(), &["Policies", "PasswordPolicy"]);
    assert!(at(policy, &["MinimumLength"]).as_u64().is_some_and(|length| length >= 12));
    assert_eq!(text(at(pool(), &["MfaConfiguration"])), "OPTIONAL");
    assert_eq!(texts(at(pool(), &["EnabledMfas"])), ["SOFTWARE_TOKEN_MFA"]);
}

#[test]
fn the_application_keeps_no_secret_and_gets_tokens_for_a_code_alone() {
    assert_eq!(at(client(), &["GenerateSecret"]), &Value::Bool(false));
    assert_eq!(at(client(), &["AllowedOAuthFlowsUserPoolClient"]), &ON);
    assert_eq!(texts(at(client(), &["AllowedOAuthFlows"])), ["code"]);
    // With the scope of Cognito's own API, a token could change whom it stands for.
    assert_eq!(texts(at(client(), &["AllowedOAuthScopes"])), ["openid"]);
    assert_eq!(text(at(client(), &["PreventUserExistenceErrors"])), "ENABLED");
    assert_eq!(texts(at(client(), &["WriteAttributes"])), ["email", "name"]);
}

#[test]
fn tokens_are_short_lived_and_a_refresh_token_is_good_once() {
    let units = at(client(), &["TokenValidityUnits"]);
    assert_eq!(text(at(units, &["AccessToken"])), "minutes");
    let minutes = at(client(), &["AccessTokenValidity"]).as_u64().expect("a number");
    assert!((15..=60).contains(&minutes), "{minutes} minutes");
    assert_eq!(text(at(client(), &["RefreshTokenRotation", "Feature"])), "ENABLED");
    assert_eq!(at(client(), &["EnableTokenRevocation"]), &ON);
    // The older way to renew and rotation exclude each other: Cognito refuses such a client.
    assert_eq!(texts(at(client(), &["ExplicitAuthFlows"])), ["ALLOW_USER_SRP_AUTH"]);
}

/// The addresses that the application names must be, letter by letter, those that the client has.
#[test]
fn the_sign_in_leads_back_to_where_the_application_says() {
    let flow = fs::read_to_string(root().join("frontend/src/auth/flow.rs")).expect("the frontend signs in");
    assert!(flow.contains(r#"format!("{}/signed-in", browser::origin())"#));
    assert!(flow.contains(r#"format!("{}/", browser::origin())"#));
    for (list, expected) in [
        ("CallbackURLs", ["https://${SiteDomain}/signed-in", "http://localhost:8080/signed-in"]),
        ("LogoutURLs", ["https://${SiteDomain}/", "http://localhost:8080/"]),
    ] {
        let [address] = each(at(client(), &[list]))[..] else { panic!("one address") };
        let choice = texts_of_choice(address);
        assert_eq!(choice, ("HasSiteDomain", expected), "{list}");
    }
}

/// The condition of an `!If` and its two texts.
fn texts_of_choice(value: &'static Value) -> (&'static str, [&'static str; 2]) {
    let Value::Tagged(tagged) = value else { panic!("not a choice: {value:?}") };
    let parts = tagged.value.as_sequence().expect("a choice has parts");
    let [condition, first, second] = parts.as_slice() else { panic!("not a choice: {value:?}") };
    (text(condition), [text(first), text(second)])
}

#[test]
fn the_pages_of_the_sign_in_are_served() {
    let domain = at(only("AWS::Cognito::UserPoolDomain"), &["Properties"]);
    assert_eq!(at(domain, &["ManagedLoginVersion"]).as_u64(), Some(2));
    let style = at(only("AWS::Cognito::ManagedLoginBranding"), &["Properties"]);
    assert_eq!(text(at(style, &["ClientId"])), "WebClient");
    assert_eq!(at(style, &["UseCognitoProvidedValues"]), &ON);
}

#[test]
fn mail_of_the_sign_in_is_ours_once_the_domain_is_verified() {
    let choice = each(match at(pool(), &["EmailConfiguration"]) {
        Value::Tagged(tagged) => &tagged.value,
        other => panic!("not a choice: {other:?}"),
    });
    assert_eq!(text(choice[0]), "IsSenderVerified");
    assert_eq!(text(at(choice[1], &["EmailSendingAccount"])), "DEVELOPER");
    assert_eq!(text(at(choice[1], &["From"])), "SenderAddress");
    let identity = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${Sender}";
    assert_eq!(text(at(choice[1], &["SourceArn"])), identity);
    assert_eq!(text(at(choice[2], &["EmailSendingAccount"])), "COGNITO_DEFAULT");
    let sender = only("AWS::SES::EmailIdentity");
    assert_eq!(text(at(sender, &["Properties", "EmailIdentity"])), "SenderDomain");
    for number in 1..=3 {
        assert!(find(&TEMPLATE, &["Outputs", &format!("DkimRecord{number}")]).is_some(), "record {number}");
    }
}

#[test]
fn a_mail_with_a_code_is_in_every_language() {
    let template = at(pool(), &["VerificationMessageTemplate"]);
    let message = text(at(template, &["EmailMessage"]));
    assert_eq!(message.matches("{####}").count(), 3);
    assert!(message.contains("lang=\"sv\"") && message.contains("lang=\"vi\""));
}

#[test]
fn access_tokens_say_what_somebody_may_do() {
    // Claims of our own in access tokens come with this tier and this form of the trigger.
    assert_eq!(text(at(pool(), &["UserPoolTier"])), "ESSENTIALS");
    let trigger = at(pool(), &["LambdaConfig", "PreTokenGenerationConfig"]);
    assert_eq!(text(at(trigger, &["LambdaVersion"])), "V2_0");
    assert_eq!(text(at(trigger, &["LambdaArn"])), "TokenClaims.Arn");
    let permissions =
        resources("AWS::Lambda::Permission").into_values().map(|permission| at(permission, &["Properties"]));
    let callers: Vec<_> = permissions
        .filter(|permission| text(at(permission, &["FunctionName"])) == "TokenClaims.Arn")
        .collect();
    let [caller] = callers.as_slice() else { panic!("one caller: {callers:?}") };
    assert_eq!(text(at(caller, &["Principal"])), "cognito-idp.amazonaws.com");
    assert_eq!(text(at(caller, &["Action"])), "lambda:InvokeFunction");
    assert_eq!(text(at(caller, &["SourceArn"])), "Users.Arn");
    assert_eq!(text(at(caller, &["SourceAccount"])), "AWS::AccountId");
}
