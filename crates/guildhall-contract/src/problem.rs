//! Problems: what every refused or failed request is answered with (RFC 9457).

use std::collections::BTreeMap;

use guildhall_domain::api_token::Scope;
use guildhall_domain::lead::CommandKind;
use guildhall_domain::policy::Guard;
use guildhall_domain::profile::Part;
use serde::{Deserialize, Serialize};

use crate::cutover::CutoverView;
use crate::fields::FieldError;
use crate::leads::LeadDetails;
use crate::members::MemberEntry;
use crate::migrations::MigrationItem;
use crate::moving::ToolsEntry;
use crate::organisations::OrganisationEntry;
use crate::own_profile::OwnProfile;
use crate::payouts::PayoutDetailsEntry;
use crate::sales::{DeskEntry, RosterEntry};
use crate::settings::{LeadMailSetting, OwnSettings};

/// The largest body of a request, in bytes.
pub const BODY_MAX: usize = 64 * 1024;

/// Where merchants find partners.
const DIRECTORY: &str = "/directory";

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:tt, $status:literal, $title:literal;)+) => {
        /// What is the matter, for programs. Stable: clients branch on it and word it themselves.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum ProblemCode {
            $($(#[$doc])* #[serde(rename = $code)] $name),+
        }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word on the wire.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The HTTP status that it comes with.
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// A short title in English, for logs and people with curl.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }
        }
    };
}

