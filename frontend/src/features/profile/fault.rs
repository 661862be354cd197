//! What is wrong in the editor: at which control, and in the reader's language.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_domain::profile::Part;

use super::typed::{Typed, TypedService};
use crate::features::form::fault_words as words;
use crate::format;
use crate::i18n::texts;

/// A fault at a control of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The control's id.
    pub control: String,
    /// What is wrong.
    pub error: FieldError,
}

/// The faults of a body that these fields made.
pub(super) fn located(errors: Vec<FieldError>, typed: &Typed) -> Vec<Fault> {
    errors.into_iter().map(|error| Fault { control: control_of(&error, typed), error }).collect()
}

/// The control that a pointer is about.
fn control_of(error: &FieldError, typed: &Typed) -> String {
    let pointer = error.pointer.as_deref().unwrap_or_default();
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let place = parts.get(1).and_then(|part| part.parse::<usize>().ok());
    match (parts[..].first().copied().unwrap_or_default(), place) {
        ("services", Some(place)) => {
            let Some(service) = typed.services.get(place) else { return add_of("services") };
            let field = match parts.get(2).copied() {
                Some("price") => price_control(service, error.code),
                Some(field) => field,
                None => "kind",
            };
            service_control(&service.service, field)
        }
        ("featured_work", Some(place)) => work_control(place, parts.get(2).copied().unwrap_or("title")),
        ("social", Some(place)) => {
            let network = typed.written_social().nth(place).map_or("linkedin", |(network, _)| network);
            social_control(network)
        }
        (list @ ("services" | "featured_work" | "supported_countries" | "languages" | "industries"), _) => {
            add_of(list)
        }
        (name, _) => name.to_owned(),
    }
}

/// Of two amounts, the one that is to be changed.
fn price_control(service: &TypedService, code: FieldCode) -> &'static str {
    let is_range = service.kind == "range";
    match code {
        FieldCode::CurrencyUnknown => "currency",
        FieldCode::RangeInvalid => "to",
        _ if is_range && service.least().is_some() => "to",
        _ => "from",
    }
}

/// The id of a control of a service's row.
pub(super) fn service_control(service: &str, field: &str) -> String {
    format!("service-{service}-{field}")
}

/// The id of a control of the piece of work at a place.
pub(super) fn work_control(place: usize, field: &str) -> String {
    format!("work-{place}-{field}")
}

/// The id of the address of a network.
pub(super) fn social_control(network: &str) -> String {
    format!("social-{network}")
}

/// The id of the button that adds to a list.
pub(super) fn add_of(list: &str) -> String {
    format!("{list}-add")
}

/// The control that a part of the profile is filled in at.
pub(super) fn control_of_part(part: Part, typed: &Typed) -> String {
    match part {
        Part::Tagline => "tagline".to_owned(),
        Part::Bio => "bio".to_owned(),
        Part::ContactEmail => "contact_email".to_owned(),
        Part::ContactPhone => "contact_phone".to_owned(),
        Part::Website => "website".to_owned(),
        Part::City => "city".to_owned(),
        Part::SupportedCountries => add_of("supported_countries"),
        Part::Languages => add_of("languages"),
        Part::Industries => add_of("industries"),
        Part::Services => add_of("services"),
        Part::Prices => match typed.services.first() {
            Some(service) => service_control(&service.service, "kind"),
            None => add_of("services"),
        },
        Part::FeaturedWork => add_of("featured_work"),
        Part::Social => social_control("linkedin"),
    }
}

/// What is missing, as something to do.
pub(super) fn part_words(part: Part) -> &'static str {
    match part {
        Part::Tagline => texts::profile::part_tagline(),
        Part::Bio => texts::profile::part_bio(),
        Part::ContactEmail => texts::profile::part_contact_email(),
        Part::ContactPhone => texts::profile::part_contact_phone(),
        Part::Website => texts::profile::part_website(),
        Part::City => texts::profile::part_city(),
        Part::SupportedCountries => texts::profile::part_countries(),
        Part::Languages => texts::profile::part_languages(),
        Part::Industries => texts::profile::part_industries(),
        Part::Services => texts::profile::part_services(),
        Part::Prices => texts::profile::part_prices(),
        Part::FeaturedWork => texts::profile::part_works(),
        Part::Social => texts::profile::part_social(),
    }
}

/// What to do about a fault: as in every form, but for what only a profile has.
pub(super) fn fault_words(fault: &Fault) -> String {
    let is_amount = fault.control.ends_with("-from") || fault.control.ends_with("-to");
    let code = fault.error.code;
    if code == FieldCode::TooMany && fault.control == add_of("services") {
        let most = fault.error.params.get("max").and_then(|text| text.parse().ok());
        return texts::profile::too_many_specialities(&most.map(format::number).unwrap_or_default());
    }
    if matches!(code, FieldCode::WrongKind | FieldCode::OutOfRange) {
        let text = if is_amount { texts::profile::amount_invalid } else { texts::submit::not_a_choice };
        return text().to_owned();
    }
    if code == FieldCode::CurrencyUnknown {
        return texts::profile::currency_needed().to_owned();
    }
    words(&fault.error, |_| required(&fault.control))
}

fn required(control: &str) -> &'static str {
    match control {
        "handle" => texts::profile::handle_needed(),
        "name" => texts::profile::name_needed(),
        "contact_email" => texts::profile::contact_email_needed(),
        "country" => texts::profile::country_needed(),
        control if control.starts_with("work-") => texts::profile::work_title_needed(),
        _ => texts::submit::answer_needed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(pointer: &str, code: FieldCode) -> FieldError {
        FieldError::at(pointer.to_owned(), code)
    }

    fn typed() -> Typed {
        let service = |slug: &str, kind: &str, from: &str, to: &str| TypedService {
            service: slug.to_owned(),
            kind: kind.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            currency: "SEK".to_owned(),
            ..TypedService::default()
        };
        Typed {
            services: vec![
                service("tax-setup", "from", "", ""),
                service("email-marketing", "range", "100", "x"),
            ],
            social: [("x".to_owned(), "https://x.com/a".to_owned()), ("facebook".to_owned(), String::new())]
                .into(),
            ..Typed::default()
        }
    }

    #[test]
    fn a_pointer_into_a_list_finds_the_control_of_its_row() {
        let control = |pointer: &str, code| control_of(&at(pointer, code), &typed());
        assert_eq!(control("/services/0/price", FieldCode::WrongKind), "service-tax-setup-from");
        assert_eq!(control("/services/1/price", FieldCode::WrongKind), "service-email-marketing-to");
        assert_eq!(
            control("/services/1/description", FieldCode::TooLong),
            "service-email-marketing-description"
        );
        assert_eq!(control("/services", FieldCode::TooMany), "services-add");
        assert_eq!(control("/featured_work/2/link", FieldCode::WebsiteInvalid), "work-2-link");
        assert_eq!(control("/featured_work/0", FieldCode::WrongKind), "work-0-title");
        assert_eq!(control("/social/0/url", FieldCode::NetworkMismatch), "social-x");
        assert_eq!(control("/contact_email", FieldCode::EmailInvalid), "contact_email");
    }

    #[test]
    fn a_range_that_is_none_is_mended_at_its_end() {
        assert_eq!(price_control(&typed().services[1], FieldCode::RangeInvalid), "to");
        assert_eq!(price_control(&typed().services[0], FieldCode::OutOfRange), "from");
    }
}
