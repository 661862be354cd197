//! The Lambda function that keeps what each side means to do next about a lead.

use guildhall_store::Table;
use plan_lead::PlanLead;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(PlanLead::new(table)).await
}
