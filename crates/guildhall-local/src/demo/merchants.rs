//! Made-up merchants: a shop, a person in it, and where both are found on the web.

use std::collections::HashSet;

use guildhall_domain::country::Country;
use guildhall_domain::text::fold;

use super::dice::Dice;
use super::places::{Place, places_of};

/// A merchant.
#[derive(Debug, Clone)]
pub(super) struct Merchant {
    pub(super) company: String,
    pub(super) contact: String,
    pub(super) email: String,
    pub(super) website: String,
    pub(super) phone: String,
    pub(super) country: Country,
    /// The name in addresses: letters, digits and hyphens.
    pub(super) slug: String,
}

/// Makes merchants, no two with the same name.
#[derive(Debug, Default)]
pub(super) struct Merchants {
    taken: HashSet<String>,
}

impl Merchants {
    /// Somebody new that an organisation could have met.
    pub(super) fn meet(&mut self, organisation: &str, dice: &mut Dice) -> Merchant {
        let (place, stem, trade) = self.free_name(organisation, dice);
        let form = *dice.pick(place.forms);
        let company =
            [stem, trade, form].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let slug = slug(&format!("{stem} {trade}"));
        let (first, last) = (*dice.pick(place.first_names), *dice.pick(place.last_names));
        let contact = if place.family_first { format!("{last} {first}") } else { format!("{first} {last}") };
        let local = match dice.between(1, 4) {
            1 => slug_part(first),
            2 => format!("{}.{}", slug_part(first), slug_part(last)),
            3 => format!("{}{}", &slug_part(first)[..1], slug_part(last)),
            _ => "info".to_owned(),
        };
        let www = if dice.percent(60) { "www." } else { "" };
        Merchant {
            email: format!("{local}@{slug}.example"),
            website: format!("https://{www}{slug}.example"),
            phone: digits(place.phone, dice),
            country: place.country.parse().expect("every place names a country that exists"),
            company,
            contact,
            slug,
        }
    }

    /// A name that nobody has. A small place runs out of them, so each try may be about another place.
    fn free_name(
        &mut self,
        organisation: &str,
        dice: &mut Dice,
    ) -> (&'static Place, &'static str, &'static str) {
        loop {
            let place = dice.weighted(places_of(organisation));
            let (stem, trade) = (*dice.pick(place.stems), *dice.pick(place.trades));
            if self.taken.insert(slug(&format!("{stem} {trade}"))) {
                return (place, stem, trade);
            }
        }
    }
}

pub(super) fn digits(pattern: &str, dice: &mut Dice) -> String {
    let digit = |dice: &mut Dice| char::from_digit(u32::try_from(dice.between(0, 9)).unwrap_or(0), 10);
    pattern.chars().map(|c| if c == '#' { digit(dice).unwrap_or('0') } else { c }).collect()
}

/// `Sông Hương Cà Phê` becomes `song-huong-ca-phe`.
pub(super) fn slug(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<_> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// As [`slug`], in one word.
fn slug_part(text: &str) -> String {
    slug(text).replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::ORGANISATIONS;

    #[test]
    fn an_address_is_made_of_plain_letters() {
        assert_eq!(slug("Sông Hương Cà Phê"), "song-huong-ca-phe");
        assert_eq!(slug("Oak & Ash Östermalms"), "oak-ash-ostermalms");
        assert_eq!(slug_part("Văn Minh"), "vanminh");
    }

    #[test]
    fn no_two_merchants_share_a_name_and_every_address_is_made_up() {
        let (mut merchants, mut dice) = (Merchants::default(), Dice::new(5));
        let met: Vec<_> = ORGANISATIONS
            .iter()
            .flat_map(|organisation| (0..150).map(|_| organisation.id))
            .map(|organisation| merchants.meet(organisation, &mut dice))
            .collect();
        let names: HashSet<_> = met.iter().map(|merchant| merchant.company.as_str()).collect();
        assert_eq!(names.len(), met.len());
        assert!(met.iter().all(|merchant| merchant.website.ends_with(".example")));
        assert!(met.iter().all(|merchant| merchant.email.ends_with(".example")));
    }
}
