//! The Lambda function that publishes the pages of the directory.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use publish_profile::{Publisher, bucket_from_env, site_from_env};

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    let clock = Arc::new(SystemClock);
    let publisher = Publisher::new(&table, bucket_from_env()?, site_from_env()?, clock);
    guildhall_worker::run_batches_and_ticks(Arc::new(publisher)).await
}
