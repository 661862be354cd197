//! The referral terms, by version. A lead and a referral record keep the version they came under, so a
//! new version changes nothing that is older than it.

mod earning;
#[cfg(test)]
mod tests;
mod versions;
mod why;

pub use earning::{Estimate, Fees, LIST_PRICES, ListPrice, Rhythm, estimate, list_price};
pub use versions::TERMS;

use chrono::{DateTime, NaiveDate, Utc};

use super::words::Words;
use crate::lead::{Product, Support};
use crate::money::Money;
use crate::referral::Source;

/// What a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeeBase {
    /// The plan's fee before discounts and credits.
    Base,
    /// What the merchant was billed, after them.
    Billed,
}

/// What terms grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// A share of each payment of the merchant's.
    Share {
        /// In hundredths of a percent: 2000 is 20 %.
        basis_points: u16,
        /// Of what.
        of: FeeBase,
    },
    /// Once, for the referral.
    Bonus(Money),
}

/// One version of the terms for one source of referrals.
#[derive(Debug)]
pub struct Terms {
    /// Its name, for good: `plus-2025-07`.
    pub id: &'static str,
    /// For which referrals.
    pub source: Source,
    /// Only for leads filed with, or only for those filed without sales support; `None` means for both.
    pub support: Option<Support>,
    /// The first day it is in force, UTC.
    pub since: NaiveDate,
    /// What it grants.
    pub grant: Grant,
    /// What it grants, in a sentence.
    pub words: Words,
}

impl Terms {
    /// Which product's leads it is for; `None` when it is not for leads.
    #[must_use]
    pub fn product(&self) -> Option<Product> {
        Product::ALL.into_iter().find(|product| source_of(*product) == self.source)
    }

    /// The first day on which it is in force for no new referral any more; `None` while it is.
    #[must_use]
    pub fn until(&self) -> Option<NaiveDate> {
        let ends = SUPPORTS.into_iter().filter(|support| self.fits(*support)).map(|support| {
            let later = TERMS.iter().filter(|other| other.source == self.source && other.fits(support));
            later.map(|other| other.since).filter(|since| *since > self.since).min()
        });
        // An end that is open comes after every other.
        ends.max_by_key(|end| end.unwrap_or(NaiveDate::MAX)).flatten()
    }

    /// Whether having asked for sales support or not was what chose these terms for a referral of this
    /// day, and if so, which of the two; `None` when they hold either way.
    #[must_use]
    pub fn chosen_by(&self, referred_at: DateTime<Utc>) -> Option<Support> {
        let holds = |support: &Support| {
            terms_for(&self.source, *support, referred_at).is_some_and(|terms| terms.id == self.id)
        };
        let held: Vec<_> = SUPPORTS.into_iter().filter(holds).collect();
        match held[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The one-time bonus, if that is what it grants.
    #[must_use]
    pub fn bonus(&self) -> Option<Money> {
        match self.grant {
            Grant::Bonus(amount) => Some(amount),
            Grant::Share { .. } => None,
        }
    }

    fn fits(&self, support: Support) -> bool {
        self.support.is_none_or(|wanted| wanted == support)
    }
}

const SUPPORTS: [Support; 2] = [Support::None, Support::Requested];

/// The source that an awarded or paid lead of a product is.
fn source_of(product: Product) -> Source {
    match product {
        Product::Plus => Source::PlusLead,
        Product::Pos => Source::PosLead,
    }
}

/// The terms in force for a merchant who is referred at this moment: the newest that fits. `None` for a
/// source that the programme has no terms for; such a referral earns what is booked for it by hand.
#[must_use]
pub fn terms_for(source: &Source, support: Support, referred_at: DateTime<Utc>) -> Option<&'static Terms> {
    let day = referred_at.date_naive();
    let fits = |terms: &&Terms| terms.source == *source && terms.fits(support);
    let newest = TERMS.iter().filter(fits).filter(|terms| terms.since <= day).max_by_key(|terms| terms.since);
    // Nothing is older than the first version; a clock before it gets that one.
    newest.or_else(|| TERMS.iter().find(fits))
}

/// The terms in force for a lead that is filed now.
#[must_use]
pub fn terms_at(product: Product, support: Support, now: DateTime<Utc>) -> &'static Terms {
    // A test holds that there are terms for every lead.
    terms_for(&source_of(product), support, now).unwrap_or(&TERMS[0])
}

/// The terms with this name.
#[must_use]
pub fn terms_by_id(id: &str) -> Option<&'static Terms> {
    TERMS.iter().find(|terms| terms.id == id)
}
