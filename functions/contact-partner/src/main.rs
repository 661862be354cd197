//! The Lambda function that takes a merchant's inquiry to a partner.

use std::sync::Arc;

use contact_partner::{ContactPartner, FormKey};
use guildhall_domain::clock::SystemClock;
use guildhall_http::Edge;
use guildhall_store::Table;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    let key = FormKey::from_secret(std::env::var("FORM_SECRET")?.as_bytes());
    let edge = Edge::with_secret(std::env::var("EDGE_SECRET")?.as_bytes());
    guildhall_http::run(ContactPartner::new(table, Arc::new(SystemClock), key).behind(edge)).await
}
