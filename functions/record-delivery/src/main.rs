//! The Lambda function that notes what the carrier tells of mails on their way.

use guildhall_store::Table;
use record_delivery::RecordDelivery;

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    guildhall_worker::start_logging();
    let table = Table::from_env().await?;
    guildhall_worker::run_events(RecordDelivery::new(&table)).await
}
