//! What becomes of profiles, of one in every detail and of any at all.

use guildhall_contract::migrations::{OldRecord, read_batch};
use guildhall_contract::profile_form::{ProfileBody, read_profile_form};
use guildhall_domain::migration::OutcomeKind;
use guildhall_domain::personal::Personal;
use guildhall_domain::profile::Price;
use guildhall_domain::taxonomy::Service;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn old(value: &Value) -> OldProfile {
    let body = json!({ "batch": 0, "records": [{ "kind": "profile", "place": 1, "value": value }] });
    let mut batch = read_batch(body.as_object().unwrap()).unwrap();
    match batch.records.remove(0).record {
        Ok(OldRecord::Profile(profile)) => *profile,
        other => panic!("not a profile: {other:?}"),
    }
}

fn full() -> Value {
    json!({
        "id": "gid://partners/Profile/17", "organizationId": "gid://partners/Organization/acme",
        "businessName": "Acme Studio", "handle": "acme", "tagline": "Shops that sell", "bio": "We build shops.",
        "contactEmail": "hello@acme.example", "contactPhoneNumber": "090-555 01 23", "websiteUrl": "acme.example",
        "city": "Umeå", "country": "Sweden", "secondaryCountries": ["NO", "Denmark", "Atlantis", "SE"],
        "languages": ["lang-sv", "English"], "industries": ["Food & Drink", "home-and-garden"],
        "serviceOfferings": [
            {"service": {"handle": "theme-customization", "label": "Theme customization"}, "featured": true,
             "pricingType": "RANGE", "minPrice": {"amount": "400.00", "currencyCode": "USD"},
             "maxPrice": {"amount": "1200", "currencyCode": "USD"}, "description": "Any theme"},
            {"service": "email-marketing", "pricingType": "CONTACT"},
            {"service": "fortune-telling", "pricingType": "STARTING_FROM", "minPrice": {"amount": "5", "currencyCode": "USD"}},
        ],
        "featuredWork": [{"title": "Tjörn", "description": "A shop", "link": "https://tjorn.example"}],
        "socialMediaLinks": [{"type": "TWITTER", "url": "https://twitter.com/acme"}, {"type": "PINTEREST", "url": "https://pinterest.com/acme"}],
        "acceptingNewClients": false, "responseTime": "4 hours", "completedJobs": 12, "level": "Expert",
    })
}

fn kinds(report: &FieldReport, kind: OutcomeKind) -> Vec<MigratedField> {
    report.fields().iter().filter(|row| row.outcome.kind() == kind).map(|row| row.field).collect()
}

#[test]
fn a_full_profile_comes_over_and_the_report_says_how() {
    let mapped = Mapped::of(&old(&full())).unwrap();
    let report = mapped.report(&"acme-2".parse().unwrap());
    let content = &mapped.content;
    assert_eq!(content.contact_phone.as_ref().map(Personal::as_str), Some("+46905550123"));
    assert_eq!(content.website.as_deref(), Some("https://acme.example"));
    assert_eq!(content.country.code(), "SE");
    let further: Vec<_> = content.supported_countries.iter().map(|one| one.code()).collect();
    assert_eq!(further, ["NO", "DK"]);
    assert_eq!(content.services[0].service, Service::CustomizeTheme);
    assert!(matches!(content.services[0].price, Price::Range { .. }));
    assert_eq!((content.services.len(), content.social.len()), (2, 1));
    assert_eq!(content.availability, Availability::Booked);
    let modified = kinds(&report, OutcomeKind::Modified);
    use MigratedField::{
        AdditionalLocations, CompletedJobs, ContactPhone, Country, Handle, Industries, Languages, Level,
        Prices, ResponseTime, Services, Social, Website,
    };
    assert_eq!(
        modified,
        [
            Handle,
            ContactPhone,
            Website,
            Country,
            AdditionalLocations,
            Languages,
            Industries,
            Services,
            Prices,
            Social
        ]
    );
    assert_eq!(kinds(&report, OutcomeKind::Removed), [ResponseTime, CompletedJobs, Level]);
    assert_eq!(kinds(&report, OutcomeKind::Added), []);
    let phone = report.outcome(ContactPhone).cloned();
    assert_eq!(phone, Some(Outcome::Modified { old: "090-555 01 23".into(), new: "+46905550123".into() }));
}

#[test]
fn what_was_never_there_is_for_the_partner_to_fill_in() {
    let bare = json!({ "id": "1", "organizationId": "acme", "businessName": "Acme", "country": "SE" });
    let mapped = Mapped::of(&old(&bare)).unwrap();
    let report = mapped.report(&"acme".parse().unwrap());
    use MigratedField::{CompletedJobs, Country, Level, Name, ResponseTime};
    assert_eq!(kinds(&report, OutcomeKind::Kept), [Name, Country, ResponseTime, CompletedJobs, Level]);
    // The handle was none, and follows from the name.
    assert_eq!(kinds(&report, OutcomeKind::Modified), [MigratedField::Handle]);
    assert_eq!(kinds(&report, OutcomeKind::Added).len(), MigratedField::ALL.len() - 6);
}

