//! The Lambda function that takes the merchants who are customers already.

use guildhall_domain::clock::SystemClock;
use guildhall_store::{CustomerKey, Table};
use keep_customers::KeepCustomers;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let key = CustomerKey::from_secret(std::env::var("CUSTOMER_SECRET")?.as_bytes());
    guildhall_http::run(KeepCustomers::new(table, key, std::sync::Arc::new(SystemClock))).await
}
