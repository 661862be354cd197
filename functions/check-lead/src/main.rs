//! The Lambda function that says before the work whether a merchant is known.

use std::sync::Arc;

use check_lead::CheckLead;
use guildhall_domain::clock::SystemClock;
use guildhall_store::{CustomerKey, Table};

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let key = CustomerKey::from_secret(std::env::var("CUSTOMER_SECRET")?.as_bytes());
    guildhall_http::run(CheckLead::new(table, Arc::new(SystemClock), key)).await
}
