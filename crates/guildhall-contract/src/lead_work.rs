//! What is asked around a lead beside its decisions: answering a question, withdrawing, planning, giving many away.

use chrono::NaiveDate;
use guildhall_domain::ids::{LeadId, UserId};
use guildhall_domain::lead::{LeadField, LeadForm};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::commands::NOTE_MAX;
use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};
use crate::lead_form::{LeadFormBody, read_lead_form};
use crate::leads::LeadItem;
use crate::problem::ProblemCode;

/// The most leads that are given away at once.
pub const ASSIGN_MAX: usize = 200;
/// The longest note of a plan, in characters.
pub const PLAN_NOTE_MAX: usize = 500;

const fn rule(name: &'static str, kind: FieldKind, need: Need) -> FieldRule {
    FieldRule { name, kind, need }
}

/// Words that go with the answer to a question.
pub const ANSWER_NOTE: FieldRule = rule("note", FieldKind::Paragraph { max: NOTE_MAX }, Need::Optional);
/// Why a lead is withdrawn.
pub const WITHDRAW_REASON: FieldRule = rule("reason", FieldKind::Paragraph { max: NOTE_MAX }, Need::Required);
/// What somebody means to do.
pub const PLAN_NOTE: FieldRule = rule("note", FieldKind::Line { max: PLAN_NOTE_MAX }, Need::Optional);
/// The day of a plan.
pub const PLAN_DATE: &str = "date";
const REPRESENTATIVE: FieldRule = rule("representative", FieldKind::Line { max: 64 }, Need::Required);
const ASSIGN_NOTE: FieldRule = rule("note", FieldKind::Paragraph { max: NOTE_MAX }, Need::Optional);
const VALUES: &str = "values";
const LEADS: &str = "leads";

/// The answer to a question, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationBody {
    /// The fields that were asked for, by name, as in the lead form; a field left out stays as it is, `null` empties it.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, serde_json::Value>))]
    pub values: Map<String, Value>,
    /// Words to the representative; 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Personal>,
}

/// Reads the answer to a question: the whole form as it shall be, and the words with it.
///
/// # Errors
/// Everything that is wrong with it, one entry per field; what was not asked for is among it.
pub fn read_information(
    body: &Map<String, Value>,
    current: &LeadForm,
    asked: &[LeadField],
) -> Result<(LeadForm, Option<Personal>), Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let note = reader.text(&ANSWER_NOTE).map(Personal::new);
    let form = match reader.raw(VALUES) {
        None | Some(Value::Null) => Ok(current.clone()),
        Some(Value::Object(values)) => corrected(values, current, asked),
        Some(_) => Err(vec![FieldError::field(VALUES, FieldCode::WrongKind).with("expected", "object")]),
    };
    let mut errors = reader.finish();
    match form {
        Ok(form) if errors.is_empty() && (form != *current || note.is_some()) => Ok((form, note)),
        Ok(_) => {
            if errors.is_empty() {
                errors.push(FieldError::field(ANSWER_NOTE.name, FieldCode::Required));
            }
            Err(errors)
        }
        Err(wrong) => {
            errors.extend(wrong);
            Err(errors)
        }
    }
}

/// Reads a correction: the whole form as it shall be, and the words with it. It travels as an answer does.
///
/// # Errors
/// Everything that is wrong with it, one entry per field; what cannot be corrected is among it, and so is a correction of
/// nothing.
pub fn read_correction(
    body: &Map<String, Value>,
    current: &LeadForm,
) -> Result<(LeadForm, Option<Personal>), Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let note = reader.text(&ANSWER_NOTE).map(Personal::new);
    let form = match reader.raw(VALUES) {
        None | Some(Value::Null) => Err(vec![FieldError::field(VALUES, FieldCode::Required)]),
        Some(Value::Object(values)) => corrected(values, current, LeadField::ALL),
        Some(_) => Err(vec![FieldError::field(VALUES, FieldCode::WrongKind).with("expected", "object")]),
    };
    let mut errors = reader.finish();
    match form {
        Ok(form) if form != *current && errors.is_empty() => return Ok((form, note)),
        Ok(form) if form == *current => errors.push(FieldError::field(VALUES, FieldCode::Required)),
        Ok(_) => {}
        Err(wrong) => errors.extend(wrong),
    }
    Err(errors)
}

