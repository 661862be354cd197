//! The Lambda function with which a partner says where an inquiry stands.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use update_inquiry::UpdateInquiry;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(UpdateInquiry::new(table, Arc::new(SystemClock))).await
}
