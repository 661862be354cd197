//! Several writes that happen together or not at all, and what became of each.

use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{CancellationReason, TransactWriteItem};

use crate::item::Attributes;
use crate::patience::{Patience, is_refused_by_transaction};
use crate::{StoreError, Table};

const CONDITION_FAILED: &str = "ConditionalCheckFailed";

/// How a transaction ended.
pub(crate) enum Ending {
    /// All of it is written.
    Done,
    /// A condition failed, so nothing is written.
    Refused(Refusals),
}

/// Why a transaction was refused, by the place of each write.
pub(crate) struct Refusals(Vec<CancellationReason>);

impl Refusals {
    /// Whether the condition of the write at this place failed; if so, the item that stood there.
    pub(crate) fn at(&mut self, place: usize) -> Option<Option<Attributes>> {
        let reason = self.0.get_mut(place)?;
        (reason.code() == Some(CONDITION_FAILED)).then(|| reason.item.take())
    }
}

impl Table {
    /// Writes all or nothing.
    pub(crate) async fn write_together(&self, writes: Vec<TransactWriteItem>) -> Result<Ending, StoreError> {
        let mut patience = Patience::new();
        loop {
            let request = self.client().transact_write_items().set_transact_items(Some(writes.clone()));
            let error = match request.set_return_consumed_capacity(self.metering()).send().await {
                Ok(answer) => {
                    self.note("TransactWriteItems", answer.consumed_capacity());
                    return Ok(Ending::Done);
                }
                Err(error) => error,
            };
            self.note("TransactWriteItems", &[]);
            let Some(TransactWriteItemsError::TransactionCanceledException(canceled)) =
                error.as_service_error()
            else {
                return Err(StoreError::of("TransactWriteItems", &error));
            };
            let reasons = canceled.cancellation_reasons().to_vec();
            // While another transaction holds one of the items, what is said of the others may soon be
            // something else, so this comes first.
            let busy =
                reasons.iter().map(CancellationReason::code).find(|code| is_refused_by_transaction(*code));
            if let Some(code) = busy {
                if patience.is_left().await {
                    continue;
                }
                return Err(StoreError::of_code("TransactWriteItems", code));
            }
            if reasons.iter().any(|reason| reason.code() == Some(CONDITION_FAILED)) {
                return Ok(Ending::Refused(Refusals(reasons)));
            }
            let code = reasons.iter().filter_map(CancellationReason::code).find(|code| *code != "None");
            return Err(StoreError::of_code("TransactWriteItems", code));
        }
    }
}
