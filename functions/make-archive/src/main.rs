//! The Lambda function that makes archives of all that is kept for an organisation.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_shelf::{BucketShelf, Shelf};
use guildhall_store::{CursorKey, Table};
use make_archive::MakeArchive;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let archives = CursorKey::from_secret(std::env::var("CURSOR_SECRET")?.as_bytes());
    let shelf = Shelf::Bucket(BucketShelf::from_env()?);
    guildhall_http::run(MakeArchive::new(table, archives, shelf, Arc::new(SystemClock))).await
}
