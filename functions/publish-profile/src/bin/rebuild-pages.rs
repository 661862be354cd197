//! Makes every page of the directory anew, with the environment of the function: after the pages themselves changed, or
//! when in doubt.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use publish_profile::{Publisher, bucket_from_env, site_from_env};

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    let clock = Arc::new(SystemClock);
    let rebuilt = Publisher::new(&table, bucket_from_env()?, site_from_env()?, clock).rebuild().await?;
    tracing::info!(partners = rebuilt.partners, removed = rebuilt.removed, "made every page anew");
    Ok(())
}
