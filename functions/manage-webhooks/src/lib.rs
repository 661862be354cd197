//! Owners keep the webhooks of their organisation: its endpoints, what each is told of, and what became of that.
//!
//! Nothing is sent from here: a test, and what is sent once more, only stand in the queue that `send-webhooks` works on.

mod deliveries;

use std::sync::Arc;

use guildhall_contract::webhooks::{
    NewWebhook, WebhookEntry, WebhookList, read_webhook, read_webhook_change,
};
use guildhall_domain::actor::Stamp;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::{Allowed, HookId, HookStop, Webhook, Webhooks};
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, created, if_match,
    json_object, no_content, not_found, path_parameter, route_key, tagged,
};
use guildhall_store::{HookKey, HookSecret, Hooks, Kept, KeptPut, Limits, Table};

/// How often a change that met another one starts over.
const TRIES: usize = 8;

/// Keeps webhooks.
pub struct ManageWebhooks {
    hooks: Hooks,
    limits: Limits,
    clock: Arc<dyn Clock>,
    key: HookKey,
    allowed: Allowed,
}

impl ManageWebhooks {
    /// Works on this table, in this clock's time; secrets are sealed with this key. Hosts in `allowed` are let through
    /// whatever they are: nobody, in production.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, key: HookKey, allowed: Allowed) -> Self {
        Self { hooks: Hooks::new(table.clone()), limits: Limits::new(table), clock, key, allowed }
    }

    async fn list(&self, org: &OrgId) -> Result<Response<Body>, Problem> {
        let there = self.hooks.of(org).await.or_fail()?;
        tagged(&WebhookList::new(there.value, there.revision), there.revision)
    }

    async fn add(&self, request: &Request, org: &OrgId, caller: &Caller) -> Result<Response<Body>, Problem> {
        let body = read_webhook(&json_object(request)?, &self.allowed).map_err(Problem::fields)?;
        let secret = HookSecret::draw().or_fail()?;
        let id = Hooks::draw_id().or_fail()?;
        let hook = Webhook {
            id,
            url: body.url,
            topics: body.topics,
            secret: self.key.seal(org, id, &secret),
            created_at: self.clock.now(),
            stopped: None,
        };
        let kept = self
            .change(org, caller, |hooks| {
                if !hooks.has_room() {
                    return Err(Problem::new(ProblemCode::WebhooksFull));
                }
                hooks.hooks.push(hook.clone());
                Ok(())
            })
            .await?;
        let webhook = WebhookEntry::from(hook);
        let place = format!("/api/v1/organisation/webhooks/{id}");
        let secret = secret.reveal().to_owned();
        created(&NewWebhook { webhook, secret, version: kept.revision }, &place)
    }

    /// What is there is written over only as the caller saw it.
    async fn save(&self, request: &Request, org: &OrgId, caller: &Caller) -> Result<Response<Body>, Problem> {
        let id = webhook_id(request)?;
        let mut there = self.hooks.of(org).await.or_fail()?;
        let hook = there.value.get_mut(id).ok_or_else(not_found)?;
        let seen = if_match(request)?;
        let body = read_webhook_change(&json_object(request)?, &self.allowed).map_err(Problem::fields)?;
        (hook.url, hook.topics) = (body.url, body.topics);
        hook.stopped = match (body.enabled, hook.stopped) {
            (true, _) => None,
            (false, None) => Some(HookStop::Owner),
            (false, stopped) => stopped,
        };
        if seen != there.revision {
            return Err(Problem::new(ProblemCode::VersionConflict));
        }
        let kept = Kept::after(seen, there.value, self.stamp(caller));
        match self.hooks.put(org, kept).await.or_fail()? {
            KeptPut::Done(kept) => tagged(&WebhookList::new(kept.value, kept.revision), kept.revision),
            KeptPut::Conflict(_) => Err(Problem::new(ProblemCode::VersionConflict)),
        }
    }

    async fn remove(
        &self,
        request: &Request,
        org: &OrgId,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        let id = webhook_id(request)?;
        self.change(org, caller, |hooks| {
            let before = hooks.hooks.len();
            hooks.hooks.retain(|hook| hook.id != id);
            if hooks.hooks.len() == before { Err(not_found()) } else { Ok(()) }
        })
        .await?;
        Ok(no_content())
    }

    /// Changes whatever stands there; whoever meets another change starts over.
    async fn change(
        &self,
        org: &OrgId,
        caller: &Caller,
        change: impl Fn(&mut Webhooks) -> Result<(), Problem>,
    ) -> Result<Kept<Webhooks>, Problem> {
        for _ in 0..TRIES {
            let mut there = self.hooks.of(org).await.or_fail()?;
            change(&mut there.value)?;
            let kept = Kept::after(there.revision, there.value, self.stamp(caller));
            if let KeptPut::Done(kept) = self.hooks.put(org, kept).await.or_fail()? {
                return Ok(*kept);
            }
        }
        Err(Problem::new(ProblemCode::Unavailable))
    }

    /// An endpoint of the caller's organisation; anybody else's is answered like a missing one.
    async fn endpoint(&self, request: &Request, org: &OrgId) -> Result<Webhook, Problem> {
        let id = webhook_id(request)?;
        let there = self.hooks.of(org).await.or_fail()?;
        there.value.get(id).cloned().ok_or_else(not_found)
    }

    fn stamp(&self, caller: &Caller) -> Stamp {
        Stamp { by: caller.actor.signature(), at: self.clock.now() }
    }
}

impl Handler for ManageWebhooks {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation = caller.organisation.as_ref();
        let org = &organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))?.id;
        // Paths may hold secrets, and what is delivered holds amounts: all of it is the owners'.
        if !caller.actor.role.manages_organisation() {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let route = route_key(&request);
        if !route.starts_with("GET ") {
            caller.check_standing()?;
        }
        match route {
            "GET /api/v1/organisation/webhooks" => self.list(org).await,
            "POST /api/v1/organisation/webhooks" => self.add(&request, org, &caller).await,
            "PUT /api/v1/organisation/webhooks/{webhook_id}" => self.save(&request, org, &caller).await,
            "POST /api/v1/organisation/webhooks/{webhook_id}/remove" => {
                self.remove(&request, org, &caller).await
            }
            "POST /api/v1/organisation/webhooks/{webhook_id}/test" => self.test(&request, org).await,
            "GET /api/v1/organisation/webhooks/{webhook_id}/deliveries" => self.log(&request, org).await,
            "POST /api/v1/organisation/webhooks/{webhook_id}/deliveries/{delivery_id}/replay" => {
                self.replay(&request, org).await
            }
            _ => Err(not_found()),
        }
    }
}

fn webhook_id(request: &Request) -> Result<HookId, Problem> {
    path_parameter(request, "webhook_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)
}
