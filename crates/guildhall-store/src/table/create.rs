//! Creates the table on an emulator. In AWS the deployed template does this.

use std::time::Duration;

use aws_sdk_dynamodb::error::{BuildError, ProvideErrorMetadata};
use aws_sdk_dynamodb::operation::create_table::builders::CreateTableFluentBuilder;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, LocalSecondaryIndex,
    Projection, ProjectionType, ScalarAttributeType, StreamSpecification, StreamViewType, TableStatus,
    TimeToLiveSpecification,
};

use super::Table;
use super::definition::{BY_CHANGE, BY_OWNER, CHANGED_AT, EXPIRES_AT, GSI1PK, GSI1SK, LIST_COLUMNS, PK, SK};
use crate::StoreError;

/// How often to look whether the table is there; with 20 ms between looks, 6 seconds.
const LOOKS: u32 = 300;

impl Table {
    /// Creates the table with its indexes, stream and expiry, and waits until it answers. A table that
    /// exists already is left as it is.
    ///
    /// # Errors
    /// When the table cannot be created or does not become ready.
    pub async fn ensure_created(&self) -> Result<(), StoreError> {
        let request = described(self.client().create_table().table_name(self.name()))
            .map_err(|error| StoreError::Unwritable(error.to_string()))?;
        match request.send().await {
            Ok(_) => {}
            Err(error) if error.code() == Some("ResourceInUseException") => {
                return self.wait_until_ready().await;
            }
            Err(error) => return Err(StoreError::of("CreateTable", &error)),
        }
        self.wait_until_ready().await?;
        self.switch_on_expiry().await
    }

    async fn wait_until_ready(&self) -> Result<(), StoreError> {
        for _ in 0..LOOKS {
            let answer = self.client().describe_table().table_name(self.name()).send().await;
            let answer = answer.map_err(|error| StoreError::of("DescribeTable", &error))?;
            if answer.table().and_then(|table| table.table_status()) == Some(&TableStatus::Active) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(StoreError::Unavailable { reason: "the table does not become ready".to_owned() })
    }

    async fn switch_on_expiry(&self) -> Result<(), StoreError> {
        let expiry = TimeToLiveSpecification::builder().enabled(true).attribute_name(EXPIRES_AT).build();
        let expiry = expiry.map_err(|error| StoreError::Unwritable(error.to_string()))?;
        let request = self.client().update_time_to_live().table_name(self.name());
        match request.time_to_live_specification(expiry).send().await {
            Ok(_) => Ok(()),
            Err(error) => Err(StoreError::of("UpdateTimeToLive", &error)),
        }
    }
}

fn described(request: CreateTableFluentBuilder) -> Result<CreateTableFluentBuilder, BuildError> {
    let text = ScalarAttributeType::S;
    let stream = StreamSpecification::builder()
        .stream_enabled(true)
        .stream_view_type(StreamViewType::NewAndOldImages)
        .build()?;
    let by_change = LocalSecondaryIndex::builder()
        .index_name(BY_CHANGE)
        .key_schema(key(PK, KeyType::Hash)?)
        .key_schema(key(CHANGED_AT, KeyType::Range)?)
        .projection(list_columns())
        .build()?;
    let by_owner = GlobalSecondaryIndex::builder()
        .index_name(BY_OWNER)
        .key_schema(key(GSI1PK, KeyType::Hash)?)
        .key_schema(key(GSI1SK, KeyType::Range)?)
        .projection(list_columns())
        .build()?;
    Ok(request
        .billing_mode(BillingMode::PayPerRequest)
        .stream_specification(stream)
        .attribute_definitions(attribute(PK, &text)?)
        .attribute_definitions(attribute(SK, &text)?)
        .attribute_definitions(attribute(CHANGED_AT, &ScalarAttributeType::N)?)
        .attribute_definitions(attribute(GSI1PK, &text)?)
        .attribute_definitions(attribute(GSI1SK, &text)?)
        .key_schema(key(PK, KeyType::Hash)?)
        .key_schema(key(SK, KeyType::Range)?)
        .local_secondary_indexes(by_change)
        .global_secondary_indexes(by_owner))
}

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, BuildError> {
    KeySchemaElement::builder().attribute_name(name).key_type(kind).build()
}

fn attribute(name: &str, kind: &ScalarAttributeType) -> Result<AttributeDefinition, BuildError> {
    AttributeDefinition::builder().attribute_name(name).attribute_type(kind.clone()).build()
}

fn list_columns() -> Projection {
    Projection::builder()
        .projection_type(ProjectionType::Include)
        .set_non_key_attributes(Some(LIST_COLUMNS.map(str::to_owned).to_vec()))
        .build()
}
