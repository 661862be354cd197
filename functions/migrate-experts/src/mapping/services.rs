//! What a partner does, and what that costs.

use guildhall_contract::migrations::{OldPrice, OldService, PricingType};
use guildhall_domain::migration::Outcome;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::profile::{ContentLimits, Price, ServiceOffer};
use guildhall_domain::taxonomy::Service;
use guildhall_domain::text::fold;

use super::choices::is_called;
use super::fitting::{line, outcome_of_list};

/// What the marketplace called services that the directory calls something else.
const RENAMED: &[(&str, Service)] = &[
    ("store-build-or-redesign", Service::CustomizeDesign),
    ("store-redesign", Service::CustomizeDesign),
    ("theme-customization", Service::CustomizeTheme),
    ("store-migration", Service::Migration),
    ("product-and-collection-setup", Service::ProductsAndCollections),
    ("store-settings-configuration", Service::ConfigureSettings),
    ("basic-store-setup", Service::ConfigureSettings),
    ("pos-setup", Service::PosSetupAndMigration),
    ("ongoing-store-management", Service::WebsiteManagement),
    ("website-audit", Service::WebsiteAudit),
    ("seo", Service::SeoAndPaidSearch),
    ("search-engine-advertising", Service::SearchEngineAdvertising),
    ("online-store-seo", Service::SeoAndPaidSearch),
    ("conversion-rate-optimisation", Service::ConversionRateOptimization),
    ("analytics", Service::AnalyticsAndTracking),
    ("custom-app-development", Service::CustomApps),
    ("custom-apps", Service::CustomApps),
    ("troubleshooting", Service::Troubleshooting),
    ("logo-and-visual-branding", Service::BrandLookAndFeel),
    ("banner-ads", Service::BannerAds),
    ("video-production", Service::VideoAndIllustrations),
    ("illustration", Service::VideoAndIllustrations),
    ("product-photography", Service::ProductPhotos),
    ("3d-modeling", Service::ModelsAndAr),
    ("product-descriptions", Service::ProductDescriptions),
    ("copywriting", Service::WebsiteContent),
    ("content-strategy", Service::ContentMarketing),
    ("business-strategy", Service::BusinessStrategy),
    ("product-sourcing", Service::ProductSourcing),
    ("site-performance-and-speed", Service::SitePerformance),
    ("sales-tax-guidance", Service::TaxSetup),
    ("wholesale", Service::WholesaleOrB2b),
    ("international-selling", Service::InternationalExpansion),
];

/// The services that the directory has, specialities first; what became of them, and of their prices.
pub(super) fn services(old: &[OldService]) -> (Vec<ServiceOffer>, Outcome, Outcome) {
    let (mut offers, mut specialities) = (Vec::<ServiceOffer>::new(), 0);
    for one in old {
        let Some(service) = service(one) else { continue };
        if offers.iter().any(|offer| offer.service == service) {
            continue;
        }
        let featured = one.featured && specialities < ContentLimits::SPECIALITIES;
        specialities += usize::from(featured);
        let (description, _) = line(one.description.as_deref(), ContentLimits::SERVICE_TEXT);
        offers.push(ServiceOffer { service, featured, price: price(one), description });
    }
    let offered = outcome_of_list(
        &old.iter()
            .map(|one| described(&one.handle, one.featured, one.description.as_deref()))
            .collect::<Vec<_>>(),
        &offers
            .iter()
            .map(|offer| described(offer.service.slug(), offer.featured, Some(&offer.description)))
            .collect::<Vec<_>>(),
    );
    let priced = outcome_of_list(
        &old.iter().filter_map(old_price).collect::<Vec<_>>(),
        &offers.iter().filter_map(new_price).collect::<Vec<_>>(),
    );
    offers.sort_by_key(|offer| !offer.featured);
    (offers, offered, priced)
}

/// The service by its handle, or by what people called it.
fn service(old: &OldService) -> Option<Service> {
    let handle = fold(&old.handle).replace([' ', '_'], "-");
    let by_label = || {
        let called = |text: &str| Service::ALL.iter().copied().find(|one| is_called(one.words(), text));
        called(&old.handle).or_else(|| old.label.as_deref().and_then(called))
    };
    let renamed = || RENAMED.iter().find(|(known, _)| *known == handle).map(|(_, service)| *service);
    Service::by_slug(&handle).or_else(renamed).or_else(by_label)
}

