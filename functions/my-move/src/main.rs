//! The Lambda function of a partner's move from the marketplace.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::{CursorKey, Table};
use my_move::MyMove;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let cursors = CursorKey::from_secret(std::env::var("CURSOR_SECRET")?.as_bytes());
    guildhall_http::run(MyMove::new(table, Arc::new(SystemClock), cursors)).await
}
