//! Minor units as a decimal number in plain text, which `Intl` takes without loss.

/// `-1234` with two places is `-12.34`.
pub(super) fn decimal(minor: i64, places: usize) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// A count of decimals that JavaScript gave as a float.
pub(super) fn places(digits: f64) -> usize {
    match digits {
        d if d < 1.0 => 0,
        d if d < 3.0 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_are_never_lost() {
        assert_eq!(decimal(125_000, 2), "1250.00");
        assert_eq!(decimal(5, 2), "0.05");
        assert_eq!(decimal(-5, 2), "-0.05");
        assert_eq!(decimal(i64::MIN, 2), "-92233720368547758.08");
    }

    #[test]
    fn a_currency_without_decimals_shows_none() {
        assert_eq!(decimal(250_000, places(0.0)), "250000");
        assert_eq!(decimal(0, 0), "0");
    }
}
