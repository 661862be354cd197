//! The Lambda function that answers for the pages and files that there are not.

use show_missing::{ShowMissing, bucket_from_env};

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    guildhall_http::run(ShowMissing::new(bucket_from_env()?)).await
}
