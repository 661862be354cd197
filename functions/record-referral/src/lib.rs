//! Takes what the platform tells of merchants: by EventBridge, or from an administrator over the API. Each event is applied
//! once, in whichever order they come; what comes before its referral waits, visibly, and a schedule tries it again.

mod answered;
mod customers;
mod listed;
mod recording;
pub mod runtime;
mod told;

use std::sync::Arc;

use guildhall_contract::platform_events::{EVENT_BODY_MAX, read_platform_event, read_waiting_query};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::audit::{EventAct, of_platform_event};
use guildhall_domain::clock::Clock;
use guildhall_domain::listing::{Start, page};
use guildhall_domain::referral::PlatformEvent;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, json_object_within,
    not_found, path_parameter, query_pairs, route_key,
};
use guildhall_store::{
    Audit, CursorKey, CustomerKey, Customers, Members, Micros, PlatformEvents, Scope, StoreError, Table,
};

use answered::{answer, item};
use listed::{Listed, key_of};

/// Records what the platform tells.
#[derive(Clone)]
pub struct RecordReferral {
    events: PlatformEvents,
    members: Members,
    customers: Customers,
    audit: Audit,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
}

impl RecordReferral {
    /// Works on this table, in this clock's time; customers are hidden by one key, cursors sealed with the other.
    #[must_use]
    pub fn new(table: &Table, clock: Arc<dyn Clock>, customers: CustomerKey, cursors: CursorKey) -> Self {
        Self {
            events: PlatformEvents::new(table.clone()),
            members: Members::new(table.clone()),
            customers: Customers::new(table.clone(), customers),
            audit: Audit::new(table.clone()),
            clock,
            cursors,
        }
    }

    async fn tell(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let body = json_object_within(request, EVENT_BODY_MAX)?;
        let event = read_platform_event(&body, self.clock.now()).map_err(Problem::fields)?;
        if !self.is_known(&event).await.or_fail()? {
            return Err(Problem::fields(vec![told::organisation_unknown()]));
        }
        self.note(actor, EventAct::Told, &event).await.or_fail()?;
        answer(&event, &self.record(&event).await.or_fail()?)
    }

    async fn list(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let query = read_waiting_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .map_err(Problem::query)?;
        let scope = Scope::new(&format!("platform-events:{}", actor.id), &query.order, &());
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<String>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let waiting: Vec<_> = self.events.waiting().await.or_fail()?.into_iter().map(Listed::new).collect();
        let page = page(waiting.iter().collect(), &query.order, &start, query.limit);
        json(&guildhall_contract::platform_events::WaitingEventPage {
            items: page.rows.iter().map(|row| item(row)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }

    async fn try_again(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let key =
            path_parameter(request, "event_key").and_then(|text| key_of(&text)).ok_or_else(not_found)?;
        let waiting = self.events.get_waiting(&key.org, &key.record, &key.event).await.or_fail()?;
        let event = waiting.ok_or_else(not_found)?.event;
        self.note(actor, EventAct::Tried, &event).await.or_fail()?;
        answer(&event, &self.events.record(&event, self.clock.now()).await.or_fail()?)
    }

    /// The log comes first: better an entry about something that then failed than none about what was done.
    async fn note(&self, actor: &Actor, act: EventAct, event: &PlatformEvent) -> Result<(), StoreError> {
        let number = Micros::now().0.unsigned_abs();
        let entry = of_platform_event(actor, act, event, number, self.clock.now());
        self.audit.keep(&entry).await.map(|_| ())
    }
}

impl Handler for RecordReferral {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        if actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "POST /api/v1/platform-events" => self.tell(&request, &actor).await,
            "GET /api/v1/platform-events" => self.list(&request, &actor).await,
            "POST /api/v1/platform-events/{event_key}/retry" => self.try_again(&request, &actor).await,
            _ => Err(not_found()),
        }
    }
}
