//! One function for three callers: people over the API, the platform by EventBridge, and a schedule. What they hand
//! over tells them apart.

use guildhall_http::{Request, entry};
use guildhall_worker::{Event, event_entry, schedule_entry};
use lambda_http::request::LambdaRequest;
use lambda_http::{Adapter, Error, LambdaEvent, Service, service_fn};
use serde_json::Value;

use crate::RecordReferral;

/// What a schedule calls its ticks.
const TICK: &str = "Scheduled Event";

/// Runs the function until the environment ends.
///
/// # Errors
/// When the Lambda runtime's interface fails.
pub async fn run(function: RecordReferral) -> Result<(), Error> {
    let (asked, told) = (entry(function.clone()), event_entry(function.clone()));
    let ticked = schedule_entry(function);
    lambda_runtime::run(service_fn(move |event: LambdaEvent<Value>| {
        let (asked, told, ticked) = (asked.clone(), told.clone(), ticked.clone());
        async move {
            let LambdaEvent { payload, context } = event;
            if payload.get("requestContext").is_some() {
                let request: LambdaRequest = serde_json::from_value(payload)?;
                let answer = move |request: Request| {
                    let response = asked(request);
                    async move { Ok::<_, Error>(response.await) }
                };
                let mut adapter = Adapter::from(service_fn(answer));
                let response = adapter.call(LambdaEvent::new(request, context)).await?;
                return Ok(serde_json::to_value(response)?);
            }
            if payload.get("detail-type").is_some_and(|kind| kind != TICK) {
                told(serde_json::from_value::<Event>(payload)?).await?;
            } else {
                // What the schedule says of itself is of no interest: the worker looks what is due.
                ticked().await?;
            }
            Ok::<_, Error>(Value::Null)
        }
    }))
    .await
}
