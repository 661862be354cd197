//! Organisations whose records come over, and the administrator who sees to it.

use guildhall_local::TABLE_NAME;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, Reply};

/// A system with some organisations.
pub(super) struct World {
    pub(super) app: App,
}

impl World {
    /// With organisations of these names, whose ids are the names in small letters.
    pub(super) async fn of(names: &[&str]) -> Self {
        let world = Self { app: App::start().await };
        for name in names {
            let owner = format!("owner@{}.example", name.to_lowercase());
            let body = json!({ "name": name, "owner_email": owner });
            world.post("/organisations", &body).await.expect(201);
        }
        world.app.running.settle().await;
        world
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> Reply {
        let admin = self.app.admin();
        admin.send(admin.request(Method::POST, path).json(body)).await
    }

    /// Begins a run.
    pub(super) async fn begin(&self) -> Reply {
        self.post("/migrations", &json!({ "files": [{ "name": "export.json", "bytes": 1 }] })).await
    }

    /// Sends a batch.
    pub(super) async fn send(&self, run: &str, batch: u32, records: &[Value]) -> Reply {
        let body = json!({ "batch": batch, "records": placed(records) });
        self.post(&format!("/migrations/{run}/records"), &body).await
    }

    /// Takes a file over that fits a batch, in a run of its own.
    pub(super) async fn whole(&self, records: Vec<Value>) -> Value {
        let run = self.begin().await.expect(201)["id"].as_str().unwrap().to_owned();
        let mut answer = self.send(&run, 0, &records).await.expect(200);
        answer["run"] = self.finish(&run, "done").await.expect(200);
        answer
    }

    pub(super) async fn finish(&self, run: &str, state: &str) -> Reply {
        self.post(&format!("/migrations/{run}/finish"), &json!({ "state": state })).await
    }

    /// Takes a run back, to its end.
    pub(super) async fn roll_back(&self, run: &str) -> Value {
        let admin = self.app.admin();
        for _ in 0..200 {
            let request = admin.request(Method::POST, &format!("/migrations/{run}/roll-back"));
            let run = admin.send(request).await.expect(200);
            if run["state"] == "rolled_back" {
                return run;
            }
        }
        panic!("a run is never taken back");
    }

    /// Every item of the table, in an order.
    pub(super) async fn table(&self) -> Vec<String> {
        let (mut items, mut after) = (Vec::new(), Value::Null);
        loop {
            let mut body = json!({ "TableName": TABLE_NAME, "ConsistentRead": true });
            if after.is_object() {
                body["ExclusiveStartKey"] = after.clone();
            }
            let request = self.app.client.post(self.app.running.dynamodb_endpoint());
            let request = request
                .header("x-amz-target", "DynamoDB_20120810.Scan")
                .header("x-amz-date", "20261121T090000Z")
                .header("content-type", "application/x-amz-json-1.0")
                .header("authorization", "AWS4-HMAC-SHA256 Credential=guildhall/20261121/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00");
            let answer = request.body(body.to_string()).send().await.unwrap();
            let page: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
            items.extend(page["Items"].as_array().unwrap().iter().map(Value::to_string));
            after = page["LastEvaluatedKey"].clone();
            if !after.is_object() {
                items.sort();
                return items;
            }
        }
    }

    /// The items of partners: all but what a run keeps of itself, the log, and the claims of mails.
    pub(super) async fn partners_items(&self) -> Vec<String> {
        let mut items = self.table().await;
        items.retain(|item| {
            let item: Value = serde_json::from_str(item).unwrap();
            let partition = item["PK"]["S"].as_str().unwrap();
            !["MIGRATION", "AUDIT#", "MAIL#"].iter().any(|other| partition.starts_with(other))
        });
        items
    }
}

/// What became of the records of an answer.
pub(super) fn outcomes(answer: &Value) -> Vec<&str> {
    answer["records"].as_array().unwrap().iter().map(|record| record["outcome"].as_str().unwrap()).collect()
}

/// Records with their places, as they travel.
pub(super) fn placed(records: &[Value]) -> Vec<Value> {
    let placed = records.iter().zip(1_u32..).map(|(record, place)| {
        let mut record = record.clone();
        record["place"] = json!(place);
        record
    });
    placed.collect()
}

fn record(kind: &str, mut value: Value, changes: Value) -> Value {
    for (name, change) in changes.as_object().unwrap() {
        value[name] = change.clone();
    }
    json!({ "kind": kind, "value": value })
}

/// A profile of the marketplace.
pub(super) fn profile(org: &str, id: &str, changes: Value) -> Value {
    let value = json!({
        "id": format!("gid://partners/Profile/{id}"), "organizationId": format!("gid://partners/Organization/{org}"),
        "businessName": "Ateljé", "handle": "atelje", "tagline": "Shops", "bio": "We build shops.",
        "contactEmail": "hej@atelje.example", "contactPhoneNumber": "031-555 01 42", "websiteUrl": "atelje.example",
        "city": "Göteborg", "country": "SE", "secondaryCountries": ["NO"], "languages": ["sv"],
        "industries": ["b2b"], "level": "Expert", "completedJobs": 4,
        "serviceOfferings": [{ "service": "seo", "pricingType": "STARTING_FROM",
            "minPrice": { "amount": "150.00", "currencyCode": "USD" } }],
        "socialMediaLinks": [{ "type": "INSTAGRAM", "url": "https://instagram.com/atelje" }],
    });
    record("profile", value, changes)
}

/// A job of the marketplace.
pub(super) fn job(org: &str, id: &str, changes: Value) -> Value {
    let value = json!({
        "id": format!("gid://partners/Job/{id}"), "organizationId": org, "createdAt": "2023-06-01T08:00:00Z",
        "lastEventAt": "2023-07-01T08:00:00Z", "status": "RESPONDED",
        "services": [{ "handle": "seo", "name": "SEO" }],
        "requirements": [{ "question": "What is it about?", "responses": ["A shop"] }],
        "shop": { "id": "gid://partners/Shop/9", "name": "Tall", "myshopifyDomain": "tall.myshopify.com", "avatarUrl": null },
        "customer": { "name": "Tom Ashworth", "email": "tom@tall.example" },
        "conversation": { "id": format!("gid://partners/Conversation/{id}") },
        "confirmedCompleted": false, "dashboardUrl": "https://experts.example/jobs/1",
    });
    record("job", value, changes)
}

/// A conversation of the marketplace.
pub(super) fn conversation(org: &str, id: &str, changes: Value) -> Value {
    let value = json!({
        "id": format!("gid://partners/Conversation/{id}"), "organizationId": org, "status": "ACTIVE",
        "hasUnreadMessages": true, "merchantUser": { "name": "Tom Ashworth", "email": "tom@tall.example" },
        "messages": [
            { "body": "Thank you!", "sentAt": "2023-06-02T08:00:00Z", "sentBy": "MERCHANT", "sentVia": "EMAIL" },
            { "body": "We can do that.", "fileUrls": [], "sentAt": "2023-06-01T09:00:00Z", "sentBy": "PARTNER",
              "sentVia": "DASHBOARD" },
        ],
    });
    record("conversation", value, changes)
}
