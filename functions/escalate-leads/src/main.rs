//! The Lambda function that tells when a promise to a partner was broken.

use std::sync::Arc;

use escalate_leads::EscalateLeads;
use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    guildhall_worker::run_scheduled(EscalateLeads::new(table, Arc::new(SystemClock))).await
}
