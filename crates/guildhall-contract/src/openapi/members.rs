//! Members, invitations and organisations.

use crate::members::{InvitationBody, InvitationEntry, MemberEntry, Members, OwnInvitation, RoleBody};
use crate::organisations::{
    NewOrganisationBody, OrganisationBody, OrganisationDetails, OrganisationEntry, OrganisationList,
};

/// The members of one's organisation, and for its owners who is invited
#[utoipa::path(
    get, path = "/api/v1/organisation/members", tag = "members", operation_id = "list_members", security(("bearer" = [])),
    responses((status = 200, description = "Members and invitations", body = Members))
)]
pub(super) fn list_members() {}

/// Invite somebody, or invite them again: for owners
///
/// Who is invited already is invited for another 14 days, in this role, and gets the mail once more; asked again
/// within a minute, nothing more is sent.
#[utoipa::path(
    post, path = "/api/v1/organisation/invitations", tag = "members", operation_id = "invite_member", security(("bearer" = [])),
    params(("Accept-Language" = Option<String>, Header, description = "The language of the mail, if the body says none")),
    request_body = InvitationBody,
    responses(
        (status = 200, description = "The invitation that there was, renewed", body = InvitationEntry),
        (status = 201, description = "The invitation", body = InvitationEntry)
    )
)]
pub(super) fn invite_member() {}

/// Take an invitation back: for owners
#[utoipa::path(
    post, path = "/api/v1/organisation/invitations/{invitation_id}/withdraw", tag = "members", operation_id = "withdraw_invitation", security(("bearer" = [])),
    params(("invitation_id" = String, Path, description = "The invitation's id")),
    responses((status = 204, description = "Nobody can accept it any more"))
)]
pub(super) fn withdraw_invitation() {}

/// Give a member another role: for owners, and never their own
#[utoipa::path(
    put, path = "/api/v1/organisation/members/{person_id}", tag = "members", operation_id = "change_member", security(("bearer" = [])),
    params(
        ("person_id" = String, Path, description = "The member's user id"),
        ("If-Match" = String, Header, description = "The revision that was seen, as the list says it")
    ),
    request_body = RoleBody,
    responses((status = 200, description = "The member as they are now", body = MemberEntry))
)]
pub(super) fn change_member() {}

/// Remove a member: for owners
#[utoipa::path(
    post, path = "/api/v1/organisation/members/{person_id}/remove", tag = "members", operation_id = "remove_member", security(("bearer" = [])),
    params(("person_id" = String, Path, description = "The member's user id")),
    responses((status = 204, description = "They are no member any more, from their next token on"))
)]
pub(super) fn remove_member() {}

/// Leave one's organisation
#[utoipa::path(
    post, path = "/api/v1/organisation/leave", tag = "members", operation_id = "leave_organisation", security(("bearer" = [])),
    responses((status = 204, description = "The caller is a merchant, from their next token on"))
)]
pub(super) fn leave_organisation() {}

/// An invitation of one's own address
#[utoipa::path(
    get, path = "/api/v1/invitations/{invitation_id}", tag = "members", operation_id = "get_invitation", security(("bearer" = [])),
    params(("invitation_id" = String, Path, description = "The invitation's id, from the mail")),
    responses((status = 200, description = "The invitation", body = OwnInvitation))
)]
pub(super) fn get_invitation() {}

/// Accept an invitation of one's own address
#[utoipa::path(
    post, path = "/api/v1/invitations/{invitation_id}/accept", tag = "members", operation_id = "accept_invitation", security(("bearer" = [])),
    params(("invitation_id" = String, Path, description = "The invitation's id, from the mail")),
    responses((status = 200, description = "Accepted: the next token says so", body = OwnInvitation))
)]
pub(super) fn accept_invitation() {}

/// Every organisation: for administrators
#[utoipa::path(
    get, path = "/api/v1/organisations", tag = "organisations", operation_id = "list_organisations", security(("bearer" = [])),
    responses((status = 200, description = "By name", body = OrganisationList))
)]
pub(super) fn list_organisations() {}

/// Add an organisation and invite its first owner: for administrators
#[utoipa::path(
    post, path = "/api/v1/organisations", tag = "organisations", operation_id = "create_organisation", security(("bearer" = [])),
    params(("Accept-Language" = Option<String>, Header, description = "The language of the mail, if the body says none")),
    request_body = NewOrganisationBody,
    responses((status = 201, description = "The organisation", body = OrganisationEntry))
)]
pub(super) fn create_organisation() {}

