//! Programs that ask with a token: what the authorizer hands over about it, and who it is to the handlers.
//!
//! The gateway puts what an authorizer said where no header and no body can put anything, and asks the authorizer of
//! tokens on the routes for tokens only. On every other route this is not looked at.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use futures::future::BoxFuture;
use guildhall_contract::partner_api::PartnerRoute;
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::api_token::Scope;
use guildhall_domain::ids::ApiTokenId;
use serde_json::{Map, Value};

use crate::{Caller, Organisation, Problem, ProblemCode, too_many};

const ID: &str = "token_id";
const NAME: &str = "token_name";
const SCOPES: &str = "token_scopes";
const ORG_NAME: &str = "org_name";
const ORG_SINCE: &str = "org_since";
const ORG_STANDING: &str = "org_standing";
const WAIT: &str = "wait_seconds";
const GOOD: &str = "good";
const SUSPENDED: &str = "suspended";

/// A function that the gateway asks whether a request may go on, behind one type: it takes API Gateway's event and
/// answers with a simple response. Nothing stands for its failure.
pub type AuthorizerEntry = Arc<dyn Fn(Value) -> BoxFuture<'static, Option<Value>> + Send + Sync>;

/// A token that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenContext {
    /// Its public id.
    pub id: ApiTokenId,
    /// What its owners call it.
    pub name: String,
    /// What it may be used for.
    pub scopes: BTreeSet<Scope>,
    /// Whose it is.
    pub organisation: Organisation,
    /// In how many seconds it may ask again, if it asked too often.
    pub wait: Option<u32>,
}

impl TokenContext {
    /// As an authorizer answers it: each thing a single text, since API Gateway takes nothing else.
    #[must_use]
    pub fn write(&self) -> Map<String, Value> {
        let scopes: Vec<_> = self.scopes.iter().copied().map(Scope::slug).collect();
        let standing = if self.organisation.suspended { SUSPENDED } else { GOOD };
        let mut context = Map::new();
        let mut put = |name: &str, text: String| context.insert(name.to_owned(), Value::String(text));
        put(ID, self.id.to_string());
        put(NAME, self.name.clone());
        put(SCOPES, scopes.join(" "));
        put(ORG_NAME, self.organisation.name.clone());
        put(ORG_STANDING, standing.to_owned());
        if let Some(since) = self.organisation.since {
            put(ORG_SINCE, since.to_string());
        }
        if let Some(seconds) = self.wait {
            put(WAIT, seconds.to_string());
        }
        context
    }

    /// What an authorizer answered; `None` if it is not whole.
    pub(crate) fn read(context: &HashMap<String, Value>) -> Option<Self> {
        let text = |name: &str| context.get(name).and_then(Value::as_str);
        let id: ApiTokenId = text(ID)?.parse().ok()?;
        let scopes = text(SCOPES)?.split_whitespace().map(Scope::by_slug).collect::<Option<_>>()?;
        let organisation = Organisation {
            id: id.org().clone(),
            name: text(ORG_NAME)?.to_owned(),
            since: text(ORG_SINCE).and_then(|day| day.parse().ok()),
            suspended: text(ORG_STANDING) != Some(GOOD),
        };
        let wait = text(WAIT).map(str::parse).transpose().ok()?;
        Some(Self { id, name: text(NAME)?.to_owned(), scopes, organisation, wait })
    }

    /// Who the token is on a route.
    ///
    /// # Errors
    /// 429 when it asked too often, 403 when it is not for this route.
    pub(crate) fn caller_on(self, route: &PartnerRoute) -> Result<Caller, Problem> {
        if let Some(seconds) = self.wait {
            return Err(too_many(seconds));
        }
        if !self.scopes.contains(&route.scope) {
            return Err(Problem { scope: Some(route.scope), ..Problem::new(ProblemCode::ScopeMissing) });
        }
        let actor = Actor {
            id: self.id.user().map_err(|_| Problem::new(ProblemCode::Internal))?,
            name: self.name,
            role: role_of(&self.scopes),
            org: Some(self.organisation.id.clone()),
        };
        let sees_money = self.scopes.contains(&Scope::FinancialsRead);
        Ok(Caller { actor, organisation: Some(self.organisation), sees_money, email: None })
    }
}

