//! The Lambda function that delivers what endpoints are to be told of.

use std::sync::Arc;

use guildhall_domain::clock::SystemClock;
use guildhall_domain::webhook::Allowed;
use guildhall_store::{HookKey, Table};
use send_webhooks::{Poster, SendWebhooks};

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    let key = HookKey::from_secret(std::env::var("WEBHOOK_SECRET")?.as_bytes());
    let allowed: Allowed = std::env::var("WEBHOOK_ALLOW").unwrap_or_default().parse()?;
    let worker = SendWebhooks::new(table, Arc::new(SystemClock), key, Poster::new(allowed));
    guildhall_worker::run_scheduled(worker).await
}
