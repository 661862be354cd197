//! The Lambda function that leads the addresses of the Experts Marketplace on.

use std::sync::Arc;

use follow_address::FollowAddress;
use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let marketplace = std::env::var("MARKETPLACE_URL")?;
    guildhall_http::run(FollowAddress::new(table, Arc::new(SystemClock), marketplace)).await
}
