//! Where the partners of the directory are, and what people and firms are called there. All made up but the places.

mod europe;
mod north;
mod overseas;

use guildhall_domain::taxonomy::SpokenLanguage;

use super::phrases::Tongue;

/// A country with its partners.
#[derive(Debug)]
pub(super) struct Land {
    pub(super) country: &'static str,
    /// How many of a thousand partners are here, roughly.
    pub(super) weight: i64,
    pub(super) currency: &'static str,
    /// What work costs here, in percent of the usual.
    pub(super) level: i64,
    /// With `#` for each digit that is thrown.
    pub(super) phone: &'static str,
    /// What profiles are written in, for most of them; the others are in English.
    pub(super) tongue: Tongue,
    /// What everybody speaks here, and then what some do.
    pub(super) languages: (&'static [SpokenLanguage], &'static [SpokenLanguage]),
    /// Where partners from here also work.
    pub(super) near: &'static [&'static str],
    pub(super) cities: &'static [&'static str],
    /// What the name of a firm begins with.
    pub(super) stems: &'static [&'static str],
    /// What it ends with.
    pub(super) kinds: &'static [&'static str],
    /// Family names that firms carry; empty where they do not.
    pub(super) families: &'static [&'static str],
    /// Whose firms they are.
    pub(super) people: &'static [&'static str],
}

/// Every country that partners are in.
pub(super) static LANDS: [&Land; 22] = [
    &north::SWEDEN,
    &overseas::VIETNAM,
    &overseas::STATES,
    &europe::BRITAIN,
    &europe::GERMANY,
    &overseas::CANADA,
    &overseas::AUSTRALIA,
    &north::NORWAY,
    &north::DENMARK,
    &north::FINLAND,
    &overseas::JAPAN,
    &europe::FRANCE,
    &europe::NETHERLANDS,
    &overseas::INDIA,
    &europe::SPAIN,
    &overseas::SINGAPORE,
    &overseas::THAILAND,
    &europe::POLAND,
    &europe::ITALY,
    &overseas::BRAZIL,
    &europe::IRELAND,
    &overseas::NEW_ZEALAND,
];

/// Names that English-speaking firms have anywhere.
#[rustfmt::skip]
pub(super) const STEMS_ANYWHERE: &[&str] = &[
    "Brightwater", "Copper Fox", "North Pier", "Paper Kite", "Quiet Harbour", "Second Shelf", "Little Anvil", "Open Crate",
    "Tall Grass", "Blue Ledger", "Corner Lamp", "Early Train", "Slow Tide", "Red Thread", "Plain Table", "Sunday Market",
    "Ninth Wave", "Half Moon", "Long Counter", "Green Awning", "Stone & Sparrow", "Fair Weather", "Odd Button", "Warm Window",
    "Cardboard Crown", "Two Lanterns", "Wild Parcel", "Clear Receipt", "Brass Bell", "Garden Gate", "Small Wonders", "Patient Fox",
    "Hidden Drawer", "Yellow Door", "Loose Change", "Kind Robot", "Silver Apron", "Round Table", "Pocket Atlas", "Open Shutter",
];

/// What such a firm is.
#[rustfmt::skip]
pub(super) const KINDS_ANYWHERE: &[&str] = &[
    "Studio", "Commerce", "Digital", "Partners", "Works", "Labs", "Collective", "Agency", "Workshop", "Co", "Retail", "Bureau",
];

#[cfg(test)]
mod tests {
    use guildhall_domain::country::Country;
    use guildhall_domain::money::Currency;

    use super::*;

    #[test]
    fn every_land_names_countries_and_a_currency_that_exist() {
        for land in LANDS {
            assert!(land.country.parse::<Country>().is_ok(), "{}", land.country);
            assert!(land.currency.parse::<Currency>().is_ok(), "{}", land.country);
            for near in land.near {
                assert!(near.parse::<Country>().is_ok() && *near != land.country, "{near}");
            }
        }
    }
}
