//! The Lambda function that takes questions and support requests.

use std::sync::Arc;

use contact_rep::ContactRep;
use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ContactRep::new(table, Arc::new(SystemClock))).await
}
