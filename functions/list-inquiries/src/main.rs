//! The Lambda function that answers inquiries.

use guildhall_store::{CursorKey, Table};
use list_inquiries::ListInquiries;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let cursors = CursorKey::from_secret(std::env::var("CURSOR_SECRET")?.as_bytes());
    guildhall_http::run(ListInquiries::new(table, cursors)).await
}
