//! The Lambda function that writes the weekly summaries.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use write_digests::WriteDigests;

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    guildhall_worker::run_scheduled(WriteDigests::new(table, Arc::new(SystemClock))).await
}
