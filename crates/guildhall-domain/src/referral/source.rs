//! Where a referral came from.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::lead::Product;

/// The longest code of a source.
const LONGEST: usize = 32;

/// Where a referral came from. The programme adds sources now and then, so one that nobody here has heard of is
/// kept as it came and shown by its code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Source {
    /// An awarded Plus lead.
    PlusLead,
    /// An awarded or paid POS lead.
    PosLead,
    /// A store that the partner created for the merchant.
    StoreCreated,
    /// A merchant who followed the partner's link.
    Affiliate,
    /// Anything that came later.
    Other(SourceCode),
}

/// The code of a source that has no words of its own here: 2 to 32 of `a-z`, `0-9` and `_`, a letter first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceCode(String);

impl SourceCode {
    /// The code's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as words, for want of better ones: `markets_pro` is "Markets pro".
    #[must_use]
    pub fn humanised(&self) -> String {
        let words = self.0.replace('_', " ");
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

/// A text that is no source's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a source is 2 to 32 of a-z, 0-9 and _, a letter first")]
pub struct InvalidSource;

impl Source {
    /// The sources that have words of their own.
    pub const KNOWN: [Self; 4] = [Self::PlusLead, Self::PosLead, Self::StoreCreated, Self::Affiliate];

    /// The word on the wire.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::PlusLead => "plus_lead",
            Self::PosLead => "pos_lead",
            Self::StoreCreated => "store_created",
            Self::Affiliate => "affiliate",
            Self::Other(code) => &code.0,
        }
    }

    /// The source of a product's leads.
    #[must_use]
    pub const fn of_product(product: Product) -> Self {
        match product {
            Product::Plus => Self::PlusLead,
            Product::Pos => Self::PosLead,
        }
    }
}

impl FromStr for Source {
    type Err = InvalidSource;

    fn from_str(text: &str) -> Result<Self, InvalidSource> {
        if let Some(known) = Self::KNOWN.into_iter().find(|known| known.code() == text) {
            return Ok(known);
        }
        let fits = (2..=LONGEST).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        // These begin the ids of records that have a source of their own.
        if !fits || matches!(text, "lead" | "store") {
            return Err(InvalidSource);
        }
        Ok(Self::Other(SourceCode(text.to_owned())))
    }
}

impl TryFrom<String> for Source {
    type Error = InvalidSource;

    fn try_from(text: String) -> Result<Self, InvalidSource> {
        text.parse()
    }
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.code().to_owned()
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_reads_back_as_written_also_one_that_nobody_has_heard_of() {
        for text in ["plus_lead", "pos_lead", "store_created", "affiliate", "markets_pro", "b2b_profit_share"]
        {
            let source: Source = text.parse().unwrap();
            assert_eq!(source.code(), text);
            assert_eq!(
                serde_json::from_str::<Source>(&serde_json::to_string(&source).unwrap()).unwrap(),
                source
            );
        }
        let Ok(Source::Other(code)) = "markets_pro".parse() else { panic!("markets_pro is no known source") };
        assert_eq!(code.humanised(), "Markets pro");
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "a", "Markets", "markets pro", "_x", "1x", "lead", "store", "markets:pro"] {
            assert!(text.parse::<Source>().is_err(), "{text}");
        }
        assert!("x".repeat(33).parse::<Source>().is_err());
    }
}
