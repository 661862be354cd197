//! Reads an event of the platform, and says everything that is wrong with it at once.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::money::{Currency, Money, PAYOUT_CURRENCIES};
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{
    EventId, EventType, Happening, LedgerKind, MOST_OF_ONE_EVENT, Merchant, Plan, PlatformEvent, ReferralId,
    Source,
};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// The largest body of an event, in bytes.
pub const EVENT_BODY_MAX: usize = 8 * 1024;

const fn line(name: &'static str, max: usize, need: Need) -> FieldRule {
    FieldRule { name, kind: FieldKind::Line { max }, need }
}

const ID: FieldRule = line("id", 64, Need::Required);
const TYPE: FieldRule = line("type", 40, Need::Required);
const OCCURRED_AT: FieldRule = line("occurred_at", 40, Need::Required);
const ORGANISATION: FieldRule = line("organisation", 32, Need::Required);
const REASON: FieldRule = line("reason", 200, Need::Required);
const NAME: FieldRule = line("name", 120, Need::Required);
const SOURCE: FieldRule = line("source", 32, Need::Required);
const OTHER_NAME: FieldRule = line("name", 64, Need::Required);
const WEBSITE: FieldRule = FieldRule { name: "website", kind: FieldKind::Website, need: Need::Optional };
const EMAIL: FieldRule = FieldRule { name: "email", kind: FieldKind::Email, need: Need::Optional };
const LEAD: FieldRule = line("lead", 80, Need::Optional);
const STORE: FieldRule = line("store", 64, Need::Optional);
const AFFILIATE: FieldRule = line("affiliate", 64, Need::Optional);
/// As what a correction may be booked.
const ENTRY_KINDS: [LedgerKind; 3] = [LedgerKind::Adjustment, LedgerKind::Tax, LedgerKind::Bonus];

/// What events of one type or another have beside what all have.
const MEMBERS: [&str; 6] = ["merchant", "plan", "fees", "entry", "amount", "reason"];

/// Reads an event that is told at a moment.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_platform_event(
    body: &Map<String, Value>,
    now: DateTime<Utc>,
) -> Result<PlatformEvent, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let id: Option<EventId> = parsed(&mut reader, &ID, FieldCode::IdInvalid);
    let kind = choice(&mut reader, &TYPE, &EventType::ALL, EventType::code);
    if kind.is_none() {
        // The type says which of these belong to an event, so nothing is said of them without it.
        for member in MEMBERS {
            reader.raw(member);
        }
    }
    let occurred_at = moment(&mut reader);
    let org: Option<OrgId> = parsed(&mut reader, &ORGANISATION, FieldCode::IdInvalid);
    let named = object(&mut reader, "referral").and_then(|named| referral(&mut reader, named, org.as_ref()));
    let happened = kind.and_then(|kind| happening(&mut reader, kind, named.as_ref()));
    let event = match (id, occurred_at, org, named, happened) {
        (Some(id), Some(occurred_at), Some(org), Some(named), Some(happened)) => {
            Some(PlatformEvent { id, occurred_at, org, record: named.record, happened })
        }
        _ => None,
    };
    if event.as_ref().is_some_and(|event| event.is_from_the_future(now)) {
        let error = FieldError::field(OCCURRED_AT.name, FieldCode::FromTheFuture);
        reader.refuse(error.with("now", now.to_rfc3339()));
    }
    let errors = reader.finish();
    match event {
        Some(event) if errors.is_empty() => Ok(event),
        Some(_) | None => Err(errors),
    }
}

/// The referral that an event names.
struct Named {
    record: ReferralId,
    /// Where it came from, if it came from no lead.
    source: Option<Source>,
}

