//! A look at the table past the store, for what the store never shows.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_dynamodb::{Client, config};
use guildhall_store::keys::Key;

use super::Bench;

pub(crate) type Attributes = HashMap<String, AttributeValue>;

impl Bench {
    pub(crate) fn client(&self) -> Client {
        let config = config::Config::builder()
            .behavior_version(config::BehaviorVersion::latest())
            .region(config::Region::from_static("eu-north-1"))
            .credentials_provider(config::Credentials::new("guildhall", "guildhall", None, None, "test"))
            .endpoint_url(&self.endpoint)
            .build();
        Client::from_conf(config)
    }

    pub(crate) async fn raw(&self, key: &Key) -> Option<Attributes> {
        let request = self.client().get_item().table_name(self.table.name()).consistent_read(true);
        let request = request.key("PK", AttributeValue::S(key.pk.clone()));
        request.key("SK", AttributeValue::S(key.sk.clone())).send().await.unwrap().item
    }

    pub(crate) async fn put_raw(&self, item: Attributes) {
        let request = self.client().put_item().table_name(self.table.name());
        request.set_item(Some(item)).send().await.unwrap();
    }

    /// Every item of the table.
    pub(crate) async fn everything(&self) -> Vec<Attributes> {
        let pages = self.client().scan().table_name(self.table.name()).consistent_read(true).into_paginator();
        let mut items = pages.items().send();
        let mut everything = Vec::new();
        while let Some(item) = items.next().await {
            everything.push(item.unwrap());
        }
        everything
    }
}
