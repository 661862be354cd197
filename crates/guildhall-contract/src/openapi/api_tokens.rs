//! Tokens for programs, and the routes that programs reach with them.

use utoipa::Modify;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{HttpMethod, OpenApi};

use crate::api_tokens::{ApiTokenList, CreatedApiToken, NewApiTokenBody};
use crate::partner_api::{PartnerRoute, ROUTES};

/// The name of the scheme of tokens.
const SCHEME: &str = "token";
/// What operations for programs are found under.
const TAG: &str = "for programs";

/// The organisation's tokens: for its owners
#[utoipa::path(
    get, path = "/api/v1/organisation/tokens", tag = "tokens", operation_id = "list_tokens", security(("bearer" = [])),
    responses((status = 200, description = "The tokens, without what they are presented with", body = ApiTokenList))
)]
pub(super) fn list_tokens() {}

/// Make a token: for owners
///
/// The answer holds what it is presented with, and is the only one that ever does.
#[utoipa::path(
    post, path = "/api/v1/organisation/tokens", tag = "tokens", operation_id = "create_token", security(("bearer" = [])),
    request_body = NewApiTokenBody,
    responses((status = 201, description = "The token, with what it is presented with", body = CreatedApiToken))
)]
pub(super) fn create_token() {}

/// Revoke a token: for owners
#[utoipa::path(
    post, path = "/api/v1/organisation/tokens/{token_id}/revoke", tag = "tokens", operation_id = "revoke_token", security(("bearer" = [])),
    params(("token_id" = String, Path, description = "The token's id")),
    responses((status = 204, description = "From the next request on it is good for nothing"))
)]
pub(super) fn revoke_token() {}

/// Describes each route for programs like the one that it stands for.
pub(super) struct ForPrograms;

impl Modify for ForPrograms {
    fn modify(&self, openapi: &mut OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("ghp_<id>_<secret>")
            .description(Some(
                "A token that an owner of the organisation made, with the scope that the operation names.",
            ))
            .build();
        if let Some(components) = openapi.components.as_mut() {
            components.add_security_scheme(SCHEME, SecurityScheme::Http(scheme));
        }
        for route in ROUTES {
            let Some((method, operation)) = described(openapi, route) else { continue };
            let key = route.key();
            let path = key.split_once(' ').map_or(key.as_str(), |(_, path)| path);
            openapi.paths.add_path_operation(path, vec![method], operation);
        }
    }
}

/// Whether an operation is one of a route for programs. Of a token that is not good the gateway itself says so.
pub(super) fn is_for_programs(operation: &Operation) -> bool {
    operation.tags.as_ref().is_some_and(|tags| tags.iter().any(|tag| tag == TAG))
}

/// The operation of a route for programs, if the route that it stands for is described.
fn described(openapi: &OpenApi, route: &PartnerRoute) -> Option<(HttpMethod, Operation)> {
    let (method, path) = route.base.split_once(' ')?;
    let item = openapi.paths.paths.get(path)?;
    let (method, operation) = of_method(item, method)?;
    let mut operation = operation.clone();
    let said = operation.description.take().map(|said| format!("{said}\n\n")).unwrap_or_default();
    operation.description = Some(format!("{said}Scope: `{}`.", route.scope.slug()));
    operation.operation_id = operation.operation_id.map(|id| format!("{id}_with_token"));
    operation.tags = Some(vec![TAG.to_owned()]);
    operation.security = Some(vec![SecurityRequirement::new(SCHEME, [route.scope.slug()])]);
    Some((method, operation))
}

fn of_method<'a>(item: &'a PathItem, method: &str) -> Option<(HttpMethod, &'a Operation)> {
    match method {
        "GET" => item.get.as_ref().map(|operation| (HttpMethod::Get, operation)),
        "POST" => item.post.as_ref().map(|operation| (HttpMethod::Post, operation)),
        "PUT" => item.put.as_ref().map(|operation| (HttpMethod::Put, operation)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use utoipa::OpenApi as _;

    use super::*;
    use crate::openapi::Description;

    #[test]
    fn every_route_for_programs_is_described_with_its_scope() {
        let openapi = Description::openapi();
        for route in ROUTES {
            let key = route.key();
            let (method, path) = key.split_once(' ').unwrap();
            let item = openapi.paths.paths.get(path).unwrap_or_else(|| panic!("{key} is not described"));
            let (_, operation) = of_method(item, method).unwrap();
            let expected = vec![SecurityRequirement::new(SCHEME, [route.scope.slug()])];
            assert!(operation.security == Some(expected), "{key}");
        }
        let theirs = openapi.paths.paths.keys().filter(|path| path.starts_with(crate::partner_api::PREFIX));
        let described: usize = theirs
            .map(|path| &openapi.paths.paths[path])
            .map(|item| {
                ["GET", "POST", "PUT"].iter().filter(|method| of_method(item, method).is_some()).count()
            })
            .sum();
        assert_eq!(described, ROUTES.len());
    }
}
