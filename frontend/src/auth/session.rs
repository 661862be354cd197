//! Who is signed in, as the access token says. Only for showing: the server decides by the token.

use chrono::NaiveDate;
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::organisation::OrgStanding;
use serde::Deserialize;

use super::base64url;

/// The person at the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The token's `sub`; a representative's own id.
    pub user_id: String,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// Their organisation's name, on the partner side.
    pub org_name: Option<String>,
    /// Since when the organisation is a partner.
    pub org_since: Option<NaiveDate>,
    /// Whether the programme has suspended the organisation: its people then read, and write nothing.
    pub is_suspended: bool,
    /// Whether amounts of money are shown to them.
    pub sees_money: bool,
    /// When the token ends, in seconds since 1970.
    pub ends_at: f64,
}

#[derive(Deserialize)]
struct Claims {
    sub: String,
    exp: f64,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    guildhall_role: Role,
    guildhall_org_name: Option<String>,
    guildhall_org_since: Option<NaiveDate>,
    guildhall_org_standing: Option<OrgStanding>,
    guildhall_financials: Option<String>,
}

impl Session {
    /// Reads the claims of an access token, without checking its signature.
    #[must_use]
    pub fn of_token(token: &str) -> Option<Self> {
        let claims: Claims = payload(token)?;
        Some(Self {
            name: if claims.name.is_empty() { claims.sub.clone() } else { claims.name },
            user_id: claims.sub,
            email: claims.email,
            role: claims.guildhall_role,
            org_name: claims.guildhall_org_name,
            org_since: claims.guildhall_org_since,
            sees_money: sees_money(claims.guildhall_role, claims.guildhall_financials.as_deref()),
            is_suspended: claims.guildhall_org_standing == Some(OrgStanding::Suspended),
            ends_at: claims.exp,
        })
    }

    /// Whether they are one of the platform's own people.
    #[must_use]
    pub fn is_sales(&self) -> bool {
        self.role.side() == Side::Platform
    }
}

/// Owners, and whom they gave the permission; of the platform's people those who decide about money.
fn sees_money(role: Role, financials: Option<&str>) -> bool {
    match role.side() {
        Side::Partner => role.manages_organisation() || financials == Some("yes"),
        Side::Platform => role.reads_all_leads(),
        Side::Merchant => false,
    }
}

/// The `nonce` of an ID token.
pub(super) fn nonce_of(id_token: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Nonce {
        nonce: String,
    }
    payload::<Nonce>(id_token).map(|claims| claims.nonce)
}

fn payload<T: serde::de::DeserializeOwned>(token: &str) -> Option<T> {
    let payload = token.split('.').nth(1)?;
    // As text, like everything else that is read: a second kind of reader would be downloaded with all its code.
    let payload = String::from_utf8(base64url::decode(payload)?).ok()?;
    serde_json::from_str(&payload).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(claims: &str) -> String {
        format!("e30.{}.x", base64url::encode(claims.as_bytes()))
    }

    #[test]
    fn a_partners_token_tells_name_role_and_organisation() {
        let session = Session::of_token(&token(
            r#"{"sub":"u1","exp":1790000000,"name":"Linh Trần","email":"linh@kvarnby.example",
               "guildhall_role":"partner_owner","guildhall_org_name":"Kvarnby Commerce AB",
               "guildhall_org_since":"2023-05-02","guildhall_org_standing":"suspended"}"#,
        ))
        .unwrap();
        assert_eq!(session.name, "Linh Trần");
        assert_eq!(session.role, Role::PartnerOwner);
        assert_eq!(session.org_name.as_deref(), Some("Kvarnby Commerce AB"));
        assert!(session.is_suspended);
        assert!(!session.is_sales());
        assert!(session.sees_money);
    }

    #[test]
    fn whoever_is_no_owner_sees_money_by_permission() {
        let viewer = |financials: &str| {
            let claims = format!(r#"{{"sub":"u","exp":1,"guildhall_role":"partner_viewer"{financials}}}"#);
            Session::of_token(&token(&claims)).unwrap().sees_money
        };
        assert!(viewer(r#","guildhall_financials":"yes""#));
        assert!(!viewer(r#","guildhall_financials":"no""#));
        assert!(!viewer(""));
    }

    #[test]
    fn a_representative_has_no_organisation() {
        let session = Session::of_token(&token(r#"{"sub":"rep-1","exp":1,"guildhall_role":"rep"}"#)).unwrap();
        assert!(session.is_sales());
        assert_eq!(session.org_name, None);
        assert_eq!(session.name, "rep-1");
    }

    #[test]
    fn what_is_no_token_makes_no_session() {
        for text in
            ["", "a.b", "a.!.c", &token("{}"), &token(r#"{"sub":"u","exp":1,"guildhall_role":"king"}"#)]
        {
            assert_eq!(Session::of_token(text), None, "{text}");
        }
    }
}
