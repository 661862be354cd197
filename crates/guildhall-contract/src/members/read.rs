//! The way from JSON to a checked invitation or role.

use guildhall_domain::actor::Role;
use guildhall_domain::organisation::House;
use guildhall_domain::personal::Personal;
use serde_json::{Map, Value};

use super::{InvitationBody, RoleBody};
use crate::fields::{FieldError, FieldKind, FieldRule, Need, Reader};
use crate::settings::{LANGUAGES, language_of};

/// The address to invite.
pub const INVITATION_EMAIL: FieldRule =
    FieldRule { name: "email", kind: FieldKind::Email, need: Need::Required };

const LANGUAGE: FieldRule =
    FieldRule { name: "language", kind: FieldKind::Choice(LANGUAGES), need: Need::Optional };

/// Whether somebody sees what the organisation earns.
pub const FINANCIALS: FieldRule =
    FieldRule { name: "financials", kind: FieldKind::Flag, need: Need::Optional };

/// The roles of each house, as text, in the order of `House::roles`.
const OF_ORGANISATION: &[&str] = &["partner_owner", "partner_member", "partner_viewer"];
const OF_STAFF: &[&str] = &["program_admin", "sales_manager", "rep"];

/// The role that a house gives.
#[must_use]
pub fn role_rule(house: &House) -> FieldRule {
    let roles = match house {
        House::Organisation(_) => OF_ORGANISATION,
        House::Staff => OF_STAFF,
    };
    FieldRule { name: "role", kind: FieldKind::Choice(roles), need: Need::Required }
}

/// The role of a word that was checked.
fn role_of(house: &House, word: &str) -> Option<Role> {
    house.roles().iter().copied().find(|role| role.code() == word)
}

/// Only organisations grant it; who of the platform's own people sees what follows from their role.
fn financials(house: &House, reader: &mut Reader<'_>) -> Option<bool> {
    match house {
        House::Organisation(_) => reader.tick(&FINANCIALS),
        House::Staff => None,
    }
}

/// Reads whom to invite into a house.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_invitation(house: &House, body: &Map<String, Value>) -> Result<InvitationBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let email = reader.text(&INVITATION_EMAIL).map(Personal::new);
    let role = reader.text(&role_rule(house)).and_then(|word| role_of(house, &word));
    let financials = financials(house, &mut reader).unwrap_or_default();
    let language = reader.text(&LANGUAGE).as_deref().and_then(language_of);
    let errors = reader.finish();
    match (email, role) {
        (Some(email), Some(role)) if errors.is_empty() => {
            Ok(InvitationBody { email, role, financials, language })
        }
        _ => Err(errors),
    }
}

/// Reads another role for a member of a house.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_role(house: &House, body: &Map<String, Value>) -> Result<RoleBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let role = reader.text(&role_rule(house)).and_then(|word| role_of(house, &word));
    let financials = financials(house, &mut reader);
    let errors = reader.finish();
    match role {
        Some(role) if errors.is_empty() => Ok(RoleBody { role, financials }),
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::policy::Language;
    use serde_json::json;

    use super::*;
    use crate::fields::FieldCode;

    fn errors<T>(read: Result<T, Vec<FieldError>>) -> Vec<(String, FieldCode)> {
        let errors = read.err().unwrap_or_default();
        errors.into_iter().map(|error| (error.pointer.unwrap_or_default(), error.code)).collect()
    }

    #[test]
    fn the_words_for_roles_are_those_of_the_houses() {
        for (house, words) in
            [(House::Organisation("acme".parse().unwrap()), OF_ORGANISATION), (House::Staff, OF_STAFF)]
        {
            let codes: Vec<_> = house.roles().iter().map(|role| role.code()).collect();
            assert_eq!(codes, words);
        }
    }

    #[test]
    fn an_invitation_is_an_address_and_a_role_of_the_house() {
        let body = json!({ "email": " Anna@acme.example ", "role": "rep", "language": "vi" });
        let read = read_invitation(&House::Staff, body.as_object().unwrap()).unwrap();
        assert_eq!((read.email.as_str(), read.role), ("Anna@acme.example", Role::Rep));
        assert_eq!(read.language, Some(Language::Vi));
        let house = House::Organisation("acme".parse().unwrap());
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(
            errors(read_invitation(&house, body.as_object().unwrap())),
            [at("/role", FieldCode::ChoiceUnknown)]
        );
        assert_eq!(
            errors(read_invitation(&house, json!({ "email": "Anna", "org": "other" }).as_object().unwrap())),
            [
                at("/email", FieldCode::EmailInvalid),
                at("/role", FieldCode::Required),
                at("/org", FieldCode::Unknown)
            ]
        );
        assert_eq!(
            errors(read_role(&house, json!({ "role": "system" }).as_object().unwrap())),
            [at("/role", FieldCode::ChoiceUnknown)]
        );
    }

    #[test]
    fn organisations_grant_to_see_money_and_the_platform_does_not() {
        let house = House::Organisation("acme".parse().unwrap());
        let granted = |body: Value| read_role(&house, body.as_object().unwrap()).map(|body| body.financials);
        assert_eq!(granted(json!({ "role": "partner_viewer" })), Ok(None));
        assert_eq!(granted(json!({ "role": "partner_viewer", "financials": null })), Ok(None));
        assert_eq!(granted(json!({ "role": "partner_viewer", "financials": false })), Ok(Some(false)));
        let at = |code| [("/financials".to_owned(), code)];
        assert_eq!(
            errors(granted(json!({ "role": "partner_viewer", "financials": "yes" }))),
            at(FieldCode::WrongKind)
        );
        let staff = json!({ "role": "rep", "financials": true });
        assert_eq!(errors(read_role(&House::Staff, staff.as_object().unwrap())), at(FieldCode::Unknown));
    }
}
