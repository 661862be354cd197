//! The Lambda function with which a partner works on the organisation's profile.

use std::sync::Arc;

use edit_profile::EditProfile;
use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(EditProfile::new(table, Arc::new(SystemClock))).await
}
