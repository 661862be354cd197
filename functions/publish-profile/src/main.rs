//! The Lambda function that publishes the pages of the directory.

use guildhall_store::Table;
use publish_profile::{Publisher, bucket_from_env, site_from_env};

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    guildhall_worker::run_batches(Publisher::new(&table, bucket_from_env()?, site_from_env()?)).await
}
