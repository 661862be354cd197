//! One field's rule as data, and the check by it.

use std::collections::BTreeMap;

use guildhall_domain::country::Country;
use serde_json::Value;

use super::{FieldCode, email, web};

/// The rule of one field.
#[derive(Debug, Clone, Copy)]
pub struct FieldRule {
    /// The name on the wire.
    pub name: &'static str,
    /// What may stand in it.
    pub kind: FieldKind,
    /// Whether something must.
    pub need: Need,
}

/// Whether a field must be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may stay empty.
    Optional,
}

/// What may stand in a field. Lengths are in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Line {
        /// Longest.
        max: usize,
    },
    /// Text of several lines.
    Paragraph {
        /// Longest.
        max: usize,
    },
    /// An e-mail address.
    Email,
    /// A web address with `http://` or `https://`.
    Website,
    /// A phone number, as people write them.
    Phone,
    /// A store's `*.myshopify.com` address.
    Store,
    /// A country by its two-letter code.
    Country,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number.
    Count {
        /// Least.
        min: u32,
        /// Most.
        max: u32,
    },
    /// A box that must be ticked.
    Consent,
    /// A box that may be ticked.
    Flag,
}

impl FieldKind {
    /// The longest text, in characters, for the kinds that are text.
    #[must_use]
    pub fn max_length(self) -> Option<usize> {
        match self {
            Self::Line { max } | Self::Paragraph { max } => Some(max),
            Self::Email => Some(email::MAX),
            Self::Website => Some(web::MAX),
            Self::Phone => Some(web::PHONE_MAX),
            Self::Store => Some(web::STORE_MAX),
            Self::Country | Self::Choice(_) | Self::Count { .. } | Self::Consent | Self::Flag => None,
        }
    }

    fn expected(self) -> &'static str {
        match self {
            Self::Count { .. } => "integer",
            Self::Consent | Self::Flag => "boolean",
            _ => "string",
        }
    }
}

/// A field's checked value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Text, trimmed.
    Text(String),
    /// A whole number.
    Number(u32),
    /// A box.
    Flag(bool),
}

/// What is wrong, before it is known where.
pub(super) struct Fault {
    pub(super) code: FieldCode,
    pub(super) params: BTreeMap<String, String>,
}

impl Fault {
    pub(super) fn new(code: FieldCode) -> Self {
        Self { code, params: BTreeMap::new() }
    }

    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

impl FieldRule {
    /// Checks what came for this field; `None` is an empty optional field.
    pub(super) fn check(&self, value: Option<&Value>) -> Result<Option<FieldValue>, Fault> {
        let missing = || match (self.need, self.kind) {
            (Need::Required, FieldKind::Consent) => Err(Fault::new(FieldCode::ConsentNeeded)),
            (Need::Required, _) => Err(Fault::new(FieldCode::Required)),
            (Need::Optional, _) => Ok(None),
        };
        match value {
            None | Some(Value::Null) => missing(),
            Some(Value::String(text)) if text.trim().is_empty() && self.kind.expected() == "string" => {
                missing()
            }
            Some(value) => self.kind.check(value).map(Some),
        }
    }
}

impl FieldKind {
    fn check(self, value: &Value) -> Result<FieldValue, Fault> {
        let wrong_kind = || Fault::new(FieldCode::WrongKind).with("expected", self.expected());
        match self {
            Self::Count { min, max } => {
                let number = value.as_i64().ok_or_else(wrong_kind)?;
                let number = u32::try_from(number).ok().filter(|number| (min..=max).contains(number));
                number
                    .map(FieldValue::Number)
                    .ok_or_else(|| Fault::new(FieldCode::OutOfRange).with("min", min).with("max", max))
            }
            Self::Consent => match value.as_bool().ok_or_else(wrong_kind)? {
                true => Ok(FieldValue::Flag(true)),
                false => Err(Fault::new(FieldCode::ConsentNeeded)),
            },
            Self::Flag => value.as_bool().map(FieldValue::Flag).ok_or_else(wrong_kind),
            _ => self.check_text(value.as_str().ok_or_else(wrong_kind)?.trim()),
        }
    }

    fn check_text(self, text: &str) -> Result<FieldValue, Fault> {
        if let Some(max) = self.max_length()
            && text.chars().count() > max
        {
            return Err(Fault::new(FieldCode::TooLong).with("max", max));
        }
        let breaks_lines = matches!(self, Self::Paragraph { .. });
        if text.chars().any(|letter| is_unwanted(letter, breaks_lines)) {
            return Err(Fault::new(FieldCode::ControlCharacter));
        }
        let text = match self {
            Self::Line { .. } => Ok(text.to_owned()),
            // One kind of line end, whatever the sender's system uses.
            Self::Paragraph { .. } => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
            Self::Email => email::check(text),
            Self::Website => web::check_website(text),
            Self::Phone => web::check_phone(text),
            Self::Store => web::check_store(text),
            Self::Country => match text.parse::<Country>() {
                Ok(country) => Ok(country.code().to_owned()),
                Err(_) => Err(Fault::new(FieldCode::CountryUnknown)),
            },
            Self::Choice(choices) if choices.contains(&text) => Ok(text.to_owned()),
            Self::Choice(choices) => {
                Err(Fault::new(FieldCode::ChoiceUnknown).with("allowed", choices.join(", ")))
            }
            Self::Count { .. } | Self::Consent | Self::Flag => {
                Err(Fault::new(FieldCode::WrongKind).with("expected", self.expected()))
            }
        };
        text.map(FieldValue::Text)
    }
}

/// Control characters, and those that turn the writing direction and so can make a text read as
/// another.
fn is_unwanted(letter: char, breaks_lines: bool) -> bool {
    match letter {
        '\n' | '\r' | '\t' => !breaks_lines,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        _ => letter.is_control(),
    }
}
