//! What the platform tells of merchants.

use crate::platform_events::{PlatformEventBody, RecordedEvent, WaitingEventPage};

/// Tell of a merchant: for administrators
///
/// A store was made, a link was followed, a plan was chosen, a merchant paid or got money back, or the programme corrects
/// something. Each event is applied once, however often it is told, and in whichever order: what comes before its referral
/// waits. 409 `event_differs` if another event has the id, 409 `referral_exists` if it makes a referral that is there.
#[utoipa::path(
    post, path = "/api/v1/platform-events", tag = "platform events", operation_id = "tell_platform_event",
    security(("bearer" = [])), request_body = PlatformEventBody,
    responses((status = 200, description = "What became of it", body = RecordedEvent))
)]
pub(super) fn tell_platform_event() {}

/// Events that wait for their referral: for administrators
#[utoipa::path(
    get, path = "/api/v1/platform-events", tag = "platform events", operation_id = "list_waiting_events",
    security(("bearer" = [])),
    params(
        ("sort" = Option<String>, Query, description = "occurred_at or organisation"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = WaitingEventPage))
)]
pub(super) fn list_waiting_events() {}

/// Try an event again that waits: for administrators
///
/// A schedule does so too, every few minutes.
#[utoipa::path(
    post, path = "/api/v1/platform-events/{event_key}/retry", tag = "platform events",
    operation_id = "retry_waiting_event", security(("bearer" = [])),
    params(("event_key" = String, Path, description = "The event's `key` in the list")),
    responses((status = 200, description = "What became of it", body = RecordedEvent))
)]
pub(super) fn retry_waiting_event() {}
