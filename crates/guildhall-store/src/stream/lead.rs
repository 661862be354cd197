//! Leads in the stream.

use guildhall_domain::lead::{Event, Lead};

use super::{Change, Image};
use crate::StoreError;
use crate::item::{LeadItem, TIMELINE, kind};
use crate::table::TYPE;

/// The lead of an image.
///
/// # Errors
/// When the image is none of a lead, or damaged.
pub fn lead(image: &Image) -> Result<Lead, StoreError> {
    match LeadItem::living(image.0.clone()) {
        Some(item) => item.read(),
        None => Err(image.reader().damage(TYPE)),
    }
}

/// What a write did to a lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadChange {
    /// The lead before; `None` if the write submitted it.
    pub before: Option<Lead>,
    /// The lead after.
    pub after: Lead,
}

impl LeadChange {
    /// The events that came with the write: those that the timeline did not have before.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        let known = self.before.as_ref().map_or(0, |lead| lead.timeline.len());
        self.after.timeline.get(known..).unwrap_or_default()
    }
}

/// What a change did to a lead; `None` if it is one of something else, if it erased the lead, or if it
/// added nothing to the timeline.
///
/// # Errors
/// When an image is damaged.
pub fn lead_change(change: &Change) -> Result<Option<LeadChange>, StoreError> {
    let of_lead = |image: &&Image| image.kind() == kind::LEAD;
    let Some(new) = change.new_image().filter(of_lead) else { return Ok(None) };
    let old = change.old_image().filter(of_lead);
    if old.map_or(0, |old| old.entries(TIMELINE)) >= new.entries(TIMELINE) {
        return Ok(None);
    }
    Ok(Some(LeadChange { before: old.map(lead).transpose()?, after: lead(new)? }))
}
