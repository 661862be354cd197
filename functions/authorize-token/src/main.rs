//! The Lambda function that recognises the tokens of programs.

use std::sync::Arc;

use authorize_token::AuthorizeToken;
use guildhall_domain::clock::SystemClock;
use guildhall_store::Table;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::Value;

#[tokio::main]
async fn main() -> Result<(), Error> {
    guildhall_worker::start_logging();
    let authorizer = AuthorizeToken::new(Table::from_env().await?, Arc::new(SystemClock));
    let authorizer = &authorizer;
    let answer = |event: LambdaEvent<Value>| async move {
        authorizer.answer(&event.payload).await.map_err(Error::from)
    };
    lambda_runtime::run(service_fn(answer)).await
}
