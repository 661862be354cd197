//! Writing many items at once, for demo data, imports and benchmarks. Whatever stands at a key is
//! overwritten, and a list that somebody holds meanwhile may miss what took longer than its overlap to
//! be written; so this belongs before the first request, never into one.

use guildhall_domain::audit::AuditEntry;
use guildhall_domain::ids::OrgId;
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::lead::Lead;
use guildhall_domain::payout::{Payout, PayoutDetails, PayoutRun};
use guildhall_domain::profile::PartnerProfile;
use guildhall_domain::referral::{Account, LedgerEntry, ReferralRecord};
use guildhall_domain::representative::Representative;
use guildhall_domain::review::{Ratings, Review};

use crate::item::{
    Attributes, account_item, audit_item, entry_item, inquiry_item, lead_item, number, partner_profile_item,
    payout_details_item, payout_item, payout_run_item, public_copy_item, referral_item, representative_item,
    review_item,
};
use crate::kept::Kept;
use crate::leads::Unique;
use crate::table::EXPIRES_AT;
use crate::{Micros, StoreError, Table};

/// Writes many items.
#[derive(Debug, Clone)]
pub struct Bulk {
    table: Table,
    first_changed_at: Option<Micros>,
    expires_at: Option<i64>,
}

impl Bulk {
    /// Writes to a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table, first_changed_at: None, expires_at: None }
    }

    /// Makes the items look as if the first had been written at this moment, and each further one a
    /// microsecond later. Lists read again what is younger than half a minute, so data that was there
    /// before anybody looked should not look new.
    #[must_use]
    pub fn backdated(mut self, first: Micros) -> Self {
        self.first_changed_at = Some(first);
        self
    }

    /// Lets the items expire at a moment, in seconds since 1970.
    #[must_use]
    pub fn expiring(mut self, at: i64) -> Self {
        self.expires_at = Some(at);
        self
    }

    /// Writes leads, and the markers of their references.
    ///
    /// # Errors
    /// When the table does not answer, or does not take all of it in time.
    pub async fn leads(&self, leads: &[Lead]) -> Result<(), StoreError> {
        let items = leads.iter().zip(0..).map(|(lead, place)| lead_item(lead, None, self.changed_at(place)));
        let markers =
            leads.iter().flat_map(|lead| Unique::of(lead).into_iter().map(|one| Ok(one.item(&lead.id))));
        self.write(items.chain(markers).collect::<Result<_, _>>()?).await
    }

    /// Writes referral records.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn referrals(&self, records: &[ReferralRecord]) -> Result<(), StoreError> {
        let items =
            records.iter().zip(0..).map(|(record, place)| referral_item(record, self.changed_at(place)));
        self.write(items.collect::<Result<_, _>>()?).await
    }

    /// Writes entries of ledgers. Records and accounts must come to the same sums.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn ledger(&self, entries: &[LedgerEntry]) -> Result<(), StoreError> {
        let items = entries.iter().zip(0..).map(|(entry, place)| entry_item(entry, self.changed_at(place)));
        self.write(items.collect::<Result<_, _>>()?).await
    }

    /// Writes accounts.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn accounts(&self, accounts: &[Account]) -> Result<(), StoreError> {
        self.write(accounts.iter().map(account_item).collect::<Result<_, _>>()?).await
    }

    /// Writes where organisations are paid, and what runs did about their accounts.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn payouts(
        &self,
        details: &[(OrgId, PayoutDetails)],
        runs: &[PayoutRun],
        payouts: &[Payout],
    ) -> Result<(), StoreError> {
        let details =
            details.iter().map(|(org, details)| payout_details_item(org, &Kept::first(details.clone())));
        let runs = runs.iter().map(|run| payout_run_item(&Kept::first(run.clone())));
        let items = details.chain(runs).chain(payouts.iter().map(payout_item));
        self.write(items.collect::<Result<_, _>>()?).await
    }

    /// Writes representatives.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn representatives(&self, everybody: &[Representative]) -> Result<(), StoreError> {
        let item = |rep: &Representative| representative_item(&Kept::first(rep.clone()));
        self.write(everybody.iter().map(item).collect::<Result<_, _>>()?).await
    }

    /// Writes profiles, and what the world sees of them with the ratings that their published reviews
    /// come to.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn partner_profiles(&self, profiles: &[(PartnerProfile, Ratings)]) -> Result<(), StoreError> {
        let copies = profiles.iter().zip(0..).map(|((profile, ratings), place)| {
            public_copy_item(profile, *ratings, profile.version, self.changed_at(place))
        });
        let items = profiles.iter().map(|(profile, _)| partner_profile_item(profile));
        self.write(items.chain(copies).collect::<Result<_, _>>()?).await
    }

    /// Writes inquiries. No limit counts them, and further ones of the same senders are no repeats of them:
    /// what stands for a sender's address is known to whoever takes inquiries and not here.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn inquiries(&self, inquiries: &[Inquiry]) -> Result<(), StoreError> {
        let items = inquiries
            .iter()
            .zip(0..)
            .map(|(inquiry, place)| inquiry_item(inquiry, None, self.changed_at(place)));
        self.write(items.collect::<Result<_, _>>()?).await
    }

    /// Writes reviews. The ratings that the published ones come to are written with the profiles.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn reviews(&self, reviews: &[Review]) -> Result<(), StoreError> {
        let items =
            reviews.iter().zip(0..).map(|(review, place)| review_item(review, self.changed_at(place)));
        self.write(items.collect::<Result<_, _>>()?).await
    }

    /// Writes entries of the audit log.
    ///
    /// # Errors
    /// As [`Self::leads`].
    pub async fn audit(&self, entries: &[AuditEntry]) -> Result<(), StoreError> {
        let items = entries.iter().zip(0..).map(|(entry, place)| audit_item(entry, self.changed_at(place)));
        self.write(items.collect::<Result<_, _>>()?).await
    }

    fn changed_at(&self, place: i64) -> Micros {
        self.first_changed_at.map_or_else(Micros::now, |first| Micros(first.0 + place))
    }

    async fn write(&self, mut items: Vec<Attributes>) -> Result<(), StoreError> {
        if let Some(at) = self.expires_at {
            for item in &mut items {
                item.insert(EXPIRES_AT.to_owned(), number(at));
            }
        }
        self.table.put_many(items).await
    }
}
