//! A job as the marketplace's interface wrote it.

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::{Customer, Job, JobStatus, MarketplaceId, Requested, Requirement, Shop};
use guildhall_domain::personal::Personal;
use serde_json::{Map, Value};

use super::reading::{
    ID, LINE, LIST_MAX, NAME, object, optional, read_id, read_moment, read_org, read_personal, read_text,
    read_word, required,
};
use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Reader};

const CREATED_AT: FieldRule = required("createdAt", LINE);
const LAST_EVENT_AT: FieldRule = required("lastEventAt", LINE);
const ENDS_AT: FieldRule = optional("endsAt", LINE);
const STATUS: FieldRule = required("status", LINE);
const CONFIRMED: FieldRule = optional("confirmedCompleted", FieldKind::Flag);
const HANDLE: FieldRule = required("handle", LINE);
const LABEL: FieldRule = required("name", LINE);
const QUESTION: FieldRule = required("question", LINE);
const DOMAIN: FieldRule = required("myshopifyDomain", LINE);
const CONVERSATION: FieldRule = required("id", NAME);
const EMAIL: FieldRule = optional("email", LINE);
const PHONE: FieldRule = optional("phone", LINE);
/// The longest answer to a question, in characters.
const RESPONSE_MAX: usize = 20_000;
/// What the marketplace wrote and nothing here shows: addresses of its own pages and pictures.
const LEFT_OUT: [&str; 2] = ["dashboardUrl", "avatarUrl"];

/// Reads a job.
pub(super) fn read_job(body: &Map<String, Value>) -> Result<Job, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let id = read_id(&mut reader, &ID);
    let org = read_org(&mut reader);
    let created_at = read_moment(&mut reader, &CREATED_AT);
    let last_event_at = read_moment(&mut reader, &LAST_EVENT_AT);
    let ends_at = read_moment(&mut reader, &ENDS_AT);
    let status = read_word(&mut reader, &STATUS, &JobStatus::ALL, JobStatus::code);
    let services = reader.list("services", LIST_MAX, read_requested);
    let requirements = reader.list("requirements", LIST_MAX, read_requirement);
    let shop = read_shop(&mut reader);
    let customer = read_inside(&mut reader, "customer", read_customer);
    let conversation = read_conversation(&mut reader);
    let confirmed_completed = reader.flag(&CONFIRMED);
    reader.raw(LEFT_OUT[0]);
    let errors = reader.finish();
    let (Some(id), Some(org), Some(created_at)) = (id, org, created_at) else { return Err(errors) };
    match (last_event_at, status, shop) {
        (Some(last_event_at), Some(status), Some(shop)) if errors.is_empty() => Ok(Job {
            id,
            org,
            created_at,
            last_event_at,
            status,
            services,
            requirements,
            shop,
            customer,
            conversation,
            confirmed_completed,
            ends_at,
        }),
        _ => Err(errors),
    }
}

/// An object behind a field that may be missing.
pub(super) fn read_inside<T>(
    reader: &mut Reader<'_>,
    name: &'static str,
    read: impl Fn(&mut Reader<'_>) -> Option<T>,
) -> Option<T> {
    let place = reader.pointer(name);
    let value = reader.raw(name).filter(|value| !value.is_null())?;
    match object(value, &place) {
        Ok(body) => {
            let mut inner = Reader::within(body, place);
            let found = read(&mut inner);
            inner.finish().into_iter().for_each(|error| reader.refuse(error));
            found
        }
        Err(errors) => {
            errors.into_iter().for_each(|error| reader.refuse(error));
            None
        }
    }
}

/// Whoever asked for it.
pub(super) fn read_customer(reader: &mut Reader<'_>) -> Option<Customer> {
    let name = read_personal(reader, &LABEL);
    let (email, phone) = (read_personal(reader, &EMAIL), read_personal(reader, &PHONE));
    Some(Customer { name: name?, email, phone })
}

fn read_shop(reader: &mut Reader<'_>) -> Option<Shop> {
    if reader.raw("shop").is_none_or(Value::is_null) {
        reader.refuse(FieldError::field("shop", FieldCode::Required));
        return None;
    }
    read_inside(reader, "shop", |inner| {
        let id = read_id(inner, &ID);
        let (name, domain) = (inner.text(&LABEL), inner.text(&DOMAIN));
        inner.raw(LEFT_OUT[1]);
        Some(Shop { id: id?, name: name?, domain: domain? })
    })
}

/// The conversation, by its id alone or as an object that has it.
fn read_conversation(reader: &mut Reader<'_>) -> Option<MarketplaceId> {
    if let Some(Value::String(text)) = reader.raw("conversation") {
        let id = text.parse().ok();
        if id.is_none() {
            reader.refuse(FieldError::field("conversation", FieldCode::IdInvalid));
        }
        return id;
    }
    read_inside(reader, "conversation", |inner| read_id(inner, &CONVERSATION))
}

fn read_requested(value: &Value, place: String) -> Result<Requested, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let (handle, name) = (reader.text(&HANDLE), reader.text(&LABEL));
    let errors = reader.finish();
    match (handle, name) {
        (Some(handle), Some(name)) if errors.is_empty() => Ok(Requested { handle, name }),
        _ => Err(errors),
    }
}

fn read_requirement(value: &Value, place: String) -> Result<Requirement, Vec<FieldError>> {
    let mut reader = Reader::within(object(value, &place)?, place);
    let question = reader.text(&QUESTION);
    let responses = reader.list("responses", LIST_MAX, |value, place| {
        let text = read_text(value, place.clone())?;
        if text.chars().count() > RESPONSE_MAX {
            return Err(vec![FieldError::at(place, FieldCode::TooLong).with("max", RESPONSE_MAX)]);
        }
        Ok(Personal::new(text))
    });
    let errors = reader.finish();
    match question {
        Some(question) if errors.is_empty() => Ok(Requirement { question, responses }),
        _ => Err(errors),
    }
}

/// Whose record a value is, if it says so rightly; for telling of a record that is refused.
pub(super) fn named_in(body: &Map<String, Value>) -> (Option<MarketplaceId>, Option<OrgId>) {
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::trim);
    let id = text("id").and_then(|id| id.parse().ok());
    let org = text("organizationId").and_then(|id| id.parse::<MarketplaceId>().ok());
    (id, org.and_then(|org| org.as_str().parse().ok()))
}
