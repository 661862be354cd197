//! What a generated partner says about itself.

use guildhall_domain::country::Country;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, FeaturedWork, Handle, ProfileContent, ServiceOffer, SocialLink, SocialNetwork,
};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage, Tier};

use super::clients::Client;
use super::craft::Craft;
use super::lands::Land;
use super::phrases::Tongue;
use super::prices::{Coin, PriceList};
use crate::demo::dice::Dice;
use crate::demo::merchants::digits;

/// A land with what is read from it once.
#[derive(Debug)]
pub(super) struct Home {
    pub(super) land: &'static Land,
    pub(super) country: Country,
    near: Vec<Country>,
    coin: Coin,
}

impl Home {
    pub(super) fn new(land: &'static Land) -> Self {
        let country = |code: &str| code.parse().expect("every land names countries that exist");
        let near = land.near.iter().map(|code| country(code)).collect();
        Self { land, country: country(land.country), near, coin: Coin::of(land.currency) }
    }
}

/// Who writes.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) home: &'a Home,
    pub(super) city: &'static str,
    pub(super) name: String,
    pub(super) handle: Handle,
    pub(super) tier: Tier,
    pub(super) clients: &'a [Client],
}

impl Writer<'_> {
    /// The whole profile.
    pub(super) fn write(&self, dice: &mut Dice) -> ProfileContent {
        let land = self.home.land;
        let tongue = if dice.percent(78) { land.tongue } else { Tongue::English };
        let craft = *dice.weighted(&Craft::COMMON);
        let industries = some(Industry::ALL, dice.between(0, 4), dice);
        let blanks = self.blanks(&industries, tongue, dice);
        let tagline = *dice.pick(tongue.phrases().taglines(craft));
        let services = self.services(craft, tongue, dice);
        ProfileContent {
            name: self.name.clone(),
            tagline: blanks.fill(tagline),
            bio: bio(&blanks, craft, tongue, dice),
            contact_email: self.email(tongue, dice),
            contact_language: tongue.interface(),
            contact_phone: dice.percent(82).then(|| Personal::new(digits(land.phone, dice))),
            website: dice.percent(93).then(|| self.website(dice)),
            city: self.city.to_owned(),
            country: self.home.country,
            supported_countries: some(&self.home.near, dice.between(-1, 5), dice),
            languages: self.languages(tongue, dice),
            industries,
            services,
            featured_work: self.featured_work(tongue, dice),
            social: self.social(dice),
            availability: if dice.percent(86) { Availability::Open } else { Availability::Booked },
        }
    }

    fn blanks(&self, industries: &[Industry], tongue: Tongue, dice: &mut Dice) -> Blanks<'_> {
        let language = tongue.interface();
        let (join, words): (_, Vec<_>) =
            (and(language), industries.iter().take(2).map(|it| lower(it.words().text(language))).collect());
        Blanks {
            name: &self.name,
            city: self.city,
            year: dice.between(2009, 2023).to_string(),
            people: dice.between(2, 24).to_string(),
            trades: words.join(join),
        }
    }

    fn email(&self, tongue: Tongue, dice: &mut Dice) -> Personal {
        let locals: &[&str] = match tongue {
            Tongue::English => &["hello", "team", "studio", "contact"],
            Tongue::Swedish => &["hej", "info", "kontakt"],
            Tongue::Vietnamese => &["xinchao", "lienhe", "info"],
            Tongue::German => &["hallo", "info", "kontakt"],
            Tongue::French => &["bonjour", "contact"],
        };
        Personal::new(format!("{}@{}.example", dice.pick(locals), self.handle.as_str()))
    }

    fn website(&self, dice: &mut Dice) -> String {
        let www = if dice.percent(40) { "www." } else { "" };
        format!("https://{www}{}.example", self.handle.as_str())
    }

    fn languages(&self, tongue: Tongue, dice: &mut Dice) -> Vec<SpokenLanguage> {
        let (all, further) = self.home.land.languages;
        let mut languages = all.to_vec();
        for language in some(further, dice.between(-1, 3), dice) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if tongue == Tongue::English && !languages.contains(&SpokenLanguage::English) {
            languages.push(SpokenLanguage::English);
        }
        languages
    }

    /// One to nine services, specialities first.
    fn services(&self, craft: Craft, tongue: Tongue, dice: &mut Dice) -> Vec<ServiceOffer> {
        let core = some(craft.core(), dice.between(1, 4), dice);
        let further = some(craft.further(), dice.between(0, 5), dice);
        let specialities = usize::try_from(dice.between(1, 3)).unwrap_or(1);
        let tier = i64::try_from(self.tier.index()).unwrap_or(0);
        let prices = PriceList {
            coin: self.home.coin,
            level: self.home.land.level * (100 + 45 * tier) / 100,
            // Those who work for the largest name prices least often.
            silent: dice.percent(6 + 8 * tier),
        };
        let offer = |(place, service): (usize, Service)| ServiceOffer {
            service,
            featured: place < specialities.min(core.len()),
            price: prices.price(service, dice),
            description: if dice.percent(38) {
                (*dice.pick(tongue.phrases().offers)).to_owned()
            } else {
                String::new()
            },
        };
        core.iter().copied().chain(further).take(9).enumerate().map(offer).collect()
    }

    fn featured_work(&self, tongue: Tongue, dice: &mut Dice) -> Vec<FeaturedWork> {
        some(tongue.phrases().works, dice.between(-2, 4), dice)
            .into_iter()
            .map(|(title, description)| {
                let client = dice.pick(self.clients);
                FeaturedWork {
                    title: title.replace("{name}", &client.company),
                    description: description.to_owned(),
                    link: dice.percent(70).then(|| client.website.clone()),
                }
            })
            .collect()
    }

    /// The networks' own hosts cannot be made up, so the names of the pages are.
    fn social(&self, dice: &mut Dice) -> Vec<SocialLink> {
        let networks = some(&SocialNetwork::ALL, dice.between(-1, 4), dice);
        networks.into_iter().map(|network| social_link(network, self.handle.as_str())).collect()
    }
}

