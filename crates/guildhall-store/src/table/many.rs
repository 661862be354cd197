//! Several items by their keys, in one call.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::KeysAndAttributes;

use super::{PK, SK, Table};
use crate::StoreError;
use crate::item::{Attributes, Reader, text};
use crate::keys::Key;
use crate::patience::Patience;

impl Table {
    /// The items that stand at these keys (a hundred at most), as they stand now.
    pub(crate) async fn get_many(&self, keys: &[&Key]) -> Result<HashMap<Key, Attributes>, StoreError> {
        let keys = keys
            .iter()
            .map(|key| Attributes::from([(PK.to_owned(), text(&key.pk)), (SK.to_owned(), text(&key.sk))]));
        let mut wanted = KeysAndAttributes::builder()
            .set_keys(Some(keys.collect()))
            .consistent_read(true)
            .build()
            .map_err(|error| StoreError::Unwritable(error.to_string()))?;
        let mut found = HashMap::new();
        let mut patience = Patience::new();
        loop {
            let request = self.client().batch_get_item().request_items(self.name(), wanted);
            let answer = request.set_return_consumed_capacity(self.metering()).send().await;
            let answer = answer.map_err(|error| StoreError::of("BatchGetItem", &error))?;
            self.note("BatchGetItem", answer.consumed_capacity());
            let items = answer.responses.unwrap_or_default().remove(self.name()).unwrap_or_default();
            for item in items {
                let reader = Reader::new(item);
                let key = reader.key(|pk, sk| Some(Key { pk: pk.to_owned(), sk: sk.to_owned() }))?;
                found.insert(key, reader.into_attributes());
            }
            wanted = match answer.unprocessed_keys.unwrap_or_default().remove(self.name()) {
                Some(left) => left,
                None => return Ok(found),
            };
            if !patience.is_left().await {
                return Err(StoreError::of_code("BatchGetItem", Some("ThrottlingException")));
            }
        }
    }
}
