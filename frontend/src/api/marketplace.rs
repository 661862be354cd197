//! What is left of the Experts Marketplace: partners read their records, merchants their own jobs.

use guildhall_contract::marketplace::{
    ConversationDetails, ConversationPage, ConversationQuery, CustomerPage, CustomerQuery, JobDetails,
    JobPage, JobQuery, OwnJobDetails, OwnJobPage, OwnJobQuery, write_conversation_query,
    write_customer_query, write_job_query, write_own_job_query,
};

use super::{Api, ApiError};
use crate::browser;

/// A page of the organisation's jobs.
///
/// # Errors
/// As [`Api::call`].
pub async fn jobs(api: Api, query: &JobQuery) -> Result<JobPage, ApiError> {
    api.get(format!("/marketplace/jobs?{}", jobs_written(query))).await
}

/// One of them.
///
/// # Errors
/// As [`Api::call`].
pub async fn job(api: Api, id: &str) -> Result<JobDetails, ApiError> {
    api.get(below("jobs", id)).await
}

/// A page of the organisation's conversations.
///
/// # Errors
/// As [`Api::call`].
pub async fn conversations(api: Api, query: &ConversationQuery) -> Result<ConversationPage, ApiError> {
    api.get(format!("/marketplace/conversations?{}", conversations_written(query))).await
}

/// One of them, with all that was written.
///
/// # Errors
/// As [`Api::call`].
pub async fn conversation(api: Api, id: &str) -> Result<ConversationDetails, ApiError> {
    api.get(below("conversations", id)).await
}

/// A page of the organisation's customers.
///
/// # Errors
/// As [`Api::call`].
pub async fn customers(api: Api, query: &CustomerQuery) -> Result<CustomerPage, ApiError> {
    api.get(format!("/marketplace/customers?{}", customers_written(query))).await
}

/// A page of a merchant's own jobs.
///
/// # Errors
/// As [`Api::call`].
pub async fn own_jobs(api: Api, query: &OwnJobQuery) -> Result<OwnJobPage, ApiError> {
    api.get(format!("/marketplace/own-jobs?{}", own_jobs_written(query))).await
}

/// One of them.
///
/// # Errors
/// As [`Api::call`].
pub async fn own_job(api: Api, id: &str) -> Result<OwnJobDetails, ApiError> {
    api.get(below("own-jobs", id)).await
}

/// The query of an address or of a request.
#[must_use]
pub fn jobs_written(query: &JobQuery) -> String {
    written(&write_job_query(query))
}

/// The query of an address or of a request.
#[must_use]
pub fn conversations_written(query: &ConversationQuery) -> String {
    written(&write_conversation_query(query))
}

/// The query of an address or of a request.
#[must_use]
pub fn customers_written(query: &CustomerQuery) -> String {
    written(&write_customer_query(query))
}

/// The query of an address or of a request.
#[must_use]
pub fn own_jobs_written(query: &OwnJobQuery) -> String {
    written(&write_own_job_query(query))
}

fn written(pairs: &[(&'static str, String)]) -> String {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}

fn below(list: &str, id: &str) -> String {
    format!("/marketplace/{list}/{}", js_sys::encode_uri_component(id))
}
