//! Reading the ledger and the accounts. Written they are only with what caused it.

use guildhall_domain::ids::OrgId;
use guildhall_domain::money::Currency;
use guildhall_domain::referral::ledger::LedgerRow;
use guildhall_domain::referral::{Account, EntryId, LedgerEntry};

use crate::item::{Item, Reader, read_account, read_entry};
use crate::keys::{self, Key};
use crate::view::{Listed, Seen, Source, seen};
use crate::{StoreError, Table};

/// The ledgers and accounts of the table.
#[derive(Debug, Clone)]
pub struct Ledger {
    table: Table,
}

impl Ledger {
    /// The ledgers and accounts of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// One entry.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn entry(&self, org: &OrgId, id: EntryId) -> Result<Option<LedgerEntry>, StoreError> {
        let item = self.table.get(&Key::entry(org, id), true).await?;
        item.map(|item| read_entry(Reader::new(item))).transpose()
    }

    /// One account as it stands now; `None` if nothing was ever booked on it.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn account(&self, org: &OrgId, currency: Currency) -> Result<Option<Account>, StoreError> {
        let item = self.table.get(&Key::account(org, currency), true).await?;
        item.map(|item| read_account(Reader::new(item))).transpose()
    }

    /// The accounts of an organisation as they stand now, one for each currency, by the currencies' codes. One call.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn accounts_of(&self, org: &OrgId) -> Result<Vec<Account>, StoreError> {
        self.table.all_of(&keys::accounts_of(org), "").await?.into_iter().map(read_account).collect()
    }

    /// Every account, by organisation and currency. A moment behind, since an index says so; a call for each megabyte.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        self.table.all_of_owner(keys::ACCOUNTS).await?.into_iter().map(read_account).collect()
    }
}

impl Listed for LedgerRow {
    type List = OrgId;
    type Id = EntryId;

    fn source(org: &OrgId) -> Source {
        Source::Partition(keys::ledger_of(org))
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        let id = |pk: &str, sk: &str| keys::entry_at(pk, sk).map(|(_, id)| id);
        // An entry never changes.
        seen(item, id, |_: &Self| 1, |reader| read_entry(reader).map(Self::from))
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}
