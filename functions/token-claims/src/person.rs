//! Who is about to get a token, as Cognito describes them.

use guildhall_domain::ids::UserId;
use guildhall_domain::personal::Personal;
use serde_json::Value;

/// The longest name that is taken over, in characters.
const NAME_MAX: usize = 120;

/// Somebody who has signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The token's `sub`, which Cognito gave them once for all.
    pub id: UserId,
    /// What they call themselves; empty if they did not say.
    pub name: Personal,
    /// Their address, if they have made sure of it.
    pub email: Option<Personal>,
}

impl Person {
    /// Reads a person's attributes; `None` if they name nobody, or Guildhall itself.
    #[must_use]
    pub fn read(attributes: &Value) -> Option<Self> {
        let text = |name: &str| attributes[name].as_str().map(str::trim).filter(|text| !text.is_empty());
        let id = text("sub")?.parse().ok().filter(|id| *id != UserId::system())?;
        let name = text("name").unwrap_or_default();
        let name: String = name.chars().filter(|letter| !letter.is_control()).take(NAME_MAX).collect();
        let email = text("email").filter(|_| is_true(&attributes["email_verified"]));
        Some(Self { id, name: Personal::new(name), email: email.map(Personal::from) })
    }
}

/// Cognito writes all attributes as texts.
fn is_true(value: &Value) -> bool {
    value.as_bool().unwrap_or_else(|| value.as_str().is_some_and(|text| text.eq_ignore_ascii_case("true")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_address_counts_once_somebody_has_made_sure_of_it() {
        let read = |verified: Value| {
            let attributes =
                json!({ "sub": "u-1", "email": "anna@acme.example", "email_verified": verified });
            Person::read(&attributes).unwrap().email
        };
        let address = Some(Personal::from("anna@acme.example"));
        assert_eq!([read(json!("true")), read(json!(true))], [address.clone(), address]);
        for unsure in [json!("false"), json!(false), json!("yes"), json!(1), Value::Null] {
            assert_eq!(read(unsure.clone()), None, "{unsure}");
        }
    }

    #[test]
    fn nobody_is_nobody_and_guildhall_itself_does_not_sign_in() {
        for sub in [json!("system"), json!(""), json!("a b"), Value::Null] {
            assert_eq!(Person::read(&json!({ "sub": sub, "name": "Anna" })), None, "{sub}");
        }
        assert_eq!(Person::read(&Value::Null), None);
    }

    #[test]
    fn a_name_is_one_line_of_a_sensible_length() {
        let name = format!(" Anna\r\nSystem {}", "x".repeat(500));
        let person = Person::read(&json!({ "sub": "u-1", "name": name })).unwrap();
        assert!(person.name.as_str().starts_with("AnnaSystem xxx"));
        assert_eq!(person.name.as_str().chars().count(), NAME_MAX);
    }
}
