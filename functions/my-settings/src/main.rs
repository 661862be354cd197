//! The Lambda function of what people want by mail.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use my_settings::MySettings;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(MySettings::new(table, Arc::new(SystemClock))).await
}
