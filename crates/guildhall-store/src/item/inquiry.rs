//! An inquiry as ONE item: what lists show among the list columns, the rest of the form as a map, what
//! happened as a list.

use aws_sdk_dynamodb::types::AttributeValue;
use guildhall_domain::ids::{InquiryId, LeadId, UserId};
use guildhall_domain::inquiry::{
    Budget, Delivery, Inquiry, InquiryEvent, InquiryForm, InquiryStatus, InquirySummary, Recipient,
};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::Handle;
use guildhall_domain::taxonomy::Service;
use serde::{Deserialize, Serialize};

use super::writing::{Draft, moment, nested, number, text};
use super::{Attributes, Reader, kind};
use crate::keys::{self, Key};
use crate::table::{CHANGED_AT, GSI1PK, GSI1SK, TYPE, VERSION};
use crate::{Micros, StoreError};

const RECORD: &str = "record";
const FORM: &str = "form";
/// What the request was that sent the inquiry, so that its repetition is known from another one.
const REQUEST: &str = "request";
/// Whether the mail arrived.
pub(crate) const DELIVERY: &str = "record.delivery";
/// The list that commits append to.
pub(crate) const EVENTS: &str = "timeline";

/// What lists show besides the columns.
#[derive(Debug, Serialize, Deserialize)]
struct StoredRecord {
    handle: Handle,
    partner: String,
    service: Service,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    store: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeat_of: Option<InquiryId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<LeadId>,
    delivery: Delivery,
}

/// What no list shows.
#[derive(Debug, Serialize, Deserialize)]
struct StoredForm {
    merchant: UserId,
    merchant_language: Language,
    to: Personal,
    to_language: Language,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<Personal>,
    budget: Budget,
    goal: Personal,
    consent: bool,
}

/// The whole item.
pub(crate) fn inquiry_item(
    inquiry: &Inquiry,
    request_hash: Option<&str>,
    changed_at: Micros,
) -> Result<Attributes, StoreError> {
    let form = &inquiry.form;
    let record = StoredRecord {
        handle: inquiry.recipient.handle.clone(),
        partner: inquiry.recipient.name.clone(),
        service: form.service,
        store: form.store.clone(),
        repeat_of: inquiry.repeat_of.clone(),
        lead: inquiry.lead.clone(),
        delivery: inquiry.delivery,
    };
    let rest = StoredForm {
        merchant: inquiry.merchant.clone(),
        merchant_language: inquiry.merchant_language,
        to: inquiry.recipient.email.clone(),
        to_language: inquiry.recipient.language,
        phone: form.contact_phone.clone(),
        budget: form.budget,
        goal: form.goal.clone(),
        consent: form.consent,
    };
    let mut draft = Draft::new(&Key::inquiry(&inquiry.id), kind::INQUIRY)
        .put(GSI1PK, text(keys::inquiries_by(&inquiry.merchant)))
        .put("name", text(form.contact_name.as_str()))
        .put("email", text(form.contact_email.as_str()))
        .put("company", text(&form.company))
        .put_text("website", form.website.as_deref())
        .put("country", text(form.country.code()))
        .put("submitted", moment(inquiry.sent_at))
        .put_text(REQUEST, request_hash)
        .put_nested(RECORD, &record)?
        .put_nested(FORM, &rest)?
        .put_nested(EVENTS, &inquiry.events)?;
    for (name, value) in stamped(inquiry.version, changed_at) {
        draft = draft.put(name, value);
    }
    for (name, value) in moved(inquiry) {
        draft = draft.put(name, value);
    }
    Ok(draft.finish())
}

/// The columns that every write of the inquiry moves.
pub(crate) fn stamped(version: u64, changed_at: Micros) -> [(&'static str, AttributeValue); 3] {
    [(VERSION, number(version)), (CHANGED_AT, number(changed_at.0)), (GSI1SK, text(changed_at.padded()))]
}

/// The columns that an event moves.
pub(crate) fn moved(inquiry: &Inquiry) -> [(&'static str, AttributeValue); 2] {
    [("updated", moment(inquiry.updated_at())), ("status", text(inquiry.status.slug()))]
}

/// The lead that the inquiry was turned into, for the record.
pub(crate) fn lead_of(inquiry: &Inquiry) -> Option<(&'static str, AttributeValue)> {
    inquiry.lead.as_ref().map(|lead| ("record.lead", text(lead.to_string())))
}

/// One event, for the list.
pub(crate) fn event_entry(event: &InquiryEvent) -> Result<AttributeValue, StoreError> {
    nested(&[event])
}

/// The inquiry of an item, and the request that it came from.
pub(crate) fn read_inquiry(mut reader: Reader) -> Result<(Inquiry, String), StoreError> {
    let record = read_record(&mut reader)?;
    let form: StoredForm = reader.nested(FORM)?;
    let inquiry = Inquiry {
        id: reader.key(keys::inquiry_at)?,
        recipient: Recipient {
            handle: record.handle,
            name: record.partner,
            email: form.to,
            language: form.to_language,
        },
        merchant: form.merchant,
        merchant_language: form.merchant_language,
        form: InquiryForm {
            contact_name: Personal::new(reader.text("name")?),
            contact_email: Personal::new(reader.text("email")?),
            contact_phone: form.phone,
            company: reader.text("company")?,
            store: record.store,
            website: reader.optional_text("website")?,
            country: reader.parsed("country")?,
            service: record.service,
            budget: form.budget,
            goal: form.goal,
            consent: form.consent,
        },
        sent_at: reader.moment("submitted")?,
        repeat_of: record.repeat_of,
        delivery: record.delivery,
        status: read_status(&mut reader)?,
        lead: record.lead,
        events: reader.nested(EVENTS)?,
        version: reader.number(VERSION)?,
    };
    let request = reader.optional_text(REQUEST)?.unwrap_or_default();
    Ok((inquiry, request))
}

/// What lists show, from the item or from an index of it.
pub(crate) fn read_inquiry_summary(mut reader: Reader) -> Result<InquirySummary, StoreError> {
    let record = read_record(&mut reader)?;
    Ok(InquirySummary {
        id: reader.key(keys::inquiry_at)?,
        handle: record.handle,
        partner: record.partner,
        contact_name: reader.text("name")?,
        contact_email: reader.text("email")?,
        company: reader.text("company")?,
        website: reader.optional_text("website")?.or(record.store),
        country: reader.parsed("country")?,
        service: record.service,
        sent_at: reader.moment("submitted")?,
        updated_at: reader.moment("updated")?,
        status: read_status(&mut reader)?,
        delivery: record.delivery,
        is_repeat: record.repeat_of.is_some(),
        lead: record.lead,
        version: reader.number(VERSION)?,
    })
}

fn read_record(reader: &mut Reader) -> Result<StoredRecord, StoreError> {
    if !reader.is(kind::INQUIRY) {
        return Err(reader.damage(TYPE));
    }
    reader.nested(RECORD)
}

fn read_status(reader: &mut Reader) -> Result<InquiryStatus, StoreError> {
    reader.choice("status", InquiryStatus::ALL, InquiryStatus::slug)
}
