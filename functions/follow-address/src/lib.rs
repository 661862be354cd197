//! Leads the addresses of the Experts Marketplace on: to the marketplace itself until the directory opens, and from then
//! on to what stands in their place there. Never for good, since the dates can be changed.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_domain::clock::Clock;
use guildhall_domain::cutover::{MarketplaceAddress, OldAddress, in_marketplace};
use guildhall_domain::profile::Handle;
use guildhall_http::{
    Body, Handler, OrFail, Problem, Request, Response, not_found, query_pairs, redirect, route_key,
};
use guildhall_store::{CutoverCache, PublicProfiles, StoreError, Table};

/// The most characters of a path.
const LONGEST: usize = 1000;
const PATH: &str = "path";

/// Leads on.
pub struct FollowAddress {
    cutover: CutoverCache,
    profiles: PublicProfiles,
    clock: Arc<dyn Clock>,
    marketplace: String,
}

impl FollowAddress {
    /// By the dates and profiles of this table, in this clock's time; the marketplace is at this address.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, marketplace: String) -> Self {
        let cutover = CutoverCache::new(table.clone());
        Self { cutover, profiles: PublicProfiles::new(table), clock, marketplace }
    }

    async fn follow(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let path = asked(request).map_err(Problem::query)?;
        let wrong = || Problem::query(vec![FieldError::parameter(PATH, FieldCode::WebsiteInvalid)]);
        let old = OldAddress::at(&path).ok_or_else(wrong)?;
        let behaviour = self.cutover.behaviour(self.clock.now()).await.or_fail()?;
        let place = match behaviour.address {
            MarketplaceAddress::Marketplace => in_marketplace(&self.marketplace, &path),
            MarketplaceAddress::Directory => self.place(old).await.or_fail()?.in_directory(),
        };
        Ok(redirect(&place))
    }

    /// An expert who is not listed under the old name is looked for instead.
    async fn place(&self, old: OldAddress) -> Result<OldAddress, StoreError> {
        match old {
            OldAddress::Expert(handle) if !self.is_listed(&handle).await? => Ok(OldAddress::Other),
            old => Ok(old),
        }
    }

    async fn is_listed(&self, handle: &Handle) -> Result<bool, StoreError> {
        Ok(self.profiles.get(handle).await?.is_some_and(|copy| copy.content.is_some()))
    }
}

impl Handler for FollowAddress {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        match route_key(&request) {
            "GET /api/v1/old-addresses" => self.follow(&request).await,
            _ => Err(not_found()),
        }
    }
}

/// The path that is asked about.
fn asked(request: &Request) -> Result<String, Vec<FieldError>> {
    let mut path = None;
    let mut errors = Vec::new();
    for (name, value) in query_pairs(request) {
        let code = match name.as_str() {
            PATH if value.chars().count() > LONGEST => Some(FieldCode::TooLong),
            PATH if path.is_some() => Some(FieldCode::Repeated),
            PATH => None,
            _ => Some(FieldCode::Unknown),
        };
        match code {
            Some(code) => errors.push(FieldError::parameter(&name, code)),
            None => path = Some(value),
        }
    }
    match path {
        Some(path) if errors.is_empty() => Ok(path),
        None if errors.is_empty() => Err(vec![FieldError::parameter(PATH, FieldCode::Required)]),
        _ => Err(errors),
    }
}