codes! {
    /// The body is not JSON, or not an object.
    Malformed = "malformed", 400, "The body is not a JSON object";
    /// A query parameter is wrong; `errors` names it.
    InvalidQuery = "invalid_query", 400, "A query parameter is wrong";
    /// The cursor is damaged, or was given for another list, order or filter.
    InvalidCursor = "invalid_cursor", 400, "The cursor does not belong to this list";
    /// `Idempotency-Key` is missing, or is not 1 to 64 visible ASCII characters.
    IdempotencyKeyNeeded = "idempotency_key_needed", 400, "Idempotency-Key must be 1 to 64 visible ASCII characters";
    /// `If-Match` holds no version.
    InvalidIfMatch = "invalid_if_match", 400, "If-Match must hold one version in quotes";
    /// The token is missing or does not hold what it must.
    Unauthenticated = "unauthenticated", 401, "Sign in first";
    /// One's own thing, but not with this role.
    Forbidden = "forbidden", 403, "Your role does not allow this";
    /// The token is not for this; `scope` says what it would have to be for.
    ScopeMissing = "scope_missing", 403, "The token lacks the scope for this";
    /// The organisation is suspended.
    OrganisationSuspended = "organisation_suspended", 403, "The organisation is suspended";
    /// It does not exist, or is not yours to know of.
    NotFound = "not_found", 404, "Not found";
    /// The directory is not open yet, so nothing is said of anybody in it.
    DirectoryNotOpen = "directory_not_open", 404, "The Partner Directory is not open yet";
    /// The lead is not where this can be done from; `allowed` says what can.
    InvalidTransition = "invalid_transition", 409, "Not possible from where the lead stands";
    /// Somebody was faster; `current` is what they made of it.
    VersionConflict = "version_conflict", 409, "Somebody changed it in the meantime";
    /// It is settled already.
    AlreadySettled = "already_settled", 409, "The lead is settled already";
    /// A condition does not hold; `guard` names it.
    GuardFailed = "guard_failed", 409, "A condition does not hold";
    /// The second person must be somebody else than the first.
    SecondPersonNeeded = "second_person_needed", 409, "Somebody else has to confirm this";
    /// The timeline is as long as it may get.
    TimelineFull = "timeline_full", 409, "The timeline is full";
    /// Not possible in the state that it is in; `possible` says what is.
    NotNow = "not_now", 409, "Not possible now";
    /// Parts of the profile are missing without which nothing is published; `missing` names them.
    ProfileIncomplete = "profile_incomplete", 409, "Parts of the profile are missing";
    /// The partner takes no new clients, so the form is closed.
    FormClosed = "form_closed", 409, "The partner takes no new clients at the moment";
    /// The partner has not marked the work as done, so there is nothing to review.
    ReviewNotEligible = "review_not_eligible", 409, "Only merchants whom the partner worked for may write a review";
    /// There is a review by this merchant already.
    ReviewExists = "review_exists", 409, "You have reviewed this partner already";
    /// There is an answer already, and it is locked.
    AlreadyReplied = "already_replied", 409, "The review was answered already";
    /// It is reported already, and the programme has not decided.
    AlreadyReported = "already_reported", 409, "The review is reported already";
    /// Nobody would be left who manages the members: an owner, or an administrator.
    LastOwner = "last_owner", 409, "Somebody has to stay who manages the members";
    /// Nobody changes their own role.
    OwnRole = "own_role", 409, "Nobody changes their own role";
    /// All places are taken by members and invitations.
    MembersFull = "members_full", 409, "There is no place left for another member";
    /// There is no place for another endpoint.
    WebhooksFull = "webhooks_full", 409, "There is no place left for another webhook";
    /// Whoever has the invited address is a member; or the caller is one, here or elsewhere, and must leave first.
    MemberAlready = "member_already", 409, "They are a member already, and everybody can be one only once";
    /// There are as many tokens as there may be, expired ones among them.
    TokensFull = "tokens_full", 409, "There is no place left for another token";
    /// The invitation has expired, was taken back, or was answered.
    InvitationClosed = "invitation_closed", 409, "The invitation is not open any more";
    /// There is an organisation whose id follows from this name.
    OrganisationExists = "organisation_exists", 409, "There is an organisation of this name already";
    /// Somebody else moves records over right now; `current_state` names them and since when.
    MigrationRunning = "migration_running", 409, "Somebody else moves records over right now";
    /// The run takes no more batches, or is not the one to be taken back.
    MigrationClosed = "migration_closed", 409, "Not possible with this run any more";
    /// The period's day of payment is to come.
    PayoutTooEarly = "payout_too_early", 409, "The period is not to be paid yet";
    /// A later period has had its run, which paid all that was due until then.
    PayoutSuperseded = "payout_superseded", 409, "A later run paid all that was due until then";
    /// The run before is not done.
    PayoutUnfinished = "payout_unfinished", 409, "The run before has to be finished first";
    /// Another event has this id.
    EventDiffers = "event_differs", 409, "Another event has this id";
    /// The event makes a referral that is there already.
    ReferralExists = "referral_exists", 409, "The referral exists already";
    /// What was earned with a referral would not fit a sum any more.
    SumOutOfRange = "sum_out_of_range", 422, "A sum would be out of range";
    /// The Experts Marketplace does not do this any more; `instead` says where to go.
    MarketplaceClosed = "marketplace_closed", 410, "The Experts Marketplace does not do this any more";
    /// The body is larger than 64 KB; `max_bytes` says so.
    TooLarge = "too_large", 413, "The body is larger than 64 KB";
    /// The export is larger than one answer can carry; narrow the filter.
    ExportTooLarge = "export_too_large", 413, "The export is larger than one answer can carry";
    /// The body is not `application/json`.
    UnsupportedMediaType = "unsupported_media_type", 415, "The body must be application/json";
    /// Fields are wrong; `errors` names each.
    InvalidFields = "invalid_fields", 422, "Some fields need another look";
    /// The key was used before with another body.
    IdempotencyKeyReused = "idempotency_key_reused", 422, "The Idempotency-Key was used for something else";
    /// `If-Match` is missing.
    IfMatchNeeded = "if_match_needed", 428, "Say with If-Match which version you saw";
    /// Too many requests; see `Retry-After`.
    TooManyRequests = "too_many_requests", 429, "Too many requests";
    /// A bug; it was logged under the request id.
    Internal = "internal", 500, "Something went wrong on our side";
    /// The table does not answer; see `Retry-After`.
    Unavailable = "unavailable", 503, "Not available right now";
}

/// A problem on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProblemBody {
    /// `about:blank#<code>`: the code is all there is to know.
    #[serde(rename = "type")]
    pub kind: String,
    /// In English, for people with curl.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// For programs.
    pub code: ProblemCode,
    /// Under which the request was logged.
    pub request_id: String,
    /// What is wrong with which field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// With `invalid_transition`: what could be done instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<CommandKind>>,
    /// With `guard_failed`: the condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guard: Option<String>,
    /// With `version_conflict`: the lead as it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<Box<LeadDetails>>,
    /// With `version_conflict` of a profile: the profile as it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_profile: Option<Box<OwnProfile>>,
    /// With `version_conflict` of what somebody keeps in order: how it stands now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_state: Option<Box<CurrentState>>,
    /// With `not_now`: what could be done instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub possible: Option<Vec<String>>,
    /// With `profile_incomplete`: what is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<Part>>,
    /// With `scope_missing`: what the token would have to be for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// With `marketplace_closed`: the address to go to instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// With `too_large`: the most bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<usize>,
}

