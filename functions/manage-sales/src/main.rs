//! The Lambda function with which managers keep the sales team.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use manage_sales::ManageSales;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ManageSales::new(table, Arc::new(SystemClock))).await
}
