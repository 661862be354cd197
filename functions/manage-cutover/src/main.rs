//! The Lambda function that keeps the dates of the move from the Experts Marketplace.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use manage_cutover::ManageCutover;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ManageCutover::new(table, Arc::new(SystemClock))).await
}
