//! Every public page that has a file of its own, with what it shows.

use guildhall_contract::directory::DirectoryPage;
use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::PublicReview;
use guildhall_domain::cutover::Dates;
use guildhall_domain::taxonomy::{Category, Service};

use crate::address::Place;
use crate::i18n::{texts, words};
use crate::pages::lower;
use crate::parts::country;

/// A public page.
#[derive(Debug, Clone, Copy)]
pub enum Page<'a> {
    /// The opening page, with the first page of everything.
    Home(&'a DirectoryPage),
    /// A category, with the first page of its partners.
    Category(Category, &'a DirectoryPage),
    /// A service, with the first page of its partners.
    Service(Service, &'a DirectoryPage),
    /// A partner's own page, with its published reviews, newest first: all of them, or the first page.
    Profile(&'a PublicProfile, &'a [PublicReview]),
    /// What the order of partners counts.
    HowRankingWorks,
    /// Who may review, and what becomes of it.
    ReviewPolicy,
    /// How partners move over from the marketplace, by these dates.
    Moving(Dates),
    /// What a profile is made of.
    AboutProfiles,
}

impl Page<'_> {
    /// Where it is; nothing for a profile whose handle is none.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        Some(match self {
            Self::Home(_) => Place::Home,
            Self::Category(category, _) => Place::Category(*category),
            Self::Service(service, _) => Place::Service(*service),
            Self::Profile(profile, _) => Place::Profile(profile.handle.parse().ok()?),
            Self::HowRankingWorks => Place::HowRankingWorks,
            Self::ReviewPolicy => Place::ReviewPolicy,
            Self::Moving(_) => Place::Moving,
            Self::AboutProfiles => Place::AboutProfiles,
        })
    }

    /// Its title, in the language that is spoken: what it is, then where.
    #[must_use]
    pub fn title(&self) -> String {
        let what = match self {
            Self::Home(_) => texts::frame::directory().to_owned(),
            Self::Category(category, _) => texts::listing::title(words(&category.words())),
            Self::Service(service, _) => texts::listing::title(words(&service.words())),
            Self::Profile(profile, _) => match profile.city.trim() {
                "" => format!("{}, {}", profile.name, country(&profile.country)),
                city => format!("{}, {city}", profile.name),
            },
            Self::HowRankingWorks => texts::ranking::title().to_owned(),
            Self::ReviewPolicy => texts::policy::title().to_owned(),
            Self::Moving(_) => texts::moving::title().to_owned(),
            Self::AboutProfiles => texts::about_profiles::title().to_owned(),
        };
        format!("{what} · Guildhall")
    }

    /// What a search engine says under the title, in the language that is spoken.
    #[must_use]
    pub fn description(&self) -> String {
        match self {
            Self::Home(_) => texts::home::description().to_owned(),
            Self::Category(category, page) => listing(words(&category.words()), page),
            Self::Service(service, page) => listing(words(&service.words()), page),
            Self::Profile(profile, _) => match (profile.tagline.trim(), profile.bio.trim()) {
                ("", "") => texts::profile::description(&profile.name),
                ("", words) | (words, _) => shortened(words),
            },
            Self::HowRankingWorks => texts::ranking::lead().to_owned(),
            Self::ReviewPolicy => texts::policy::lead().to_owned(),
            Self::Moving(_) => texts::moving::lead().to_owned(),
            Self::AboutProfiles => texts::about_profiles::lead().to_owned(),
        }
    }
}

fn listing(name: &str, page: &DirectoryPage) -> String {
    texts::listing::description(u64::try_from(page.total).unwrap_or(u64::MAX), &lower(name))
}

/// About as much as search engines show, cut between words.
fn shortened(text: &str) -> String {
    const MOST: usize = 160;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= MOST {
        return text;
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        let long = "We build shops, ".repeat(20);
        let short = shortened(&long);
        assert!(short.chars().count() <= 161 && short.ends_with("shops…"), "{short}");
        assert_eq!(shortened("Short.\n\nAnd sweet."), "Short. And sweet.");
    }
}
