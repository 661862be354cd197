//! The Lambda function that takes leads.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use submit_lead::SubmitLead;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(SubmitLead::new(table, Arc::new(SystemClock))).await
}
