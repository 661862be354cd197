//! The Lambda function that sends mail.

use guildhall_store::Table;
use send_mail::{SendMail, Ses, Site};

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    let worker = SendMail::new(&table, Ses::from_env().await?, Site::from_env()?);
    guildhall_worker::run_batches(worker).await
}
