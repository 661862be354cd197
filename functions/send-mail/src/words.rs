//! Sentences of mails. The programme's own words (names, next steps, reasons) are the policy's and are
//! never repeated here.

use guildhall_domain::policy::Words;

/// Shorthand for tables of words.
pub(crate) const fn words(en: &'static str, sv: &'static str, vi: &'static str) -> Words {
    Words { en, sv, vi }
}

/// Puts values in the place of their names: `{partner}`. What somebody typed is never looked at again, so a
/// name in braces that a person typed stays what it is.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        match found {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_names() {
        assert_eq!(fill("{a} and {b}, {a}", &[("a", "one"), ("b", "two")]), "one and two, one");
    }

    #[test]
    fn what_a_person_typed_is_never_filled_in_again() {
        assert_eq!(fill("{a} {b}", &[("a", "{b}"), ("b", "x")]), "{b} x");
        assert_eq!(fill("{unknown} {", &[("a", "x")]), "{unknown} {");
    }
}
