//! The Lambda function that keeps the audit log.

use guildhall_store::Table;
use keep_records::KeepRecords;

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    guildhall_worker::run_batches(KeepRecords::new(table)).await
}
