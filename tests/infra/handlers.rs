//! Every route of the template leads to a handler that knows it, and no handler knows another one.

use std::collections::BTreeSet;
use std::fs;

use guildhall_contract::partner_api::PREFIX;
use guildhall_domain::api_token::Scope;
use guildhall_local::{Options, System, TABLE_NAME, client};
use guildhall_store::{Claiming, MailRecord, Mails, Table};
use reqwest::StatusCode;
use serde_json::Value;

use crate::template::{root, routes};

/// Everybody who has something to do with a route; one of them must find it.
const PEOPLE: [&str; 4] = ["manager-helena", "norrsken-owner", "merchant-tom", "admin-ruth"];

/// Things of the demo data that exist.
struct Things {
    lead: String,
    referral: String,
    inquiry: String,
    review: String,
    mail: String,
    invitation: String,
    job: String,
    conversation: String,
    /// What a program of the owner's organisation presents.
    token: String,
    /// An endpoint, and what is delivered to it.
    webhook: (String, String),
}

impl Things {
    async fn find(http: &reqwest::Client, base: &str, owner: &str) -> Self {
        let first = async |path: &str| {
            let request = http.get(format!("{base}/api/v1/{path}")).bearer_auth(owner);
            let list: Value = request.send().await.expect("an answer").json().await.expect("JSON");
            list["items"][0]["id"].as_str().unwrap_or_else(|| panic!("nothing in {path}: {list}")).to_owned()
        };
        Self {
            lead: first("leads").await,
            referral: first("referrals").await,
            inquiry: first("inquiries").await,
            review: first("profiles/norrsken-commerce/reviews").await,
            mail: String::new(),
            invitation: Self::invite(http, base, owner).await,
            job: first("marketplace/jobs").await,
            conversation: first("marketplace/conversations").await,
            token: Self::make_token(http, base, owner).await,
            webhook: Self::make_webhook(http, base, owner).await,
        }
    }

    /// A token that may be used for everything.
    async fn make_token(http: &reqwest::Client, base: &str, owner: &str) -> String {
        let scopes: Vec<_> = Scope::ALL.iter().copied().map(Scope::slug).collect();
        let body = serde_json::json!({ "name": "CRM", "scopes": scopes });
        let request = http.post(format!("{base}/api/v1/organisation/tokens")).bearer_auth(owner);
        let answer = request.json(&body).send().await.expect("an answer");
        let made: Value = answer.json().await.expect("JSON");
        made["secret"].as_str().expect("a token").to_owned()
    }

    /// An endpoint, and a test that waits for it.
    async fn make_webhook(http: &reqwest::Client, base: &str, owner: &str) -> (String, String) {
        let post = async |path: &str, body: Value| -> Value {
            let request = http.post(format!("{base}/api/v1/organisation/webhooks{path}")).bearer_auth(owner);
            request.json(&body).send().await.expect("an answer").json().await.expect("JSON")
        };
        let body = serde_json::json!({ "url": "https://hooks.acme.example", "topics": ["lead.decided"] });
        let hook = post("", body).await["webhook"]["id"].as_str().expect("an id").to_owned();
        let test = post(&format!("/{hook}/test"), Value::Null).await;
        (hook, test["id"].as_str().expect("an id").to_owned())
    }

    /// An invitation that one of the people may see.
    async fn invite(http: &reqwest::Client, base: &str, owner: &str) -> String {
        let body = serde_json::json!({ "email": "tom@ashworthoutdoor.example", "role": "partner_viewer" });
        let request = http.post(format!("{base}/api/v1/organisation/invitations")).bearer_auth(owner);
        let answer = request.json(&body).send().await.expect("an answer");
        let invitation: Value = answer.json().await.expect("JSON");
        invitation["id"].as_str().expect("an id").to_owned()
    }

