//! The Lambda function that prepares long exports.

use std::sync::Arc;

use export_data::ExportData;
use guildhall_domain::clock::SystemClock;
use guildhall_shelf::{BucketShelf, Shelf};
use guildhall_store::{CursorKey, Table};

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let exports = CursorKey::from_secret(std::env::var("CURSOR_SECRET")?.as_bytes());
    let shelf = Shelf::Bucket(BucketShelf::from_env()?);
    guildhall_http::run(ExportData::new(table, exports, shelf, Arc::new(SystemClock))).await
}
