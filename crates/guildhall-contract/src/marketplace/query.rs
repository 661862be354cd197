//! Parameters that only these lists have.

use chrono::{DateTime, SecondsFormat, Utc};
use guildhall_domain::marketplace::MarketplaceId;

use crate::fields::{FieldCode, FieldError};

/// A moment, as `2023-09-30T23:59:59Z`; nothing is no moment.
pub(super) fn moment(name: &str, value: &str) -> Result<Option<DateTime<Utc>>, FieldError> {
    if value.is_empty() {
        return Ok(None);
    }
    DateTime::parse_from_rfc3339(value)
        .map(|moment| Some(moment.to_utc()))
        .map_err(|_| FieldError::parameter(name, FieldCode::MomentInvalid))
}

/// As [`moment`] reads it.
pub(super) fn write_moment(moment: Option<DateTime<Utc>>) -> String {
    moment.map(|moment| moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)).unwrap_or_default()
}

/// A name of the marketplace, with or without its `gid://…/`.
pub(super) fn id(name: &str, value: &str) -> Result<Option<MarketplaceId>, FieldError> {
    if value.is_empty() {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|_| FieldError::parameter(name, FieldCode::IdInvalid))
}
