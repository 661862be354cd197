//! Partners of the directory, and what merchants write to them.

use chrono::{DateTime, Utc};
use guildhall_contract::inquiry_form::read_inquiry_form;
use guildhall_contract::profile_form::read_profile_form;
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::{Inquiry, InquiryCommand, InquiryStatus, Recipient};
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{PartnerProfile, ProfileCommand, Standing};
use guildhall_domain::review::Ratings;
use guildhall_domain::taxonomy::Tier;
use guildhall_store::bulk::Bulk;
use reqwest::Method;
use serde_json::{Map, Value, json};

use super::{App, NORRSKEN, Reply, User, key};

/// A complete profile under a handle.
pub(crate) fn partner_form(handle: &str) -> Value {
    json!({
        "handle": handle,
        "name": "Tallbacken Byrå",
        "tagline": "Stores for people who weave.",
        "bio": "Six people in Borås.\n\nWe build stores for weavers.",
        "contact_email": format!("hej@{handle}.example"),
        "contact_language": "sv",
        "city": "Borås",
        "country": "SE",
        "supported_countries": ["NO"],
        "languages": ["sv", "en"],
        "industries": ["clothing-and-fashion"],
        "services": [
            { "service": "customize-design", "featured": true, "description": "A theme of your own",
              "price": { "type": "from", "from": { "minor": 2_000_000, "currency": "SEK" } } },
            { "service": "email-marketing", "price": { "type": "contact" } },
        ],
        "featured_work": [{ "title": "A store for a mill", "link": "https://mill.example" }],
        "social": [{ "network": "linkedin", "url": "https://www.linkedin.com/company/tallbacken-example" }],
        "availability": "open",
    })
}

/// What a merchant sees of the form, filled in.
pub(crate) fn inquiry() -> Value {
    json!({
        "contact_name": "Tom Ashworth",
        "contact_email": "tom@ashworthoutdoor.example",
        "company": "Ashworth Outdoor Ltd",
        "website": "https://ashworthoutdoor.example",
        "country": "GB",
        "service": "customize-design",
        "budget": "1000_to_5000",
        "goal": "Our tents look like everybody else’s.\nCould you change that?",
        "consent": true,
    })
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("a form is an object")
}

fn actor(id: &str, role: Role, org: Option<&str>) -> Actor {
    let org = org.map(|org| org.parse().expect("an organisation"));
    Actor { id: id.parse().expect("a user"), name: id.to_owned(), role, org }
}

/// A partner that was approved at a moment, for the table.
pub(crate) fn listed(org: &str, form: &Value, at: DateTime<Utc>) -> (PartnerProfile, Ratings) {
    let (handle, content) = read_profile_form(object(form)).expect("a form that keeps the rules");
    let standing = Standing { tier: Tier::Registered, partner_since: at.date_naive(), referrals_year: 0 };
    let (owner, admin) =
        (actor("owner", Role::PartnerOwner, Some(org)), actor("admin", Role::ProgramAdmin, None));
    let org = org.parse().expect("an organisation");
    let mut profile =
        PartnerProfile::create(org, handle, content, standing, &owner, at).expect("a beginning");
    profile.apply(ProfileCommand::Submit, &owner, at).expect("a complete profile");
    profile.apply(ProfileCommand::Approve, &admin, at).expect("a waiting profile");
    (profile, Ratings::default())
}

/// An inquiry of a merchant to [`NORRSKEN`] under a handle, which the partner marked as worked on.
pub(crate) fn worked_on(merchant: &str, handle: &str, at: DateTime<Utc>) -> Inquiry {
    let (merchant, owner) =
        (actor(merchant, Role::Merchant, None), actor("owner", Role::PartnerOwner, Some(NORRSKEN)));
    let recipient = Recipient {
        handle: handle.parse().expect("a handle"),
        name: "Tallbacken Byrå".to_owned(),
        email: "hej@tallbacken.example".into(),
        language: Language::Sv,
    };
    let id = InquiryId::derive(&NORRSKEN.parse().expect("an organisation"), &merchant.id, "seed");
    let form = read_inquiry_form(object(&inquiry())).expect("a form that keeps the rules");
    let mut inquiry = Inquiry::send(id, recipient, form, &merchant, Language::En, None, at);
    inquiry.apply(InquiryCommand::Mark(InquiryStatus::WorkedOn), &owner, at).expect("an owner may");
    inquiry
}

