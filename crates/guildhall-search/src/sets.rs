//! The partners of each choice as bits, one for each place of the index. A filter is a few unions and
//! intersections of such sets, and a count is an intersection that is only counted.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;
use guildhall_domain::country::Country;
use guildhall_domain::directory::DirectoryRow;

use crate::choice::Choice;
use crate::vocabulary::Place;

#[derive(Debug, Default)]
pub(crate) struct Sets {
    listed: FixedBitSet,
    of: HashMap<Choice, FixedBitSet>,
    none: FixedBitSet,
}

impl Sets {
    /// Everybody who is listed.
    pub(crate) fn listed(&self) -> &FixedBitSet {
        &self.listed
    }

    /// Who has a choice.
    pub(crate) fn of(&self, choice: Choice) -> &FixedBitSet {
        self.of.get(&choice).unwrap_or(&self.none)
    }

    /// Countries in which somebody works or has worked, by code.
    pub(crate) fn countries(&self) -> Vec<Country> {
        let country = |choice: &Choice| match choice {
            Choice::Country(country) => Some(*country),
            Choice::Category(_)
            | Choice::Service(_)
            | Choice::Home(_)
            | Choice::Language(_)
            | Choice::Industry(_)
            | Choice::Price(_)
            | Choice::Rating(_)
            | Choice::Tier(_)
            | Choice::Availability(_) => None,
        };
        let mut countries: Vec<_> = self
            .of
            .iter()
            .filter(|(_, set)| !set.is_clear())
            .filter_map(|(choice, _)| country(choice))
            .collect();
        countries.sort_unstable();
        countries
    }

    /// Lists a partner.
    pub(crate) fn add(&mut self, place: Place, row: &DirectoryRow) {
        let bit = place as usize;
        self.listed.grow_and_insert(bit);
        Choice::each_of(row, |choice| self.of.entry(choice).or_default().grow_and_insert(bit));
    }

    /// Takes a partner out.
    pub(crate) fn remove(&mut self, place: Place, row: &DirectoryRow) {
        let bit = place as usize;
        self.listed.set(bit, false);
        Choice::each_of(row, |choice| {
            if let Some(set) = self.of.get_mut(&choice) {
                set.set(bit, false);
            }
        });
    }
}
