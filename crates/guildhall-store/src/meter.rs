//! Counts what each call to the table costs. Only tests and benchmarks carry a meter; without one the
//! table is not asked for figures at all.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use aws_sdk_dynamodb::types::{Capacity, ConsumedCapacity};

/// One call to the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The operation, in DynamoDB's word.
    pub operation: &'static str,
    /// Read or write units in all. DynamoDB tells no figure for a write whose condition failed.
    pub units: f64,
    /// Units by where they went: `table`, or an index's name.
    pub parts: BTreeMap<String, f64>,
}

/// Keeps every call since it was last emptied.
#[derive(Debug, Default)]
pub struct Meter {
    calls: Mutex<Vec<Call>>,
}

impl Meter {
    /// Takes out the calls made so far.
    pub fn take(&self) -> Vec<Call> {
        std::mem::take(&mut self.calls.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn note(&self, operation: &'static str, consumed: &[ConsumedCapacity]) {
        let mut call = Call { operation, units: 0.0, parts: BTreeMap::new() };
        for one in consumed {
            call.units += one.capacity_units().unwrap_or_default();
            call.add("table", one.table());
            let local = one.local_secondary_indexes().into_iter().flatten();
            let global = one.global_secondary_indexes().into_iter().flatten();
            for (index, capacity) in local.chain(global) {
                call.add(index, Some(capacity));
            }
        }
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).push(call);
    }
}

impl Call {
    fn add(&mut self, part: &str, capacity: Option<&Capacity>) {
        if let Some(units) = capacity.and_then(Capacity::capacity_units) {
            *self.parts.entry(part.to_owned()).or_default() += units;
        }
    }
}
