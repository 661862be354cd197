//! The Lambda function that says in each token who somebody is.

use guildhall_store::Table;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::Value;
use token_claims::TokenClaims;

#[tokio::main]
async fn main() -> Result<(), Error> {
    guildhall_worker::start_logging();
    let claims = TokenClaims::new(Table::from_env().await?);
    let answer =
        |event: LambdaEvent<Value>| async { claims.answer(event.payload).await.map_err(Error::from) };
    lambda_runtime::run(service_fn(answer)).await
}