/// A service in words, as both sides are compared and shown.
fn described(handle: &str, featured: bool, text: Option<&str>) -> String {
    let star = if featured { " *" } else { "" };
    match text.filter(|text| !text.is_empty()) {
        Some(text) => format!("{handle}{star} ({text})"),
        None => format!("{handle}{star}"),
    }
}

fn price(old: &OldService) -> Price {
    let amount = |price: &Option<OldPrice>| price.as_ref().and_then(money);
    match (old.pricing, amount(&old.least), amount(&old.most)) {
        (Some(PricingType::StartingFrom), Some(from), _) => Price::From { from },
        (Some(PricingType::Range), Some(from), Some(to))
            if from.currency == to.currency && from.minor < to.minor =>
        {
            Price::Range { from, to }
        }
        // A range of one amount, or without its end, is where it starts.
        (Some(PricingType::Range), Some(from), _) => Price::From { from },
        _ => Price::Contact,
    }
}

/// An amount in whole minor units; `None` if it is none that a profile may name.
fn money(price: &OldPrice) -> Option<Money> {
    let currency: Currency = price.currency.to_ascii_uppercase().parse().ok()?;
    let places = usize::try_from(currency.decimals()).ok()?;
    let (whole, part) = price.amount.split_once('.').unwrap_or((&price.amount, ""));
    let (kept, rest) = part.split_at_checked(places.min(part.len()))?;
    let is_number =
        !whole.is_empty() && [whole, part].iter().all(|text| text.bytes().all(|b| b.is_ascii_digit()));
    if !is_number || rest.bytes().any(|digit| digit != b'0') {
        return None;
    }
    let minor = format!("{whole}{kept:0<places$}").parse().ok()?;
    (1..=ContentLimits::PRICE).contains(&minor).then_some(Money { minor, currency })
}

/// A price in words, as it stood.
fn old_price(old: &OldService) -> Option<String> {
    let amount = |price: &Option<OldPrice>| {
        price.as_ref().map(|price| match money(price) {
            Some(money) => format!("{} {}", money.decimal(), money.currency),
            None => format!("{} {}", price.amount, price.currency),
        })
    };
    let text = match (old.pricing?, amount(&old.least), amount(&old.most)) {
        (PricingType::Contact, None, None) => return None,
        (PricingType::StartingFrom, Some(least), None) => format!("{least} +"),
        (_, least, most) => [least, most].into_iter().flatten().collect::<Vec<_>>().join(" – "),
    };
    let handle = service(old).map_or_else(|| old.handle.clone(), |service| service.slug().to_owned());
    Some(format!("{handle}: {text}"))
}

/// A price in words, as it stands.
fn new_price(offer: &ServiceOffer) -> Option<String> {
    let amount = |money: Money| format!("{} {}", money.decimal(), money.currency);
    let text = match offer.price {
        Price::Contact => return None,
        Price::From { from } => format!("{} +", amount(from)),
        Price::Range { from, to } => format!("{} – {}", amount(from), amount(to)),
    };
    Some(format!("{}: {text}", offer.service.slug()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("150.00", "USD", Some(15_000))]
    #[case("150", "usd", Some(15_000))]
    #[case("150.5", "USD", Some(15_050))]
    #[case("150.500", "USD", Some(15_050))]
    #[case("150.505", "USD", None)]
    #[case("250000", "VND", Some(250_000))]
    #[case("1.5", "VND", None)]
    #[case("0", "USD", None)]
    #[case("-1", "USD", None)]
    #[case("1e3", "USD", None)]
    #[case("99999999999999999999", "USD", None)]
    #[case("10", "CHF", None)]
    fn an_amount_is_read_exactly_or_not_at_all(
        #[case] amount: &str,
        #[case] currency: &str,
        #[case] minor: Option<i64>,
    ) {
        let price = OldPrice { amount: amount.to_owned(), currency: currency.to_owned() };
        assert_eq!(money(&price).map(|money| money.minor), minor);
    }
}
