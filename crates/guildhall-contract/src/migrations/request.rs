//! What is asked of runs, read: whatever is wrong with a record stands at the record, so that the rest goes in.

use std::str::FromStr;

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::{Conversation, Job, MarketplaceId};
use guildhall_domain::migration::{MigrationFile, RecordKind, RunState};
use guildhall_domain::personal::Personal;
use serde_json::{Map, Value};

use super::old_conversation::read_conversation;
use super::old_job::{named_in, read_job};
use super::old_profile::{OldProfile, read_profile};
use super::reading::{object, required};
use super::{BATCHES_MAX, FILES_MAX, PIECE_MAX, PROMISED_MAX, Promised};
use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Reader};

const BATCH: FieldRule = required("batch", FieldKind::Count { min: 0, max: BATCHES_MAX });
const KIND: FieldRule = required("kind", FieldKind::Choice(&["profile", "job", "conversation"]));
const PLACE: FieldRule = required("place", FieldKind::Count { min: 1, max: 100_000_000 });
const STATE: FieldRule = required("state", FieldKind::Choice(&["done", "stopped"]));
const FILE_NAME: FieldRule = required("name", FieldKind::Line { max: 200 });
const ORGANISATION: FieldRule = required("organisation", FieldKind::Line { max: 32 });
const ID: FieldRule = required("id", FieldKind::Line { max: 64 });
const HANDLE: FieldRule = required("handle", FieldKind::Line { max: 40 });
const VALUE: &str = "value";
/// A file of a terabyte is none that a browser sends.
const BYTES_MAX: u64 = 1_000_000_000_000;

/// A record that may be looked at.
#[derive(Debug)]
pub struct RequestRecord {
    /// What sort of record.
    pub kind: RecordKind,
    /// Its place in its list of the file.
    pub place: u32,
    /// Its name in the marketplace, if it has one.
    pub id: Option<MarketplaceId>,
    /// Whose it is, if it says so.
    pub organisation: Option<OrgId>,
    /// The record, or everything that is wrong with it.
    pub record: Result<OldRecord, Vec<FieldError>>,
}

impl RequestRecord {
    /// The business name, if it is a profile that can be read.
    #[must_use]
    pub fn name(&self) -> Option<Personal> {
        match &self.record {
            Ok(OldRecord::Profile(profile)) => Some(Personal::new(profile.name.clone())),
            Ok(OldRecord::Job(_) | OldRecord::Conversation(_)) | Err(_) => None,
        }
    }
}

/// A record that was read.
#[derive(Debug)]
pub enum OldRecord {
    /// A profile.
    Profile(Box<OldProfile>),
    /// A job.
    Job(Box<Job>),
    /// A conversation.
    Conversation(Box<Conversation>),
}

/// A batch that may be looked at.
#[derive(Debug)]
pub struct BatchRequest {
    /// Its number.
    pub batch: u32,
    /// Its records.
    pub records: Vec<RequestRecord>,
}

/// A rehearsal that may be looked at.
#[derive(Debug)]
pub struct RehearsalRequest {
    /// The records.
    pub records: Vec<RequestRecord>,
    /// What was promised before.
    pub promised: Vec<Promised>,
}

/// Reads what a run is begun with.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_begin(body: &Map<String, Value>) -> Result<Vec<MigrationFile>, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let files = reader.list("files", FILES_MAX, read_file);
    refuse_none(&mut reader, "files");
    let errors = reader.finish();
    if errors.is_empty() { Ok(files) } else { Err(errors) }
}

/// Refuses a list that is missing or empty.
fn refuse_none(reader: &mut Reader<'_>, name: &'static str) {
    let raw = reader.raw(name);
    if raw.is_none_or(|list| list.is_null() || list.as_array().is_some_and(Vec::is_empty)) {
        reader.refuse(FieldError::field(name, FieldCode::Required));
    }
}

fn read_file(value: &Value, place: String) -> Result<MigrationFile, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let name = reader.text(&FILE_NAME);
    let bytes = reader.raw("bytes").and_then(Value::as_u64).filter(|bytes| *bytes <= BYTES_MAX);
    if bytes.is_none() {
        let wrong = FieldError::at(reader.pointer("bytes"), FieldCode::WrongKind);
        reader.refuse(wrong.with("expected", "integer"));
    }
    let errors = reader.finish();
    match (name, bytes) {
        (Some(name), Some(bytes)) if errors.is_empty() => Ok(MigrationFile { name, bytes }),
        _ => Err(errors),
    }
}

/// Reads how a run is left.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_finish(body: &Map<String, Value>) -> Result<RunState, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let state = reader.text(&STATE);
    let errors = reader.finish();
    match state {
        Some(state) if errors.is_empty() && state == RunState::Stopped.code() => Ok(RunState::Stopped),
        Some(_) if errors.is_empty() => Ok(RunState::Done),
        _ => Err(errors),
    }
}

/// Reads a batch. What is wrong with a record stands at the record.
///
/// # Errors
/// What is wrong with the request itself.
pub fn read_batch(body: &Map<String, Value>) -> Result<BatchRequest, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let batch = reader.number(&BATCH);
    let records = read_records(&mut reader);
    let errors = reader.finish();
    match batch {
        Some(batch) if errors.is_empty() => Ok(BatchRequest { batch, records }),
        _ => Err(errors),
    }
}

/// Reads what is to be rehearsed. What is wrong with a record stands at the record.
///
/// # Errors
/// What is wrong with the request itself.
pub fn read_rehearsal(body: &Map<String, Value>) -> Result<RehearsalRequest, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let records = read_records(&mut reader);
    let promised = reader.list("promised", PROMISED_MAX, read_promised);
    let errors = reader.finish();
    if errors.is_empty() { Ok(RehearsalRequest { records, promised }) } else { Err(errors) }
}

