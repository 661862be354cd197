use guildhall_domain::directory::DirectoryRow;

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

    /// The texts of this field.
    pub(crate) fn texts(self, row: &DirectoryRow) -> impl Iterator<Item = &str> {
        let single = match self {
            Self::Name => Some(row.name.as_str()),
            Self::City => Some(row.city.as_str()),
            Self::Tagline => Some(row.tagline.as_str()),
            Self::Bio => Some(row.bio.as_str()),
            Self::Service => None,
        };
        let services = row.services.iter().filter(move |_| self == Self::Service);
        single.into_iter().chain(services.map(|offer| offer.description.as_str()))
    }
}