fn referral(reader: &mut Reader<'_>, body: &Map<String, Value>, org: Option<&OrgId>) -> Option<Named> {
    let place = reader.pointer("referral");
    let mut inner = Reader::within(body, place.clone());
    let lead: Option<LeadId> = parsed(&mut inner, &LEAD, FieldCode::IdInvalid);
    let mut found: Vec<Named> = Vec::new();
    if let Some(lead) = lead {
        // Another organisation's lead would be another organisation's referral.
        if org.is_none_or(|org| lead.org() == org) {
            found.push(Named { record: ReferralId::of_lead(&lead), source: None });
        } else {
            inner.refuse(FieldError::at(format!("{place}/lead"), FieldCode::IdInvalid));
        }
    }
    for (rule, source) in [(STORE, Source::StoreCreated), (AFFILIATE, Source::Affiliate)] {
        if let Some(name) = inner.text(&rule) {
            found.extend(named(&mut inner, rule.name, source, &name));
        }
    }
    if let Some(other) = object(&mut inner, "other") {
        let mut innermost = Reader::within(other, format!("{place}/other"));
        let source: Option<Source> = parsed(&mut innermost, &SOURCE, FieldCode::IdInvalid);
        let name = innermost.text(&OTHER_NAME);
        let known = source.as_ref().is_some_and(|source| !matches!(source, Source::Other(_)));
        if known {
            innermost.refuse(FieldError::at(format!("{place}/other/source"), FieldCode::IdInvalid));
        }
        let errors = innermost.finish();
        match (source, name) {
            (Some(source), Some(name)) if errors.is_empty() => {
                found.extend(named(&mut inner, "other", source, &name));
            }
            _ => errors.into_iter().for_each(|error| inner.refuse(error)),
        }
    }
    let errors = inner.finish();
    if errors.is_empty() && found.len() != 1 {
        let code = if found.is_empty() { FieldCode::Required } else { FieldCode::TooMany };
        reader.refuse(FieldError::at(place, code).with("max", 1));
        return None;
    }
    let is_whole = errors.is_empty();
    errors.into_iter().for_each(|error| reader.refuse(error));
    found.pop().filter(|_| is_whole)
}

fn named(reader: &mut Reader<'_>, field: &str, source: Source, name: &str) -> Option<Named> {
    match ReferralId::named(&source, name) {
        Ok(record) => Some(Named { record, source: Some(source) }),
        Err(_) => {
            let place = reader.pointer(field);
            reader.refuse(FieldError::at(place, FieldCode::IdInvalid));
            None
        }
    }
}

fn happening(reader: &mut Reader<'_>, kind: EventType, named: Option<&Named>) -> Option<Happening> {
    match kind {
        EventType::StoreCreated | EventType::AffiliateJoined | EventType::Referred => {
            let merchant = object(reader, "merchant").and_then(|merchant| read_merchant(reader, merchant));
            let plan = plan(reader, Need::Optional);
            let source = named?.source.clone();
            let fits = match kind {
                EventType::StoreCreated => source == Some(Source::StoreCreated),
                EventType::AffiliateJoined => source == Some(Source::Affiliate),
                _ => matches!(source, Some(Source::Other(_))),
            };
            let Some(source) = source.filter(|_| fits) else {
                reader.refuse(
                    FieldError::field("referral", FieldCode::ChoiceUnknown).with("allowed", wanted(kind)),
                );
                return None;
            };
            Some(Happening::Referred { source, merchant: merchant?, plan })
        }
        EventType::PlanChanged => plan(reader, Need::Required).map(|plan| Happening::PlanChanged { plan }),
        EventType::MerchantPaid | EventType::Refunded => {
            let (plan, fees) = (plan(reader, Need::Required), fees(reader));
            let (plan, fees) = (plan?, fees?);
            Some(match kind {
                EventType::MerchantPaid => Happening::MerchantPaid { plan, fees },
                _ => Happening::Refunded { plan, fees },
            })
        }
        EventType::Adjusted => {
            let kind = choice(reader, &line("entry", 20, Need::Required), &ENTRY_KINDS, LedgerKind::code);
            let amount = object(reader, "amount")
                .and_then(|amount| money(reader, amount, "/amount", -MOST_OF_ONE_EVENT));
            let reason = reader.text(&REASON);
            if reason.as_ref().is_some_and(|reason| reason.contains('@')) {
                // The ledger is never changed, so nobody could be taken out of it.
                reader.refuse(FieldError::field(REASON.name, FieldCode::AddressInside));
            }
            Some(Happening::Adjusted { kind: kind?, amount: amount?, reason: reason? })
        }
    }
}

/// What an event that makes a referral must name.
fn wanted(kind: EventType) -> &'static str {
    match kind {
        EventType::StoreCreated => "store",
        EventType::AffiliateJoined => "affiliate",
        _ => "other",
    }
}

fn read_merchant(reader: &mut Reader<'_>, body: &Map<String, Value>) -> Option<Merchant> {
    let mut inner = Reader::within(body, reader.pointer("merchant"));
    let (name, website, email) = (inner.text(&NAME), inner.text(&WEBSITE), inner.text(&EMAIL));
    inner.finish().into_iter().for_each(|error| reader.refuse(error));
    Some(Merchant { name: name?, website, email })
}

fn fees(reader: &mut Reader<'_>) -> Option<Fees> {
    let body = object(reader, "fees")?;
    let mut inner = Reader::within(body, "/fees".to_owned());
    let base = object(&mut inner, "base").and_then(|base| money(&mut inner, base, "/fees/base", 0));
    let billed = object(&mut inner, "billed").and_then(|billed| money(&mut inner, billed, "/fees/billed", 0));
    if let (Some(base), Some(billed)) = (base, billed)
        && base.currency != billed.currency
    {
        inner.refuse(FieldError::at("/fees/billed/currency".to_owned(), FieldCode::RangeInvalid));
    }
    inner.finish().into_iter().for_each(|error| reader.refuse(error));
    Some(Fees { base: base?, billed: billed? })
}

