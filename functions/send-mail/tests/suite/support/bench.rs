//! A fresh table on the embedded database, its stream, and inquiries to put into it.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_bench::TABLE;
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{InquiryId, OrgId};
use guildhall_domain::inquiry::{Budget, Inquiry, InquiryForm, Recipient};
use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::Service;
use guildhall_store::{Inquiries, InquiryCreated, Mails, Sender, Table};
use guildhall_worker::Change;
use send_mail::{SendMail, Site};
use serde_json::{Value, json};

use super::carrier::Carrier;

/// A fresh table.
pub(crate) async fn table() -> Table {
    guildhall_bench::Bench::new().await.table
}

/// A fresh table without a stream, and a way around everything that the store knows about it. The emulator finds the
/// next number of a stream by looking through all of it at every write, which a test of ten thousand cannot wait for.
pub(crate) async fn table_without_stream() -> (Table, RawTable) {
    let guildhall_bench::Bench { table, endpoint, .. } = guildhall_bench::Bench::new().await;
    let raw = RawTable { endpoint, client: reqwest::Client::new() };
    raw.call("UpdateTable", json!({ "TableName": TABLE, "StreamSpecification": { "StreamEnabled": false } }))
        .await;
    (table, raw)
}

/// A table by the bare protocol.
pub(crate) struct RawTable {
    endpoint: String,
    client: reqwest::Client,
}

impl RawTable {
    /// Every item of a partition, as the table spells it.
    pub(crate) async fn partition(&self, pk: &str) -> Vec<Value> {
        let (mut items, mut from) = (Vec::new(), Value::Null);
        loop {
            let mut query = json!({
                "TableName": TABLE,
                "KeyConditionExpression": "PK = :pk",
                "ExpressionAttributeValues": { ":pk": { "S": pk } },
            });
            if !from.is_null() {
                query["ExclusiveStartKey"] = from;
            }
            let mut answer = self.call("Query", query).await;
            items.extend(answer["Items"].as_array().unwrap().iter().cloned());
            from = answer["LastEvaluatedKey"].take();
            if from.is_null() {
                return items;
            }
        }
    }

    async fn call(&self, operation: &str, body: Value) -> Value {
        let answer = self
            .client
            .post(&self.endpoint)
            .header("x-amz-target", format!("DynamoDB_20120810.{operation}"))
            .header("content-type", "application/x-amz-json-1.0")
            .header("authorization", "AWS4-HMAC-SHA256 Credential=guildhall/20260101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
            .header("x-amz-date", "20260101T000000Z")
            .body(body.to_string())
            .send()
            .await
            .unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{operation}: {text}");
        serde_json::from_str(&text).unwrap()
    }
}

/// A table, its stream and what works on them.
pub(crate) struct Bench {
    pub(crate) table: Table,
    pub(crate) inquiries: Inquiries,
    pub(crate) mails: Mails,
    bench: guildhall_bench::Bench,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let bench = guildhall_bench::Bench::new().await;
        let table = bench.table.clone();
        let (inquiries, mails) = (Inquiries::new(table.clone()), Mails::new(table.clone()));
        Self { bench, table, inquiries, mails }
    }

    pub(crate) fn worker(&self, carrier: &Carrier) -> SendMail<Carrier> {
        SendMail::new(&self.table, carrier.clone(), Site::new("https://guildhall.example"))
    }

    /// Everything that ever happened to the table, in order.
    pub(crate) async fn changes(&self) -> Vec<Change> {
        self.bench.changes().await
    }

    /// A merchant sends an inquiry, as the function behind the form does it.
    pub(crate) async fn inquire(&self, key: &str) -> (Inquiry, InquiryCreated) {
        let merchant = merchant();
        let id = InquiryId::derive(&org(), &merchant.id, key);
        let form = form();
        let sender =
            Sender { merchant: &merchant.id, email: form.contact_email.as_str(), address: "192.0.2.1" };
        let arrival = self.inquiries.arrive(&id, &sender).await.unwrap();
        let now = arrival.last.as_ref().map_or_else(noon, |(_, at)| *at + TimeDelta::days(1));
        let before = arrival.last.clone();
        let inquiry = Inquiry::send(id, recipient(), form, &merchant, Language::Vi, before, now);
        let created = self.inquiries.create(&inquiry, key, arrival).await.unwrap();
        (inquiry, created)
    }
}

fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn org() -> OrgId {
    "almgren".parse().unwrap()
}

fn merchant() -> Actor {
    let name = "Ingrid Hallström".to_owned();
    Actor { id: "u-ingrid".parse().unwrap(), name, role: Role::Merchant, org: None }
}

fn recipient() -> Recipient {
    Recipient {
        handle: "atelje-almgren".parse().unwrap(),
        name: "Ateljé Almgren".to_owned(),
        email: "hej@almgren.example".into(),
        language: Language::Sv,
    }
}

fn form() -> InquiryForm {
    InquiryForm {
        contact_name: "Ingrid Hallström".into(),
        contact_email: "ingrid@lampverket.example".into(),
        contact_phone: None,
        company: "Lampverket".to_owned(),
        store: None,
        website: None,
        country: "SE".parse().unwrap(),
        service: Service::CustomizeDesign,
        budget: Budget::Undecided,
        goal: "Our product pages were made for 300 lamps and we now sell 2,100.".into(),
        consent: true,
    }
}
