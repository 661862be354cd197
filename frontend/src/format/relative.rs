//! How far away a moment is, in the unit that a person would say.

const SECOND: f64 = 1_000.0;
const MINUTE: f64 = 60.0 * SECOND;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// A distance in time, towards the past negative.
#[derive(Debug, PartialEq)]
pub(super) enum Distance {
    /// So near that it is told in units.
    Near {
        /// How many.
        value: f64,
        /// Of which, as `Intl` calls it.
        unit: &'static str,
    },
    /// So far that the date says more.
    Far,
}

pub(super) fn distance(then: f64, now: f64) -> Distance {
    let difference = then - now;
    let (size, unit) = match difference.abs() {
        d if d < MINUTE => return Distance::Near { value: 0.0, unit: "second" },
        d if d < HOUR => (MINUTE, "minute"),
        d if d < DAY => (HOUR, "hour"),
        d if d < 7.0 * DAY => (DAY, "day"),
        _ => return Distance::Far,
    };
    Distance::Near { value: (difference / size).trunc(), unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ago(milliseconds: f64) -> Distance {
        distance(1e12 - milliseconds, 1e12)
    }

    #[test]
    fn a_moment_is_told_in_the_largest_unit_that_fits() {
        assert_eq!(ago(20.0 * SECOND), Distance::Near { value: 0.0, unit: "second" });
        assert_eq!(ago(12.9 * MINUTE), Distance::Near { value: -12.0, unit: "minute" });
        assert_eq!(ago(23.0 * HOUR), Distance::Near { value: -23.0, unit: "hour" });
        assert_eq!(ago(6.5 * DAY), Distance::Near { value: -6.0, unit: "day" });
        assert_eq!(ago(-2.0 * HOUR), Distance::Near { value: 2.0, unit: "hour" });
    }

    #[test]
    fn what_is_a_week_old_shows_its_date() {
        assert_eq!(ago(7.0 * DAY), Distance::Far);
    }
}
