//! What partners are good at. A partner has one craft; what it says and offers follows from it.

use guildhall_domain::taxonomy::Service;

/// A craft. Phrases and services are kept by its place in [`Craft::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Craft {
    /// Builds stores.
    Builder,
    /// Moves stores from elsewhere.
    Mover,
    /// Writes software around stores.
    Engineer,
    /// Brings visitors who buy.
    Marketer,
    /// Makes pictures, films and brands.
    Image,
    /// Writes.
    Writer,
    /// Sets up tills in shops.
    Till,
    /// Gives advice.
    Adviser,
    /// Knows how businesses sell to businesses.
    Wholesale,
}

impl Craft {
    /// How common each is.
    pub(super) const COMMON: [(i64, Self); 9] = [
        (26, Self::Builder),
        (11, Self::Mover),
        (14, Self::Engineer),
        (20, Self::Marketer),
        (10, Self::Image),
        (5, Self::Writer),
        (4, Self::Till),
        (6, Self::Adviser),
        (4, Self::Wholesale),
    ];

    /// Its place among the phrases.
    pub(super) fn place(self) -> usize {
        self as usize
    }

    /// What everybody of this craft may offer as a speciality.
    pub(super) fn core(self) -> &'static [Service] {
        match self {
            Self::Builder => &[
                Service::CustomizeDesign,
                Service::CustomizeTheme,
                Service::ProductsAndCollections,
                Service::ConfigureSettings,
                Service::WebsiteManagement,
            ],
            Self::Mover => &[
                Service::Migration,
                Service::SystemsIntegration,
                Service::CheckoutUpgrade,
                Service::ProductsAndCollections,
            ],
            Self::Engineer => &[
                Service::CustomApps,
                Service::HeadlessCommerce,
                Service::SystemsIntegration,
                Service::Troubleshooting,
                Service::CheckoutUpgrade,
            ],
            Self::Marketer => &[
                Service::EmailMarketing,
                Service::SeoAndPaidSearch,
                Service::SearchEngineAdvertising,
                Service::SocialMediaMarketing,
                Service::ConversionRateOptimization,
                Service::AnalyticsAndTracking,
            ],
            Self::Image => &[
                Service::ProductPhotos,
                Service::VideoAndIllustrations,
                Service::BrandLookAndFeel,
                Service::ModelsAndAr,
            ],
            Self::Writer => {
                &[Service::ProductDescriptions, Service::WebsiteContent, Service::ContentMarketing]
            }
            Self::Till => &[Service::PosSetupAndMigration, Service::SalesChannelSetup],
            Self::Adviser => &[
                Service::BusinessStrategy,
                Service::InternationalExpansion,
                Service::WebsiteAudit,
                Service::ProductSourcing,
            ],
            Self::Wholesale => &[Service::WholesaleOrB2b, Service::SystemsIntegration],
        }
    }

    /// What some of this craft offer besides.
    pub(super) fn further(self) -> &'static [Service] {
        match self {
            Self::Builder => &[
                Service::DomainSetup,
                Service::Troubleshooting,
                Service::Migration,
                Service::ProductPhotos,
                Service::SitePerformance,
                Service::BrandLookAndFeel,
                Service::SeoAndPaidSearch,
                Service::WebsiteAudit,
            ],
            Self::Mover => &[
                Service::ConfigureSettings,
                Service::DomainSetup,
                Service::Troubleshooting,
                Service::CustomizeTheme,
                Service::SeoAndPaidSearch,
                Service::TaxSetup,
            ],
            Self::Engineer => &[
                Service::SitePerformance,
                Service::CustomizeTheme,
                Service::AnalyticsAndTracking,
                Service::WebsiteManagement,
                Service::WholesaleOrB2b,
                Service::Migration,
            ],
            Self::Marketer => &[
                Service::ContentMarketing,
                Service::SalesChannelSetup,
                Service::BannerAds,
                Service::WebsiteContent,
                Service::WebsiteAudit,
                Service::SitePerformance,
            ],
            Self::Image => &[
                Service::BannerAds,
                Service::CustomizeDesign,
                Service::SocialMediaMarketing,
                Service::WebsiteContent,
            ],
            Self::Writer => &[
                Service::EmailMarketing,
                Service::SeoAndPaidSearch,
                Service::SocialMediaMarketing,
                Service::BusinessStrategy,
            ],
            Self::Till => &[
                Service::ConfigureSettings,
                Service::Troubleshooting,
                Service::ProductsAndCollections,
                Service::SystemsIntegration,
                Service::TaxSetup,
            ],
            Self::Adviser => &[
                Service::TaxSetup,
                Service::ProductDevelopment,
                Service::SitePerformance,
                Service::WholesaleOrB2b,
                Service::AnalyticsAndTracking,
                Service::ConversionRateOptimization,
            ],
            Self::Wholesale => &[
                Service::Migration,
                Service::CustomApps,
                Service::TaxSetup,
                Service::CheckoutUpgrade,
                Service::InternationalExpansion,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_belongs_to_a_craft() {
        for service in Service::ALL {
            let offered = |(_, craft): &(i64, Craft)| {
                craft.core().contains(service) || craft.further().contains(service)
            };
            assert!(Craft::COMMON.iter().any(offered), "{service:?}");
        }
    }

    #[test]
    fn the_crafts_stand_in_the_order_of_their_places() {
        for (place, (_, craft)) in Craft::COMMON.iter().enumerate() {
            assert_eq!(craft.place(), place);
        }
    }
}
