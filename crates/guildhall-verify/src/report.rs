//! What came out of a check.

use std::fmt;

use guildhall_domain::ids::LeadId;

/// What an event of the chain turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// As it was recorded.
    AsRecorded,
    /// What happened is as it was recorded; of who it was or what they wrote, something was erased since.
    PartlyErased,
    /// It, or its place in the chain, is not as it was recorded.
    Altered,
}

/// An event of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventReport {
    /// Its place, from 1.
    pub seq: u64,
    /// When, as the receipt says it.
    pub at: String,
    /// What, as the receipt says it.
    pub kind: String,
    /// The role of whoever did it.
    pub role: String,
    /// Their name.
    pub by: String,
    /// Whether that can be believed.
    pub verdict: Verdict,
}

/// What the signature shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// One of Guildhall's keys signed exactly this.
    ByGuildhall,
    /// The key in the receipt signed exactly this; whether it is Guildhall's was not checked.
    BySomebody,
    /// The key in the receipt signed exactly this, and it is not one of Guildhall's.
    ByAnother,
    /// This is not what was signed.
    Wrongly,
    /// Nobody could check it.
    Unchecked,
}

/// What came out of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The receipt's number.
    pub number: String,
    /// The lead.
    pub lead: LeadId,
    /// The merchant's company.
    pub company: String,
    /// The partner.
    pub organisation: String,
    /// The terms of the lead.
    pub terms: String,
    /// Whether the number is that of the lead and the last event.
    pub is_numbered_rightly: bool,
    /// Whether the chain ends with the event that the receipt is of.
    pub is_whole: bool,
    /// The events, oldest first.
    pub events: Vec<EventReport>,
    /// What the signature shows.
    pub signed: Signed,
}

impl Report {
    /// Whether the receipt is what was issued.
    #[must_use]
    pub fn is_good(&self) -> bool {
        let is_chained = self.events.iter().all(|event| event.verdict != Verdict::Altered);
        let is_signed = matches!(self.signed, Signed::ByGuildhall | Signed::BySomebody);
        is_chained && is_signed && self.is_numbered_rightly && self.is_whole
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Receipt {}: {} for {}", self.number, self.company, self.organisation)?;
        writeln!(f, "Lead {}, terms {}", self.lead, self.terms)?;
        for event in &self.events {
            let verdict = match event.verdict {
                Verdict::AsRecorded => "as recorded",
                Verdict::PartlyErased => "as recorded, but names or words were erased since",
                Verdict::Altered => "ALTERED, or moved",
            };
            let EventReport { seq, at, kind, role, by, .. } = event;
            writeln!(f, "{seq:>4}  {at}  {kind} by {by} ({role}): {verdict}")?;
        }
        if !self.is_numbered_rightly {
            writeln!(f, "The number is not that of the lead and the event.")?;
        }
        if !self.is_whole {
            writeln!(f, "The chain does not end with the event that the receipt is of.")?;
        }
        f.write_str(match self.signed {
            Signed::ByGuildhall => "Signature: good, by one of the keys given.\n",
            Signed::BySomebody => {
                "Signature: good, by the key in the receipt. Give --keys to check whose key that is.\n"
            }
            Signed::ByAnother => "Signature: by a key that is not among those given.\n",
            Signed::Wrongly => "Signature: WRONG.\n",
            Signed::Unchecked => "Signature: not checked.\n",
        })?;
        f.write_str(if self.is_good() { "The receipt is good.\n" } else { "The receipt is NOT good.\n" })
    }
}
