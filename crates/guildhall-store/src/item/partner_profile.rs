//! The profile that the partner works on, as ONE item with its history.
//!
//! It stands in no list by change; while it waits for approval it stands in the programme's queue.

use chrono::{DateTime, Utc};
use guildhall_domain::profile::{
    Handle, PartnerProfile, ProfileContent, ProfileEvent, Published, ReviewState, Standing, Suspension,
};
use serde::{Deserialize, Serialize};

use super::writing::{Draft, number, text};
use super::{Attributes, Reader, kind};
use crate::keys::{self, Key};
use crate::profiles::WaitingProfile;
use crate::table::{GSI1PK, GSI1SK, TYPE, VERSION};
use crate::{Micros, StoreError};

/// What the queue shows.
const RECORD: &str = "record";
const NAME: &str = "name";
/// The working copy, unless it is the published one: a profile at rest is kept once.
const DRAFT: &str = "draft";
const PUBLISHED: &str = "published";
const TIMELINE: &str = "timeline";

#[derive(Debug, Serialize, Deserialize)]
struct StoredState {
    handle: Handle,
    review: ReviewState,
    hidden: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    suspension: Option<Suspension>,
    standing: Standing,
}

/// The whole item.
pub(crate) fn partner_profile_item(profile: &PartnerProfile) -> Result<Attributes, StoreError> {
    let state = StoredState {
        handle: profile.handle.clone(),
        review: profile.review.clone(),
        hidden: profile.hidden,
        suspension: profile.suspension.clone(),
        standing: profile.standing,
    };
    let mut draft = Draft::new(&Key::partner_profile(&profile.org), kind::PARTNER_PROFILE)
        .put(VERSION, number(profile.version))
        .put(NAME, text(&profile.content.name))
        .put_nested(RECORD, &state)?
        .put_nested(TIMELINE, &profile.events)?;
    if let Some(published) = &profile.published {
        draft = draft.put_nested(PUBLISHED, published)?;
    }
    if profile.published.as_ref().is_none_or(|published| published.content != profile.content) {
        draft = draft.put_nested(DRAFT, &profile.content)?;
    }
    if let Some(since) = waiting_since(&profile.review) {
        let since = Micros(since.timestamp_micros());
        draft = draft.put(GSI1PK, text(keys::PROFILES_IN_REVIEW)).put(GSI1SK, text(since.padded()));
    }
    Ok(draft.finish())
}

fn waiting_since(review: &ReviewState) -> Option<DateTime<Utc>> {
    match review {
        ReviewState::InReview { since } => Some(*since),
        ReviewState::Draft | ReviewState::ChangesAsked { .. } | ReviewState::Approved => None,
    }
}

/// The profile of an item.
pub(crate) fn read_partner_profile(mut reader: Reader) -> Result<PartnerProfile, StoreError> {
    let state = read_state(&mut reader)?;
    let published: Option<Published> = reader.optional_nested(PUBLISHED)?;
    let draft: Option<ProfileContent> = reader.optional_nested(DRAFT)?;
    let content = draft.or_else(|| published.as_ref().map(|published| published.content.clone()));
    let events: Vec<ProfileEvent> = reader.nested(TIMELINE)?;
    Ok(PartnerProfile {
        org: reader.key(keys::profile_owner_at)?,
        handle: state.handle,
        content: content.ok_or_else(|| reader.damage(DRAFT))?,
        review: state.review,
        published,
        hidden: state.hidden,
        suspension: state.suspension,
        standing: state.standing,
        events,
        version: reader.number(VERSION)?,
    })
}

/// What the queue shows of an item; `None` if it waits for nobody (any more).
pub(crate) fn read_waiting(mut reader: Reader) -> Result<Option<WaitingProfile>, StoreError> {
    let state = read_state(&mut reader)?;
    let Some(since) = waiting_since(&state.review) else { return Ok(None) };
    Ok(Some(WaitingProfile {
        org: reader.key(keys::profile_owner_at)?,
        handle: state.handle,
        name: reader.text(NAME)?,
        since,
        version: reader.number(VERSION)?,
    }))
}

fn read_state(reader: &mut Reader) -> Result<StoredState, StoreError> {
    if !reader.is(kind::PARTNER_PROFILE) {
        return Err(reader.damage(TYPE));
    }
    reader.nested(RECORD)
}
