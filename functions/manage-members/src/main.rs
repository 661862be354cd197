//! The Lambda function of an organisation's members.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use manage_members::ManageMembers;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ManageMembers::new(table, Arc::new(SystemClock))).await
}
