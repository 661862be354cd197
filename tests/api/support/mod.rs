//! A running system without demo data, and people who use it.

mod forms;
mod partners;
mod receiver;
mod reply;
mod user;

pub(crate) use forms::{LeadKind, form, plus, pos};
pub(crate) use partners::{inquiry, listed, partner_form, worked_on};
pub(crate) use receiver::{Received, Receiver};
pub(crate) use reply::Reply;
pub(crate) use user::User;

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use guildhall_domain::clock::{Clock, SystemClock};
use guildhall_domain::lead::Product;
use guildhall_domain::representative::Representative;
use guildhall_local::{CLIENT_ID, Options, Running, System, TABLE_NAME};
use guildhall_store::{Roster, Table};
use reqwest::Client;
use reqwest::redirect::Policy;
use serde_json::{Value, json};

/// A system of one test's own.
pub(crate) struct App {
    pub(crate) running: Running,
    pub(crate) client: Client,
}

/// How a test names an organisation in a token.
pub(crate) const NORRSKEN: &str = "norrsken";
/// Another organisation.
pub(crate) const SAIGONWEB: &str = "saigonweb";

impl App {
    /// Starts with an empty table but for three representatives: Astrid covers everything in Sweden,
    /// Chau everything in Vietnam, and Daniel has left.
    pub(crate) async fn start() -> Self {
        Self::start_with(Options::in_memory()).await
    }

    /// The same with other options.
    pub(crate) async fn start_with(options: Options) -> Self {
        let running = System::start(options).await.expect("the system starts");
        // Where something leads is looked at, and not followed.
        let client = Client::builder().redirect(Policy::none()).build().expect("a client");
        let app = Self { running, client };
        let roster = Roster::new(app.table());
        for representative in [
            representative("rep-astrid", "Astrid Holm", "SE", true),
            representative("rep-chau", "Lê Minh Châu", "VN", true),
            representative("rep-daniel", "Daniel Okafor", "SE", false),
        ] {
            roster.put(&representative).await.expect("the roster is written");
        }
        app
    }

    /// Somebody who sells everything everywhere joins the team, or leaves it.
    pub(crate) async fn joins(&self, id: &str, name: &str, active: bool) {
        let everywhere = Representative { countries: Vec::new(), ..representative(id, name, "SE", active) };
        Roster::new(self.table()).put(&everywhere).await.expect("the roster is written");
    }

    /// The table, for what no function does.
    pub(crate) fn table(&self) -> Table {
        Table::connect(self.running.dynamodb_endpoint(), TABLE_NAME)
    }

    /// Somebody with this role; partners belong to [`NORRSKEN`].
    pub(crate) fn user(&self, role: &str) -> User<'_> {
        self.partner(NORRSKEN, role)
    }

    /// Somebody with this role in this organisation.
    pub(crate) fn partner(&self, org: &str, role: &str) -> User<'_> {
        User::new(
            self,
            self.running.sign(&claims(&self.running.issuer(), org, role, &format!("{org}-{role}"))),
        )
    }

    /// The member of [`NORRSKEN`], who submits most leads here.
    pub(crate) fn member(&self) -> User<'_> {
        self.user("partner_member")
    }

    /// A viewer of [`NORRSKEN`] who was not granted to see what it earns.
    pub(crate) fn viewer_without_money(&self) -> User<'_> {
        self.with_claims("partner_viewer", &json!({ "guildhall_financials": "no" }))
    }

    /// A representative by id.
    pub(crate) fn rep(&self, id: &str) -> User<'_> {
        User::new(self, self.running.sign(&claims(&self.running.issuer(), "", "rep", id)))
    }

    /// The manager.
    pub(crate) fn manager(&self) -> User<'_> {
        self.user("sales_manager")
    }

    /// Somebody with changed claims; `null` takes a claim away.
    pub(crate) fn with_claims(&self, role: &str, changes: &Value) -> User<'_> {
        let mut claims = claims(&self.running.issuer(), NORRSKEN, role, "somebody");
        let members = claims.as_object_mut().expect("claims are an object");
        for (name, value) in changes.as_object().expect("changes are an object") {
            members.insert(name.clone(), value.clone());
        }
        members.retain(|_, value| !value.is_null());
        User::new(self, self.running.sign(&claims))
    }

    /// Somebody with this bearer.
    pub(crate) fn bearer(&self, token: &str) -> User<'_> {
        User::new(self, token.to_owned())
    }

    /// Somebody who is not signed in.
    pub(crate) fn anonymous(&self) -> User<'_> {
        User::new(self, String::new())
    }

    /// A lead of this kind, submitted by the member; its id.
    pub(crate) async fn lead(&self, kind: LeadKind) -> String {
        self.lead_from(&self.member(), form(kind)).await
    }

    /// A lead submitted by somebody; its id.
    pub(crate) async fn lead_from(&self, user: &User<'_>, form: Value) -> String {
        let reply = user.submit(&key(), &form).await;
        reply.expect(201)["id"].as_str().expect("an id").to_owned()
    }
}

/// A new idempotency key.
pub(crate) fn key() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("key-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

fn representative(id: &str, name: &str, country: &str, active: bool) -> Representative {
    Representative {
        id: id.parse().expect("an id"),
        name: name.to_owned(),
        email: format!("{id}@guildhall.example"),
        phone: "+46 8 555 01 42".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: guildhall_domain::policy::Language::Sv,
        products: Product::ALL.to_vec(),
        countries: vec![country.parse().expect("a country")],
        active,
    }
}

/// The claims of a token as the sign-in issues it.
fn claims(issuer: &str, org: &str, role: &str, sub: &str) -> Value {
    let now = now().timestamp();
    let mut claims = json!({
        "iss": issuer,
        "sub": sub,
        "client_id": CLIENT_ID,
        "token_use": "access",
        "scope": "openid",
        "jti": key(),
        "iat": now - 10,
        "exp": now + 3600,
        "name": format!("{role} {org}"),
        "email": "somebody@norrsken.example",
        "guildhall_role": role,
    });
    if role.starts_with("partner") {
        claims["guildhall_org"] = json!(org);
        claims["guildhall_org_name"] = json!(format!("{org} AB"));
        claims["guildhall_org_since"] = json!("2025-02-10");
        claims["guildhall_org_standing"] = json!("good");
        claims["guildhall_financials"] = json!("yes");
    }
    claims
}

/// The machine's time.
pub(crate) fn now() -> DateTime<Utc> {
    SystemClock.now()
}
