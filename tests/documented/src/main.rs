//! Answers a partner's public profile: one read, and what it finds as JSON.

use aws_config::BehaviorVersion;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use lambda_http::{Body, Error, Request, RequestExt, Response, run, service_fn, tracing};
use serde_json::Value;

async fn handle(client: &Client, table: &str, request: Request) -> Result<Response<Body>, Error> {
    let parameters = request.path_parameters();
    let handle = parameters.first("handle").unwrap_or_default();
    let read = client
        .get_item()
        .table_name(table)
        .key("PK", AttributeValue::S(format!("PROFILE#{handle}")))
        .key("SK", AttributeValue::S("PROFILE".to_owned()))
        .send()
        .await?;
    let Some(item) = read.item else {
        return Ok(Response::builder().status(404).body(Body::Empty)?);
    };
    let item: Value = serde_dynamo::from_item(item)?;
    tracing::info!(handle, "answered");
    let response = Response::builder().status(200).header("content-type", "application/json");
    Ok(response.body(item.to_string().into())?)
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    tracing::init_default_subscriber();
    let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let client = Client::new(&config);
    let table = std::env::var("TABLE_NAME")?;
    run(service_fn(async |request| handle(&client, &table, request).await)).await
}
