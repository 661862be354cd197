//! The Lambda function of an organisation's tokens.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use manage_tokens::ManageTokens;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ManageTokens::new(table, Arc::new(SystemClock))).await
}
