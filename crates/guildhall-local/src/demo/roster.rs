//! The representatives.

use guildhall_domain::lead::Product;
use guildhall_domain::policy::Language;
use guildhall_domain::representative::Representative;

use crate::people;

/// Two who cover a region each, and one for the rest of the world.
pub(super) fn representatives() -> Vec<Representative> {
    vec![
        representative(
            "rep-astrid",
            "+46 8 555 01 20",
            "Europe/Stockholm",
            ("SE", Language::Sv),
            &["SE", "NO", "DK", "FI", "DE", "NL"],
        ),
        representative(
            "rep-chau",
            "+84 28 5550 0142",
            "Asia/Ho_Chi_Minh",
            ("VN", Language::Vi),
            &["VN", "SG", "TH", "AU"],
        ),
        representative("rep-daniel", "+44 20 5550 0163", "Europe/London", ("GB", Language::En), &[]),
    ]
}

fn representative(
    id: &str,
    phone: &str,
    time_zone: &str,
    (home, language): (&str, Language),
    countries: &[&str],
) -> Representative {
    let person = people::find(id).expect("every representative is a person who can sign in");
    Representative {
        id: id.parse().expect("every person has an id that holds"),
        name: person.name.to_owned(),
        email: person.email.to_owned(),
        phone: phone.to_owned(),
        time_zone: time_zone.to_owned(),
        country: home.parse().expect("the country exists"),
        language,
        products: Product::ALL.to_vec(),
        countries: countries.iter().map(|code| code.parse().expect("the countries exist")).collect(),
        active: true,
    }
}
