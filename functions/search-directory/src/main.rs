//! The Lambda function that searches the public directory.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use search_directory::SearchDirectory;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    guildhall_http::run(SearchDirectory::new(Table::from_env().await?, Arc::new(SystemClock))).await
}
