use serde::{Deserialize, Serialize};

/// One to five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Stars(u8);

/// A number that is not one to five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("one to five stars")]
pub struct NotStars;

impl Stars {
    /// The number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Stars {
    type Error = NotStars;

    fn try_from(number: u8) -> Result<Self, NotStars> {
        if (1..=5).contains(&number) { Ok(Self(number)) } else { Err(NotStars) }
    }
}

impl From<Stars> for u8 {
    fn from(stars: Stars) -> Self {
        stars.0
    }
}

/// The published reviews of a partner in figures. Sums rather than averages, so that nothing is ever
/// rounded twice and a removed review leaves no trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Ratings {
    /// How many.
    pub count: u32,
    /// The sum of the stars for quality of work.
    pub quality: u32,
    /// The sum of the stars for communication.
    pub communication: u32,
    /// How many have 1, 2, 3, 4, 5 stars overall; a half counts up. Sums to `count`.
    pub histogram: [u32; 5],
}

impl Ratings {
    /// With one more review.
    #[must_use]
    pub fn with(mut self, quality: Stars, communication: Stars) -> Self {
        self.count += 1;
        self.quality += u32::from(quality.0);
        self.communication += u32::from(communication.0);
        self.histogram[bar(quality, communication)] += 1;
        self
    }

    /// Without a review that was counted before.
    #[must_use]
    pub fn without(mut self, quality: Stars, communication: Stars) -> Self {
        self.count = self.count.saturating_sub(1);
        self.quality = self.quality.saturating_sub(u32::from(quality.0));
        self.communication = self.communication.saturating_sub(u32::from(communication.0));
        let bar = &mut self.histogram[bar(quality, communication)];
        *bar = bar.saturating_sub(1);
        self
    }

    /// The average over both axes in hundredths of a star, rounded to the nearest; `None` without reviews.
    #[must_use]
    pub fn average(&self) -> Option<u32> {
        hundredths(self.quality + self.communication, self.count * 2)
    }

    /// The average for quality of work, as [`Self::average`].
    #[must_use]
    pub fn average_quality(&self) -> Option<u32> {
        hundredths(self.quality, self.count)
    }

    /// The average for communication, as [`Self::average`].
    #[must_use]
    pub fn average_communication(&self) -> Option<u32> {
        hundredths(self.communication, self.count)
    }
}

impl FromIterator<(Stars, Stars)> for Ratings {
    fn from_iter<T: IntoIterator<Item = (Stars, Stars)>>(reviews: T) -> Self {
        reviews
            .into_iter()
            .fold(Self::default(), |all, (quality, communication)| all.with(quality, communication))
    }
}

/// The bar of a review in the histogram.
fn bar(quality: Stars, communication: Stars) -> usize {
    usize::from((quality.0 + communication.0).div_ceil(2) - 1)
}

fn hundredths(sum: u32, count: u32) -> Option<u32> {
    (count > 0).then(|| (sum * 200 / count).div_ceil(2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stars() -> impl Strategy<Value = Stars> {
        (1_u8..=5).prop_map(|number| Stars::try_from(number).unwrap())
    }

    proptest! {
        #[test]
        fn the_histogram_sums_to_the_count_and_averages_lie_between_one_and_five(
            reviews in prop::collection::vec((stars(), stars()), 0..50),
        ) {
            let ratings: Ratings = reviews.iter().copied().collect();
            prop_assert_eq!(ratings.histogram.iter().sum::<u32>(), ratings.count);
            prop_assert_eq!(ratings.count as usize, reviews.len());
            if let Some(average) = ratings.average() {
                prop_assert!((100..=500).contains(&average));
            }
        }

        #[test]
        fn a_removed_review_leaves_no_trace(
            reviews in prop::collection::vec((stars(), stars()), 0..20), gone in (stars(), stars()),
        ) {
            let before: Ratings = reviews.into_iter().collect();
            prop_assert_eq!(before.with(gone.0, gone.1).without(gone.0, gone.1), before);
        }
    }

    #[test]
    fn averages_are_rounded_to_the_nearest_hundredth() {
        let of =
            |pairs: &[(u8, u8)]| -> Ratings { pairs.iter().map(|(q, c)| (Stars(*q), Stars(*c))).collect() };
        assert_eq!(of(&[(5, 4)]).average(), Some(450));
        assert_eq!(of(&[(5, 5), (5, 5), (4, 5)]).average(), Some(483));
        assert_eq!(of(&[(1, 1), (1, 1), (2, 1)]).average(), Some(117));
        assert_eq!(of(&[]).average(), None);
        assert_eq!(of(&[(5, 4)]).histogram, [0, 0, 0, 0, 1]);
    }
}