impl App {
    /// Writes into the table what took place before the test begins.
    pub(crate) fn bulk(&self) -> Bulk {
        Bulk::new(self.table())
    }

    /// The programme's administrator.
    pub(crate) fn admin(&self) -> User<'_> {
        self.user("program_admin")
    }

    /// The owner of [`NORRSKEN`].
    pub(crate) fn owner(&self) -> User<'_> {
        self.user("partner_owner")
    }

    /// A merchant of a name.
    pub(crate) fn merchant(&self, name: &str) -> User<'_> {
        self.partner(name, "merchant")
    }

    /// The profile of an organisation, written by its owner and published by the programme; its version.
    pub(crate) async fn publish(&self, org: &str, form: &Value) -> u64 {
        let owner = self.partner(org, "partner_owner");
        let handle = form["handle"].as_str().expect("a handle");
        let begun = owner.save_profile(0, form).await.version();
        let sent = owner.act_on_profile(begun, &json!({ "command": "submit" })).await.version();
        self.admin().moderate(handle, sent, &json!({ "command": "approve" })).await.version()
    }
}

impl Reply {
    /// The version of what was answered with 200.
    #[track_caller]
    pub(crate) fn version(&self) -> u64 {
        self.expect(200)["version"].as_u64().expect("a version")
    }
}

impl User<'_> {
    /// Sends a body for the version that was seen.
    async fn seen(&self, method: Method, path: &str, version: u64, body: &Value) -> Reply {
        let request = self.request(method, path).header("if-match", format!("\"{version}\""));
        self.send(request.json(body)).await
    }

    /// Sends a body.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    /// Saves the own organisation's profile.
    pub(crate) async fn save_profile(&self, version: u64, form: &Value) -> Reply {
        self.seen(Method::PUT, "/profile", version, form).await
    }

    /// Does something with the own organisation's profile.
    pub(crate) async fn act_on_profile(&self, version: u64, action: &Value) -> Reply {
        self.seen(Method::POST, "/profile/actions", version, action).await
    }

    /// Decides about a profile.
    pub(crate) async fn moderate(&self, handle: &str, version: u64, action: &Value) -> Reply {
        self.seen(Method::POST, &format!("/moderation/profiles/{handle}"), version, action).await
    }

    /// Says where an inquiry stands.
    pub(crate) async fn mark(&self, id: &str, version: u64, mark: &str) -> Reply {
        self.seen(Method::POST, &format!("/inquiries/{id}/mark"), version, &json!({ "command": mark })).await
    }

    /// The token of the form that is opened now.
    pub(crate) async fn open_form(&self, handle: &str) -> String {
        let ticket = self.get(&format!("/profiles/{handle}/inquiry-form")).await.expect(200);
        ticket["form_token"].as_str().expect("a token").to_owned()
    }

    /// Sends an inquiry with the token of an open form.
    pub(crate) async fn inquire(&self, handle: &str, key: &str, token: &str, form: &Value) -> Reply {
        let mut form = form.clone();
        form["form_token"] = json!(token);
        let request = self.request(Method::POST, &format!("/profiles/{handle}/inquiries"));
        self.send(request.header("idempotency-key", key).json(&form)).await
    }

    /// Sends a usual inquiry; its id.
    pub(crate) async fn ask(&self, handle: &str, token: &str) -> String {
        let sent = self.inquire(handle, &key(), token, &inquiry()).await.expect(201);
        sent["id"].as_str().expect("an id").to_owned()
    }
}
