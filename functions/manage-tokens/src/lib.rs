//! Tokens with which programs of an organisation ask the API: its owners make, see and revoke them.
//!
//! What a token is presented with is answered once, to whoever makes it, and is kept nowhere.

use std::sync::Arc;

use guildhall_contract::api_tokens::{ApiTokenEntry, ApiTokenList, CreatedApiToken, read_new_api_token};
use guildhall_domain::actor::{Role, Stamp};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::{ApiTokenId, OrgId};
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller, created,
    json, json_object, no_content, not_found, path_parameter, route_key,
};
use guildhall_store::{ApiTokenStore, NewApiToken, Table};

/// Keeps tokens.
pub struct ManageTokens {
    tokens: ApiTokenStore,
    clock: Arc<dyn Clock>,
}

impl ManageTokens {
    /// Works on this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { tokens: ApiTokenStore::new(table), clock }
    }

    async fn list(&self, organisation: &Organisation) -> Result<Response<Body>, Problem> {
        let (tokens, used) = self.tokens.list(&organisation.id).await.or_fail()?;
        json(&ApiTokenList::new(&tokens, &used, !organisation.suspended, self.clock.now()))
    }

    async fn create(
        &self,
        request: &Request,
        caller: &Caller,
        org: &OrgId,
    ) -> Result<Response<Body>, Problem> {
        caller.check_standing()?;
        let by = self.stamp(caller);
        let body = read_new_api_token(&json_object(request)?, by.at).map_err(Problem::fields)?;
        let new = NewApiToken {
            org: org.clone(),
            expires_at: body.expires_at(),
            name: body.name,
            scopes: body.scopes.into_iter().collect(),
        };
        let made = self.tokens.create(&new, &by).await.or_fail()?;
        let (token, presented) = made.map_err(|_full| Problem::new(ProblemCode::TokensFull))?;
        let token = ApiTokenEntry::new(&token, None, by.at);
        let answer = CreatedApiToken { token, secret: presented.spelt() };
        created(&answer, &format!("/api/v1/organisation/tokens/{}", answer.token.id))
    }

    /// Owners of a suspended organisation revoke too: whoever must stop a program is never kept from it.
    async fn revoke(
        &self,
        request: &Request,
        caller: &Caller,
        org: &OrgId,
    ) -> Result<Response<Body>, Problem> {
        let id: ApiTokenId =
            path_parameter(request, "token_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let is_revoked = self.tokens.revoke(org, &id, &self.stamp(caller)).await.or_fail()?;
        if is_revoked { Ok(no_content()) } else { Err(not_found()) }
    }

    fn stamp(&self, caller: &Caller) -> Stamp {
        Stamp { by: caller.actor.signature(), at: self.clock.now() }
    }
}

impl Handler for ManageTokens {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation = owned(&caller)?;
        match route_key(&request) {
            "GET /api/v1/organisation/tokens" => self.list(organisation).await,
            "POST /api/v1/organisation/tokens" => self.create(&request, &caller, &organisation.id).await,
            "POST /api/v1/organisation/tokens/{token_id}/revoke" => {
                self.revoke(&request, &caller, &organisation.id).await
            }
            _ => Err(not_found()),
        }
    }
}

/// The organisation of one of its owners.
fn owned(caller: &Caller) -> Result<&Organisation, Problem> {
    let organisation = caller.organisation.as_ref().filter(|_| caller.actor.role == Role::PartnerOwner);
    organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))
}
