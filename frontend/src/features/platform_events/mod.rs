//! What the platform told and what waits, for administrators.

mod columns;
mod page;
mod query;
mod retry;
mod words;

pub use page::WaitingEventsPage;

use guildhall_contract::platform_events::{WaitingEventPage, WaitingQuery};

use crate::features::list::Listing;

type WaitingEvents = Listing<WaitingQuery, WaitingEventPage>;
