//! The Lambda function that answers the records of the Experts Marketplace.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::{CursorKey, MerchantKey, Table};
use show_marketplace::ShowMarketplace;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let cursors = CursorKey::from_secret(std::env::var("CURSOR_SECRET")?.as_bytes());
    let merchants = MerchantKey::from_secret(std::env::var("CUSTOMER_SECRET")?.as_bytes());
    let marketplace = std::env::var("MARKETPLACE_URL")?;
    let function = ShowMarketplace::new(table, Arc::new(SystemClock), cursors, merchants, marketplace);
    guildhall_http::run(function).await
}
