//! The default rank: a sum of whole points, each factor with its most. The weights are public: merchants see
//! why a partner stands where it does, and partners see how to rise.
//!
//! Where a partner is matters most to a visitor who names a country, so that factor outweighs all others together:
//! local partners come first. What a search text says comes next.

use serde::{Deserialize, Serialize};

use super::Words;
use super::words::words;
use crate::profile::Availability;
use crate::review::Ratings;
use crate::taxonomy::Tier;

/// Something that the default rank counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Factor {
    /// How well the profile answers the search text.
    Relevance,
    /// Whether the partner is in the visitor's country.
    Locality,
    /// What merchants say.
    Reviews,
    /// Successful referrals within a year.
    Referrals,
    /// The programme's tier.
    Tier,
    /// How much of the profile is filled in.
    Completeness,
    /// Whether the partner takes new clients.
    Availability,
}

/// A factor with its weight and its words.
#[derive(Debug)]
pub struct Weight {
    /// The factor.
    pub factor: Factor,
    /// The most points that it gives.
    pub most: u32,
    /// What people call it.
    pub name: Words,
    /// How it is counted.
    pub explanation: Words,
    /// How a partner gets more of it; `None` where a partner cannot.
    pub advice: Option<Words>,
}

/// Points of a partner that is in the visitor's country; more than all other factors together.
pub const LOCAL: u32 = 1_600;
/// Points of a partner that only also works in the visitor's country.
pub const ALSO_LOCAL: u32 = 700;
/// The most points of a search text's answer.
pub const RELEVANCE: u32 = 600;

/// Every factor, heaviest first.
pub const WEIGHTS: [Weight; 7] = [
    Weight {
        factor: Factor::Locality,
        most: LOCAL,
        name: words("Near you", "Nära dig", "Gần bạn"),
        explanation: words(
            "Full points in the country you chose, 700 for partners who also work there, none elsewhere.",
            "Full poäng i landet du valde, 700 för partner som också arbetar där, annars inga.",
            "Đủ điểm nếu ở quốc gia bạn chọn, 700 điểm nếu đối tác cũng làm việc ở đó, nơi khác không có điểm.",
        ),
        advice: Some(words(
            "Add the other countries you work in.",
            "Lägg till de andra länder du arbetar i.",
            "Thêm các quốc gia khác mà bạn làm việc.",
        )),
    },
    Weight {
        factor: Factor::Relevance,
        most: RELEVANCE,
        name: words("Your search words", "Dina sökord", "Từ khóa của bạn"),
        explanation: words(
            "How well name, services, places and text answer what you typed.",
            "Hur väl namn, tjänster, platser och text svarar mot det du skrev.",
            "Tên, dịch vụ, địa điểm và nội dung khớp với từ khóa đến mức nào.",
        ),
        advice: Some(words(
            "Name your services and describe them in a few words.",
            "Ange dina tjänster och beskriv dem med några ord.",
            "Nêu các dịch vụ và mô tả ngắn gọn từng dịch vụ.",
        )),
    },
    Weight {
        factor: Factor::Reviews,
        most: 300,
        name: words("Reviews", "Omdömen", "Đánh giá"),
        explanation: words(
            "The average of published reviews, weighed with ten reviews of 3.5 stars, so that one review decides little.",
            "Genomsnittet av publicerade omdömen, vägt med tio omdömen på 3,5 stjärnor, så att ett enda avgör lite.",
            "Điểm trung bình của các đánh giá đã đăng, tính cùng mười đánh giá 3,5 sao để một đánh giá không quyết định quá nhiều.",
        ),
        advice: Some(words(
            "Mark inquiries you have worked on, so that merchants may review you.",
            "Markera förfrågningar du har arbetat med, så att handlare kan lämna omdömen.",
            "Đánh dấu các yêu cầu bạn đã thực hiện để người bán có thể đánh giá.",
        )),
    },
    Weight {
        factor: Factor::Referrals,
        most: 200,
        name: words("Referrals", "Hänvisningar", "Lượt giới thiệu"),
        explanation: words(
            "Ten points for each successful referral within twelve months, twenty at most.",
            "Tio poäng för varje lyckad hänvisning inom tolv månader, högst tjugo.",
            "Mười điểm cho mỗi lượt giới thiệu thành công trong mười hai tháng, tối đa hai mươi lượt.",
        ),
        advice: Some(words(
            "Submit Plus and POS leads.",
            "Skicka in Plus- och kassasystem-leads.",
            "Gửi lead Plus và POS.",
        )),
    },
    Weight {
        factor: Factor::Tier,
        most: 200,
        name: words("Partner tier", "Partnernivå", "Hạng đối tác"),
        explanation: words(
            "50 points for each step above Registered.",
            "50 poäng för varje steg över Registrerad.",
            "50 điểm cho mỗi hạng trên Đã đăng ký.",
        ),
        advice: None,
    },
    Weight {
        factor: Factor::Completeness,
        most: 100,
        name: words("Complete profile", "Fullständig profil", "Hồ sơ đầy đủ"),
        explanation: words(
            "One point for each percent of the profile that is filled in.",
            "En poäng för varje procent av profilen som är ifylld.",
            "Một điểm cho mỗi phần trăm hồ sơ đã điền.",
        ),
        advice: Some(words(
            "Fill in what is missing from your profile.",
            "Fyll i det som saknas i din profil.",
            "Điền những phần còn thiếu trong hồ sơ.",
        )),
    },
    Weight {
        factor: Factor::Availability,
        most: 100,
        name: words("Open to new clients", "Tar emot nya kunder", "Đang nhận khách mới"),
        explanation: words(
            "Full points while the partner takes new clients.",
            "Full poäng så länge partnern tar emot nya kunder.",
            "Đủ điểm khi đối tác đang nhận khách mới.",
        ),
        advice: Some(words(
            "Switch to open when you have time again.",
            "Slå på när du har tid igen.",
            "Bật lại khi bạn có thời gian.",
        )),
    },
];