/// The form with the values in place, checked by the very rules of the form.
fn corrected(
    values: &Map<String, Value>,
    current: &LeadForm,
    asked: &[LeadField],
) -> Result<LeadForm, Vec<FieldError>> {
    let at = |name: &str| format!("/{VALUES}/{name}");
    let not_asked: Vec<_> = values
        .keys()
        .filter(|name| !asked.iter().any(|field| field.slug() == name.as_str()))
        .map(|name| {
            let shown: String = name.chars().take(80).collect();
            FieldError::at(at(&shown), FieldCode::NotAsked)
        })
        .collect();
    if !not_asked.is_empty() {
        return Err(not_asked);
    }
    let Ok(Value::Object(mut whole)) = serde_json::to_value(LeadFormBody::from(current)) else {
        return Err(vec![FieldError::field(VALUES, FieldCode::WrongKind)]);
    };
    whole.extend(values.clone());
    read_lead_form(&whole).map_err(|errors| {
        let moved = |error: FieldError| {
            let pointer = error.pointer.as_ref().map(|pointer| format!("/{VALUES}{pointer}"));
            FieldError { pointer, ..error }
        };
        errors.into_iter().map(moved).collect()
    })
}

/// A withdrawal, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawalBody {
    /// Why; 1,000 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 1000))]
    pub reason: Personal,
}

/// Reads a withdrawal.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_withdrawal(body: &Map<String, Value>) -> Result<Personal, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let reason = reader.text(&WITHDRAW_REASON).map(Personal::new);
    let errors = reader.finish();
    match reason {
        Some(reason) if errors.is_empty() => Ok(reason),
        _ => Err(errors),
    }
}

/// What somebody means to do next, as it travels. Without a day there is no plan any more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanBody {
    /// On which day, `YYYY-MM-DD`; `null` takes the plan away.
    pub date: Option<NaiveDate>,
    /// What; 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Personal>,
}

/// Reads a plan.
///
/// # Errors
/// Everything that is wrong with it; a note without a day is.
pub fn read_plan(body: &Map<String, Value>) -> Result<PlanBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let note = reader.text(&PLAN_NOTE).map(Personal::new);
    let date = match reader.raw(PLAN_DATE) {
        None | Some(Value::Null) => {
            if note.is_some() {
                reader.refuse(FieldError::field(PLAN_DATE, FieldCode::Required));
            }
            None
        }
        Some(value) => {
            let day = value.as_str().and_then(|text| text.parse().ok());
            if day.is_none() {
                reader.refuse(FieldError::field(PLAN_DATE, FieldCode::DateInvalid));
            }
            day
        }
    };
    let errors = reader.finish();
    if errors.is_empty() { Ok(PlanBody { date, note }) } else { Err(errors) }
}

/// A lead as somebody saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeenLead {
    /// The lead's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: LeadId,
    /// The version that was seen.
    pub version: u64,
}

/// Many leads for one representative, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssignManyBody {
    /// The representative's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub representative: UserId,
    /// Why; 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Personal>,
    /// Which leads; 1 to 200, each once.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 200))]
    pub leads: Vec<SeenLead>,
}

/// Reads who shall get which leads.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_assign_many(body: &Map<String, Value>) -> Result<AssignManyBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let representative = reader.text(&REPRESENTATIVE).and_then(|id| id.parse().ok());
    let note = reader.text(&ASSIGN_NOTE).map(Personal::new);
    let mut leads: Vec<SeenLead> = Vec::new();
    let seen = reader.list(LEADS, ASSIGN_MAX, |value, place| {
        serde_json::from_value::<SeenLead>(value.clone())
            .map(|lead| (lead, place.clone()))
            .map_err(|_| vec![FieldError::at(place, FieldCode::IdInvalid)])
    });
    for (lead, place) in seen {
        if leads.iter().any(|other| other.id == lead.id) {
            reader.refuse(FieldError::at(place, FieldCode::Repeated));
        } else {
            leads.push(lead);
        }
    }
    let mut errors = reader.finish();
    if errors.is_empty() && leads.is_empty() {
        errors.push(FieldError::field(LEADS, FieldCode::Required));
    }
    match representative {
        Some(representative) if errors.is_empty() => Ok(AssignManyBody { representative, note, leads }),
        None if errors.is_empty() => {
            Err(vec![FieldError::field(REPRESENTATIVE.name, FieldCode::RepresentativeUnknown)])
        }
        _ => Err(errors),
    }
}

