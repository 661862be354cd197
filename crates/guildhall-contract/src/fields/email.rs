//! E-mail addresses, kept as typed.

use email_address::{EmailAddress, Options};

use super::FieldCode;
use super::rule::Fault;

/// The longest address that mail can carry (RFC 5321).
pub(super) const MAX: usize = 254;

/// An address with a name in front of it, or at a bare number, is not what a form asks for. A domain
/// in any script is.
pub(super) fn check(text: &str) -> Result<String, Fault> {
    let options =
        Options::default().without_display_text().without_domain_literal().with_minimum_sub_domains(2);
    match EmailAddress::parse_with_options(text, options) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err(Fault::new(FieldCode::EmailInvalid)),
    }
}