/// An amount of at least so much, within what one event may tell of.
fn money(reader: &mut Reader<'_>, body: &Map<String, Value>, place: &str, least: i64) -> Option<Money> {
    let mut inner = Reader::within(body, place.to_owned());
    let minor = match inner.raw("minor") {
        None | Some(Value::Null) => Err(FieldError::at(format!("{place}/minor"), FieldCode::Required)),
        Some(Value::Number(number)) => match number.as_i64() {
            Some(minor) if (least..=MOST_OF_ONE_EVENT).contains(&minor) => Ok(minor),
            // Also what is larger than any number of ours; a fraction is no number of minor units.
            Some(_) => Err(out_of_range(place, least)),
            None if number.as_f64().is_some_and(|number| number.fract() == 0.0) => {
                Err(out_of_range(place, least))
            }
            None => Err(wrong_kind(format!("{place}/minor"), "integer")),
        },
        Some(_) => Err(wrong_kind(format!("{place}/minor"), "integer")),
    };
    let currency: Option<Currency> = match inner.text(&line("currency", 3, Need::Required)) {
        None => None,
        Some(code) => code.parse().ok().or_else(|| {
            let error = FieldError::at(format!("{place}/currency"), FieldCode::CurrencyUnknown);
            inner.refuse(error.with("allowed", PAYOUT_CURRENCIES.join(", ")));
            None
        }),
    };
    let minor = minor.map_err(|error| inner.refuse(error)).ok();
    inner.finish().into_iter().for_each(|error| reader.refuse(error));
    Some(Money { minor: minor?, currency: currency? })
}

fn out_of_range(place: &str, least: i64) -> FieldError {
    FieldError::at(format!("{place}/minor"), FieldCode::OutOfRange)
        .with("min", least)
        .with("max", MOST_OF_ONE_EVENT)
}

fn wrong_kind(place: String, expected: &str) -> FieldError {
    FieldError::at(place, FieldCode::WrongKind).with("expected", expected)
}

fn plan(reader: &mut Reader<'_>, need: Need) -> Option<Plan> {
    choice(reader, &line("plan", 20, need), &Plan::ALL, Plan::code)
}

fn moment(reader: &mut Reader<'_>) -> Option<DateTime<Utc>> {
    let text = reader.text(&OCCURRED_AT)?;
    let moment = DateTime::parse_from_rfc3339(&text).ok().map(|moment| moment.with_timezone(&Utc));
    // What the table keeps: microseconds since 1970.
    let kept = moment.filter(|moment| moment.timestamp_micros() >= 0);
    let kept = kept.and_then(|moment| DateTime::from_timestamp_micros(moment.timestamp_micros()));
    if kept.is_none() {
        reader.refuse(FieldError::field(OCCURRED_AT.name, FieldCode::MomentInvalid));
    }
    kept
}

fn parsed<T: std::str::FromStr>(reader: &mut Reader<'_>, rule: &FieldRule, code: FieldCode) -> Option<T> {
    let text = reader.text(rule)?;
    let value = text.parse().ok();
    if value.is_none() {
        let place = reader.pointer(rule.name);
        reader.refuse(FieldError::at(place, code));
    }
    value
}

fn choice<T: Copy>(
    reader: &mut Reader<'_>,
    rule: &FieldRule,
    all: &[T],
    code: fn(T) -> &'static str,
) -> Option<T> {
    let text = reader.text(rule)?;
    let found = all.iter().copied().find(|one| code(*one) == text);
    if found.is_none() {
        let allowed: Vec<_> = all.iter().map(|one| code(*one)).collect();
        let place = reader.pointer(rule.name);
        reader.refuse(FieldError::at(place, FieldCode::ChoiceUnknown).with("allowed", allowed.join(", ")));
    }
    found
}

/// An object within the body; whatever else stands there is refused. Only `other` may be missing.
fn object<'a>(reader: &mut Reader<'a>, name: &'static str) -> Option<&'a Map<String, Value>> {
    let place = reader.pointer(name);
    match reader.raw(name) {
        Some(Value::Object(object)) => Some(object),
        None | Some(Value::Null) if name == "other" => None,
        None | Some(Value::Null) => {
            reader.refuse(FieldError::at(place, FieldCode::Required));
            None
        }
        Some(_) => {
            reader.refuse(wrong_kind(place, "object"));
            None
        }
    }
}

#[cfg(test)]
mod tests;