/// The page of a firm that does not exist.
pub(super) fn social_link(network: SocialNetwork, handle: &str) -> SocialLink {
    let page = format!("{handle}-example");
    let url = match network {
        SocialNetwork::Linkedin => format!("https://www.linkedin.com/company/{page}"),
        SocialNetwork::Instagram => format!("https://www.instagram.com/{page}"),
        SocialNetwork::Facebook => format!("https://www.facebook.com/{page}"),
        SocialNetwork::X => format!("https://x.com/{page}"),
        SocialNetwork::Youtube => format!("https://www.youtube.com/@{page}"),
    };
    SocialLink { network, url }
}

/// What goes into the gaps of phrases.
#[derive(Debug)]
struct Blanks<'a> {
    name: &'a str,
    city: &'a str,
    year: String,
    people: String,
    /// Empty if the partner names none.
    trades: String,
}

impl Blanks<'_> {
    fn fill(&self, phrase: &str) -> String {
        if !phrase.contains('{') {
            return phrase.to_owned();
        }
        phrase
            .replace("{name}", self.name)
            .replace("{city}", self.city)
            .replace("{year}", &self.year)
            .replace("{people}", &self.people)
            .replace("{trades}", &self.trades)
    }
}

/// Two or three paragraphs.
fn bio(blanks: &Blanks<'_>, craft: Craft, tongue: Tongue, dice: &mut Dice) -> String {
    let phrases = tongue.phrases();
    let mut first = vec![*dice.pick(phrases.openings)];
    first.extend(some(phrases.crafts(craft), dice.between(1, 2), dice));
    let mut second = some(phrases.ways, dice.between(1, 3), dice);
    let clients = *dice.pick(phrases.clients);
    if dice.percent(70) && (!clients.contains("{trades}") || !blanks.trades.is_empty()) {
        second.push(clients);
    }
    let last = dice.percent(75).then(|| *dice.pick(phrases.closings));
    let paragraph = |sentences: &[&str]| blanks.fill(&sentences.join(" "));
    let mut bio = [paragraph(&first), paragraph(&second)].join("\n\n");
    if let Some(last) = last {
        bio.push_str("\n\n");
        bio.push_str(&blanks.fill(last));
    }
    bio
}

/// Up to so many different ones, in the order in which they fall.
pub(super) fn some<T: Copy + PartialEq>(from: &[T], count: i64, dice: &mut Dice) -> Vec<T> {
    let mut chosen = Vec::new();
    for _ in 0..count.max(0) {
        let one = *dice.pick(from);
        if !chosen.contains(&one) {
            chosen.push(one);
        }
    }
    chosen
}

fn and(language: Language) -> &'static str {
    match language {
        Language::En => " and ",
        Language::Sv => " och ",
        Language::Vi => " và ",
    }
}

/// As in the middle of a sentence; `B2B` stays as it is.
fn lower(words: &str) -> String {
    if words.chars().any(char::is_lowercase) { words.to_lowercase() } else { words.to_owned() }
}
