//! The Lambda function that finds and erases what is kept of a person.

use std::sync::Arc;

use erase_person::ErasePerson;
use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let secret = std::env::var("CURSOR_SECRET")?;
    guildhall_http::run(ErasePerson::new(table, Arc::new(SystemClock), secret.as_bytes())).await
}
