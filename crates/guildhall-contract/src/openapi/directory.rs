//! The public directory, inquiries on their way in, reviews.

use crate::directory::DirectoryPage;
use crate::inquiries::InquiryReceipt;
use crate::inquiry_form::{InquiryFormTicket, InquiryRequest};
use crate::profile::PublicProfile;
use crate::reviews::{OwnReview, ReplyRequest, ReportRequest, ReviewPage, ReviewRequest};

/// Search, filter and order the partners
///
/// What of the query means nothing is left out and named in `ignored`. Choices within a group are separated by commas.
#[utoipa::path(
    get, path = "/api/v1/directory", tag = "directory", operation_id = "search_directory",
    params(
        ("q" = Option<String>, Query, description = "Words in name, text, services, places or industries; accents, typing errors and endings are forgiven"),
        ("category" = Option<String>, Query, description = "Offers a service of any of these categories, or…"),
        ("service" = Option<String>, Query, description = "…any of these services"),
        ("country" = Option<String>, Query, description = "Is in, or works in, any of these countries"),
        ("language" = Option<String>, Query, description = "Works in any of these languages"),
        ("industry" = Option<String>, Query, description = "Knows any of these industries"),
        ("price" = Option<String>, Query, description = "below_1000, 1000_to_5000, above_5000, contact"),
        ("rating" = Option<String>, Query, description = "4.5, 4 or 3 and up"),
        ("tier" = Option<String>, Query, description = "registered, select, plus, premier, platinum"),
        ("availability" = Option<String>, Query, description = "open, booked"),
        ("sort" = Option<String>, Query, description = "default or rating"),
        ("near" = Option<String>, Query, description = "The visitor's country, whose partners come first in the default order"),
        ("page" = Option<String>, Query, description = "From 1; 16 partners on each"),
        ("explain" = Option<String>, Query, description = "1: each partner says why it stands where it does")
    ),
    responses((status = 200, description = "A page", body = DirectoryPage))
)]
pub(super) fn search_directory() {}

/// A partner's public profile
#[utoipa::path(
    get, path = "/api/v1/profiles/{handle}", tag = "directory", operation_id = "get_profile",
    params(("handle" = String, Path, description = "The profile's name in its address")),
    responses((status = 200, description = "The profile", body = PublicProfile))
)]
pub(super) fn get_profile() {}

/// The published reviews of a partner
#[utoipa::path(
    get, path = "/api/v1/profiles/{handle}/reviews", tag = "directory", operation_id = "list_reviews",
    params(
        ("handle" = String, Path, description = "The profile's name in its address"),
        ("service" = Option<String>, Query, description = "Comma-separated services"),
        ("stars" = Option<String>, Query, description = "Comma-separated: 1 to 5 overall"),
        ("sort" = Option<String>, Query, description = "published_at or rating"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Reviews on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = ReviewPage))
)]
pub(super) fn list_reviews() {}

/// Open the form to a partner
#[utoipa::path(
    get, path = "/api/v1/profiles/{handle}/inquiry-form", tag = "directory", operation_id = "open_inquiry_form",
    params(("handle" = String, Path, description = "The profile's name in its address")),
    responses((status = 200, description = "What the form needs to be sent", body = InquiryFormTicket))
)]
pub(super) fn open_inquiry_form() {}

/// Send an inquiry to a partner, as a merchant
#[utoipa::path(
    post, path = "/api/v1/profiles/{handle}/inquiries", tag = "directory", operation_id = "send_inquiry", security(("bearer" = [])),
    params(
        ("handle" = String, Path, description = "The profile's name in its address"),
        ("Idempotency-Key" = String, Header, description = "1 to 64 visible ASCII characters; the same key with the same body gives the first answer again")
    ),
    request_body = InquiryRequest,
    responses((status = 201, description = "Sent, now or by an earlier request with this key", body = InquiryReceipt))
)]
pub(super) fn send_inquiry() {}

/// Write a review of a partner, as a merchant whom it worked for
#[utoipa::path(
    post, path = "/api/v1/profiles/{handle}/reviews", tag = "directory", operation_id = "write_review", security(("bearer" = [])),
    params(("handle" = String, Path, description = "The profile's name in its address")),
    request_body = ReviewRequest,
    responses((status = 201, description = "Taken; it is held for 48 hours before it is published", body = OwnReview))
)]
pub(super) fn write_review() {}

/// One's own review; for the programme, any
#[utoipa::path(
    get, path = "/api/v1/reviews/{review_id}", tag = "directory", operation_id = "get_review", security(("bearer" = [])),
    params(("review_id" = String, Path, description = "The review's id")),
    responses((status = 200, description = "The review; its version is the ETag", body = OwnReview))
)]
pub(super) fn get_review() {}

/// Answer a review of one's organisation, once
#[utoipa::path(
    post, path = "/api/v1/reviews/{review_id}/reply", tag = "directory", operation_id = "reply_to_review", security(("bearer" = [])),
    params(("review_id" = String, Path, description = "The review's id")),
    request_body = ReplyRequest,
    responses((status = 200, description = "The review with its answer, both locked", body = OwnReview))
)]
pub(super) fn reply_to_review() {}

/// Report a review that breaks the rules
#[utoipa::path(
    post, path = "/api/v1/reviews/{review_id}/report", tag = "directory", operation_id = "report_review", security(("bearer" = [])),
    params(("review_id" = String, Path, description = "The review's id")),
    request_body = ReportRequest,
    responses((status = 204, description = "Reported; the programme decides"))
)]
pub(super) fn report_review() {}
