//! What the measurement needs: made-up partners, and what people type.

use std::error::Error;

use chrono::NaiveDate;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::profile::{Availability, Price, ServiceOffer, Standing};
use guildhall_domain::review::{Ratings, Stars};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage, Tier};

pub(crate) type Failure = Box<dyn Error + Send + Sync>;

const SYLLABLES: [&str; 40] = [
    "ba", "lin", "ko", "ster", "va", "nor", "den", "mi", "ra", "sol", "tek", "lu", "hav", "en", "strom",
    "berg", "ja", "pi", "que", "shi", "lon", "ar", "vik", "del", "mon", "ta", "ge", "wil", "fors", "by",
    "hen", "dro", "cas", "ny", "ul", "fe", "zo", "gra", "int", "os",
];
const WORDS: &str = "we help merchants build beautiful stores that sell with care and craft our team designs \
develops and runs online shops for fashion food and outdoor brands hundreds of projects launched on time vi \
hjälper handlare att bygga butiker som säljer med omsorg vårt team formger utvecklar och driver nätbutiker för \
mode mat och friluftsliv snabba sidor trygg kassa tydliga texter chúng tôi giúp người bán xây dựng cửa hàng đẹp \
và bán chạy đội ngũ thiết kế phát triển vận hành thời trang thực phẩm thể thao photography branding strategy \
growth performance migration checkout theme custom integration analytics";
const COUNTRIES: [&str; 12] = ["SE", "US", "VN", "DE", "GB", "DK", "NO", "FI", "FR", "CA", "AU", "IN"];
const KINDS: [&str; 7] = ["Studio", "Commerce", "Digital", "AB", "Media", "Agency", "Labs"];

/// What people type: known words, names, three languages, slips, unfinished words, and words that nobody has.
pub(crate) fn queries() -> &'static [&'static str] {
    &[
        "design",
        "butiksdesign",
        "seo",
        "email marketing",
        "thiết kế cửa hàng",
        "sokmotoroptimering",
        "photograhy",
        "norden studio",
        "strategy growth",
        "migraton checkut",
        "sản phẩm",
        "fashon brands",
        "dev",
        "phát triển",
        "performnce",
        "integrationz",
        "s",
        "mode mat stockholm",
        "sverige",
        "qwertyuiopas",
    ]
}

/// SplitMix64: the same place gives the same partner on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.roll() % most as u64).unwrap_or(0)
    }

    /// Small numbers far more often than large ones, as words and cities are.
    fn seldom_large(&mut self, most: usize) -> usize {
        let share = (self.roll() >> 11) as f64 / (1_u64 << 53) as f64;
        ((most as f64).powf(share) as usize).saturating_sub(1).min(most - 1)
    }

    fn word(&mut self) -> String {
        (0..2 + self.below(3)).map(|_| SYLLABLES[self.below(40)]).collect()
    }

    fn some<T: Copy>(&mut self, all: &[T], most: usize) -> Vec<T> {
        let first = self.below(all.len());
        let count = 1 + self.below(most);
        (0..count).map(|step| all[(first + step * 7) % all.len()]).collect()
    }

    fn price(&mut self) -> Price {
        match self.below(3) {
            0 => Price::Contact,
            _ => Price::From {
                from: Money { minor: 10_000 * (1 + self.roll() as i64 % 90).abs(), currency: Currency::USD },
            },
        }
    }
}

/// A partner like any other. A quarter of the words of its text are rare ones, of 40,000.
pub(crate) fn partner(place: usize) -> Result<DirectoryRow, Failure> {
    let words: Vec<&str> = WORDS.split(' ').collect();
    let mut dice = Dice(place as u64);
    let name = format!("{} {}", dice.word(), KINDS[dice.below(7)]);
    let mut bio = String::new();
    for _ in 0..60 {
        match dice.below(4) {
            0 => bio.push_str(&Dice(dice.seldom_large(40_000) as u64 * 7_919).word()),
            _ => bio.push_str(words[dice.below(words.len())]),
        }
        bio.push(' ');
    }
    let stars = |dice: &mut Dice| Stars::try_from(3 + u8::try_from(dice.below(3)).unwrap_or(0));
    let mut ratings = Ratings::default();
    for _ in 0..dice.below(12) {
        ratings = ratings.with(stars(&mut dice)?, stars(&mut dice)?);
    }
    let services = dice.some(Service::ALL, 7).into_iter().map(|service| ServiceOffer {
        service,
        featured: false,
        price: dice.price(),
        description: String::new(),
    });
    let services = services.collect();
    Ok(DirectoryRow {
        handle: format!("partner-{:x}-{place}", dice.roll() % 4_096).parse()?,
        org: "bench".parse()?,
        tagline: format!("{} for {}", words[dice.below(words.len())], words[dice.below(words.len())]),
        name,
        bio,
        city: Dice(dice.seldom_large(400) as u64).word(),
        country: COUNTRIES[dice.seldom_large(12)].parse()?,
        supported_countries: dice
            .some(&COUNTRIES, 4)
            .into_iter()
            .map(str::parse)
            .collect::<Result<_, _>>()?,
        languages: dice.some(SpokenLanguage::ALL, 3),
        industries: dice.some(Industry::ALL, 4),
        services,
        availability: Availability::ALL[usize::from(dice.below(5) == 0)],
        standing: Standing {
            tier: Tier::ALL[dice.seldom_large(5)],
            partner_since: NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("a day")?,
            referrals_year: u32::try_from(dice.below(25))?,
        },
        ratings,
        completeness: u8::try_from(40 + dice.below(61))?,
        version: 1,
    })
}

/// What the process holds in memory, in megabytes; 0 where the system does not say.
pub(crate) fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1e3
}