    /// Nobody is mailed about the demo data, so a mail that failed is put there.
    async fn with_mail(self, table: Table) -> Self {
        let record = MailRecord::of_inquiry(&self.inquiry.parse().expect("an inquiry's id"));
        let mails = Mails::new(table);
        let Claiming::Ours(claim) = mails.claim(&record).await.expect("an answer") else {
            panic!("the mail is there already");
        };
        assert!(mails.fail(&claim, "MessageRejected").await.expect("an answer"));
        Self { mail: record.id().to_string(), ..self }
    }

    fn path_of(&self, route: &str) -> String {
        route
            .replace("{lead_id}", &self.lead)
            .replace("{seq}", "1")
            .replace("{referral_id}", &self.referral)
            .replace("{period}", "2026-09-1")
            .replace("{inquiry_id}", &self.inquiry)
            .replace("{review_id}", &self.review)
            .replace("{mail_id}", &self.mail)
            .replace("{invitation_id}", &self.invitation)
            .replace(
                "{token_id}",
                self.token.trim_start_matches("ghp_").split('_').next().unwrap_or_default(),
            )
            .replace("{job_id}", &self.job)
            .replace("{conversation_id}", &self.conversation)
            .replace("{webhook_id}", &self.webhook.0)
            .replace("{delivery_id}", &self.webhook.1)
            .replace("{organisation_id}", "norrsken")
            .replace("{person_id}", "norrsken-viewer")
            .replace("{handle}", "norrsken-commerce")
    }
}

#[tokio::test]
async fn every_route_is_answered_by_its_function() {
    let options = Options { empty: false, profiles: 20, ..Options::in_memory() };
    let system = System::start(options).await.expect("it starts");
    let base = system.base_url();
    let mut tokens = Vec::new();
    for person in PEOPLE {
        tokens.push(client::sign_in(base, person).await.expect("they can sign in").access_token);
    }
    let http = reqwest::Client::new();
    let things = Things::find(&http, base, &tokens[1]).await;
    let things = things.with_mail(Table::connect(system.dynamodb_endpoint(), TABLE_NAME)).await;
    // What revokes the token, or removes the endpoint, comes last.
    let is_last = |path: &str| path.contains("{token_id}") || path.ends_with("{webhook_id}/remove");
    let (revoking, others): (Vec<_>, Vec<_>) = routes().into_iter().partition(|route| is_last(&route.path));
    for route in others.into_iter().chain(revoking) {
        let url = format!("{base}{}", things.path_of(&route.path));
        let method: reqwest::Method = route.method.parse().expect("a method");
        let mut statuses = Vec::new();
        let of_programs = std::slice::from_ref(&things.token);
        for token in if route.path.starts_with(PREFIX) { of_programs } else { &tokens } {
            let request = http.request(method.clone(), &url);
            let request = if route.public { request } else { request.bearer_auth(token) };
            statuses.push(request.send().await.unwrap().status());
        }
        let unknown = [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED, StatusCode::UNAUTHORIZED];
        assert!(statuses.iter().any(|status| !unknown.contains(status)), "{route:?} answers {statuses:?}");
        assert!(!statuses.iter().any(StatusCode::is_server_error), "{route:?} answers {statuses:?}");
    }
    system.shutdown().await;
}

#[test]
fn a_function_names_no_route_that_the_template_does_not_lead_to_it() {
    let in_template: BTreeSet<(String, String)> = routes()
        .into_iter()
        .map(|route| (route.function.to_owned(), format!("{} {}", route.method, route.path)))
        .collect();
    for function in fs::read_dir(root().join("functions")).expect("there are functions") {
        let function = function.expect("readable").path();
        let name = function.file_name().expect("a name").to_string_lossy().into_owned();
        let code = fs::read_to_string(function.join("src/lib.rs")).expect("a function has a library");
        for text in code
            .split('"')
            .filter(|text| ["GET /", "POST /", "PUT /"].iter().any(|verb| text.starts_with(verb)))
        {
            assert!(in_template.contains(&(name.clone(), text.to_owned())), "{name} names {text}");
        }
    }
}