/// A lead that stays whose it was, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NotAssigned {
    /// The lead's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: LeadId,
    /// Why not; `version_conflict` when somebody was faster.
    pub code: ProblemCode,
    /// With `guard_failed`: the condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guard: Option<String>,
    /// The lead as it is now, unless there is none any more.
    pub current: Option<LeadItem>,
    /// The last thing that happened to it, with a version conflict.
    pub changed: Option<crate::leads::TimelineEntry>,
}

/// What became of many leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssignedMany {
    /// Those that are the representative's now, in the order of the request.
    pub assigned: Vec<LeadItem>,
    /// Those that are not.
    pub refused: Vec<NotAssigned>,
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn form() -> LeadForm {
        let body = json!({
            "product": "plus", "contact_name": "Anna", "contact_email": "anna@acme.example", "company": "Acme",
            "website": "https://acme.example", "country": "SE", "sales_support": "none", "description": "A fit",
            "consent": true,
        });
        read_lead_form(body.as_object().unwrap()).unwrap()
    }

    fn answered(body: &Value, asked: &[LeadField]) -> Result<LeadForm, Vec<(String, FieldCode)>> {
        let named = |error: FieldError| (error.pointer.unwrap_or_default(), error.code);
        read_information(body.as_object().unwrap(), &form(), asked)
            .map(|(form, _)| form)
            .map_err(|errors| errors.into_iter().map(named).collect())
    }

    #[test]
    fn an_answer_changes_what_was_asked_and_keeps_the_rest() {
        let body = json!({ "values": { "phone": "+46 70 123 45 67", "current_platform": "Magento" } });
        let after = answered(&body, &[LeadField::Phone, LeadField::CurrentPlatform]).unwrap();
        assert_eq!(after.phone, Some("+46 70 123 45 67".into()));
        assert_eq!(LeadForm { phone: None, details: form().details, ..after }, form());
    }

    #[rstest]
    #[case(json!({ "values": { "company": "Other" } }), "/values/company", FieldCode::NotAsked)]
    #[case(json!({ "values": { "consent": false } }), "/values/consent", FieldCode::NotAsked)]
    #[case(json!({ "values": { "phone": "call me" } }), "/values/phone", FieldCode::PhoneInvalid)]
    #[case(json!({ "values": {} }), "/note", FieldCode::Required)]
    #[case(json!({ "values": [] }), "/values", FieldCode::WrongKind)]
    #[case(json!({ "note": "x", "to": "y" }), "/to", FieldCode::Unknown)]
    fn what_is_wrong_with_an_answer_is_named(
        #[case] body: Value,
        #[case] pointer: &str,
        #[case] code: FieldCode,
    ) {
        assert_eq!(answered(&body, &[LeadField::Phone]), Err(vec![(pointer.to_owned(), code)]));
    }

    #[test]
    fn a_plan_has_a_day_or_is_taken_away() {
        let read = |body: Value| read_plan(body.as_object().unwrap());
        let day = NaiveDate::from_ymd_opt(2026, 3, 1);
        assert_eq!(read(json!({ "date": "2026-03-01" })), Ok(PlanBody { date: day, note: None }));
        assert_eq!(read(json!({ "date": null })), Ok(PlanBody::default()));
        assert_eq!(read(json!({ "note": "Call" })).unwrap_err()[0].code, FieldCode::Required);
        assert_eq!(read(json!({ "date": "tomorrow" })).unwrap_err()[0].code, FieldCode::DateInvalid);
    }

    #[test]
    fn many_leads_are_each_named_once_and_are_not_too_many() {
        let id = |place: usize| format!("acme.{place:032x}");
        let read = |leads: Vec<Value>| {
            read_assign_many(json!({ "representative": "rep-1", "leads": leads }).as_object().unwrap())
        };
        let leads = |count: usize| (0..count).map(|place| json!({ "id": id(place), "version": 1 })).collect();
        assert_eq!(read(leads(ASSIGN_MAX)).unwrap().leads.len(), ASSIGN_MAX);
        assert_eq!(read(leads(ASSIGN_MAX + 1)).unwrap_err()[0].code, FieldCode::TooMany);
        assert_eq!(read(leads(0)).unwrap_err()[0].code, FieldCode::Required);
        let twice = vec![json!({ "id": id(1), "version": 1 }), json!({ "id": id(1), "version": 2 })];
        assert_eq!(read(twice).unwrap_err()[0].code, FieldCode::Repeated);
        assert_eq!(read(vec![json!({ "id": "x", "version": 1 })]).unwrap_err()[0].code, FieldCode::IdInvalid);
    }
}
