//! The Lambda function that takes files of leads, piece by piece.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use import_leads::ImportLeads;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ImportLeads::new(table, Arc::new(SystemClock))).await
}
