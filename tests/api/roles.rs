//! Which role comes through on which route: one table for all of them, so that who may do what is changed by a decision and
//! not by accident.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, User, key};

/// What is put in the place of a name in a path: something that is there, where the answer depends on who asks for it.
struct Names {
    lead: String,
    referral: String,
    profile: &'static str,
}

impl Names {
    async fn made(app: &App) -> Self {
        let lead = app.lead(LeadKind::PlusAlone).await;
        let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
        app.manager().act(&lead, &award).await.expect(200);
        let referral = app.owner().get("/referrals").await.expect(200)["items"][0]["id"].clone();
        app.publish(crate::support::NORRSKEN, &crate::support::partner_form("tallbacken")).await;
        Self { lead, referral: referral.as_str().unwrap().to_owned(), profile: "tallbacken" }
    }

    fn fill(&self, path: &str) -> String {
        let path = path.replace("{lead_id}", &self.lead).replace("{referral_id}", &self.referral);
        let path =
            path.replace("{handle}", self.profile).replace("{seq}", "1").replace("{period}", "2026-01-1");
        let mut filled = String::new();
        let mut rest = path.as_str();
        // Whatever else has a name does not exist.
        while let Some((before, after)) = rest.split_once('{') {
            filled += before;
            filled += "nobody";
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        filled + rest
    }
}

/// Everybody who may come, most of them with one letter: the table is wide.
fn everybody(app: &App) -> Vec<(&'static str, User<'_>)> {
    let without = json!({ "guildhall_financials": "no" });
    vec![
        ("nobody", app.anonymous()),
        ("merchant", app.user("merchant")),
        ("viewer", app.with_claims("partner_viewer", &without)),
        ("viewer with financials", app.user("partner_viewer")),
        ("member", app.with_claims("partner_member", &without)),
        ("member with financials", app.user("partner_member")),
        ("owner", app.user("partner_owner")),
        ("rep", app.rep("rep-astrid")),
        ("manager", app.manager()),
        ("admin", app.admin()),
    ]
}

/// The routes of the description, as `GET /referrals`; those for programs take other keys.
async fn routes(app: &App) -> Vec<(Method, String)> {
    let description = app.anonymous().get("/openapi.json").await.expect(200).clone();
    let mut routes = Vec::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        let Some(path) = path.strip_prefix("/api/v1").filter(|path| !path.starts_with("/partner/")) else {
            continue;
        };
        for method in ["get", "post", "put", "delete"] {
            if item[method].is_object() {
                routes.push((method.to_uppercase().parse().unwrap(), path.to_owned()));
            }
        }
    }
    routes
}

/// What somebody is answered who sends nothing useful, so that nothing is done.
async fn status(user: &User<'_>, method: &Method, path: &str) -> u16 {
    let request = user.request(method.clone(), path).header("idempotency-key", key());
    let request = request.header("if-match", "\"999999\"");
    let request =
        if *method == Method::GET { request } else { request.json(&json!({ "nothing": Value::Null })) };
    user.send(request).await.status
}

#[tokio::test]
async fn each_role_comes_through_where_it_may_and_nowhere_else() {
    let app = App::start().await;
    let names = Names::made(&app).await;
    let mut table: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (method, path) in routes(&app).await {
        let filled = names.fill(&path);
        let row = table.entry(format!("{path} {method}")).or_default();
        for (who, user) in everybody(&app) {
            let status = status(&user, &method, &filled).await;
            assert!(status < 500, "{who} {method} {path}: {status}");
            match status {
                401 | 403 => {}
                404 => row.push(format!("({who})")),
                _ => row.push(who.to_owned()),
            }
        }
    }
    let all: Vec<_> = everybody(&app).into_iter().map(|(who, _)| who).collect();
    // In brackets: whoever is told that there is no such thing.
    let mut text = String::new();
    for (route, who) in &table {
        let who = if *who == all { "everybody".to_owned() } else { who.join(", ") };
        writeln!(text, "{route}: {who}").unwrap();
    }
    insta::assert_snapshot!(text);
}
