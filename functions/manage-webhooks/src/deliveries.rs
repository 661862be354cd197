//! What was delivered to an endpoint, and what is to be sent to it at somebody's word.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::webhooks::{DELIVERIES_PAGE, WebhookDeliveries, WebhookDelivery};
use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::{AT_A_WORD, HookData, HookDelivery, HookDeliveryId, HookEvent};
use guildhall_http::{
    Body, OrFail, Problem, ProblemCode, Request, Response, json, not_found, path_parameter, query_pairs,
    too_many,
};
use guildhall_store::{Counted, Hooks, Micros};

use super::{ManageWebhooks, TRIES};

impl ManageWebhooks {
    pub(crate) async fn log(&self, request: &Request, org: &OrgId) -> Result<Response<Body>, Problem> {
        let before = before(request)?;
        let hook = self.endpoint(request, org).await?;
        let (found, is_more) =
            self.hooks.deliveries(org, hook.id, before, DELIVERIES_PAGE).await.or_fail()?;
        let next = found.last().filter(|_| is_more).map(|delivery| delivery.id);
        let deliveries = found.into_iter().map(WebhookDelivery::from).collect();
        json(&WebhookDeliveries { deliveries, next })
    }

    /// Has the endpoint told of nothing but that it can be told of things.
    pub(crate) async fn test(&self, request: &Request, org: &OrgId) -> Result<Response<Body>, Problem> {
        let hook = self.endpoint(request, org).await?;
        if hook.stopped.is_some() {
            return Err(Problem::new(ProblemCode::NotNow));
        }
        self.count(org).await?;
        let at = self.clock.now();
        // Nothing was written that it could follow from, so its name is drawn.
        let cause = format!("test {}", Hooks::draw_id().or_fail()?);
        let id = HookDeliveryId::derive(hook.id, &cause, at);
        let event = HookEvent { org: org.clone(), topic: None, at, cause, data: HookData::Test {} };
        let body = serde_json::to_string(&event.payload(id));
        let body = body.map_err(|_| Problem::new(ProblemCode::Internal))?;
        let delivery = HookDelivery::new(id, org.clone(), hook.id, None, at, body);
        self.hooks.add_delivery(delivery.clone()).await.or_fail()?;
        json(&WebhookDelivery::from(delivery))
    }

    /// Has something delivered once more: the same bytes under the same id.
    pub(crate) async fn replay(&self, request: &Request, org: &OrgId) -> Result<Response<Body>, Problem> {
        let hook = self.endpoint(request, org).await?;
        let id: Option<HookDeliveryId> =
            path_parameter(request, "delivery_id").and_then(|id| id.parse().ok());
        let id = id.ok_or_else(not_found)?;
        let mut there = self.hooks.delivery(org, hook.id, id).await.or_fail()?.ok_or_else(not_found)?;
        if hook.stopped.is_some() {
            return Err(Problem::new(ProblemCode::NotNow));
        }
        self.count(org).await?;
        for _ in 0..TRIES {
            let mut delivery = there.delivery.clone();
            delivery.ask_again(self.clock.now());
            if let Some(asked) = self.hooks.change_delivery(&there, delivery).await.or_fail()? {
                return json(&WebhookDelivery::from(asked.delivery));
            }
            there = self.hooks.delivery(org, hook.id, id).await.or_fail()?.ok_or_else(not_found)?;
        }
        Err(Problem::new(ProblemCode::Unavailable))
    }

    async fn count(&self, org: &OrgId) -> Result<(), Problem> {
        for _ in 0..TRIES {
            let allowance = self.limits.look(&[(AT_A_WORD, org.as_str())]).await.or_fail()?;
            if let Some(seconds) = allowance.retry_after(Micros::now()) {
                return Err(too_many(seconds));
            }
            if self.limits.count(&allowance, None).await.or_fail()? == Counted::Done {
                return Ok(());
            }
        }
        Err(Problem::new(ProblemCode::Unavailable))
    }
}

/// Where the page begins, as the page before said.
fn before(request: &Request) -> Result<Option<HookDeliveryId>, Problem> {
    let (mut before, mut errors) = (None, Vec::new());
    for (name, value) in query_pairs(request) {
        match (name.as_str(), value.parse()) {
            ("before", Ok(id)) => before = Some(id),
            ("before", Err(_)) => errors.push(FieldError::parameter("before", FieldCode::IdInvalid)),
            (other, _) => {
                let shown: String = other.chars().take(80).collect();
                errors.push(FieldError::parameter(&shown, FieldCode::Unknown));
            }
        }
    }
    if errors.is_empty() { Ok(before) } else { Err(Problem::query(errors)) }
}
