//! The parts of a profile as they are compared: named, put into words, and taken from one version into another.

use guildhall_contract::profile_form::PROFILE_FIELDS;
use guildhall_domain::country::Country;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{Availability, SocialNetwork};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage};
use guildhall_pages::format::price;

use super::typed::{Typed, TypedService, TypedWork};
use crate::format;
use crate::i18n::{own_name, texts, words};

/// One part of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aspect {
    /// A field that is one value, by name.
    Line(&'static str),
    /// Further countries.
    Countries,
    /// Languages.
    Languages,
    /// Industries.
    Industries,
    /// Services and prices.
    Services,
    /// Featured work.
    Works,
    /// Social networks.
    Social,
}

/// Every part, in the order of the form.
pub(crate) fn aspects() -> impl Iterator<Item = Aspect> {
    let lists = [
        Aspect::Countries,
        Aspect::Languages,
        Aspect::Industries,
        Aspect::Services,
        Aspect::Works,
        Aspect::Social,
    ];
    PROFILE_FIELDS.iter().map(|rule| Aspect::Line(rule.name)).chain(lists)
}

/// The parts in which two versions differ.
pub(crate) fn differing(one: &Typed, other: &Typed) -> Vec<Aspect> {
    aspects().filter(|aspect| aspect.differs(one, other)).collect()
}

/// What a field that is one value is called.
pub(super) fn line_name(name: &str) -> &'static str {
    match name {
        "handle" => texts::profile::handle(),
        "name" => texts::profile::name(),
        "tagline" => texts::profile::tagline(),
        "bio" => texts::profile::bio(),
        "contact_email" => texts::profile::contact_email(),
        "contact_language" => texts::profile::contact_language(),
        "contact_phone" => texts::profile::contact_phone(),
        "website" => texts::profile::website(),
        "city" => texts::profile::city(),
        "country" => texts::profile::country(),
        _ => texts::profile::availability(),
    }
}

impl Aspect {
    /// A name for ids.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Line(name) => name,
            Self::Countries => "countries",
            Self::Languages => "languages",
            Self::Industries => "industries",
            Self::Services => "services",
            Self::Works => "works",
            Self::Social => "social",
        }
    }

    /// What people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Line(name) => line_name(name),
            Self::Countries => texts::profile::countries(),
            Self::Languages => texts::profile::languages(),
            Self::Industries => texts::profile::industries(),
            Self::Services => texts::profile::services(),
            Self::Works => texts::profile::works(),
            Self::Social => texts::profile::social(),
        }
    }

    /// What it says in a version; lists have a line for each thing.
    pub(crate) fn words(self, typed: &Typed) -> String {
        match self {
            Self::Line(name) => line_words(name, typed.line(name)),
            Self::Countries => {
                typed.countries.iter().map(|code| country(code)).collect::<Vec<_>>().join(", ")
            }
            Self::Languages => {
                let names = typed.languages.iter().filter_map(|slug| SpokenLanguage::by_slug(slug));
                names.map(|language| words(&language.words())).collect::<Vec<_>>().join(", ")
            }
            Self::Industries => {
                let names = typed.industries.iter().filter_map(|slug| Industry::by_slug(slug));
                names.map(|industry| words(&industry.words())).collect::<Vec<_>>().join(", ")
            }
            Self::Services => typed.services.iter().map(service_words).collect::<Vec<_>>().join("\n"),
            Self::Works => typed.works.iter().map(work_words).collect::<Vec<_>>().join("\n"),
            Self::Social => {
                let lines =
                    typed.written_social().map(|(code, url)| format!("{}: {url}", network_name(code)));
                lines.collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// Puts this part of one version in place of another's.
    pub(super) fn take(self, from: &Typed, into: &mut Typed) {
        match self {
            Self::Line(name) => match from.lines.get(name) {
                Some(text) => drop(into.lines.insert(name.to_owned(), text.clone())),
                None => drop(into.lines.remove(name)),
            },
            Self::Countries => into.countries.clone_from(&from.countries),
            Self::Languages => into.languages.clone_from(&from.languages),
            Self::Industries => into.industries.clone_from(&from.industries),
            Self::Services => into.services.clone_from(&from.services),
            Self::Works => into.works.clone_from(&from.works),
            Self::Social => into.social.clone_from(&from.social),
        }
    }

    /// Whether it says different things in two versions.
    pub(crate) fn differs(self, one: &Typed, other: &Typed) -> bool {
        match self {
            Self::Line(name) => one.line(name).trim() != other.line(name).trim(),
            Self::Countries => one.countries != other.countries,
            Self::Languages => one.languages != other.languages,
            Self::Industries => one.industries != other.industries,
            Self::Services => one.services != other.services,
            Self::Works => one.works != other.works,
            Self::Social => !one.written_social().eq(other.written_social()),
        }
    }
}

fn line_words(name: &str, text: &str) -> String {
    match name {
        "country" => country(text),
        "contact_language" => {
            let language = Language::ALL.into_iter().find(|language| language.tag() == text);
            language.map_or_else(|| text.to_owned(), |language| own_name(language).to_owned())
        }
        "availability" if text == Availability::Booked.code() => texts::profile::booked().to_owned(),
        "availability" => texts::profile::open().to_owned(),
        _ => text.to_owned(),
    }
}

fn country(code: &str) -> String {
    code.parse::<Country>().map_or_else(|_| code.to_owned(), format::country)
}

fn network_name(code: &str) -> &str {
    SocialNetwork::ALL
        .into_iter()
        .find(|network| network.code() == code)
        .map_or(code, |network| network.name())
}

/// What a service is called.
pub(super) fn service_name(slug: &str) -> &'static str {
    Service::by_slug(slug).map(|service| words(&service.words())).unwrap_or_default()
}

/// What a service costs, in words; half an amount stays as it was typed.
pub(super) fn price_words(service: &TypedService) -> String {
    let said = |typed: &str, money: Option<_>| money.map_or_else(|| typed.to_owned(), price);
    let (from, to) = (said(&service.from, service.least()), said(&service.to, service.most()));
    match service.kind.as_str() {
        "from" => texts::profile::price_from(&from),
        "range" => texts::profile::price_between(&from, &to),
        _ => texts::profile::price_contact().to_owned(),
    }
}

fn service_words(service: &TypedService) -> String {
    let mut text = format!("{}: {}", service_name(&service.service), price_words(service));
    if service.featured {
        text = format!("{text} ({})", texts::profile::speciality());
    }
    match service.description.trim() {
        "" => text,
        description => format!("{text}. {description}"),
    }
}

fn work_words(work: &TypedWork) -> String {
    let parts = [&work.title, &work.link, &work.description];
    parts.into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let lines = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Typed { lines, ..Typed::default() }
    }

    #[test]
    fn only_what_is_different_is_found() {
        let mine = typed(&[("name", "Almgren"), ("city", "Göteborg ")]);
        let mut theirs = typed(&[("name", "Almgren & co"), ("city", "Göteborg")]);
        theirs.languages.push("sv".to_owned());
        theirs.social.insert("x".to_owned(), " ".to_owned());
        assert_eq!(differing(&mine, &theirs), [Aspect::Line("name"), Aspect::Languages]);
    }

    #[test]
    fn taking_every_part_makes_the_other_version() {
        let theirs = Typed { countries: vec!["DK".to_owned()], ..typed(&[("name", "Almgren")]) };
        let mut mine = typed(&[("name", "Other"), ("bio", "Long")]);
        for aspect in aspects() {
            aspect.take(&theirs, &mut mine);
        }
        assert_eq!(mine, theirs);
    }
}
