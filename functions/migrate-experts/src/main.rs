//! The Lambda function that takes over what the Experts Marketplace exported.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::{MerchantKey, Table};
use migrate_experts::MigrateExperts;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let merchants = MerchantKey::from_secret(std::env::var("CUSTOMER_SECRET")?.as_bytes());
    guildhall_http::run(MigrateExperts::new(table, Arc::new(SystemClock), merchants)).await
}