/// What the rank looks at, text and place aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The published reviews in figures.
    pub ratings: Ratings,
    /// Successful referrals within twelve months.
    pub referrals_year: u32,
    /// The tier.
    pub tier: Tier,
    /// How much of the profile is filled in, in percent.
    pub completeness: u8,
    /// Whether it takes new clients.
    pub availability: Availability,
}

/// Where the partner is, seen from the visitor's country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locality {
    /// In it.
    Local,
    /// Elsewhere, but it also works there.
    AlsoLocal,
    /// Elsewhere, or the visitor named no country.
    Elsewhere,
}

impl Locality {
    /// Its points.
    #[must_use]
    pub const fn points(self) -> u32 {
        match self {
            Self::Local => LOCAL,
            Self::AlsoLocal => ALSO_LOCAL,
            Self::Elsewhere => 0,
        }
    }
}

/// A factor's share of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Share {
    /// Which factor.
    pub factor: Factor,
    /// Its points.
    pub points: u32,
    /// The most that it could be.
    pub most: u32,
}

impl Facts {
    /// The points that need neither text nor place.
    #[must_use]
    pub fn standing(&self) -> [(Factor, u32); 5] {
        let prior = 10;
        // Both axes in halves: a review of 5 and 4 counts 9 of 10.
        let sum = (self.ratings.quality + self.ratings.communication) * 50 + 350 * prior;
        let average = sum / (self.ratings.count + prior);
        let tier = u32::try_from(self.tier.index()).unwrap_or(0);
        let open = match self.availability {
            Availability::Open => 100,
            Availability::Booked => 0,
        };
        [
            (Factor::Reviews, (average - 100) * 300 / 400),
            (Factor::Referrals, self.referrals_year.min(20) * 10),
            (Factor::Tier, tier * 50),
            (Factor::Completeness, u32::from(self.completeness.min(100))),
            (Factor::Availability, open),
        ]
    }

    /// The sum of [`Self::standing`].
    #[must_use]
    pub fn base(&self) -> u32 {
        self.standing().iter().map(|(_, points)| points).sum()
    }

    /// Every factor's share, in the order of [`WEIGHTS`]; they sum to the score. `relevance` is at most
    /// [`RELEVANCE`].
    #[must_use]
    pub fn shares(&self, relevance: u32, locality: Locality) -> Vec<Share> {
        let standing = self.standing();
        let points = |factor| match factor {
            Factor::Relevance => relevance.min(RELEVANCE),
            Factor::Locality => locality.points(),
            Factor::Reviews
            | Factor::Referrals
            | Factor::Tier
            | Factor::Completeness
            | Factor::Availability => {
                standing.iter().find(|(known, _)| *known == factor).map_or(0, |(_, points)| *points)
            }
        };
        WEIGHTS
            .iter()
            .map(|weight| Share { factor: weight.factor, points: points(weight.factor), most: weight.most })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::Stars;

    fn facts() -> impl Strategy<Value = Facts> {
        let stars = || (1_u8..=5).prop_map(|number| Stars::try_from(number).unwrap());
        let ratings =
            prop::collection::vec((stars(), stars()), 0..30).prop_map(|all| all.into_iter().collect());
        let tier = prop::sample::select(Tier::ALL);
        let availability = prop::sample::select(&Availability::ALL[..]);
        (ratings, 0_u32..100, tier, 0_u8..=100, availability).prop_map(
            |(ratings, referrals_year, tier, completeness, availability)| Facts {
                ratings,
                referrals_year,
                tier,
                completeness,
                availability,
            },
        )
    }

    proptest! {
        #[test]
        fn no_share_is_more_than_its_most_and_all_sum_to_the_score(facts in facts(), relevance in 0..=RELEVANCE) {
            let shares = facts.shares(relevance, Locality::Local);
            prop_assert!(shares.iter().all(|share| share.points <= share.most), "{shares:?}");
            let sum: u32 = shares.iter().map(|share| share.points).sum();
            prop_assert_eq!(sum, facts.base() + relevance + LOCAL);
        }
    }

    #[test]
    fn a_local_partner_comes_before_any_other() {
        let others: u32 =
            WEIGHTS.iter().filter(|weight| weight.factor != Factor::Locality).map(|weight| weight.most).sum();
        assert!(LOCAL >= others, "{LOCAL} against {others}");
    }

    #[test]
    fn better_reviews_give_more_and_one_review_decides_little() {
        let with = |ratings: Ratings| Facts {
            ratings,
            referrals_year: 0,
            tier: Tier::Registered,
            completeness: 0,
            availability: Availability::Booked,
        };
        let five = Stars::try_from(5).unwrap();
        let none = with(Ratings::default()).base();
        let one = with([(five, five)].into_iter().collect()).base();
        let many = with([(five, five); 40].into_iter().collect()).base();
        assert!(none < one && one < many, "{none} {one} {many}");
        assert!(one - none < many - one);
    }
}
