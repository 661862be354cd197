//! The Lambda function that takes reviews.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use review_partner::ReviewPartner;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ReviewPartner::new(table, Arc::new(SystemClock))).await
}
