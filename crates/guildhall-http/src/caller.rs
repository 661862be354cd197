//! Who asks. Identity comes from the verified token and from nowhere else.

use std::collections::HashMap;

use chrono::NaiveDate;
use guildhall_contract::partner_api::PartnerRoute;
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::ids::OrgId;
use guildhall_domain::personal::Personal;
use lambda_http::Request;

use crate::receive::{context, gateway_key};
use crate::{Problem, ProblemCode, TokenContext};

/// The longest address that mail can carry (RFC 5321).
const ADDRESS_MAX: usize = 254;

/// A signed-in caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// Who they are and what they may do.
    pub actor: Actor,
    /// Their partner organisation, on the partners' side.
    pub organisation: Option<Organisation>,
    /// Whether they see what partners earn and are paid.
    pub sees_money: bool,
    /// Their address, which the identity provider vouches for; `None` if the token holds none.
    pub email: Option<Personal>,
}

impl Caller {
    /// Lets through whoever is of no partner organisation, or of one in good standing: suspended ones read and do
    /// not write.
    ///
    /// # Errors
    /// 403 when the organisation is suspended.
    pub fn check_standing(&self) -> Result<(), Problem> {
        match &self.organisation {
            Some(organisation) if organisation.suspended => {
                Err(Problem::new(ProblemCode::OrganisationSuspended))
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// A partner organisation as the token states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrgId,
    /// Its name.
    pub name: String,
    /// The day it became a partner.
    pub since: Option<NaiveDate>,
    /// Whether it is suspended.
    pub suspended: bool,
}

/// The caller of a request that API Gateway has verified the token of: on the routes for programs what the authorizer
/// of their tokens says and nothing else, on every other route the claims of an access token and nothing else.
///
/// # Errors
/// 401 when there is no access token, or when its claims are not those of a Guildhall token; for programs also 403
/// when their token is not for this route, and 429 when it was used too often.
pub fn caller(request: &Request) -> Result<Caller, Problem> {
    let authorizer = context(request).and_then(|context| context.authorizer.as_ref());
    let key = gateway_key(request);
    if let Some(route) = PartnerRoute::find(key) {
        let token = authorizer.and_then(|authorizer| TokenContext::read(&authorizer.fields));
        return token.ok_or_else(|| Problem::new(ProblemCode::Unauthenticated))?.caller_on(route);
    }
    let jwt = authorizer.and_then(|authorizer| authorizer.jwt.as_ref());
    jwt.and_then(|jwt| read(&jwt.claims)).ok_or_else(|| Problem::new(ProblemCode::Unauthenticated))
}

fn read(claims: &HashMap<String, String>) -> Option<Caller> {
    let claim = |name: &str| claims.get(name).map(String::as_str);
    // An ID token says who somebody is to the frontend; it is no key to the API.
    if claim("token_use") != Some("access") {
        return None;
    }
    let role = role(claim("guildhall_role")?)?;
    let organisation = match role.side() {
        Side::Partner => Some(Organisation {
            id: claim("guildhall_org")?.parse().ok()?,
            name: claim("guildhall_org_name")?.to_owned(),
            since: claim("guildhall_org_since").and_then(|day| day.parse().ok()),
            suspended: claim("guildhall_org_standing") != Some("good"),
        }),
        Side::Merchant | Side::Platform => None,
    };
    let id = claim("sub")?.parse().ok()?;
    let name = claim("name").unwrap_or_default().to_owned();
    let org = organisation.as_ref().map(|organisation| organisation.id.clone());
    let email = claim("email").filter(|text| is_address(text)).map(Personal::from);
    let sees_money = role.sees_money(claim("guildhall_financials") == Some("yes"));
    Some(Caller { actor: Actor { id, name, role, org }, organisation, sees_money, email })
}

/// Whether mail could be sent there. The identity provider has made sure that it arrives; this is so that
/// nothing else of a token is ever written into a mail's head.
fn is_address(text: &str) -> bool {
    let parts = text.rsplit_once('@');
    parts.is_some_and(|(mailbox, host)| !mailbox.is_empty() && !host.is_empty())
        && text.len() <= ADDRESS_MAX
        && !text.chars().any(|letter| letter.is_whitespace() || letter.is_control())
}

/// The role of a claim. `system` is nobody's to claim.
fn role(text: &str) -> Option<Role> {
    match text {
        "merchant" => Some(Role::Merchant),
        "partner_viewer" => Some(Role::PartnerViewer),
        "partner_member" => Some(Role::PartnerMember),
        "partner_owner" => Some(Role::PartnerOwner),
        "rep" => Some(Role::Rep),
        "sales_manager" => Some(Role::SalesManager),
        "program_admin" => Some(Role::ProgramAdmin),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn claims(changes: &[(&str, Option<&str>)]) -> HashMap<String, String> {
        let mut claims: HashMap<_, _> = [
            ("token_use", "access"),
            ("sub", "user-1"),
            ("name", "Linh"),
            ("email", "linh@acme.example"),
            ("guildhall_role", "partner_member"),
            ("guildhall_org", "acme"),
            ("guildhall_org_name", "Acme"),
            ("guildhall_org_since", "2020-01-31"),
            ("guildhall_org_standing", "good"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        for (name, value) in changes {
            match value {
                Some(value) => claims.insert((*name).to_owned(), (*value).to_owned()),
                None => claims.remove(*name),
            };
        }
        claims
    }

    #[test]
    fn a_partner_is_who_the_token_says() {
        let caller = read(&claims(&[])).unwrap();
        assert_eq!(caller.actor.role, Role::PartnerMember);
        assert_eq!(caller.email, Some("linh@acme.example".into()));
        assert!(!format!("{caller:?}").contains("linh@"), "claims stay out of logs");
        assert_eq!(caller.actor.org.unwrap().as_str(), "acme");
        let organisation = caller.organisation.unwrap();
        assert!(!organisation.suspended);
        assert_eq!(organisation.since, NaiveDate::from_ymd_opt(2020, 1, 31));
    }

    #[rstest]
    #[case("partner_owner", None, true)]
    #[case("partner_owner", Some("no"), true)]
    #[case("partner_member", None, false)]
    #[case("partner_member", Some("no"), false)]
    #[case("partner_viewer", Some("true"), false)]
    #[case("partner_viewer", Some("yes"), true)]
    #[case("rep", Some("yes"), false)]
    #[case("merchant", Some("yes"), false)]
    #[case("sales_manager", None, true)]
    #[case("program_admin", None, true)]
    fn money_is_for_whom_the_token_says(#[case] role: &str, #[case] claim: Option<&str>, #[case] sees: bool) {
        let claims = claims(&[("guildhall_role", Some(role)), ("guildhall_financials", claim)]);
        assert_eq!(read(&claims).unwrap().sees_money, sees);
    }

    #[rstest]
    #[case("token_use", Some("id"))]
    #[case("token_use", None)]
    #[case("sub", None)]
    #[case("sub", Some("a b"))]
    #[case("guildhall_role", Some("system"))]
    #[case("guildhall_role", Some("[rep sales_manager]"))]
    #[case("guildhall_role", None)]
    #[case("guildhall_org", None)]
    #[case("guildhall_org", Some("ACME"))]
    fn a_token_without_what_it_must_hold_is_nobodys(#[case] name: &str, #[case] value: Option<&str>) {
        assert_eq!(read(&claims(&[(name, value)])), None);
    }

    #[rstest]
    #[case(None)]
    #[case(Some(""))]
    #[case(Some("linh"))]
    #[case(Some("@acme.example"))]
    #[case(Some("linh@acme.example\r\nBcc: all@acme.example"))]
    #[case(Some("[linh@acme.example other@acme.example]"))]
    fn a_token_without_an_address_is_somebodys_all_the_same(#[case] email: Option<&str>) {
        assert_eq!(read(&claims(&[("email", email)])).unwrap().email, None);
    }

    #[test]
    fn an_organisation_is_in_good_standing_only_if_the_token_says_so() {
        for standing in [None, Some("suspended"), Some("")] {
            let caller = read(&claims(&[("guildhall_org_standing", standing)])).unwrap();
            assert!(caller.organisation.unwrap().suspended);
        }
    }

    #[test]
    fn the_platforms_people_have_no_organisation_whatever_the_token_says() {
        let caller = read(&claims(&[("guildhall_role", Some("rep"))])).unwrap();
        assert_eq!(caller.actor.org, None);
        assert_eq!(caller.organisation, None);
    }
}
