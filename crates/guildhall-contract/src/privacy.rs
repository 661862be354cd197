//! Finding and erasing what is kept of a person: for administrators.

use guildhall_domain::personal::Personal;
use guildhall_domain::privacy::{Fate, Holding, Subject, Tie};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldError, FieldKind, FieldRule, Need, Reader};

/// The person's address.
pub const EMAIL: FieldRule = FieldRule { name: "email", kind: FieldKind::Email, need: Need::Required };
const CURSOR: FieldRule =
    FieldRule { name: "cursor", kind: FieldKind::Line { max: 8192 }, need: Need::Optional };

/// A request about a person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PrivacyBody {
    /// Their e-mail address; case and spaces around it do not matter.
    #[cfg_attr(feature = "openapi", schema(value_type = String, max_length = 254))]
    pub email: Personal,
    /// Where to go on, as the answer before gave it; left out to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 8192))]
    pub cursor: Option<String>,
}

/// Reads a request: the person, and where to go on.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_privacy(body: &Map<String, Value>) -> Result<(Subject, Option<String>), Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let email = reader.text(&EMAIL);
    let cursor = reader.text(&CURSOR);
    let errors = reader.finish();
    match email {
        Some(email) if errors.is_empty() => Ok((Subject::new(&email), cursor)),
        _ => Err(errors),
    }
}

/// Something that is kept of the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// What sort of thing.
    pub kind: Holding,
    /// Its id; it names nobody.
    pub id: String,
    /// The organisation, or for the audit log the month, that it belongs to; empty for none.
    pub about: String,
    /// How it is tied to the person.
    pub tie: Tie,
    /// What becomes of it when the person is erased.
    pub on_erasure: Fate,
    /// What it holds of the person: of their own things all of it, of others the texts that mention them.
    pub data: Value,
}

/// A piece of what is kept of the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FindingPage {
    /// How many items were looked at this time.
    pub scanned: u64,
    /// What was found among them. Something may be found twice, by two ways that lead to it.
    pub found: Vec<Finding>,
    /// Where to go on; left out at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Something that was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Erasure {
    /// What sort of thing.
    pub kind: Holding,
    /// Its id; it names nobody.
    pub id: String,
    /// The organisation, or for the audit log the month, that it belongs to; empty for none.
    pub about: String,
    /// What became of it.
    pub how: Fate,
}

/// A piece of an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ErasurePage {
    /// How many items were looked at this time.
    pub scanned: u64,
    /// What was erased this time. What was gone before is not told of again.
    pub erased: Vec<Erasure>,
    /// Where to go on; left out at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;
    use crate::fields::FieldCode;

    #[test]
    fn an_address_is_read_however_it_is_typed() {
        let body = json!({ "email": " Anna@Shop.example " });
        let (subject, cursor) = read_privacy(body.as_object().unwrap()).unwrap();
        assert_eq!((subject, cursor), (Subject::new("anna@shop.example"), None));
    }

    #[rstest]
    #[case(json!({}), FieldCode::Required)]
    #[case(json!({ "email": "anna" }), FieldCode::EmailInvalid)]
    #[case(json!({ "email": "anna@shop.example", "name": "Anna" }), FieldCode::Unknown)]
    fn what_is_wrong_is_named(#[case] body: Value, #[case] code: FieldCode) {
        assert_eq!(read_privacy(body.as_object().unwrap()).unwrap_err()[0].code, code);
    }
}
