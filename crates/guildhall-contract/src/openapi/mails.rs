//! Mails that did not arrive.

use crate::mails::OpenMailPage;

/// Mails that need somebody's eye: for managers and administrators
///
/// Being sent for long, failed, of unknown outcome, sent back, or called unwanted; until they are sent again or
/// dismissed. No addresses.
#[utoipa::path(
    get, path = "/api/v1/mails", tag = "mails", operation_id = "list_open_mails", security(("bearer" = [])),
    params(
        ("sort" = Option<String>, Query, description = "since"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = OpenMailPage))
)]
pub(super) fn list_open_mails() {}

/// Send a mail again that did not arrive
///
/// For managers and administrators, and for those on the side that the mail tells who may read what it tells of.
/// Of several who ask at once one is taken at their word, the others get 409; five an hour for each mail.
#[utoipa::path(
    post, path = "/api/v1/mails/{mail_id}/send", tag = "mails", operation_id = "send_mail_again", security(("bearer" = [])),
    params(("mail_id" = String, Path, description = "The mail's id")),
    responses((status = 204, description = "It is about to be sent"))
)]
pub(super) fn send_mail_again() {}

/// Leave a mail that did not arrive: for managers and administrators
#[utoipa::path(
    post, path = "/api/v1/mails/{mail_id}/dismiss", tag = "mails", operation_id = "dismiss_mail", security(("bearer" = [])),
    params(("mail_id" = String, Path, description = "The mail's id")),
    responses((status = 204, description = "It has left the list"))
)]
pub(super) fn dismiss_mail() {}