/// An organisation with its people: for administrators
#[utoipa::path(
    get, path = "/api/v1/organisations/{organisation_id}", tag = "organisations", operation_id = "get_organisation", security(("bearer" = [])),
    params(("organisation_id" = String, Path, description = "The organisation's id")),
    responses((status = 200, description = "The organisation; its revision is the ETag", body = OrganisationDetails))
)]
pub(super) fn get_organisation() {}

/// Rename, suspend or reinstate an organisation: for administrators
#[utoipa::path(
    put, path = "/api/v1/organisations/{organisation_id}", tag = "organisations", operation_id = "save_organisation", security(("bearer" = [])),
    params(
        ("organisation_id" = String, Path, description = "The organisation's id"),
        ("If-Match" = String, Header, description = "The revision that was seen, as its ETag")
    ),
    request_body = OrganisationBody,
    responses((status = 200, description = "The organisation as it is now", body = OrganisationEntry))
)]
pub(super) fn save_organisation() {}

/// Invite the first owner of an organisation, as long as it has none: for administrators
#[utoipa::path(
    post, path = "/api/v1/organisations/{organisation_id}/invitations", tag = "organisations", operation_id = "invite_owner", security(("bearer" = [])),
    params(
        ("organisation_id" = String, Path, description = "The organisation's id"),
        ("Accept-Language" = Option<String>, Header, description = "The language of the mail, if the body says none")
    ),
    request_body = InvitationBody,
    responses(
        (status = 200, description = "The invitation that there was, renewed", body = InvitationEntry),
        (status = 201, description = "The invitation", body = InvitationEntry)
    )
)]
pub(super) fn invite_owner() {}

/// Take back the invitation of an owner who has not come: for administrators
#[utoipa::path(
    post, path = "/api/v1/organisations/{organisation_id}/invitations/{invitation_id}/withdraw", tag = "organisations", operation_id = "withdraw_owner_invitation", security(("bearer" = [])),
    params(
        ("organisation_id" = String, Path, description = "The organisation's id"),
        ("invitation_id" = String, Path, description = "The invitation's id")
    ),
    responses((status = 204, description = "Nobody can accept it any more"))
)]
pub(super) fn withdraw_owner_invitation() {}

/// The platform's own people: for administrators
#[utoipa::path(
    get, path = "/api/v1/staff", tag = "organisations", operation_id = "list_staff", security(("bearer" = [])),
    responses((status = 200, description = "Members and invitations", body = Members))
)]
pub(super) fn list_staff() {}

/// Invite somebody to the platform's own people, or invite them again: for administrators
#[utoipa::path(
    post, path = "/api/v1/staff/invitations", tag = "organisations", operation_id = "invite_staff", security(("bearer" = [])),
    params(("Accept-Language" = Option<String>, Header, description = "The language of the mail, if the body says none")),
    request_body = InvitationBody,
    responses(
        (status = 200, description = "The invitation that there was, renewed", body = InvitationEntry),
        (status = 201, description = "The invitation", body = InvitationEntry)
    )
)]
pub(super) fn invite_staff() {}

/// Take an invitation to the platform's own people back: for administrators
#[utoipa::path(
    post, path = "/api/v1/staff/invitations/{invitation_id}/withdraw", tag = "organisations", operation_id = "withdraw_staff_invitation", security(("bearer" = [])),
    params(("invitation_id" = String, Path, description = "The invitation's id")),
    responses((status = 204, description = "Nobody can accept it any more"))
)]
pub(super) fn withdraw_staff_invitation() {}

/// Give one of the platform's own people another role: for administrators, and never their own
#[utoipa::path(
    put, path = "/api/v1/staff/{person_id}", tag = "organisations", operation_id = "change_staff", security(("bearer" = [])),
    params(
        ("person_id" = String, Path, description = "The member's user id"),
        ("If-Match" = String, Header, description = "The revision that was seen, as the list says it")
    ),
    request_body = RoleBody,
    responses((status = 200, description = "The member as they are now", body = MemberEntry))
)]
pub(super) fn change_staff() {}

/// Remove one of the platform's own people: for administrators
#[utoipa::path(
    post, path = "/api/v1/staff/{person_id}/remove", tag = "organisations", operation_id = "remove_staff", security(("bearer" = [])),
    params(("person_id" = String, Path, description = "The member's user id")),
    responses((status = 204, description = "They are none of them any more, from their next token on"))
)]
pub(super) fn remove_staff() {}
