//! A lead as ONE item: what lists show at the top level, the rest of the form as a map, the timeline as
//! a list. So a change of a lead is one conditional write, and its details are one read.

use aws_sdk_dynamodb::types::AttributeValue;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::lead::listing::LeadSummary;
use guildhall_domain::lead::{Lead, LeadForm, Outcome, Plans, Product, ProductDetails, Status, Support};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Due;
use guildhall_domain::representative::RepRef;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::sight::{SIGHT, Sight, read_mails, stored_mails};
use super::writing::{Draft, moment, nested, number, text};
use super::{Attributes, Reader, StoredEvent, kind};
use crate::keys::{self, Key};
use crate::table::{CHANGED_AT, GSI1PK, GSI1SK, VERSION};
use crate::{Micros, StoreError};

const FORM: &str = "form";
const PROPOSAL: &str = "proposal";
const WORKING_COUNTRY: &str = "rep_country";
const ESCALATED: &str = "escalated";
const WITHDRAWN: &str = "withdrawn";
const INFORMATION: &str = "information";
const CORRESPONDENTS: &str = "people";
/// What the partner means to do next.
pub(crate) const PARTNER_PLAN: &str = "partner_plan";
/// What the sales team means to do next.
pub(crate) const SALES_PLAN: &str = "sales_plan";
/// What became of the mails about it, by the mail's id.
pub(crate) const MAILS: &str = "mails";
const TERMS: &str = "terms";
/// What the request was that created the lead, so that its repetition is known from another one.
const REQUEST: &str = "request";
/// The list that commits append to.
pub(crate) const TIMELINE: &str = "timeline";

/// The part of the form that no list shows.
#[derive(Debug, Serialize, Deserialize)]
struct StoredForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<Personal>,
    description: Personal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    store: Option<String>,
    support: Support,
    consent: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inquiry: Option<InquiryId>,
    details: ProductDetails,
}

/// Half of a hash is plenty to tell two requests of one key apart, and an item's bytes are paid for.
pub(crate) fn request_digest(request_hash: &str) -> [u8; 16] {
    let digest = Sha256::digest(request_hash.as_bytes());
    std::array::from_fn(|place| digest[place])
}

/// The whole item.
pub(crate) fn lead_item(
    lead: &Lead,
    request: Option<&[u8]>,
    changed_at: Micros,
) -> Result<Attributes, StoreError> {
    let form = &lead.form;
    let timeline: Vec<_> = lead.timeline.iter().map(StoredEvent::from).collect();
    let mut draft = Draft::new(&Key::lead(&lead.id), kind::LEAD)
        .put(GSI1PK, text(keys::SALES_LEADS))
        .put("org", text(&lead.org_name))
        .put("product", text(lead.product().code()))
        .put("name", text(form.contact_name.as_str()))
        .put("email", text(form.contact_email.as_str()))
        .put("company", text(&form.company))
        .put_text("website", form.website.as_deref())
        .put("country", text(form.country.code()))
        .put_text("reference", form.reference.as_deref())
        .put("submitted", moment(lead.submitted_at()))
        .put(TERMS, text(&lead.terms))
        .put_nested(FORM, &stored_form(form))?
        .put_nested(TIMELINE, &timeline)?
        .put_nested(SIGHT, &Sight::of(lead))?
        .put_nested(MAILS, &stored_mails(&lead.mails))?;
    for (name, plan) in [(PARTNER_PLAN, &lead.plans.partner), (SALES_PLAN, &lead.plans.sales)] {
        if let Some(plan) = plan {
            draft = draft.put_nested(name, plan)?;
        }
    }
    for (name, value) in moving_columns(lead, changed_at)? {
        if let Some(value) = value {
            draft = draft.put(name, value);
        }
    }
    if let Some(request) = request {
        draft = draft.put_bytes(REQUEST, request);
    }
    Ok(draft.finish())
}

