//! The Lambda function that publishes reviews whose hold is over.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use publish_reviews::PublishReviews;

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    guildhall_worker::run_scheduled(PublishReviews::new(table, Arc::new(SystemClock))).await
}
