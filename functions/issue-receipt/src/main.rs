//! The Lambda function that issues receipts.

use guildhall_store::Table;
use issue_receipt::{IssueReceipt, Signer};

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let former = std::env::var("FORMER_RECEIPT_KEYS").unwrap_or_default();
    let signer = Signer::from_secret(std::env::var("RECEIPT_SECRET")?.as_bytes(), &former)?;
    guildhall_http::run(IssueReceipt::new(table, signer)).await
}
