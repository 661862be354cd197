//! The Lambda function that keeps the webhooks of organisations.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_domain::webhook::Allowed;
use guildhall_store::{HookKey, Table};
use manage_webhooks::ManageWebhooks;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let key = HookKey::from_secret(std::env::var("WEBHOOK_SECRET")?.as_bytes());
    let allowed: Allowed = std::env::var("WEBHOOK_ALLOW").unwrap_or_default().parse()?;
    guildhall_http::run(ManageWebhooks::new(table, Arc::new(SystemClock), key, allowed)).await
}
