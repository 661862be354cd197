//! The Lambda function that searches the public directory.

use guildhall_store::Table;
use search_directory::SearchDirectory;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    guildhall_http::run(SearchDirectory::new(Table::from_env().await?)).await
}
