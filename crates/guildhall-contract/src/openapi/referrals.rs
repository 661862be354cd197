//! The referral history and the ledger.

use crate::referrals::{LedgerPage, ReferralDetails, ReferralPage, ReferralsSummary};

/// The referral history of one's organisation
///
/// Every merchant who was referred and counts, stores that were created for merchants included. Whoever may not see money is
/// answered without amounts, and refused the order by revenue.
#[utoipa::path(
    get, path = "/api/v1/referrals", tag = "referrals", operation_id = "list_referrals", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in the merchant's name or the referral's", max_length = 200),
        ("state" = Option<String>, Query, description = "Comma-separated: awaiting, scheduled, paid"),
        ("source" = Option<String>, Query, description = "Comma-separated: plus_lead, pos_lead, store_created, affiliate, or one that came later"),
        ("plan" = Option<String>, Query, description = "Comma-separated: starter, basic, standard, advanced, plus, pos_pro"),
        ("referred_from" = Option<String>, Query, description = "Referred on this day (UTC) or later: 2026-01-31"),
        ("referred_to" = Option<String>, Query, description = "Referred on this day (UTC) or earlier"),
        ("sort" = Option<String>, Query, description = "referred_at, merchant, plan, source, revenue, terms, state"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses(
        (status = 200, description = "A page", body = ReferralPage)
    )
)]
pub(super) fn list_referrals() {}

/// The referral history as a spreadsheet
///
/// Every row of the filter. A referral that earned in several currencies takes a line for each of them; the last line holds the
/// number of lines.
#[utoipa::path(
    get, path = "/api/v1/referrals.csv", tag = "referrals", operation_id = "export_referrals", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "As in the list", max_length = 200),
        ("state" = Option<String>, Query, description = "As in the list"),
        ("source" = Option<String>, Query, description = "As in the list"),
        ("plan" = Option<String>, Query, description = "As in the list"),
        ("referred_from" = Option<String>, Query, description = "As in the list"),
        ("referred_to" = Option<String>, Query, description = "As in the list"),
        ("sort" = Option<String>, Query, description = "As in the list"),
        ("direction" = Option<String>, Query, description = "As in the list"),
        ("bom" = Option<String>, Query, description = "Whether the file begins with a byte order mark: yes, unless one says no")
    ),
    responses(
        (status = 200, description = "UTF-8", body = String, content_type = "text/csv")
    )
)]
pub(super) fn export_referrals() {}

/// What one's referrals come to
///
/// How many there are, what was booked in each month, and until when the organisation counts as active.
#[utoipa::path(
    get, path = "/api/v1/referrals/summary", tag = "referrals", operation_id = "sum_referrals", security(("bearer" = [])),
    params(
        ("from" = Option<String>, Query, description = "The first month of revenue: 2025-12; eleven months before the last one if left out"),
        ("to" = Option<String>, Query, description = "The last month; the present one if left out. 60 months at most")
    ),
    responses(
        (status = 200, description = "The summary", body = ReferralsSummary)
    )
)]
pub(super) fn sum_referrals() {}

/// One referral with its ledger
///
/// Also one whose award was taken back, which the list does not show.
#[utoipa::path(
    get, path = "/api/v1/referrals/{referral_id}", tag = "referrals", operation_id = "get_referral", security(("bearer" = [])),
    params(("referral_id" = String, Path, description = "The referral's id, as `store:harbour-coffee`")),
    responses(
        (status = 200, description = "The referral; its version is the ETag", body = ReferralDetails)
    )
)]
pub(super) fn get_referral() {}

/// The ledger of one's organisation
///
/// Entries are only ever added; a refund is a negative one. For whoever may see money.
#[utoipa::path(
    get, path = "/api/v1/ledger", tag = "referrals", operation_id = "list_ledger", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in the merchant's name or in the entry's reason", max_length = 200),
        ("kind" = Option<String>, Query, description = "Comma-separated: commission, bonus, adjustment, tax"),
        ("period" = Option<String>, Query, description = "Comma-separated halves of months: 2026-11-1 is the first one of November"),
        ("currency" = Option<String>, Query, description = "Comma-separated ISO 4217 codes"),
        ("record" = Option<String>, Query, description = "The id of one referral"),
        ("sort" = Option<String>, Query, description = "booked_at, occurred_at, merchant, kind, amount, period"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses(
        (status = 200, description = "A page", body = LedgerPage)
    )
)]
pub(super) fn list_ledger() {}

/// The ledger as a spreadsheet
///
/// Every entry of the filter; the last line holds their number.
#[utoipa::path(
    get, path = "/api/v1/ledger.csv", tag = "referrals", operation_id = "export_ledger", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "As in the list", max_length = 200),
        ("kind" = Option<String>, Query, description = "As in the list"),
        ("period" = Option<String>, Query, description = "As in the list"),
        ("currency" = Option<String>, Query, description = "As in the list"),
        ("record" = Option<String>, Query, description = "As in the list"),
        ("sort" = Option<String>, Query, description = "As in the list"),
        ("direction" = Option<String>, Query, description = "As in the list"),
        ("bom" = Option<String>, Query, description = "Whether the file begins with a byte order mark: yes, unless one says no")
    ),
    responses(
        (status = 200, description = "UTF-8", body = String, content_type = "text/csv")
    )
)]
pub(super) fn export_ledger() {}
