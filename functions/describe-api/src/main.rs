//! The Lambda function that answers the OpenAPI description.

use describe_api::DescribeApi;

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    guildhall_http::start_logging();
    guildhall_http::run(DescribeApi::new()?).await
}