/// How a thing stands that somebody else changed in the meantime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CurrentState {
    /// The caller's own settings.
    Settings(OwnSettings),
    /// Where the organisation gets mail about its leads.
    LeadAddress(LeadMailSetting),
    /// A representative.
    Representative(RosterEntry),
    /// The sales desk.
    Desk(DeskEntry),
    /// The dates of the move.
    Cutover(CutoverView),
    /// The run that is under way.
    Migration(MigrationItem),
    /// A member.
    Member(MemberEntry),
    /// An organisation.
    Organisation(OrganisationEntry),
    /// Where the organisation is paid.
    PayoutDetails(PayoutDetailsEntry),
    /// The tools that a partner has chosen.
    Tools(ToolsEntry),
}

/// The word of a condition on the wire.
#[must_use]
pub fn guard_code(guard: Guard) -> &'static str {
    match guard {
        Guard::OutcomePending => "outcome_pending",
        Guard::RepresentativeAssigned => "representative_assigned",
        Guard::RepresentativeCovers => "representative_covers",
        Guard::RepresentativeIsNew => "representative_is_new",
        Guard::TermsChecked => "terms_checked",
        Guard::DealClosed => "deal_closed",
        Guard::AmountPositive => "amount_positive",
        Guard::SomethingAsked => "something_asked",
        Guard::OnlyWhatWasAsked => "only_what_was_asked",
        Guard::OnlyDetails => "only_details",
        Guard::PromiseBroken => "promise_broken",
        Guard::PartnerTold => "partner_told",
    }
}

/// A problem before it has met its request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is the matter.
    pub code: ProblemCode,
    /// What is wrong with which field.
    pub errors: Vec<FieldError>,
    /// What could be done instead.
    pub allowed: Option<Box<[CommandKind]>>,
    /// The condition that does not hold.
    pub guard: Option<Guard>,
    /// The lead as it is now.
    pub current: Option<Box<LeadDetails>>,
    /// The profile as it is now.
    pub current_profile: Option<Box<OwnProfile>>,
    /// How a thing stands that somebody keeps in order.
    pub current_state: Option<Box<CurrentState>>,
    /// What could be done instead of what is not possible now.
    pub possible: Option<Box<[&'static str]>>,
    /// What is missing of a profile.
    pub missing: Option<Box<[Part]>>,
    /// What a token would have to be for.
    pub scope: Option<Scope>,
    /// After how many seconds to try again.
    pub retry_after: Option<u32>,
}

impl Problem {
    /// A problem that its code says everything about.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        Self {
            code,
            errors: Vec::new(),
            allowed: None,
            guard: None,
            current: None,
            current_profile: None,
            current_state: None,
            possible: None,
            missing: None,
            scope: None,
            retry_after: None,
        }
    }

    /// Fields that are wrong.
    #[must_use]
    pub fn fields(errors: Vec<FieldError>) -> Self {
        Self { errors, ..Self::new(ProblemCode::InvalidFields) }
    }

    /// Somebody was faster, and this is what they made of it.
    #[must_use]
    pub fn overtaken(current: CurrentState) -> Self {
        Self { current_state: Some(Box::new(current)), ..Self::new(ProblemCode::VersionConflict) }
    }

    /// Query parameters that are wrong.
    #[must_use]
    pub fn query(errors: Vec<FieldError>) -> Self {
        Self { errors, ..Self::new(ProblemCode::InvalidQuery) }
    }

    /// What goes over the wire.
    #[must_use]
    pub fn body(self, request_id: &str) -> ProblemBody {
        ProblemBody {
            kind: format!("about:blank#{}", self.code.code()),
            title: self.code.title().to_owned(),
            status: self.code.status(),
            code: self.code,
            request_id: request_id.to_owned(),
            errors: self.errors,
            allowed: self.allowed.map(Vec::from),
            guard: self.guard.map(|guard| guard_code(guard).to_owned()),
            current: self.current,
            current_profile: self.current_profile,
            current_state: self.current_state,
            possible: self.possible.map(|words| words.into_iter().map(str::to_owned).collect()),
            missing: self.missing.map(Vec::from),
            scope: self.scope,
            instead: (self.code == ProblemCode::MarketplaceClosed).then(|| DIRECTORY.to_owned()),
            max_bytes: (self.code == ProblemCode::TooLarge).then_some(BODY_MAX),
        }
    }
}

impl ProblemBody {
    /// Errors by the name of their field, for a form.
    #[must_use]
    pub fn by_field(&self) -> BTreeMap<&str, &FieldError> {
        self.errors.iter().filter_map(|error| Some((error.name()?, error))).collect()
    }
}
