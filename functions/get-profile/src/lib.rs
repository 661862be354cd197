//! Answers public profiles. Anybody may ask, so an unknown handle and one that is no handle at all are
//! the same 404.

use guildhall_contract::profile::PublicProfile;
use guildhall_domain::profile::Handle;
use guildhall_http::{Body, Handler, OrFail, Problem, Request, Response, json, not_found, path_parameter};
use guildhall_store::{Profiles, Table};

/// Reads published profiles.
#[derive(Debug)]
pub struct GetProfile {
    profiles: Profiles,
}

impl GetProfile {
    /// Reads from this table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { profiles: Profiles::new(table) }
    }
}

impl Handler for GetProfile {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let handle: Handle = path_parameter(&request, "handle")
            .and_then(|handle| handle.parse().ok())
            .ok_or_else(not_found)?;
        let profile = self.profiles.get(&handle).await.or_fail()?.ok_or_else(not_found)?;
        json(&PublicProfile::from(profile))
    }
}
