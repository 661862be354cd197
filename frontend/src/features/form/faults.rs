//! What is wrong with an answer, in the reader's language.

use guildhall_contract::fields::{FieldCode, FieldError};

use crate::format;
use crate::i18n::texts;

/// The field of a form that an error belongs to. An amount is one object on the wire and two fields
/// on the screen; the values of an answer stand inside an object, each a field of its own.
pub(crate) fn field_of(error: &FieldError) -> &str {
    match error.name().unwrap_or_default() {
        "amount/minor" => "amount",
        "amount/currency" => "currency",
        name => name.strip_prefix("values/").unwrap_or(name),
    }
}

/// What to do about it. `required` words what was left empty.
pub(crate) fn words(error: &FieldError, required: impl Fn(&str) -> &'static str) -> String {
    let number = |name: &str| {
        let count = error.params.get(name).and_then(|text| text.parse().ok());
        count.map(format::number).unwrap_or_default()
    };
    let text = match (error.code, field_of(error)) {
        (FieldCode::Required | FieldCode::ConsentNeeded, field) => required(field),
        (FieldCode::TooLong, _) => return texts::submit::too_long(&number("max")),
        (FieldCode::WrongKind | FieldCode::OutOfRange, "amount") => texts::sales::amount_invalid(),
        (FieldCode::OutOfRange, _) => return texts::submit::out_of_range(&number("max"), &number("min")),
        (FieldCode::WrongKind, _) => texts::submit::count_invalid(),
        (FieldCode::ControlCharacter, _) => texts::submit::control_character(),
        (FieldCode::EmailInvalid, _) => texts::submit::email_invalid(),
        (FieldCode::SchemeMissing | FieldCode::WebsiteInvalid, _) => texts::submit::website_invalid(),
        (FieldCode::PhoneInvalid, _) => texts::submit::phone_invalid(),
        (FieldCode::StoreInvalid, _) => texts::submit::store_invalid(),
        (FieldCode::IdInvalid, "id") => texts::team::id_invalid(),
        (FieldCode::IdInvalid, "name") => texts::organisations::name_without_letters(),
        (FieldCode::NoteNeeded, _) => texts::sales::note_needed(),
        (FieldCode::ReferenceTaken, _) => texts::submit::reference_taken(),
        (FieldCode::RepresentativeUnknown, _) => texts::sales::representative_unknown(),
        (FieldCode::TooMany, _) => return texts::faults::too_many(&number("max")),
        (FieldCode::HandleInvalid, _) => texts::faults::handle_invalid(),
        (FieldCode::HandleTaken, _) => texts::faults::handle_taken(),
        (FieldCode::HandleFixed, _) => texts::faults::handle_fixed(),
        (FieldCode::Repeated, _) => texts::faults::repeated(),
        (FieldCode::RangeInvalid, _) => texts::faults::range_invalid(),
        (FieldCode::NetworkMismatch, _) => {
            let allowed = error.params.get("allowed").map(String::as_str).unwrap_or_default();
            return texts::faults::network_mismatch(allowed);
        }
        (FieldCode::LeaveEmpty, _) => texts::faults::leave_empty(),
        (FieldCode::FormTokenInvalid, _) => texts::faults::form_token_invalid(),
        (FieldCode::TooFast, _) => texts::faults::too_fast(),
        (FieldCode::FormExpired, _) => texts::faults::form_expired(),
        (FieldCode::InquiryUnknown, _) => texts::faults::inquiry_unknown(),
        (FieldCode::InquiryUsed, _) => texts::faults::inquiry_used(),
        (FieldCode::EndpointInvalid, _) => {
            match error.params.get("fault").map(String::as_str).unwrap_or_default() {
                "scheme" => texts::faults::endpoint_scheme(),
                "private" => texts::faults::endpoint_private(),
                "port" => texts::faults::endpoint_port(),
                "user_info" => texts::faults::endpoint_user_info(),
                _ => texts::faults::endpoint_invalid(),
            }
        }
        (FieldCode::CellCount, _) => return texts::faults::cell_count(&number("expected"), &number("found")),
        (FieldCode::Fixed, _) => texts::faults::fixed(),
        (FieldCode::LeadClosed, _) => texts::faults::lead_closed(),
        (FieldCode::ReferenceErased, _) => texts::faults::reference_erased(),
        (FieldCode::MomentInvalid, _) => texts::faults::moment_invalid(),
        (FieldCode::NotAfter, _) => texts::faults::not_after(),
        (FieldCode::FromTheFuture, _) => texts::faults::from_the_future(),
        (FieldCode::AddressInside, _) => texts::faults::address_inside(),
        (FieldCode::NotAsked, _) => texts::faults::not_asked(),
        (FieldCode::AccountInvalid, _) => texts::faults::account_invalid(),
        (FieldCode::AccountMistyped, _) => texts::faults::account_mistyped(),
        (
            FieldCode::CountryUnknown
            | FieldCode::ChoiceUnknown
            | FieldCode::CurrencyUnknown
            | FieldCode::DateInvalid
            | FieldCode::MonthInvalid
            | FieldCode::IdInvalid
            | FieldCode::TimeZoneUnknown
            | FieldCode::TopicMandatory
            | FieldCode::Unknown
            | FieldCode::OtherProduct,
            _,
        ) => texts::submit::not_a_choice(),
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_of_an_amount_find_their_field() {
        let at = |pointer: &str| FieldError {
            pointer: Some(pointer.to_owned()),
            ..FieldError::field("", FieldCode::Required)
        };
        assert_eq!(field_of(&at("/amount")), "amount");
        assert_eq!(field_of(&at("/amount/minor")), "amount");
        assert_eq!(field_of(&at("/amount/currency")), "currency");
        assert_eq!(field_of(&at("/note")), "note");
        assert_eq!(field_of(&at("/values/phone")), "phone");
    }
}