fn read_records(reader: &mut Reader<'_>) -> Vec<RequestRecord> {
    let records = reader.list("records", PIECE_MAX, read_record);
    refuse_none(reader, "records");
    records
}

fn read_record(value: &Value, place: String) -> Result<RequestRecord, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let kind = reader.text(&KIND);
    let kind = RecordKind::ALL.into_iter().find(|one| kind.as_deref() == Some(one.code()));
    let place_in_list = reader.number(&PLACE);
    let at = reader.pointer(VALUE);
    let value = match reader.raw(VALUE) {
        Some(value) => object(value, &at),
        None => Err(vec![FieldError::at(at, FieldCode::Required)]),
    };
    let mut errors = reader.finish();
    let value = value.map_err(|wrong| errors.extend(wrong)).ok();
    match (kind, place_in_list, value) {
        (Some(kind), Some(place), Some(value)) if errors.is_empty() => {
            let (id, organisation) = named_in(value);
            Ok(RequestRecord { kind, place, id, organisation, record: read_old(kind, value) })
        }
        _ => Err(errors),
    }
}

fn read_old(kind: RecordKind, value: &Map<String, Value>) -> Result<OldRecord, Vec<FieldError>> {
    match kind {
        RecordKind::Profile => read_profile(value).map(|profile| OldRecord::Profile(Box::new(profile))),
        RecordKind::Job => read_job(value).map(|job| OldRecord::Job(Box::new(job))),
        RecordKind::Conversation => {
            read_conversation(value).map(|conversation| OldRecord::Conversation(Box::new(conversation)))
        }
    }
}

fn read_promised(value: &Value, place: String) -> Result<Promised, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let organisation = parsed(&mut reader, &ORGANISATION, FieldCode::IdInvalid);
    let id = parsed(&mut reader, &ID, FieldCode::IdInvalid);
    let handle = parsed(&mut reader, &HANDLE, FieldCode::HandleInvalid);
    let errors = reader.finish();
    match (organisation, id, handle) {
        (Some(organisation), Some(id), Some(handle)) if errors.is_empty() => {
            Ok(Promised { organisation, id, handle })
        }
        _ => Err(errors),
    }
}

fn parsed<T: FromStr>(reader: &mut Reader<'_>, rule: &FieldRule, code: FieldCode) -> Option<T> {
    let text = reader.text(rule)?;
    let found = text.parse().ok();
    if found.is_none() {
        reader.refuse(FieldError::at(reader.pointer(rule.name), code));
    }
    found
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn one(kind: &str, value: &Value) -> RequestRecord {
        let body = json!({ "batch": 0, "records": [{ "kind": kind, "place": 3, "value": value }] });
        read_batch(body.as_object().unwrap()).unwrap().records.remove(0)
    }

    fn job() -> Value {
        json!({
            "id": "gid://partners/Job/7", "organizationId": "gid://partners/Organization/acme",
            "createdAt": "2023-06-01T10:00:00+02:00", "lastEventAt": "2023-06-02T08:00:00Z", "status": "AWAITING_RESPONSE",
            "shop": { "id": "9", "name": "Tall", "myshopifyDomain": "tall.myshopify.com" }, "conversation": "5",
        })
    }

    #[test]
    fn a_record_is_read_as_the_marketplace_wrote_it() {
        let record = one("job", &job());
        assert_eq!((record.place, record.organisation), (3, Some("acme".parse().unwrap())));
        let Ok(OldRecord::Job(job)) = record.record else { panic!("{:?}", record.record) };
        assert_eq!(
            (job.id.as_str(), job.created_at.to_rfc3339().as_str()),
            ("7", "2023-06-01T08:00:00+00:00")
        );
        assert_eq!(job.conversation.unwrap().as_str(), "5");
        let conversation = json!({
            "id": "5", "organizationId": "acme", "status": "ACTIVE", "merchantUser": { "name": "Tom" },
            "messages": [
                { "body": "second", "sentAt": "2023-06-02T08:00:00Z", "sentBy": "PARTNER", "sentVia": "EMAIL" },
                { "body": "first", "sentAt": "2023-06-01T08:00:00Z", "sentBy": "MERCHANT", "sentVia": "DASHBOARD" },
            ],
        });
        let Ok(OldRecord::Conversation(read)) = one("conversation", &conversation).record else { panic!() };
        assert_eq!(read.messages[0].body.as_str(), "first");
    }

    #[rstest]
    #[case("/status", json!("PAUSED"), FieldCode::ChoiceUnknown)]
    #[case("/status", json!("awaiting_response"), FieldCode::ChoiceUnknown)]
    #[case("/createdAt", json!("1 June 2023"), FieldCode::MomentInvalid)]
    #[case("/shop", json!(null), FieldCode::Required)]
    #[case("/organizationId", json!("Acme AB"), FieldCode::IdInvalid)]
    #[case("/conversation", json!("a b"), FieldCode::IdInvalid)]
    #[case("/services", json!("all"), FieldCode::WrongKind)]
    #[case("/mood", json!("good"), FieldCode::Unknown)]
    fn what_is_wrong_with_a_record_stands_at_the_record(
        #[case] pointer: &str,
        #[case] value: Value,
        #[case] code: FieldCode,
    ) {
        let mut job = job();
        job[&pointer[1..]] = value;
        let record = one("job", &job);
        let errors = record.record.unwrap_err();
        let found: Vec<_> = errors.iter().map(|error| (error.pointer.as_deref(), error.code)).collect();
        assert_eq!(found, [(Some(pointer), code)]);
        assert_eq!(record.id.map(String::from).as_deref(), Some("7"), "it is told which record it is");
    }
}
