//! Web addresses, store addresses and phone numbers. Kept small: the browser runs this too, and a
//! full URL parser would bring a table of every domain with it.

use super::FieldCode;
use super::rule::Fault;

/// The longest web address that is taken.
pub(super) const MAX: usize = 300;
/// The longest phone number, with spaces and brackets.
pub(super) const PHONE_MAX: usize = 32;
/// The longest store address.
pub(super) const STORE_MAX: usize = 80;

const STORE_DOMAIN: &str = ".myshopify.com";

pub(super) fn check_website(text: &str) -> Result<String, Fault> {
    let invalid = || Fault::new(FieldCode::WebsiteInvalid);
    let Some((scheme, rest)) = text.split_once("://") else {
        // `acme.com` is what people type; say what is missing rather than that it is wrong.
        return if is_site(text) {
            Err(Fault::new(FieldCode::SchemeMissing).with("suggestion", format!("https://{text}")))
        } else {
            Err(invalid())
        };
    };
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    if known && is_site(rest) { Ok(text.to_owned()) } else { Err(invalid()) }
}

/// Whether this is a host, perhaps with a port, path, query or fragment.
fn is_site(text: &str) -> bool {
    if text.chars().any(char::is_whitespace) {
        return false;
    }
    let authority = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok());
    port_fits && is_host(host)
}

fn is_host(host: &str) -> bool {
    let labels: Vec<_> = host.split('.').collect();
    let label_fits = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    // The last label is never a number: that would be an address of a machine, not of a shop.
    let named = labels.last().is_some_and(|last| last.chars().any(char::is_alphabetic));
    labels.len() >= 2 && named && labels.iter().all(label_fits)
}

pub(super) fn check_store(text: &str) -> Result<String, Fault> {
    let store = text.to_ascii_lowercase();
    let name = store.strip_suffix(STORE_DOMAIN).unwrap_or_default();
    let fits = name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if fits { Ok(store) } else { Err(Fault::new(FieldCode::StoreInvalid)) }
}

pub(super) fn check_phone(text: &str) -> Result<String, Fault> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let written = text.chars().all(|letter| letter.is_ascii_digit() || "+ ()-./".contains(letter));
    if written && (5..=15).contains(&digits) {
        Ok(text.to_owned())
    } else {
        Err(Fault::new(FieldCode::PhoneInvalid))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn code<T>(result: Result<T, Fault>) -> Option<FieldCode> {
        result.err().map(|fault| fault.code)
    }

    #[rstest]
    #[case("https://acme.com")]
    #[case("HTTP://www.acme.com:8080/shop?x=1#y")]
    #[case("https://räksmörgås.example/å")]
    fn a_web_address_is_taken(#[case] text: &str) {
        assert_eq!(check_website(text).ok().as_deref(), Some(text));
    }

    #[rstest]
    #[case("javascript:alert(1)")]
    #[case("ftp://acme.com")]
    #[case("https://")]
    #[case("https://localhost")]
    #[case("https://user@acme.com")]
    #[case("https://10.0.0.1")]
    #[case("https://acme.com:99999")]
    #[case("https://-acme.com")]
    #[case("acme")]
    #[case("my shop.com")]
    fn what_is_no_web_address_is_refused(#[case] text: &str) {
        assert_eq!(code(check_website(text)), Some(FieldCode::WebsiteInvalid), "{text}");
    }

    #[test]
    fn an_address_without_scheme_is_refused_with_the_whole_one() {
        let fault = check_website("acme.com/shop").err().unwrap();
        assert_eq!(fault.code, FieldCode::SchemeMissing);
        assert_eq!(fault.params["suggestion"], "https://acme.com/shop");
    }

    #[rstest]
    #[case("+46 8 555 01 42", true)]
    #[case("(028) 3822-0000", true)]
    #[case("call me", false)]
    #[case("1234", false)]
    #[case("+1234567890123456", false)]
    fn a_phone_number_has_five_to_fifteen_digits(#[case] text: &str, #[case] taken: bool) {
        assert_eq!(check_phone(text).is_ok(), taken);
    }

    #[rstest]
    #[case("Acme-1.myshopify.com", true)]
    #[case(".myshopify.com", false)]
    #[case("acme.myshopify.com.evil.example", false)]
    #[case("https://acme.myshopify.com", false)]
    fn a_store_is_named_by_its_own_domain(#[case] text: &str, #[case] taken: bool) {
        assert_eq!(check_store(text).is_ok(), taken);
    }
}
