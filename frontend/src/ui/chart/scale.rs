//! The lines that bars are read against, and where a value stands between them.

use std::fmt;

/// At most so many steps lie between the lowest and the highest line.
const MOST_STEPS: i128 = 4;
/// Room above the highest line, for the figure of a bar that reaches it.
const TOP: i128 = 900;
/// Where the lowest line lies; below it stand the months.
const BOTTOM: i128 = 8_900;
/// As [`BOTTOM`], where figures of amounts below nought need room too.
const BOTTOM_BELOW: i128 = 8_000;

/// A share of the drawing in hundredths of a percent, so that no rounding of floats shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Share(pub i128);

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

/// Lines in whole steps of 1, 2, 2.5 or 5 times a power of ten; nought is always among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    step: i128,
    below: i128,
    above: i128,
}

impl Scale {
    /// A scale that has room for every value, in steps of at least `unit`.
    pub(super) fn over(values: impl Iterator<Item = i64>, unit: i64) -> Self {
        let (lowest, highest) =
            values.map(i128::from).fold((0, 0), |(low, high), value| (value.min(low), value.max(high)));
        let steps = |step: i128| (-(lowest.div_euclid(step)), -((-highest).div_euclid(step)));
        let fits = |step: &i128| {
            let (below, above) = steps(*step);
            below + above <= MOST_STEPS
        };
        let step = round_steps(i128::from(unit.max(1))).find(fits).unwrap_or(i128::from(i64::MAX));
        let (below, above) = steps(step);
        Self { step, below, above: if below + above == 0 { 1 } else { above } }
    }

    /// The values of the lines, from the lowest.
    pub(super) fn lines(self) -> impl Iterator<Item = i64> {
        (-self.below..=self.above).map(move |line| i64::try_from(line * self.step).unwrap_or(i64::MAX))
    }

    /// How far below the upper edge a value stands.
    pub(super) fn place(self, value: i64) -> Share {
        let bottom = if self.below > 0 { BOTTOM_BELOW } else { BOTTOM };
        let range = (self.above + self.below) * self.step;
        Share(TOP + (self.above * self.step - i128::from(value)) * (bottom - TOP) / range)
    }

    /// Where a bar begins, and how high it is. What is not nought can always be seen.
    pub(super) fn bar(self, value: i64) -> (Share, Share) {
        let [nought, end] = [self.place(0).0, self.place(value).0];
        let height = (nought - end).abs().max(if value == 0 { 0 } else { 50 });
        (Share(if value < 0 { nought } else { nought - height }), Share(height))
    }
}

/// 1, 2, 2.5, 5, 10, 20, 25 … times the unit; 2.5 only where it is whole.
fn round_steps(unit: i128) -> impl Iterator<Item = i128> {
    let tens = std::iter::successors(Some(unit), |ten| ten.checked_mul(10)).take(24);
    tens.flat_map(move |ten| {
        let half = (ten > unit).then_some(ten / 10 * 25);
        [Some(ten), Some(ten * 2), half, Some(ten * 5)].into_iter().flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(values: &[i64]) -> Vec<i64> {
        Scale::over(values.iter().copied(), 100).lines().collect()
    }

    #[test]
    fn lines_are_round_and_reach_beyond_every_value() {
        assert_eq!(lines(&[612_040, 958_800]), [0, 250_000, 500_000, 750_000, 1_000_000]);
        assert_eq!(lines(&[1]), [0, 100]);
        assert_eq!(lines(&[100_000, -30_000]), [-50_000, 0, 50_000, 100_000]);
        assert_eq!(lines(&[-400]), [-400, -300, -200, -100, 0]);
        assert_eq!(lines(&[]), [0, 100]);
    }

    #[test]
    fn the_largest_amounts_there_are_have_their_place() {
        let scale = Scale::over([i64::MAX, i64::MIN].into_iter(), 100);
        assert!(scale.place(i64::MAX) >= Share(TOP) && scale.place(i64::MIN) <= Share(BOTTOM_BELOW));
    }

    #[test]
    fn a_bar_ends_at_its_value_and_begins_at_nought() {
        let scale = Scale::over([1_000, -1_000].into_iter(), 100);
        let (top, height) = scale.bar(1_000);
        assert_eq!((top, top.0 + height.0), (scale.place(1_000), scale.place(0).0));
        let (top, height) = scale.bar(-500);
        assert_eq!((top, top.0 + height.0), (scale.place(0), scale.place(-500).0));
        assert_eq!(scale.bar(0).1, Share(0));
        assert!(scale.bar(1).1 > Share(0));
    }

    #[test]
    fn a_share_is_written_with_two_decimals() {
        assert_eq!(Share(5).to_string(), "0.05%");
        assert_eq!(Share(8_900).to_string(), "89.00%");
    }
}
