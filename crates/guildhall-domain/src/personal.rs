//! Text about a person. It is kept and shown, but `Debug` (and so every log line) hides it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::policy::Language;

/// A person's name, e-mail address, phone number, or anything written about them.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
pub struct Personal(String);

impl Personal {
    /// Wraps a text; its rules were checked at the border.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for showing and storing.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[personal]")
    }
}

impl From<&str> for Personal {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Where somebody gets mail, and in which language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Their address, as the identity provider vouches for it.
    pub email: Personal,
    /// The language to write in.
    pub language: Language,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_hides_the_person() {
        assert_eq!(format!("{:?}", Personal::from("anna@acme.example")), "[personal]");
    }
}
