//! The columns of a table. They are called what the members of the records are in JSON, with dots for what is inside.

use guildhall_domain::migration::RecordKind;

use crate::import::{Separator, first_line};

/// What stands in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// Yes or no.
    Flag,
    /// A whole number.
    Number,
    /// Texts.
    Texts,
    /// Services that were asked for: `handle=name`.
    Requested,
    /// Questions with what was said: `question=response`.
    Answers,
    /// Services that are offered: `handle`, `handle=150.00 USD`, `*handle=150.00-900.00 USD`.
    Offers,
    /// Pieces of work: `title=link`.
    Works,
    /// Pages elsewhere: `network=page`.
    Links,
}

impl Shape {
    /// Whether a cell may hold several, with `|` between them.
    #[must_use]
    pub fn is_several(self) -> bool {
        match self {
            Self::Text | Self::Flag | Self::Number => false,
            Self::Texts | Self::Requested | Self::Answers | Self::Offers | Self::Works | Self::Links => true,
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in the first line.
    pub name: &'static str,
    /// What stands in it.
    pub shape: Shape,
    /// Whether a table without it is refused.
    pub required: bool,
    /// Something that may stand in it.
    pub example: &'static str,
}

const fn needed(name: &'static str, shape: Shape, example: &'static str) -> Column {
    Column { name, shape, required: true, example }
}

const fn open(name: &'static str, shape: Shape, example: &'static str) -> Column {
    Column { name, shape, required: false, example }
}

const PROFILES: &[Column] = &[
    needed("id", Shape::Text, "4711"),
    needed("organizationId", Shape::Text, "nordisk-handel"),
    needed("businessName", Shape::Text, "Nordisk Handel AB"),
    open("handle", Shape::Text, "nordisk-handel"),
    open("tagline", Shape::Text, "Stores that sell"),
    open("bio", Shape::Text, "We have built stores since 2011."),
    open("contactEmail", Shape::Text, "hej@nordisk.example"),
    open("contactPhoneNumber", Shape::Text, "+46 8 123 45 67"),
    open("websiteUrl", Shape::Text, "https://nordisk.example"),
    open("city", Shape::Text, "Stockholm"),
    needed("country", Shape::Text, "SE"),
    open("secondaryCountries", Shape::Texts, "NO|DK"),
    open("languages", Shape::Texts, "sv|en"),
    open("industries", Shape::Texts, "clothing-and-fashion|food-and-drink"),
    open("serviceOfferings", Shape::Offers, "*store-setup=150.00-900.00 USD|seo"),
    open("featuredWork", Shape::Works, "Lampverket=https://lampverket.example"),
    open("socialMediaLinks", Shape::Links, "LINKEDIN=https://www.linkedin.com/company/nordisk"),
    open("acceptingNewClients", Shape::Flag, "yes"),
    open("responseTime", Shape::Text, "24 h"),
    open("completedJobs", Shape::Number, "128"),
    open("level", Shape::Text, "Expert"),
];

const JOBS: &[Column] = &[
    needed("id", Shape::Text, "90001"),
    needed("organizationId", Shape::Text, "nordisk-handel"),
    needed("createdAt", Shape::Text, "2023-08-14T09:30:00Z"),
    needed("lastEventAt", Shape::Text, "2023-09-30T16:05:00Z"),
    needed("status", Shape::Text, "RESPONDED"),
    open("services", Shape::Requested, "store-setup=Store setup"),
    open("requirements", Shape::Answers, "When do you need it?=Before Christmas"),
    needed("shop.id", Shape::Text, "310"),
    needed("shop.name", Shape::Text, "Lampverket"),
    needed("shop.myshopifyDomain", Shape::Text, "lampverket.myshopify.com"),
    open("customer.name", Shape::Text, "Ingrid Hallström"),
    open("customer.email", Shape::Text, "ingrid@lampverket.example"),
    open("customer.phone", Shape::Text, "+46 70 123 45 67"),
    open("conversation", Shape::Text, "5512"),
    open("confirmedCompleted", Shape::Flag, "no"),
    open("endsAt", Shape::Text, "2024-01-31T23:59:59Z"),
];

/// What a table is of. Conversations, which are lists of messages, come as JSON alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// Profiles.
    Profiles,
    /// Jobs.
    Jobs,
}

impl Table {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Profiles, Self::Jobs];

    /// Its columns, in the order of the template.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Profiles => PROFILES,
            Self::Jobs => JOBS,
        }
    }

    /// What its rows are.
    #[must_use]
    pub fn kind(self) -> RecordKind {
        match self {
            Self::Profiles => RecordKind::Profile,
            Self::Jobs => RecordKind::Job,
        }
    }

    /// The column of a name in the first line. Case, spaces, hyphens and underscores make no other of it.
    pub(super) fn column(self, name: &str) -> Option<&'static Column> {
        let plain = |name: &str| -> String {
            let letters = name.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_'));
            letters.map(|letter| letter.to_ascii_lowercase()).collect()
        };
        let name = plain(name.trim());
        self.columns().iter().find(|column| plain(column.name) == name)
    }
}

/// A file with every column of a table and no row.
#[must_use]
pub fn template(table: Table, separator: Separator) -> String {
    first_line(separator, table.columns().iter().map(|column| column.name))
}
