//! Payouts: what runs did about accounts, once and for all, and where organisations are paid.

mod runs;
mod settle;

use std::collections::HashMap;

use guildhall_domain::ids::OrgId;
use guildhall_domain::money::Currency;
use guildhall_domain::organisation::Organisation;
use guildhall_domain::payout::{Payout, PayoutDetails, Period};
use guildhall_domain::referral::Account;

use crate::item::{
    Reader, payout_details_item, read_account, read_organisation, read_payout, read_payout_details,
};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::{self, Key};
use crate::{StoreError, Table};

pub use settle::Settled;

/// How many accounts can be looked into at once: each has three items, and a call takes a hundred.
const AT_ONCE: usize = 33;

/// The payouts of the table.
#[derive(Debug, Clone)]
pub struct Payouts {
    table: Table,
}

/// All that a run has to know of an account, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// The account.
    pub account: Account,
    /// Its organisation; `None` if it is gone.
    pub organisation: Option<Organisation>,
    /// Where it is paid; `None` if nobody has said so.
    pub details: Option<PayoutDetails>,
}

impl Payouts {
    /// The payouts of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// What runs did about an organisation's accounts, oldest first: a call for each megabyte.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn of_org(&self, org: &OrgId) -> Result<Vec<Payout>, StoreError> {
        self.table.all_of(&keys::payouts_of(org), "").await?.into_iter().map(read_payout).collect()
    }

    /// One payout.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(
        &self,
        org: &OrgId,
        period: Period,
        currency: Currency,
    ) -> Result<Option<Payout>, StoreError> {
        let item = self.table.get(&Key::payout(org, period, currency), true).await?;
        item.map(|item| read_payout(Reader::new(item))).transpose()
    }

    /// What a run did, by organisation and currency. A moment behind, since an index says so; a call for each megabyte.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn of_run(&self, period: Period) -> Result<Vec<Payout>, StoreError> {
        self.table.all_of_owner(&keys::payouts_in(period)).await?.into_iter().map(read_payout).collect()
    }

    /// Where an organisation is paid.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn details(&self, org: &OrgId) -> Result<Option<Kept<PayoutDetails>>, StoreError> {
        let item = self.table.get(&Key::payout_details(org), true).await?;
        let Some(reader) = item.and_then(living) else { return Ok(None) };
        read_payout_details(reader).map(|(_, details)| Some(details))
    }

    /// Where every organisation is paid that has said so. A moment behind, since an index says so.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn all_details(&self) -> Result<HashMap<OrgId, PayoutDetails>, StoreError> {
        let readers = self.table.all_of_owner(keys::PAYOUT_DETAILS).await?;
        let read = |reader| read_payout_details(reader).map(|(org, details)| (org, details.value));
        readers.into_iter().map(read).collect()
    }

    /// Writes where an organisation is paid, provided that the revision before stands there.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn put_details(
        &self,
        org: &OrgId,
        details: Kept<PayoutDetails>,
    ) -> Result<KeptPut<PayoutDetails>, StoreError> {
        let item = payout_details_item(org, &details)?;
        self.table.keep(details, item, |reader| read_payout_details(reader).map(|(_, details)| details)).await
    }

    /// All that a run has to know of these accounts, as they stand now: a call for each thirty-three of them. An account
    /// that is not there is left out.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn dossiers(&self, accounts: &[(OrgId, Currency)]) -> Result<Vec<Dossier>, StoreError> {
        let mut dossiers = Vec::with_capacity(accounts.len());
        for accounts in accounts.chunks(AT_ONCE) {
            dossiers.extend(self.dossiers_at_once(accounts).await?);
        }
        Ok(dossiers)
    }

    async fn dossiers_at_once(&self, accounts: &[(OrgId, Currency)]) -> Result<Vec<Dossier>, StoreError> {
        let mut keys: Vec<_> = accounts
            .iter()
            .flat_map(|(org, currency)| {
                [Key::account(org, *currency), Key::organisation(org), Key::payout_details(org)]
            })
            .collect();
        // The table refuses to be asked for one item twice in a call.
        keys.sort_unstable_by(|left, right| (&left.pk, &left.sk).cmp(&(&right.pk, &right.sk)));
        keys.dedup();
        let found = self.table.get_many(&keys.iter().collect::<Vec<_>>()).await?;
        let at = |key: &Key| found.get(key).cloned().and_then(living);
        let mut dossiers = Vec::with_capacity(accounts.len());
        for (org, currency) in accounts {
            let Some(account) = at(&Key::account(org, *currency)) else { continue };
            let organisation = at(&Key::organisation(org)).map(read_organisation).transpose()?;
            let details = at(&Key::payout_details(org)).map(read_payout_details).transpose()?;
            dossiers.push(Dossier {
                account: read_account(account)?,
                organisation: organisation.map(|kept| kept.value),
                details: details.map(|(_, kept)| kept.value),
            });
        }
        Ok(dossiers)
    }
}
