//! The fields that a report of a migration is about: those of the new profile, and those of the old one that
//! the new one has no place for.

use serde::{Deserialize, Serialize};

use crate::policy::Words;

/// A field of the old profile, the new one, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MigratedField {
    /// The business name.
    Name,
    /// The name in the address.
    Handle,
    /// The sentence on the card.
    Tagline,
    /// The text about the business.
    Bio,
    /// The contact address.
    ContactEmail,
    /// The phone number.
    ContactPhone,
    /// The site.
    Website,
    /// The main city.
    City,
    /// The main country.
    Country,
    /// Further countries.
    AdditionalLocations,
    /// Languages.
    Languages,
    /// Trades.
    Industries,
    /// What it does.
    Services,
    /// What that costs.
    Prices,
    /// Work to show.
    FeaturedWork,
    /// Where else it is found.
    Social,
    /// Whether it takes new clients.
    Availability,
    /// How quickly it answered in the marketplace. The directory does not show it.
    ResponseTime,
    /// How many jobs it completed there. The directory does not show it.
    CompletedJobs,
    /// Its level in the marketplace. The directory has tiers instead.
    Level,
}

impl MigratedField {
    /// Every field; each stands in a report once.
    pub const ALL: [Self; 20] = [
        Self::Name,
        Self::Handle,
        Self::Tagline,
        Self::Bio,
        Self::ContactEmail,
        Self::ContactPhone,
        Self::Website,
        Self::City,
        Self::Country,
        Self::AdditionalLocations,
        Self::Languages,
        Self::Industries,
        Self::Services,
        Self::Prices,
        Self::FeaturedWork,
        Self::Social,
        Self::Availability,
        Self::ResponseTime,
        Self::CompletedJobs,
        Self::Level,
    ];

    /// The fields that partners are asked to look at, in that order. A profile has been reviewed when all of them
    /// have.
    pub const TO_REVIEW: [Self; 5] =
        [Self::ContactPhone, Self::ContactEmail, Self::AdditionalLocations, Self::Services, Self::Social];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Handle => "handle",
            Self::Tagline => "tagline",
            Self::Bio => "bio",
            Self::ContactEmail => "contact_email",
            Self::ContactPhone => "contact_phone",
            Self::Website => "website",
            Self::City => "city",
            Self::Country => "country",
            Self::AdditionalLocations => "additional_locations",
            Self::Languages => "languages",
            Self::Industries => "industries",
            Self::Services => "services",
            Self::Prices => "prices",
            Self::FeaturedWork => "featured_work",
            Self::Social => "social",
            Self::Availability => "availability",
            Self::ResponseTime => "response_time",
            Self::CompletedJobs => "completed_jobs",
            Self::Level => "level",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn words(self) -> Words {
        let [en, sv, vi] = match self {
            Self::Name => ["Business name", "Företagsnamn", "Tên doanh nghiệp"],
            Self::Handle => ["Handle", "Namn i adressen", "Tên trong địa chỉ"],
            Self::Tagline => ["Tagline", "Kort presentation", "Giới thiệu ngắn"],
            Self::Bio => ["About the business", "Om företaget", "Về doanh nghiệp"],
            Self::ContactEmail => ["Contact e-mail", "E-postadress för kontakt", "Email liên hệ"],
            Self::ContactPhone => ["Contact phone", "Telefon för kontakt", "Số điện thoại liên hệ"],
            Self::Website => ["Website", "Webbplats", "Trang web"],
            Self::City => ["City", "Ort", "Thành phố"],
            Self::Country => ["Country", "Land", "Quốc gia"],
            Self::AdditionalLocations => ["Additional locations", "Fler platser", "Địa điểm bổ sung"],
            Self::Languages => ["Languages", "Språk", "Ngôn ngữ"],
            Self::Industries => ["Industries", "Branscher", "Ngành"],
            Self::Services => ["Services offered", "Tjänster som erbjuds", "Dịch vụ cung cấp"],
            Self::Prices => ["Prices", "Priser", "Giá"],
            Self::FeaturedWork => ["Featured work", "Utvalda arbeten", "Dự án nổi bật"],
            Self::Social => [
                "Social media profile links",
                "Länkar till profiler i sociala medier",
                "Liên kết đến hồ sơ truyền thông xã hội",
            ],
            Self::Availability => ["Availability", "Tillgänglighet", "Tình trạng nhận khách"],
            Self::ResponseTime => ["Response time", "Svarstid", "Thời gian phản hồi"],
            Self::CompletedJobs => ["Completed jobs", "Slutförda uppdrag", "Công việc đã hoàn thành"],
            Self::Level => {
                ["Level in the marketplace", "Nivå i Experts Marketplace", "Cấp trong Trung tâm chuyên gia"]
            }
        };
        Words { en, sv, vi }
    }
}
