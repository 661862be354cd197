//! Members and invitations.

use guildhall_contract::members::{InvitationEntry, MemberEntry, Members, OwnInvitation, RoleBody};
use guildhall_domain::ids::{OrgId, UserId};
use guildhall_domain::organisation::InvitationId;
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};

/// Whose members they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// Those of the reader's own organisation.
    Own,
    /// The platform's own people.
    Staff,
    /// Those of an organisation that the programme looks at. Of these it keeps the first owner's invitation alone.
    Of(OrgId),
}

impl Group {
    /// A word of its own, under which drafts are kept.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Own => "own",
            Self::Staff => "staff",
            Self::Of(org) => org.as_str(),
        }
    }

    fn invitations(&self) -> String {
        match self {
            Self::Own => "/organisation/invitations".to_owned(),
            Self::Staff => "/staff/invitations".to_owned(),
            Self::Of(org) => format!("/organisations/{org}/invitations"),
        }
    }

    fn member(&self, id: &UserId) -> Result<String, ApiError> {
        let id = String::from(js_sys::encode_uri_component(id.as_str()));
        match self {
            Self::Own => Ok(format!("/organisation/members/{id}")),
            Self::Staff => Ok(format!("/staff/{id}")),
            // Its owners keep them, nobody else: the service has no such place.
            Self::Of(_) => Err(ApiError::NotFound),
        }
    }
}

/// The members of one's own organisation.
///
/// # Errors
/// As [`Api::call`].
pub async fn colleagues(api: Api) -> Result<Members, ApiError> {
    api.get("/organisation/members".to_owned()).await
}

/// The platform's own people.
///
/// # Errors
/// As [`Api::call`].
pub async fn staff(api: Api) -> Result<Members, ApiError> {
    api.get("/staff".to_owned()).await
}

/// Invites somebody, or invites them once more.
///
/// # Errors
/// As [`Api::call`].
pub async fn invite(api: Api, group: &Group, body: &Map<String, Value>) -> Result<InvitationEntry, ApiError> {
    api.call(Call::post(group.invitations(), body)).await?.read()
}

/// Takes an invitation back.
///
/// # Errors
/// As [`Api::call`].
pub async fn withdraw(api: Api, group: &Group, id: InvitationId) -> Result<(), ApiError> {
    let path = format!("{}/{id}/withdraw", group.invitations());
    api.call(Call::post(path, &Map::new())).await.map(drop)
}

/// Gives a member another role or permission, over the revision that was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn change_role(
    api: Api,
    group: &Group,
    id: &UserId,
    body: RoleBody,
    seen: u64,
) -> Result<MemberEntry, ApiError> {
    api.call(Call::put(group.member(id)?, &body).seen(seen)).await?.read()
}

/// Removes a member.
///
/// # Errors
/// As [`Api::call`].
pub async fn remove(api: Api, group: &Group, id: &UserId) -> Result<(), ApiError> {
    api.call(Call::post(format!("{}/remove", group.member(id)?), &Map::new())).await.map(drop)
}

/// Leaves one's organisation.
///
/// # Errors
/// As [`Api::call`].
pub async fn leave(api: Api) -> Result<(), ApiError> {
    api.call(Call::post("/organisation/leave", &Map::new())).await.map(drop)
}

/// An invitation of one's own address.
///
/// # Errors
/// As [`Api::call`].
pub async fn invitation(api: Api, id: &str) -> Result<OwnInvitation, ApiError> {
    api.get(format!("/invitations/{}", js_sys::encode_uri_component(id))).await
}

/// Accepts an invitation; the next token says so.
///
/// # Errors
/// As [`Api::call`].
pub async fn accept(api: Api, id: InvitationId) -> Result<OwnInvitation, ApiError> {
    api.call(Call::post(format!("/invitations/{id}/accept"), &Map::new())).await?.read()
}
