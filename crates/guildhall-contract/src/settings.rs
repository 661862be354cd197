//! What people want by mail, as they see and change it.

use std::collections::BTreeSet;

use guildhall_domain::actor::{Role, Stamp};
use guildhall_domain::notice::{Preferences, Topic};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// The languages on the wire.
pub const LANGUAGES: &[&str] = &["en", "sv", "vi"];

const LANGUAGE: FieldRule =
    FieldRule { name: "language", kind: FieldKind::Choice(LANGUAGES), need: Need::Required };
const MAIL_LANGUAGE: FieldRule = FieldRule { need: Need::Optional, ..LANGUAGE };
const OFF: &str = "off";

/// The address that an organisation gets mail about its leads at.
pub const LEAD_ADDRESS: FieldRule =
    FieldRule { name: "lead_address", kind: FieldKind::Email, need: Need::Optional };

/// What the caller gets by mail, and where. The answer's `ETag` is the revision; saving needs it in `If-Match`,
/// `"0"` for the first time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnSettings {
    /// The address that the token states; it is changed where one signs in.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub email: Option<Personal>,
    /// The address that mail goes to until the settings are saved again, if it is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub former_email: Option<Personal>,
    /// The language of the mail.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
    /// Every topic that concerns the caller's role.
    pub topics: Vec<TopicSetting>,
    /// Where the organisation gets mail about its leads; partners only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_mail: Option<LeadMailSetting>,
    /// The revision, for `If-Match`; 0 if nothing was ever saved.
    pub version: u64,
}

/// Whether mail about a topic is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicSetting {
    /// About what.
    pub topic: Topic,
    /// Whether it is sent.
    pub on: bool,
    /// Whether it cannot be switched off.
    pub mandatory: bool,
}

/// Where an organisation gets mail about all of its leads, beside the people who wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadMailSetting {
    /// The address; `null` for none.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub lead_address: Option<Personal>,
    /// The language to write in.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
    /// Whether the caller may change it.
    pub may_change: bool,
    /// Who set it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    /// The revision, for `If-Match`; 0 if there never was one.
    pub version: u64,
}

impl OwnSettings {
    /// The topics of a role, by what somebody prefers.
    #[must_use]
    pub fn topics(role: Role, preferences: &Preferences) -> Vec<TopicSetting> {
        let setting = |topic: Topic| TopicSetting {
            topic,
            on: preferences.wants(topic),
            mandatory: topic.is_mandatory(),
        };
        Topic::of(role).map(setting).collect()
    }
}

/// What somebody wants, whole: a topic that is not in `off` is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingsBody {
    /// The language of the mail.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(en|sv|vi)$"))]
    pub language: Language,
    /// The topics to do without, of those that concern the caller's role.
    pub off: Vec<Topic>,
}

/// Where the organisation gets mail about its leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeadAddressBody {
    /// The address; `null` takes it away.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = IdnEmail, max_length = 254))]
    pub lead_address: Option<Personal>,
    /// The language to write in; that of the request if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, pattern = "^(en|sv|vi)$"))]
    pub language: Option<Language>,
}

/// The language of a tag that was checked.
pub(crate) fn language_of(tag: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

/// Reads what somebody of a role wants.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_settings(body: &Map<String, Value>, role: Role) -> Result<SettingsBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let language = reader.text(&LANGUAGE).as_deref().and_then(language_of);
    if body.get(OFF).is_none_or(Value::is_null) {
        reader.refuse(FieldError::field(OFF, FieldCode::Required));
    }
    let off = reader.list(OFF, Topic::ALL.len(), |value, place| {
        let topic = value.as_str().and_then(Topic::of_code).filter(|topic| topic.is_for(role));
        match topic {
            Some(topic) if topic.is_mandatory() => {
                Err(vec![FieldError::at(place, FieldCode::TopicMandatory)])
            }
            Some(topic) => Ok(topic),
            None => Err(vec![FieldError::at(place, FieldCode::ChoiceUnknown).with("allowed", offered(role))]),
        }
    });
    let errors = reader.finish();
    match language {
        Some(language) if errors.is_empty() => {
            let off = off.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
            Ok(SettingsBody { language, off })
        }
        _ => Err(errors),
    }
}

/// The codes that somebody of a role may switch off.
fn offered(role: Role) -> String {
    let may = Topic::of(role).filter(|topic| !topic.is_mandatory());
    may.map(Topic::code).collect::<Vec<_>>().join(", ")
}

/// Reads where an organisation wants mail about its leads. The address must be said, though it may be `null`:
/// a body that was cut short takes nothing away.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_lead_address(body: &Map<String, Value>) -> Result<LeadAddressBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let lead_address = reader.text(&LEAD_ADDRESS).map(Personal::new);
    if !body.contains_key(LEAD_ADDRESS.name) {
        reader.refuse(FieldError::field(LEAD_ADDRESS.name, FieldCode::Required));
    }
    let language = reader.text(&MAIL_LANGUAGE).as_deref().and_then(language_of);
    let errors = reader.finish();
    if errors.is_empty() { Ok(LeadAddressBody { lead_address, language }) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn errors<T>(read: Result<T, Vec<FieldError>>) -> Vec<(String, FieldCode)> {
        let errors = read.err().unwrap_or_default();
        errors.into_iter().map(|error| (error.pointer.unwrap_or_default(), error.code)).collect()
    }

    fn settings(body: &Value, role: Role) -> Result<SettingsBody, Vec<FieldError>> {
        read_settings(body.as_object().unwrap(), role)
    }

    #[test]
    fn settings_are_read_whole_and_each_topic_once() {
        let body = json!({ "language": "vi", "off": ["digest", "lead_progress", "digest"] });
        let read = settings(&body, Role::PartnerOwner).unwrap();
        let off = vec![Topic::LeadProgress, Topic::Digest];
        assert_eq!(read, SettingsBody { language: Language::Vi, off });
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let body = json!({
            "language": "de", "off": ["lead_reopening", "lead_assignment", 3], "colour": "red",
        });
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(
            errors(settings(&body, Role::PartnerOwner)),
            [
                at("/language", FieldCode::ChoiceUnknown),
                at("/off/0", FieldCode::TopicMandatory),
                at("/off/1", FieldCode::ChoiceUnknown),
                at("/off/2", FieldCode::ChoiceUnknown),
                at("/colour", FieldCode::Unknown),
            ]
        );
        assert_eq!(
            errors(settings(&json!({}), Role::Rep)),
            [at("/language", FieldCode::Required), at("/off", FieldCode::Required)]
        );
    }

    #[test]
    fn an_address_is_taken_away_only_by_saying_so() {
        let read = |body: Value| read_lead_address(body.as_object().unwrap());
        assert_eq!(read(json!({ "lead_address": null })).unwrap().lead_address, None);
        assert_eq!(
            read(json!({ "lead_address": " leads@acme.example ", "language": "sv" })).unwrap(),
            LeadAddressBody { lead_address: Some("leads@acme.example".into()), language: Some(Language::Sv) }
        );
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(errors(read(json!({}))), [at("/lead_address", FieldCode::Required)]);
        assert_eq!(
            errors(read(json!({ "lead_address": "Leads <leads@acme.example>", "language": "no" }))),
            [at("/lead_address", FieldCode::EmailInvalid), at("/language", FieldCode::ChoiceUnknown)]
        );
    }
}
