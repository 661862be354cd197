//! Phone numbers, in the form that can be called from anywhere: `+46905550123`.

use guildhall_domain::country::Country;
use guildhall_domain::migration::Outcome;
use guildhall_domain::personal::Personal;

use super::fitting::changed;

/// How many digits an international number has, its country among them.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// Countries whose numbers may come without their country: what calls it, and what stands before a number within it and
/// falls away from abroad. Where people write numbers in more than one way the country is left out.
const WITHIN: &[(&str, &str, &str)] = &[
    ("AT", "43", "0"),
    ("AU", "61", "0"),
    ("BE", "32", "0"),
    ("CH", "41", "0"),
    ("DE", "49", "0"),
    ("DK", "45", ""),
    ("ES", "34", ""),
    ("FI", "358", "0"),
    ("FR", "33", "0"),
    ("GB", "44", "0"),
    ("ID", "62", "0"),
    ("IE", "353", "0"),
    ("IN", "91", "0"),
    ("JP", "81", "0"),
    ("KR", "82", "0"),
    ("NL", "31", "0"),
    ("NO", "47", ""),
    ("NZ", "64", "0"),
    ("PL", "48", ""),
    ("PT", "351", ""),
    ("SE", "46", "0"),
    ("SG", "65", ""),
    ("TH", "66", "0"),
    ("TR", "90", "0"),
    ("UA", "380", "0"),
    ("VN", "84", "0"),
];

/// The number, or none if nobody can tell which it is.
pub(super) fn phone(old: Option<&Personal>, country: Country) -> (Option<Personal>, Outcome) {
    let Some(old) = old.filter(|old| !old.as_str().trim().is_empty()) else {
        return (None, Outcome::Added);
    };
    match international(old.as_str(), country) {
        Some(number) => {
            let outcome = changed(old.as_str(), &number);
            (Some(Personal::new(number)), outcome)
        }
        None => (None, Outcome::Removed { old: old.clone() }),
    }
}

fn international(text: &str, country: Country) -> Option<String> {
    // `+44 (0)20` names the digit that falls away.
    let text = text.trim().replace("(0)", "");
    if text
        .chars()
        .any(|letter| !letter.is_ascii_digit() && !"+ ()-./\u{a0}\u{2011}\u{2013}".contains(letter))
    {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let whole = if text.starts_with('+') {
        digits
    } else if let Some(abroad) = digits.strip_prefix("00") {
        abroad.to_owned()
    } else {
        let (_, code, trunk) = WITHIN.iter().find(|(known, ..)| *known == country.code())?;
        format!("{code}{}", digits.strip_prefix(trunk)?)
    };
    let fits = DIGITS.contains(&whole.len()) && !whole.starts_with('0') && text.matches('+').count() <= 1;
    fits.then(|| format!("+{whole}"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("+46 90 555 01 23", "SE", Some("+46905550123"))]
    #[case("0046 (90) 555 01-23", "DE", Some("+46905550123"))]
    #[case("090-555 01 23", "SE", Some("+46905550123"))]
    #[case("(028) 3822-0000", "VN", Some("+842838220000"))]
    #[case("+44 (0)20 7946 0000", "GB", Some("+442079460000"))]
    #[case("555-0123", "US", None)]
    #[case("ring mig", "SE", None)]
    #[case("+46 90", "SE", None)]
    #[case("90 555 01 23", "SE", None)]
    #[case("+46 90 555 01 23 ext. 4", "SE", None)]
    #[case("+46905550123+1", "SE", None)]
    fn a_number_comes_over_when_it_can_be_called_from_anywhere(
        #[case] old: &str,
        #[case] country: &str,
        #[case] new: Option<&str>,
    ) {
        assert_eq!(international(old, country.parse().unwrap()).as_deref(), new);
    }
}
