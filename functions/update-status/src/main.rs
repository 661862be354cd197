//! The Lambda function that moves leads.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use update_status::UpdateStatus;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(UpdateStatus::new(table, Arc::new(SystemClock))).await
}