/// The least role that may do what the scopes allow. No token is an owner: none can make another one.
fn role_of(scopes: &BTreeSet<Scope>) -> Role {
    if scopes.contains(&Scope::LeadsWrite) { Role::PartnerMember } else { Role::PartnerViewer }
}

#[cfg(test)]
mod tests {
    use guildhall_contract::partner_api::ROUTES;
    use rstest::rstest;

    use super::*;

    fn context(scopes: &[Scope]) -> TokenContext {
        TokenContext {
            id: "acme.00000000000000000000000000000007".parse().unwrap(),
            name: "CRM på kontoret".to_owned(),
            scopes: scopes.iter().copied().collect(),
            organisation: Organisation {
                id: "acme".parse().unwrap(),
                name: "Acme".to_owned(),
                since: "2020-01-31".parse().ok(),
                suspended: false,
            },
            wait: None,
        }
    }

    fn fields(context: &TokenContext) -> HashMap<String, Value> {
        context.write().into_iter().collect()
    }

    #[test]
    fn what_the_authorizer_writes_is_what_a_handler_reads() {
        for context in [
            context(Scope::ALL),
            TokenContext { wait: Some(7), ..context(&[]) },
            TokenContext {
                organisation: Organisation { suspended: true, since: None, ..context(&[]).organisation },
                ..context(&[Scope::LeadsRead])
            },
        ] {
            assert_eq!(TokenContext::read(&fields(&context)), Some(context));
        }
    }

    #[rstest]
    #[case(ID, None)]
    #[case(ID, Some("acme"))]
    #[case(NAME, None)]
    #[case(SCOPES, None)]
    #[case(SCOPES, Some("leads:read everything"))]
    #[case(ORG_NAME, None)]
    #[case(WAIT, Some("soon"))]
    fn what_is_not_whole_is_nobodys(#[case] name: &str, #[case] value: Option<&str>) {
        let mut fields = fields(&context(Scope::ALL));
        match value {
            Some(value) => fields.insert(name.to_owned(), value.into()),
            None => fields.remove(name),
        };
        assert_eq!(TokenContext::read(&fields), None);
    }

    #[test]
    fn good_standing_has_to_be_said() {
        let mut fields = fields(&context(&[]));
        fields.remove(ORG_STANDING);
        assert!(TokenContext::read(&fields).unwrap().organisation.suspended);
    }

    #[test]
    fn a_route_is_open_to_its_own_scope_and_to_no_other() {
        for route in ROUTES {
            for scope in Scope::ALL {
                let asked = context(&[*scope]).caller_on(route);
                assert_eq!(asked.is_ok(), *scope == route.scope, "{} with {scope:?}", route.base);
                if let Err(refused) = asked {
                    assert_eq!((refused.code, refused.scope), (ProblemCode::ScopeMissing, Some(route.scope)));
                }
            }
            assert!(context(&[]).caller_on(route).is_err());
        }
    }

    #[test]
    fn a_token_acts_under_its_own_name_for_its_organisation_and_manages_nothing() {
        let caller = context(Scope::ALL).caller_on(&ROUTES[0]).unwrap();
        assert_eq!(caller.actor.id.as_str(), "token:00000000000000000000000000000007");
        assert_eq!(caller.actor.org.unwrap().as_str(), "acme");
        assert_eq!((caller.actor.role, caller.email), (Role::PartnerMember, None));
        let reader = context(&[Scope::LeadsRead]).caller_on(&ROUTES[0]).unwrap();
        assert_eq!(reader.actor.role, Role::PartnerViewer);
    }

    #[test]
    fn whoever_asks_too_often_is_told_when_to_come_again() {
        let refused = TokenContext { wait: Some(3), ..context(&[]) }.caller_on(&ROUTES[0]).unwrap_err();
        assert_eq!((refused.code, refused.retry_after), (ProblemCode::TooManyRequests, Some(3)));
    }
}
