//! The audit log.

use guildhall_contract::audit::{AuditPage, AuditQuery, write_audit_query};

use super::{Api, ApiError, Call};
use crate::browser;

/// A page of the log of a month.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api, query: &AuditQuery) -> Result<AuditPage, ApiError> {
    api.get(format!("/audit?{}", written(query))).await
}

/// All entries that the filter lets through, as CSV.
///
/// # Errors
/// As [`Api::call`].
pub async fn csv(api: Api, query: &AuditQuery) -> Result<String, ApiError> {
    let whole = AuditQuery { cursor: None, ..query.clone() };
    let call = Call::get(format!("/audit.csv?{}", written(&whole)));
    Ok(api.call(call).await?.body)
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &AuditQuery) -> String {
    let pairs = write_audit_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}