/// The columns that a change of the lead may move; `None` means that the lead has no such thing now.
pub(crate) fn moving_columns(
    lead: &Lead,
    changed_at: Micros,
) -> Result<[(&'static str, Option<AttributeValue>); 15], StoreError> {
    let rep = lead.representative.as_ref();
    let correspondents = Some(&lead.correspondents).filter(|people| !people.is_empty());
    Ok([
        (VERSION, Some(number(lead.version))),
        (CHANGED_AT, Some(number(changed_at.0))),
        (GSI1SK, Some(text(changed_at.padded()))),
        ("updated", Some(moment(lead.updated_at()))),
        ("support", Some(text(lead.support.code()))),
        ("status", Some(text(lead.status.code()))),
        ("outcome", lead.outcome.map(|outcome| text(outcome.code()))),
        ("rep", rep.map(|rep| text(rep.id.as_str()))),
        ("rep_name", rep.map(|rep| text(&rep.name))),
        (WORKING_COUNTRY, lead.working_country.map(|country| text(country.code()))),
        (ESCALATED, lead.escalated.map(moment)),
        (WITHDRAWN, lead.withdrawn_at.map(moment)),
        (PROPOSAL, lead.reopen_proposal.as_ref().map(nested).transpose()?),
        (INFORMATION, lead.information.as_ref().map(nested).transpose()?),
        (CORRESPONDENTS, correspondents.map(nested).transpose()?),
    ])
}

/// The columns of the form, for a change that corrects them.
pub(crate) fn form_columns(
    form: &LeadForm,
) -> Result<[(&'static str, Option<AttributeValue>); 6], StoreError> {
    Ok([
        ("name", Some(text(form.contact_name.as_str()))),
        ("email", Some(text(form.contact_email.as_str()))),
        ("company", Some(text(&form.company))),
        ("website", form.website.as_deref().map(text)),
        ("country", Some(text(form.country.code()))),
        (FORM, Some(nested(&stored_form(form))?)),
    ])
}

fn stored_form(form: &LeadForm) -> StoredForm {
    StoredForm {
        phone: form.phone.clone(),
        description: form.description.clone(),
        store: form.existing_store.clone(),
        support: form.sales_support,
        consent: form.consent,
        inquiry: form.inquiry.clone(),
        details: form.details.clone(),
    }
}

/// What remains of an erased lead: its place and its version, so that every view drops it and no
/// repeated submission brings it back.
pub(crate) fn tombstone(key: &Key, version: u64, changed_at: Micros) -> Attributes {
    Draft::new(key, kind::ERASED)
        .listed(version, changed_at)
        .put(GSI1PK, text(keys::SALES_LEADS))
        .put(GSI1SK, text(changed_at.padded()))
        .finish()
}

/// A lead's item, read as far as it has to be.
#[derive(Debug)]
pub(crate) struct LeadItem(Reader);

impl LeadItem {
    /// The item, unless it was erased or has expired.
    pub(crate) fn living(attributes: Attributes) -> Option<Self> {
        let reader = Reader::new(attributes);
        let gone = reader.is(kind::ERASED) || reader.has_expired(Micros::now());
        (!gone).then_some(Self(reader))
    }

    /// Whether the item came from this very request.
    pub(crate) fn is_of_request(&self, digest: &[u8]) -> bool {
        self.0.bytes(REQUEST) == Some(digest)
    }

    /// The lead.
    pub(crate) fn read(self) -> Result<Lead, StoreError> {
        let mut reader = self.0;
        let form: StoredForm = reader.nested(FORM)?;
        let events: Vec<StoredEvent> = reader.nested(TIMELINE)?;
        let timeline = (1..).zip(events).map(|(seq, event)| event.into_event(seq)).collect::<Option<_>>();
        let timeline = timeline.ok_or_else(|| reader.damage(TIMELINE))?;
        let reopen_proposal = reader.optional_nested(PROPOSAL)?;
        let terms = reader.text(TERMS)?;
        let working_country = match reader.optional_text(WORKING_COUNTRY)? {
            Some(code) => Some(code.parse().map_err(|_| reader.damage(WORKING_COUNTRY))?),
            None => None,
        };
        let escalated = reader.optional_moment(ESCALATED)?;
        let withdrawn_at = reader.optional_moment(WITHDRAWN)?;
        let information = reader.optional_nested(INFORMATION)?;
        let correspondents = reader.optional_nested(CORRESPONDENTS)?.unwrap_or_default();
        let plans = Plans {
            partner: reader.optional_nested(PARTNER_PLAN)?,
            sales: reader.optional_nested(SALES_PLAN)?,
        };
        let mails = read_mails(reader.optional_nested(MAILS)?.unwrap_or_default());
        let row = read_summary(reader)?;
        Ok(Lead {
            form: LeadForm {
                contact_name: Personal::new(row.contact_name),
                contact_email: Personal::new(row.contact_email),
                company: row.company,
                website: row.website,
                country: row.country,
                phone: form.phone,
                description: form.description,
                existing_store: form.store,
                reference: row.reference,
                sales_support: form.support,
                consent: form.consent,
                inquiry: form.inquiry,
                details: form.details,
            },
            id: row.id,
            org_name: row.org_name,
            support: row.support,
            status: row.status,
            outcome: row.outcome,
            representative: row.representative,
            terms,
            reopen_proposal,
            working_country,
            due: row.due,
            escalated,
            information,
            withdrawn_at,
            correspondents,
            plans,
            mails,
            version: row.version,
            timeline,
        })
    }
}

/// The list columns, from the item or from an index of it.
pub(crate) fn read_summary(mut reader: Reader) -> Result<LeadSummary, StoreError> {
    if !reader.is(kind::LEAD) {
        return Err(reader.damage(crate::table::TYPE));
    }
    let representative = match reader.optional_text("rep")? {
        Some(id) => {
            Some(RepRef { id: id.parse().map_err(|_| reader.damage("rep"))?, name: reader.text("rep_name")? })
        }
        None => None,
    };
    let sight: Sight = reader.optional_nested(SIGHT)?.unwrap_or_default();
    Ok(LeadSummary {
        id: reader.key(keys::lead_at)?,
        org_name: reader.text("org")?,
        product: reader.choice("product", &Product::ALL, Product::code)?,
        support: reader.choice("support", &Support::ALL, Support::code)?,
        status: reader.choice("status", &Status::ALL, Status::code)?,
        outcome: reader.optional_choice("outcome", &Outcome::ALL, Outcome::code)?,
        representative,
        contact_name: reader.text("name")?,
        contact_email: reader.text("email")?,
        company: reader.text("company")?,
        website: reader.optional_text("website")?,
        country: reader.parsed("country")?,
        reference: reader.optional_text("reference")?,
        submitted_at: reader.moment("submitted")?,
        updated_at: reader.moment("updated")?,
        hold: sight.hold,
        due: sight.due.map(Due::from),
        escalated: sight.escalated,
        partner_plan: sight.partner_plan,
        sales_plan: sight.sales_plan,
        undelivered: sight.undelivered,
        version: reader.number(VERSION)?,
    })
}