#[test]
fn what_cannot_be_used_is_kept_for_the_partner() {
    let mut odd = full();
    odd["contactEmail"] = json!("hello at acme");
    odd["contactPhoneNumber"] = json!("call us");
    odd["websiteUrl"] = json!("javascript:alert(1)");
    odd["serviceOfferings"] = json!([{ "service": "fortune-telling" }]);
    odd["socialMediaLinks"] = json!([{ "type": "LINKEDIN", "url": "https://evil-linkedin.com/x" }]);
    odd["secondaryCountries"] = json!(["Atlantis"]);
    let mapped = Mapped::of(&old(&odd)).unwrap();
    let report = mapped.report(&"acme".parse().unwrap());
    for (field, was) in [
        (MigratedField::ContactEmail, "hello at acme"),
        (MigratedField::ContactPhone, "call us"),
        (MigratedField::Website, "javascript:alert(1)"),
        (MigratedField::Services, "fortune-telling"),
        (MigratedField::Social, "https://evil-linkedin.com/x"),
        (MigratedField::AdditionalLocations, "Atlantis"),
    ] {
        assert_eq!(report.outcome(field), Some(&Outcome::Removed { old: was.into() }), "{field:?}");
    }
}

#[test]
fn a_profile_of_nowhere_is_refused() {
    let nowhere =
        json!({ "id": "1", "organizationId": "acme", "businessName": "Acme", "country": "Atlantis" });
    let error = Mapped::of(&old(&nowhere)).unwrap_err();
    assert_eq!((error.name(), error.code), (Some("country"), FieldCode::CountryUnknown));
}

/// A text with all that people paste into forms.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zåäöđ ,.&-]{0,60}",
        ".{0,40}",
        "(https?://)?[a-z]{1,8}\\.(com|example)(/[a-z]{0,5})?",
        "\\+?[0-9 ()-]{3,18}",
        Just("x".repeat(500)),
    ]
    .prop_map(|text| text.chars().filter(|letter| !letter.is_control()).collect())
}

fn texts(max: usize) -> impl Strategy<Value = Vec<String>> {
    let known =
        prop::sample::select(vec!["SE", "Denmark", "lang-en", "svenska", "B2B", "Food & Drink", "zh_cn"]);
    prop::collection::vec(prop_oneof![known.prop_map(str::to_owned), text()], 0..max)
}

prop_compose! {
    fn service()(
        handle in prop_oneof![
            prop::sample::select(vec!["seo", "tax-setup", "Customise theme", "copywriting", "wholesale"]).prop_map(str::to_owned),
            "[a-z-]{1,20}",
        ],
        featured in any::<bool>(),
        pricing in prop::sample::select(vec!["CONTACT", "STARTING_FROM", "RANGE"]),
        amounts in ("[0-9]{1,6}(\\.[0-9]{1,3})?", "[0-9]{1,14}"),
        currency in prop::sample::select(vec!["USD", "SEK", "VND", "CHF"]),
        description in text(),
    ) -> Value {
        json!({
            "service": handle, "featured": featured, "pricingType": pricing, "description": description,
            "minPrice": { "amount": amounts.0, "currencyCode": currency },
            "maxPrice": { "amount": amounts.1, "currencyCode": currency },
        })
    }
}

prop_compose! {
    fn profile()(
        single in prop::collection::vec(text(), 8),
        lists in (texts(8), texts(8), texts(8)),
        services in prop::collection::vec(service(), 0..12),
        works in prop::collection::vec((text(), text(), text()), 0..9),
        links in prop::collection::vec(prop_oneof![
            text(), prop::sample::select(vec!["https://x.com/a", "facebook.com/b", "https://youtu.be/c"]).prop_map(str::to_owned),
        ], 0..8),
        accepts in prop::option::of(any::<bool>()),
        jobs in prop::option::of(0..500_u32),
    ) -> Value {
        let works: Vec<_> = works.into_iter().filter(|(title, ..)| !title.trim().is_empty())
            .map(|(title, description, link)| json!({ "title": title, "description": description, "link": link })).collect();
        let links: Vec<_> = links.into_iter().filter(|url| !url.trim().is_empty())
            .map(|url| json!({ "type": "SOCIAL", "url": url })).collect();
        json!({
            "id": "17", "organizationId": "acme", "businessName": format!("Acme {}", single[0]), "handle": single[1],
            "tagline": single[2], "bio": single[3], "contactEmail": "hello@acme.example",
            "contactPhoneNumber": single[4], "websiteUrl": single[5], "city": single[6], "country": "SE",
            "secondaryCountries": lists.0, "languages": lists.1, "industries": lists.2,
            "serviceOfferings": services, "featuredWork": works, "socialMediaLinks": links,
            "acceptingNewClients": accepts, "completedJobs": jobs, "level": single[7],
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_profile_comes_to_one_that_its_partner_can_save_and_to_a_report_of_every_field(profile in profile()) {
        let body = json!({ "batch": 0, "records": [{ "kind": "profile", "place": 1, "value": profile }] });
        let mut batch = read_batch(body.as_object().unwrap()).unwrap();
        // What the marketplace could not have written is refused before; this is about the rest.
        let Ok(OldRecord::Profile(old)) = batch.records.remove(0).record else { return Ok(()) };
        let mapped = Mapped::of(&old).unwrap();
        let handle: Handle = "acme".parse().unwrap();
        let report = mapped.report(&handle);
        let sum: usize = report.counts().iter().map(|(_, count)| count).sum();
        prop_assert_eq!(sum, MigratedField::ALL.len());
        let named: Vec<_> = report.fields().iter().map(|row| row.field).collect();
        prop_assert_eq!(named, MigratedField::ALL);
        let body = serde_json::to_value(ProfileBody::new(&handle, &mapped.content)).unwrap();
        prop_assert_eq!(read_profile_form(body.as_object().unwrap()), Ok((handle, mapped.content.clone())));
        // The same again comes to the same.
        prop_assert_eq!(Mapped::of(&old).unwrap().content, mapped.content);
    }
}
