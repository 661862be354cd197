//! Countries by ISO 3166-1 alpha-2 code. The application takes their names from the browser (`Intl`), which has them
//! already; [`name`] is for pages and searches made on the server.

mod names;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::policy::Language;

/// Every assigned code, in order, two letters each. Source: ISO 3166-1, 2024.
pub const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCH\
CICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHN\
HRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMR\
MSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSN\
SOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// A country that exists: its place among [`CODES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country(u8);

/// A code that names no country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 3166-1 alpha-2 country code")]
pub struct UnknownCountry;

impl Country {
    /// The two-letter code, in capitals.
    #[must_use]
    pub fn code(self) -> &'static str {
        let start = usize::from(self.0) * 2;
        &CODES[start..start + 2]
    }

    /// All countries, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).take(CODES.len() / 2).map(Self)
    }
}

/// What the country is called in a language.
#[must_use]
pub fn name(country: Country, language: Language) -> &'static str {
    let [en, sv, vi] = names::NAMES[usize::from(country.0)];
    match language {
        Language::En => en,
        Language::Sv => sv,
        Language::Vi => vi,
    }
}

impl FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(text: &str) -> Result<Self, UnknownCountry> {
        Self::all().find(|country| country.code() == text).ok_or(UnknownCountry)
    }
}

impl TryFrom<String> for Country {
    type Error = UnknownCountry;

    fn try_from(text: String) -> Result<Self, UnknownCountry> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn all_249_countries_stand_in_order_once() {
        let codes: Vec<_> = Country::all().map(Country::code).collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn every_country_has_its_own_name_in_every_language() {
        for language in Language::ALL {
            let names: HashSet<_> = Country::all().map(|country| name(country, language)).collect();
            assert_eq!(names.len(), 249, "{language:?}");
        }
        let sweden: Country = "SE".parse().expect("a code");
        assert_eq!(Language::ALL.map(|language| name(sweden, language)), ["Sweden", "Sverige", "Thụy Điển"]);
    }

    #[test]
    fn a_code_is_two_capitals_that_exist() {
        assert_eq!("SE".parse::<Country>().map(Country::code), Ok("SE"));
        for text in ["se", "XX", "", "SWE", "DA"] {
            assert!(text.parse::<Country>().is_err(), "{text}");
        }
    }
}
