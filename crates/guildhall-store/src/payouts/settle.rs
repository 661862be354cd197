//! Settling an account's payout: it is written once, and money leaves the account with it or not at all.

use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use guildhall_domain::payout::Payout;
use guildhall_domain::referral::Account;

use super::Payouts;
use crate::StoreError;
use crate::changes::Changes;
use crate::item::{PAID, PAID_THROUGH, Reader, number, payout_item, read_payout, text};
use crate::keys::Key;
use crate::table::{Expected, VERSION, Written};
use crate::transaction::Ending;

/// What became of settling a payout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It is written.
    Done,
    /// A payout of this period and currency stands there already, which may be another one.
    Known(Box<Payout>),
    /// Something was booked on the account meanwhile: look at it again.
    Moved,
}

impl Payouts {
    /// Writes a payout that was decided by the account as it was read. What is paid is taken from the account in the
    /// same transaction; what is kept back stays in it.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or a sum is out of range.
    pub async fn settle(&self, payout: &Payout, account: &Account) -> Result<Settled, StoreError> {
        let put = self.table.put_expecting(payout_item(payout)?, Expected::Nothing)?;
        if !payout.is_paid() {
            return match self.table.put_alone(put).await? {
                Written::Done => Ok(Settled::Done),
                Written::Refused(there) => known(there.map(Reader::new)),
            };
        }
        let writes = vec![
            TransactWriteItem::builder().put(put).build(),
            TransactWriteItem::builder().update(self.pay(payout, account)?).build(),
        ];
        match self.table.write_together(writes).await? {
            Ending::Done => Ok(Settled::Done),
            Ending::Refused(mut refusals) => match refusals.at(0) {
                Some(there) => known(there.map(Reader::new)),
                None => Ok(Settled::Moved),
            },
        }
    }

    fn pay(&self, payout: &Payout, account: &Account) -> Result<Update, StoreError> {
        let paid = account.paid.checked_add(payout.amount.minor);
        let paid = paid.ok_or_else(|| StoreError::Unwritable("a sum is out of range".to_owned()))?;
        let through = account.paid_through.max(Some(payout.period)).unwrap_or(payout.period);
        let mut changes = Changes::default()
            .put(PAID, Some(number(paid)))
            .put(PAID_THROUGH, Some(text(through.to_string())))
            .count_up(VERSION);
        let condition =
            format!("{} = {}", changes.name(VERSION), changes.value("expected", number(account.version)));
        self.table.update(&Key::account(&account.org, account.currency), changes, condition)
    }
}

fn known(there: Option<Reader>) -> Result<Settled, StoreError> {
    match there {
        Some(reader) => Ok(Settled::Known(Box::new(read_payout(reader)?))),
        None => Ok(Settled::Moved),
    }
}
