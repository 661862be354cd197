//! Partner organisations as the programme's administrators keep them.

use chrono::NaiveDate;
use guildhall_domain::actor::Stamp;
use guildhall_domain::ids::OrgId;
use guildhall_domain::organisation::{OrgStanding, Organisation};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};
use crate::members::Members;
use crate::settings::{LANGUAGES, language_of};

/// What an organisation is called.
pub const ORGANISATION_NAME: FieldRule =
    FieldRule { name: "name", kind: FieldKind::Line { max: 120 }, need: Need::Required };
/// The address of its first owner.
pub const OWNER_EMAIL: FieldRule =
    FieldRule { name: "owner_email", kind: FieldKind::Email, need: Need::Required };
/// Why it is suspended.
pub const SUSPENSION_REASON: FieldRule =
    FieldRule { name: "reason", kind: FieldKind::Paragraph { max: 500 }, need: Need::Optional };

const LANGUAGE: FieldRule =
    FieldRule { name: "language", kind: FieldKind::Choice(LANGUAGES), need: Need::Optional };
const STANDING: FieldRule =
    FieldRule { name: "standing", kind: FieldKind::Choice(&["good", "suspended"]), need: Need::Required };

/// Every organisation, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationList {
    /// The organisations.
    pub organisations: Vec<OrganisationEntry>,
}

/// An organisation. The revision is the `ETag` when one is read alone or saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationEntry {
    /// Its id, which stays when the name changes.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: OrgId,
    /// What it is called.
    pub name: String,
    /// The day it joined.
    pub since: NaiveDate,
    /// How the programme stands to it.
    pub standing: OrgStanding,
    /// Why it is suspended; `null` while it is not.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub reason: Option<Personal>,
    /// Who changed it last. A list does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    /// The revision, for `If-Match`.
    pub version: u64,
}

/// An organisation with its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationDetails {
    /// The organisation.
    pub organisation: OrganisationEntry,
    /// Its people. `may_manage` says whether its first owner is yet to come, so that the programme may invite.
    pub people: Members,
}

/// A new organisation. Its id follows from the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewOrganisationBody {
    /// What it is called; 120 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// The address of its first owner, who is invited at once.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = IdnEmail, max_length = 254))]
    pub owner_email: Personal,
    /// The language of that mail; that of the request if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, pattern = "^(en|sv|vi)?$"))]
    pub language: Option<Language>,
}

/// What may be changed of an organisation, whole. It takes effect with its people's next tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationBody {
    /// What it is called; 120 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// How the programme stands to it.
    pub standing: OrgStanding,
    /// Why it is suspended, which must then be said; 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 500))]
    pub reason: Option<Personal>,
}

impl OrganisationEntry {
    /// An organisation with its revision.
    #[must_use]
    pub fn new(organisation: Organisation, changed: Option<Stamp>, version: u64) -> Self {
        let Organisation { id, name, since, standing, reason } = organisation;
        Self { id, name, since, standing, reason, changed, version }
    }
}

/// Reads a new organisation.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_new_organisation(body: &Map<String, Value>) -> Result<NewOrganisationBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let name = reader.text(&ORGANISATION_NAME);
    let owner_email = reader.text(&OWNER_EMAIL).map(Personal::new);
    let language = reader.text(&LANGUAGE).as_deref().and_then(language_of);
    let errors = reader.finish();
    match (name, owner_email) {
        (Some(name), Some(owner_email)) if errors.is_empty() => {
            Ok(NewOrganisationBody { name, owner_email, language })
        }
        _ => Err(errors),
    }
}

/// Reads what an organisation is to be from now on.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_organisation(body: &Map<String, Value>) -> Result<OrganisationBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let name = reader.text(&ORGANISATION_NAME);
    let standing = reader.text(&STANDING);
    let standing = standing.map(|word| match word.as_str() {
        "good" => OrgStanding::Good,
        _ => OrgStanding::Suspended,
    });
    let reason = reader.text(&SUSPENSION_REASON).map(Personal::new);
    if standing == Some(OrgStanding::Suspended) && reason.is_none() {
        reader.refuse(FieldError::field(SUSPENSION_REASON.name, FieldCode::Required));
    }
    let errors = reader.finish();
    match (name, standing) {
        (Some(name), Some(standing)) if errors.is_empty() => {
            let reason = reason.filter(|_| standing == OrgStanding::Suspended);
            Ok(OrganisationBody { name, standing, reason })
        }
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn errors<T>(read: Result<T, Vec<FieldError>>) -> Vec<(String, FieldCode)> {
        let errors = read.err().unwrap_or_default();
        errors.into_iter().map(|error| (error.pointer.unwrap_or_default(), error.code)).collect()
    }

    #[test]
    fn a_suspension_says_why_and_good_standing_has_no_reason() {
        let read = |body: Value| read_organisation(body.as_object().unwrap());
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(
            errors(read(json!({ "name": "Acme", "standing": "suspended", "reason": " " }))),
            [at("/reason", FieldCode::Required)]
        );
        let body = read(json!({ "name": "Acme", "standing": "good", "reason": "none any more" })).unwrap();
        assert_eq!((body.standing, body.reason), (OrgStanding::Good, None));
        assert_eq!(
            errors(read(json!({ "name": "", "standing": "so-so" }))),
            [at("/name", FieldCode::Required), at("/standing", FieldCode::ChoiceUnknown)]
        );
    }

    #[test]
    fn a_new_organisation_has_a_name_and_an_owner_to_come() {
        let read = |body: Value| read_new_organisation(body.as_object().unwrap());
        let body = read(json!({ "name": " Acme ", "owner_email": "anna@acme.example", "language": "sv" }));
        assert_eq!(body.unwrap().name, "Acme");
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(
            errors(read(json!({ "owner_email": "anna", "id": "acme" }))),
            [
                at("/name", FieldCode::Required),
                at("/owner_email", FieldCode::EmailInvalid),
                at("/id", FieldCode::Unknown)
            ]
        );
    }
}
