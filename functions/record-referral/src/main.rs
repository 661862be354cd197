//! The Lambda function that takes what the platform tells of merchants.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::{CursorKey, CustomerKey, Table};
use record_referral::RecordReferral;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let customers = CustomerKey::from_secret(std::env::var("CUSTOMER_SECRET")?.as_bytes());
    let cursors = CursorKey::from_secret(std::env::var("CURSOR_SECRET")?.as_bytes());
    record_referral::runtime::run(RecordReferral::new(&table, Arc::new(SystemClock), customers, cursors))
        .await
}
