//! A fresh table on the embedded database, its stream, and inquiries to put into it.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{InquiryId, OrgId};
use guildhall_domain::inquiry::{Budget, Inquiry, InquiryForm, Recipient};
use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::Service;
use guildhall_store::stream::{Start, StreamSource};
use guildhall_store::{Inquiries, InquiryCreated, Mails, Sender, Table};
use guildhall_worker::Change;
use send_mail::{SendMail, Site};
use serde_json::{Value, json};
use tokio::net::TcpSocket;

use super::carrier::Carrier;

const TABLE: &str = "guildhall";

/// A fresh table.
pub(crate) async fn table() -> Table {
    connect(&database().await).await
}

/// A fresh table without a stream, and a way around everything that the store knows about it. The emulator finds the
/// next number of a stream by looking through all of it at every write, which a test of ten thousand cannot wait for.
pub(crate) async fn table_without_stream() -> (Table, RawTable) {
    let endpoint = database().await;
    let table = connect(&endpoint).await;
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

async fn connect(endpoint: &str) -> Table {
    let table = Table::connect(endpoint, TABLE);
    table.ensure_created().await.unwrap();
    table
}

async fn database() -> String {
    let socket = TcpSocket::new_v4().unwrap();
    // Taken over by every connection: without it large answers wait for delayed acknowledgements.
    socket.set_nodelay(true).unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1024).unwrap();
    let address = listener.local_addr().unwrap();
    let database = dynoxide::Database::memory().unwrap();
    tokio::spawn(dynoxide::server::serve_on(listener, database));
    format!("http://{address}")
}

/// A table, its stream and what works on them.
pub(crate) struct Bench {
    pub(crate) table: Table,
    pub(crate) inquiries: Inquiries,
    pub(crate) mails: Mails,
    source: StreamSource,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let endpoint = database().await;
        let table = connect(&endpoint).await;
        let (inquiries, mails) = (Inquiries::new(table.clone()), Mails::new(table.clone()));
        Self { source: StreamSource::connect(&endpoint, TABLE), table, inquiries, mails }
    }

    pub(crate) fn worker(&self, carrier: &Carrier) -> SendMail<Carrier> {
        SendMail::new(&self.table, carrier.clone(), Site::new("https://guildhall.example"))
    }

    /// Everything that ever happened to the table, in order.
    pub(crate) async fn changes(&self) -> Vec<Change> {
        let stream = self.source.name().await.unwrap().expect("the table has a stream");
        let mut changes = Vec::new();
        for shard in self.source.shards(&stream).await.unwrap() {
            let mut next = Some(self.source.cursor(&stream, &shard.id, &Start::Oldest).await.unwrap());
            while let Some(cursor) = next {
                let page = self.source.read(&cursor).await.unwrap();
                next = page.next.filter(|_| !page.changes.is_empty());
                changes.extend(page.changes);
            }
        }
        changes
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
