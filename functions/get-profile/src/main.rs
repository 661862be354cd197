//! The Lambda function that answers public profiles.

use std::sync::Arc;

use get_profile::GetProfile;
use guildhall_domain::clock::SystemClock;
use guildhall_store::{CursorKey, Table};

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let cursors = CursorKey::from_secret(std::env::var("CURSOR_SECRET")?.as_bytes());
    guildhall_http::run(GetProfile::new(table, cursors, Arc::new(SystemClock))).await
}
