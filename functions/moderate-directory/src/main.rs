//! The Lambda function with which the programme decides about profiles and reviews.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use moderate_directory::ModerateDirectory;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ModerateDirectory::new(table, Arc::new(SystemClock))).await
}
