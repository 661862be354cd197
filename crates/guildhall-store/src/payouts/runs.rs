//! Runs: begun once, gone on with, and done once.

use guildhall_domain::payout::{PayoutRun, Period};

use super::Payouts;
use crate::StoreError;
use crate::item::{payout_run_item, read_payout_run};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::{self, Key};

impl Payouts {
    /// Every run that was begun, oldest first. There are two dozen a year.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn runs(&self) -> Result<Vec<Kept<PayoutRun>>, StoreError> {
        self.table.all_of(keys::PAYOUT_RUNS, "").await?.into_iter().map(read_payout_run).collect()
    }

    /// The run of a period as it stands now, if it was begun.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn run(&self, period: Period) -> Result<Option<Kept<PayoutRun>>, StoreError> {
        let item = self.table.get(&Key::payout_run(period), true).await?;
        item.and_then(living).map(read_payout_run).transpose()
    }

    /// Writes how a run stands, provided that the revision before stands there.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn put_run(&self, run: Kept<PayoutRun>) -> Result<KeptPut<PayoutRun>, StoreError> {
        let item = payout_run_item(&run)?;
        self.table.keep(run, item, read_payout_run).await
    }
}
