//! What a check comes to, in one word.

use guildhall_verify::{Report, Signed, Verdict};

use crate::i18n::texts;
use crate::ui::Tone;

/// What is to be thought of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judgement {
    /// As it was issued, and everything in it as it was recorded.
    Genuine,
    /// As it was issued; of names or words something was erased since they were recorded.
    Erased,
    /// Not as it was issued.
    Altered,
    /// Signed by a key that is not Guildhall's.
    UnknownKey,
    /// Whole and signed, but nobody could ask for Guildhall's keys.
    NoKeys,
    /// Whole, but this browser cannot check signatures.
    Unchecked,
}

impl Judgement {
    /// The judgement of a report. What was altered weighs more than who signed it.
    pub(super) fn of(report: &Report) -> Self {
        let any = |verdict| report.events.iter().any(|event| event.verdict == verdict);
        let holds = report.is_numbered_rightly && report.is_whole && !any(Verdict::Altered);
        match report.signed {
            _ if !holds => Self::Altered,
            Signed::Wrongly => Self::Altered,
            Signed::ByAnother => Self::UnknownKey,
            Signed::BySomebody => Self::NoKeys,
            Signed::Unchecked => Self::Unchecked,
            Signed::ByGuildhall if any(Verdict::PartlyErased) => Self::Erased,
            Signed::ByGuildhall => Self::Genuine,
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            Self::Genuine => Tone::Success,
            Self::Erased => Tone::Info,
            Self::Altered | Self::UnknownKey => Tone::Danger,
            Self::NoKeys | Self::Unchecked => Tone::Warning,
        }
    }

    /// What it is, and what to think of it.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Genuine => (texts::receipts::genuine(), texts::receipts::genuine_text()),
            Self::Erased => (texts::receipts::erased(), texts::receipts::erased_text()),
            Self::Altered => (texts::receipts::altered(), texts::receipts::altered_text()),
            Self::UnknownKey => (texts::receipts::unknown_key(), texts::receipts::unknown_key_text()),
            Self::NoKeys => (texts::receipts::no_keys(), texts::receipts::no_keys_text()),
            Self::Unchecked => (texts::receipts::unchecked(), texts::receipts::unchecked_text()),
        }
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::ids::LeadId;
    use guildhall_verify::EventReport;

    use super::*;

    fn report(signed: Signed, verdict: Verdict) -> Report {
        let event = EventReport {
            seq: 1,
            at: String::new(),
            kind: String::new(),
            role: String::new(),
            by: String::new(),
            verdict,
        };
        Report {
            number: "0123abcd-1".to_owned(),
            lead: LeadId::derive(&"acme".parse().unwrap(), "key"),
            company: "Shop".to_owned(),
            organisation: "Acme".to_owned(),
            terms: "plus-1".to_owned(),
            is_numbered_rightly: true,
            is_whole: true,
            events: vec![event],
            signed,
        }
    }

    #[test]
    fn only_what_guildhall_signed_and_nobody_altered_is_genuine() {
        let judged = |signed, verdict| Judgement::of(&report(signed, verdict));
        assert_eq!(judged(Signed::ByGuildhall, Verdict::AsRecorded), Judgement::Genuine);
        assert_eq!(judged(Signed::ByGuildhall, Verdict::PartlyErased), Judgement::Erased);
        assert_eq!(judged(Signed::ByAnother, Verdict::AsRecorded), Judgement::UnknownKey);
        assert_eq!(judged(Signed::BySomebody, Verdict::AsRecorded), Judgement::NoKeys);
        assert_eq!(judged(Signed::Unchecked, Verdict::AsRecorded), Judgement::Unchecked);
        for signed in [Signed::ByGuildhall, Signed::ByAnother, Signed::Unchecked] {
            assert_eq!(judged(signed, Verdict::Altered), Judgement::Altered);
        }
        assert_eq!(judged(Signed::Wrongly, Verdict::AsRecorded), Judgement::Altered);
    }

    #[test]
    fn a_number_or_an_end_of_its_own_is_an_alteration() {
        let good = report(Signed::ByGuildhall, Verdict::AsRecorded);
        let misnumbered = Report { is_numbered_rightly: false, ..good.clone() };
        assert_eq!(Judgement::of(&misnumbered), Judgement::Altered);
        assert_eq!(Judgement::of(&Report { is_whole: false, ..good }), Judgement::Altered);
    }
}
