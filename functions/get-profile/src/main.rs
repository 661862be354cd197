//! The Lambda function that answers public profiles.

use get_profile::GetProfile;
use guildhall_store::Table;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    let table = Table::from_env().await?;
    guildhall_http::run(GetProfile::new(table)).await
}
