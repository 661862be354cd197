//! The table: its definition, the way to reach it, and its creation on an emulator.

mod calls;
mod conditional;
mod create;
mod definition;
mod many;
mod owned;
mod partition;
mod put_many;
mod scan;
mod stretch;

use std::sync::Arc;
use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::types::{ConsumedCapacity, ReturnConsumedCapacity};

pub(crate) use conditional::{Expected, Written};
pub use definition::{
    BY_CHANGE, BY_OWNER, CHANGED_AT, EXPIRES_AT, GSI1PK, GSI1SK, LIST_COLUMNS, PK, SK, TYPE, VERSION,
};

use crate::Meter;

/// The longest that one operation may take, its retries included. The lists' overlap rests on it: see
/// [`crate::view`].
const OPERATION_TIMEOUT: Duration = Duration::from_secs(10);
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(3);
/// An emulator shares a machine with everything else, so it may be slow; but it shares the clock too, so
/// the part of the overlap that is meant for differing clocks may be waited for it.
const EMULATOR_OPERATION_TIMEOUT: Duration = Duration::from_secs(25);
const EMULATOR_ATTEMPT_TIMEOUT: Duration = Duration::from_secs(10);
/// Emulators take any region.
pub(crate) const EMULATOR_REGION: &str = "eu-north-1";

/// The table and a client to reach it. Cloning is cheap.
#[derive(Debug, Clone)]
pub struct Table {
    client: Client,
    name: Arc<str>,
    meter: Option<Arc<Meter>>,
}

/// Why the table cannot even be addressed.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The environment does not name the table.
    #[error("the environment variable TABLE_NAME is not set")]
    NoTableName,
}

impl Table {
    /// The table that the environment names: `TABLE_NAME`, in AWS unless `DYNAMODB_ENDPOINT` says where
    /// an emulator listens.
    ///
    /// # Errors
    /// When `TABLE_NAME` is not set.
    pub async fn from_env() -> Result<Self, SetupError> {
        let name = std::env::var("TABLE_NAME").map_err(|_| SetupError::NoTableName)?;
        if let Ok(endpoint) = std::env::var("DYNAMODB_ENDPOINT") {
            return Ok(Self::connect(&endpoint, &name));
        }
        let shared = aws_config::defaults(BehaviorVersion::latest())
            .retry_config(retries())
            .timeout_config(timeouts(ATTEMPT_TIMEOUT, OPERATION_TIMEOUT))
            .load()
            .await;
        Ok(Self { client: Client::new(&shared), name: name.into(), meter: None })
    }

    /// A table of an emulator. Emulators take any credentials, so these are fixed; with fixed ones
    /// nothing of the surrounding AWS set-up is read.
    #[must_use]
    pub fn connect(endpoint: &str, name: &str) -> Self {
        let config = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static(EMULATOR_REGION))
            .credentials_provider(Credentials::new("guildhall", "guildhall", None, None, "emulator"))
            .endpoint_url(endpoint)
            .retry_config(retries())
            .timeout_config(emulator_timeouts())
            .build();
        Self { client: Client::from_conf(config), name: name.into(), meter: None }
    }

    /// The same table, with every call counted.
    #[must_use]
    pub fn with_meter(mut self, meter: Arc<Meter>) -> Self {
        self.meter = Some(meter);
        self
    }

    /// The table's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// What to ask the table about its own costs.
    pub(crate) fn metering(&self) -> Option<ReturnConsumedCapacity> {
        self.meter.as_ref().map(|_| ReturnConsumedCapacity::Indexes)
    }

    /// Counts a call, if anybody wants to know.
    pub(crate) fn note(&self, operation: &'static str, consumed: &[ConsumedCapacity]) {
        if let Some(meter) = &self.meter {
            meter.note(operation, consumed);
        }
    }
}

pub(crate) fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(4).with_initial_backoff(Duration::from_millis(50))
}

pub(crate) fn emulator_timeouts() -> TimeoutConfig {
    timeouts(EMULATOR_ATTEMPT_TIMEOUT, EMULATOR_OPERATION_TIMEOUT)
}

fn timeouts(attempt: Duration, operation: Duration) -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(1))
        .operation_attempt_timeout(attempt)
        .operation_timeout(operation)
        .build()
}
