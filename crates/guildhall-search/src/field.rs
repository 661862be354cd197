use guildhall_domain::directory::DirectoryRow;

use crate::words::each_form;

/// A text of a profile, weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Name,
    City,
    Tagline,
    Service,
    Bio,
}

/// What a choice weighs that words mean: a service that the partner offers, an industry that it knows, a
/// country that it works in. A little less than its name, which nobody else has.
pub(crate) const CHOICE_WEIGHT: u8 = 95;

impl Field {
    /// Every field, weightiest first.
    pub(crate) const ALL: [Self; 5] = [Self::Name, Self::City, Self::Tagline, Self::Service, Self::Bio];

    /// How many bits tell fields apart.
    pub(crate) const BITS: u32 = 3;

    /// What a word in this field weighs, in percent.
    pub(crate) fn weight(self) -> u8 {
        match self {
            Self::Name => 100,
            Self::City => 90,
            Self::Tagline => 75,
            Self::Service => 60,
            Self::Bio => 45,
        }
    }

    pub(crate) fn bits(self) -> u32 {
        self as u32
    }

    pub(crate) fn of_bits(bits: u32) -> Self {
        let place = bits & ((1 << Self::BITS) - 1);
        Self::ALL.get(place as usize).copied().unwrap_or(Self::Bio)
    }

    /// Calls with every word of this field.
    pub(crate) fn each_word(self, row: &DirectoryRow, mut each: impl FnMut(&str)) {
        match self {
            Self::Name => each_form(&row.name, each),
            Self::City => each_form(&row.city, each),
            Self::Tagline => each_form(&row.tagline, each),
            Self::Service => row.services.iter().for_each(|offer| each_form(&offer.description, &mut each)),
            Self::Bio => each_form(&row.bio, each),
        }
    }
}
