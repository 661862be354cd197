//! What partners are called, and their names in addresses.

use std::collections::HashSet;

use guildhall_domain::profile::Handle;

use super::lands::{KINDS_ANYWHERE, Land, STEMS_ANYWHERE};
use crate::demo::dice::Dice;
use crate::demo::merchants::slug;

/// Longer names make no id of an organisation.
const LONGEST: usize = 32;

/// Gives names, none of them twice.
#[derive(Debug)]
pub(super) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// Beside names that are taken.
    pub(super) fn beside(taken: &[&str]) -> Self {
        Self { taken: taken.iter().map(|&name| name.to_owned()).collect() }
    }

    /// A name that nobody has, for somebody in a city, and its handle.
    pub(super) fn give(&mut self, land: &Land, city: &str, dice: &mut Dice) -> (String, Handle) {
        loop {
            let name = invent(land, city, dice);
            let slug = slug(&name);
            let Ok(handle) = slug.parse::<Handle>() else { continue };
            if slug.len() <= LONGEST && self.taken.insert(slug) {
                return (name, handle);
            }
        }
    }
}

fn invent(land: &Land, city: &str, dice: &mut Dice) -> String {
    match dice.between(1, 100) {
        ..=45 => format!("{} {}", dice.pick(land.stems), dice.pick(land.kinds)),
        46..=60 if !land.families.is_empty() => {
            format!("{} {}", dice.pick(land.families), dice.pick(land.kinds))
        }
        61..=72 if !land.families.is_empty() => {
            let (first, second) = (dice.pick(land.families), dice.pick(land.families));
            format!("{first} & {second}")
        }
        73..=82 => format!("{} {city} {}", dice.pick(land.stems), dice.pick(land.kinds)),
        _ => format!("{} {}", dice.pick(STEMS_ANYWHERE), dice.pick(KINDS_ANYWHERE)),
    }
}
