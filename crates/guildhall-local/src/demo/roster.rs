//! The representatives, and the organisations' public profiles.

use guildhall_domain::lead::Product;
use guildhall_domain::profile::Profile;
use guildhall_domain::representative::Representative;

use crate::people::{self, NORRSKEN, Organisation, SAIGON_WEB};

/// Two who cover a region each, and one for the rest of the world.
pub(super) fn representatives() -> Vec<Representative> {
    vec![
        representative(
            "rep-astrid",
            "+46 8 555 01 20",
            "Europe/Stockholm",
            &["SE", "NO", "DK", "FI", "DE", "NL"],
        ),
        representative("rep-chau", "+84 28 5550 0142", "Asia/Ho_Chi_Minh", &["VN", "SG", "TH", "AU"]),
        representative("rep-daniel", "+44 20 5550 0163", "Europe/London", &[]),
    ]
}

/// Both public profiles.
pub(crate) fn profiles() -> Vec<Profile> {
    vec![
        profile(
            &NORRSKEN,
            "norrsken-commerce",
            "Umeå",
            "SE",
            &["sv", "en", "de"],
            "We build and move online stores for Nordic brands that make what they sell: ceramics, wool, \
             bicycles, bread. Twelve people in Umeå, working with the platform since 2019.",
        ),
        profile(
            &SAIGON_WEB,
            "saigon-web-studio",
            "Thành phố Hồ Chí Minh",
            "VN",
            &["vi", "en"],
            "Chúng tôi thiết kế và vận hành cửa hàng trực tuyến cho các thương hiệu Việt muốn bán ra thế giới. \
             We design and run stores for Vietnamese brands that sell abroad.",
        ),
    ]
}

fn representative(id: &str, phone: &str, time_zone: &str, countries: &[&str]) -> Representative {
    let person = people::find(id).expect("every representative is a person who can sign in");
    Representative {
        id: id.parse().expect("every person has an id that holds"),
        name: person.name.to_owned(),
        email: person.email.to_owned(),
        phone: phone.to_owned(),
        time_zone: time_zone.to_owned(),
        products: Product::ALL.to_vec(),
        countries: countries.iter().map(|code| code.parse().expect("the countries exist")).collect(),
        active: true,
    }
}

fn profile(
    organisation: &Organisation,
    handle: &str,
    city: &str,
    country: &str,
    languages: &[&str],
    bio: &str,
) -> Profile {
    Profile {
        handle: handle.parse().expect("the handles hold"),
        org: organisation.id.parse().expect("every organisation has an id that holds"),
        name: organisation.name.to_owned(),
        bio: bio.to_owned(),
        city: city.to_owned(),
        country: country.parse().expect("the countries exist"),
        languages: languages.iter().map(|&tag| tag.to_owned()).collect(),
        website: Some(format!("https://{handle}.example")),
        partner_since: organisation.since.parse().expect("the dates are dates"),
    }
}
