//! Checks receipts of decisions, without asking anybody: the chain of events by its hashes, the whole by its signature.
//!
//! A receipt is read as JSON and no further, so one of a later version with kinds of events that are not known here is
//! checked as well as any.

mod keys;
mod report;

use std::str::FromStr;

use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::EventHash;
use serde_json::Value;

pub use keys::{Claim, Key, KeysError, keys_in};
pub use report::{EventReport, Report, Signed, Verdict};

/// The form of receipts that is checked here.
const FORMAT: &str = "guildhall-receipt/1";

/// What is no receipt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is not of a form that is known here.
    #[error("this is no receipt of the form {FORMAT}")]
    Format,
    /// Something is missing or of another kind.
    #[error("the receipt has no readable {0}")]
    Missing(&'static str),
}

/// A receipt whose chain was checked, and whose signature is still to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chained {
    report: Report,
    claim: Option<Claim>,
}

impl Chained {
    /// Who the receipt says signed what; `None` if it does not say so in a readable way.
    #[must_use]
    pub fn claim(&self) -> Option<&Claim> {
        self.claim.as_ref()
    }

    /// The whole report, once somebody has checked the signature of [`Self::claim`]: whether it is good, or `None` where
    /// nobody could check it.
    #[must_use]
    pub fn signed(self, is_good: Option<bool>, known: Option<&[Key]>) -> Report {
        let signed = Signed::of(self.claim.as_ref(), is_good, known);
        Report { signed, ..self.report }
    }
}

/// Checks a receipt. `known` are the keys that Guildhall publishes; without them a signature shows that the receipt
/// is whole, but not by whom it was signed.
///
/// # Errors
/// When it cannot be read as a receipt.
#[cfg(feature = "program")]
pub fn check(receipt: &Value, known: Option<&[Key]>) -> Result<Report, Unreadable> {
    let chained = check_chain(receipt)?;
    let is_good = chained.claim().is_some_and(Claim::is_good);
    Ok(chained.signed(Some(is_good), known))
}

/// Checks all of a receipt but its signature.
///
/// # Errors
/// When it cannot be read as a receipt.
pub fn check_chain(receipt: &Value) -> Result<Chained, Unreadable> {
    if receipt.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(Unreadable::Format);
    }
    let number = text(receipt, "/number", "number")?;
    let lead: LeadId = parsed(receipt, "/lead/id", "lead")?;
    let terms = text(receipt, "/lead/terms", "terms")?;
    let chain = receipt.get("chain").and_then(Value::as_array).ok_or(Unreadable::Missing("chain"))?;
    let mut previous = EventHash::beginning(&lead, terms);
    let mut events = Vec::with_capacity(chain.len());
    for (seq, event) in (1..).zip(chain) {
        let (report, hash) = check_event(event, seq, previous)?;
        events.push(report);
        previous = hash;
    }
    let last = events.last().map_or(0, |event| event.seq);
    let key = lead.key().simple().to_string();
    let is_whole = receipt.get("event").and_then(Value::as_u64) == Some(last) && last > 0;
    let report = Report {
        number: number.to_owned(),
        lead,
        company: text(receipt, "/lead/company", "company")?.to_owned(),
        organisation: text(receipt, "/lead/organisation/name", "organisation")?.to_owned(),
        terms: terms.to_owned(),
        is_numbered_rightly: number == format!("{}-{last}", &key[..8]),
        is_whole,
        events,
        signed: Signed::Unchecked,
    };
    Ok(Chained { report, claim: Claim::of(receipt) })
}

/// What an event turned out to be, and the hash that the next one follows on.
fn check_event(event: &Value, seq: u64, previous: EventHash) -> Result<(EventReport, EventHash), Unreadable> {
    let facts = event.get("facts").ok_or(Unreadable::Missing("facts of an event"))?;
    let words = event.get("words").ok_or(Unreadable::Missing("words of an event"))?;
    let hash: EventHash = parsed(event, "/hash", "hash of an event")?;
    let erased: Option<EventHash> = match event.get("erased") {
        None | Some(Value::Null) => None,
        Some(_) => Some(parsed(event, "/erased", "hash of erased words")?),
    };
    let of_words = EventHash::of(words);
    let is_same = previous.followed_by(EventHash::of(facts), erased.unwrap_or(of_words)) == hash;
    let is_in_place = facts.get("seq").and_then(Value::as_u64) == Some(seq);
    let verdict = match erased {
        _ if !is_same || !is_in_place => Verdict::Altered,
        Some(erased) if erased != of_words => Verdict::PartlyErased,
        Some(_) | None => Verdict::AsRecorded,
    };
    let text = |place: &str| facts.pointer(place).and_then(Value::as_str).unwrap_or_default().to_owned();
    let by = words.pointer("/by/name").and_then(Value::as_str).unwrap_or_default().to_owned();
    let report = EventReport { seq, at: text("/at"), kind: text("/kind"), role: text("/role"), by, verdict };
    Ok((report, hash))
}

fn text<'a>(value: &'a Value, place: &str, what: &'static str) -> Result<&'a str, Unreadable> {
    value.pointer(place).and_then(Value::as_str).ok_or(Unreadable::Missing(what))
}

fn parsed<T: FromStr>(value: &Value, place: &str, what: &'static str) -> Result<T, Unreadable> {
    text(value, place, what)?.parse().map_err(|_| Unreadable::Missing(what))
}
