//! A small seeded generator. The same seed gives the same throws on every machine and in every
//! version, which no library's default generator promises.

/// Throws dice.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice that always fall the same for a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 64 bits (`SplitMix64`, by Steele, Lea and Flood).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low) + 1;
        low.saturating_add_unsigned(self.next() % span)
    }

    /// True in so many of a hundred throws.
    pub(super) fn percent(&mut self, chance: i64) -> bool {
        self.between(1, 100) <= chance
    }

    /// One of several.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let last = i64::try_from(from.len()).unwrap_or(i64::MAX) - 1;
        let place = usize::try_from(self.between(0, last)).unwrap_or(0);
        &from[place]
    }

    /// One of several, each as likely as its weight.
    pub(super) fn weighted<'a, T>(&mut self, from: &'a [(i64, T)]) -> &'a T {
        let total: i64 = from.iter().map(|(weight, _)| weight).sum();
        let mut throw = self.between(1, total);
        for (weight, choice) in from {
            throw -= weight;
            if throw <= 0 {
                return choice;
            }
        }
        &from[from.len() - 1].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_throws_of_a_seed_never_change() {
        let mut dice = Dice::new(1);
        let throws: Vec<_> = (0..4).map(|_| dice.next()).collect();
        assert_eq!(
            throws,
            [0x910A_2DEC_8902_5CC1, 0xBEEB_8DA1_658E_EC67, 0xF893_A2EE_FB32_555E, 0x71C1_8690_EE42_C90B]
        );
    }

    #[test]
    fn throws_stay_within_their_bounds() {
        let mut dice = Dice::new(7);
        assert!((0..1000).all(|_| (-2..=3).contains(&dice.between(-2, 3))));
        assert!((0..100).all(|_| *dice.weighted(&[(0, 'a'), (1, 'b')]) == 'b'));
    }
}
