//! The sentences that profiles are made of, by language. Gaps stand in braces: `{name}`, `{city}`, `{year}`,
//! `{people}`, `{trades}`.

mod de;
mod en;
mod fr;
mod sv;
mod vi;

use guildhall_domain::policy::Language;

use super::craft::Craft;

/// The language that a profile is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    Swedish,
    Vietnamese,
    German,
    French,
}

impl Tongue {
    pub(super) fn phrases(self) -> &'static Phrases {
        match self {
            Self::English => &en::PHRASES,
            Self::Swedish => &sv::PHRASES,
            Self::Vietnamese => &vi::PHRASES,
            Self::German => &de::PHRASES,
            Self::French => &fr::PHRASES,
        }
    }

    /// The nearest language that Guildhall itself speaks.
    pub(super) fn interface(self) -> Language {
        match self {
            Self::Swedish => Language::Sv,
            Self::Vietnamese => Language::Vi,
            Self::English | Self::German | Self::French => Language::En,
        }
    }
}

/// What is said in a language.
#[derive(Debug)]
pub(super) struct Phrases {
    /// The sentence on the card, by craft.
    pub(super) taglines: [&'static [&'static str]; 9],
    /// Who we are.
    pub(super) openings: &'static [&'static str],
    /// What we do, by craft.
    pub(super) crafts: [&'static [&'static str]; 9],
    /// How we work.
    pub(super) ways: &'static [&'static str],
    /// For whom. Without `{trades}` where trades have no words in the language.
    pub(super) clients: &'static [&'static str],
    /// How to begin.
    pub(super) closings: &'static [&'static str],
    /// A few words about a service.
    pub(super) offers: &'static [&'static str],
    /// What a piece of work is called, with `{name}` of the merchant, and what it was.
    pub(super) works: &'static [(&'static str, &'static str)],
}

impl Phrases {
    pub(super) fn taglines(&self, craft: Craft) -> &'static [&'static str] {
        self.taglines[craft.place()]
    }

    pub(super) fn crafts(&self, craft: Craft) -> &'static [&'static str] {
        self.crafts[craft.place()]
    }
}
