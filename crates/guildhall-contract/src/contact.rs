//! What a partner writes to the representative: a question, or a request for sales support.

use guildhall_domain::lead::{Command, CommandKind};
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldError, FieldKind, FieldRule, Need, Reader};

/// The longest message, in characters.
pub const MESSAGE_MAX: usize = 2_000;

const KIND: FieldRule = FieldRule {
    name: "kind",
    kind: FieldKind::Choice(&["question", "support_request"]),
    need: Need::Required,
};

/// The question to the representative.
pub const QUESTION: FieldRule =
    FieldRule { name: "message", kind: FieldKind::Paragraph { max: MESSAGE_MAX }, need: Need::Required };

/// What the partner needs support with.
pub const SUPPORT_MESSAGE: FieldRule = FieldRule { need: Need::Optional, ..QUESTION };

/// A message to the representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ContactRequest {
    /// A question, or the next step.
    Question {
        /// 2,000 characters.
        message: Personal,
    },
    /// From now on the sales team shall sell along. It cannot be taken back.
    SupportRequest {
        /// What the partner needs; 2,000 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<Personal>,
    },
}

impl ContactRequest {
    /// The kind of the command that this becomes.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::Question { .. } => CommandKind::AskRepresentative,
            Self::SupportRequest { .. } => CommandKind::RequestSupport,
        }
    }
}

impl From<ContactRequest> for Command {
    fn from(request: ContactRequest) -> Self {
        match request {
            ContactRequest::Question { message } => Self::AskRepresentative { message },
            ContactRequest::SupportRequest { message } => Self::RequestSupport { message },
        }
    }
}

/// Reads a message to the representative.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_contact_request(body: &Map<String, Value>) -> Result<ContactRequest, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let request = match reader.text(&KIND).as_deref() {
        Some("question") => {
            let message = reader.text(&QUESTION).map(Personal::new);
            message.map(|message| ContactRequest::Question { message })
        }
        Some("support_request") => {
            let message = reader.text(&SUPPORT_MESSAGE).map(Personal::new);
            Some(ContactRequest::SupportRequest { message })
        }
        // Without a kind the message cannot be judged.
        _ => return Err(reader.finish().into_iter().filter(|error| error.name() == Some("kind")).collect()),
    };
    let errors = reader.finish();
    match request {
        Some(request) if errors.is_empty() => Ok(request),
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;
    use crate::fields::FieldCode;

    #[rstest]
    #[case(ContactRequest::Question { message: "When?\nToday?".into() })]
    #[case(ContactRequest::SupportRequest { message: None })]
    #[case(ContactRequest::SupportRequest { message: Some("Pricing".into()) })]
    fn a_message_reads_back_as_written(#[case] request: ContactRequest) {
        let body = serde_json::to_value(&request).unwrap();
        assert_eq!(read_contact_request(body.as_object().unwrap()), Ok(request));
    }

    #[rstest]
    #[case(json!({}), "/kind", FieldCode::Required)]
    #[case(json!({"kind": "question"}), "/message", FieldCode::Required)]
    #[case(json!({"kind": "question", "message": "x".repeat(2_001)}), "/message", FieldCode::TooLong)]
    #[case(json!({"kind": "question", "message": "a\u{0}b"}), "/message", FieldCode::ControlCharacter)]
    #[case(json!({"kind": "support_request", "to": "x"}), "/to", FieldCode::Unknown)]
    fn what_is_wrong_is_named(#[case] body: Value, #[case] pointer: &str, #[case] code: FieldCode) {
        let errors = read_contact_request(body.as_object().unwrap()).unwrap_err();
        assert_eq!(errors, vec![FieldError { pointer: Some(pointer.to_owned()), ..errors[0].clone() }]);
        assert_eq!(errors[0].code, code);
    }
}
