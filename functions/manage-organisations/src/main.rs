//! The Lambda function of organisations and the platform's own people.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use manage_organisations::ManageOrganisations;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(ManageOrganisations::new(table, Arc::new(SystemClock))).await
}
