//! A profile as its partner, and the programme, work on it.

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Signature;
use guildhall_domain::ids::OrgId;
use guildhall_domain::policy::ranking::Share;
use guildhall_domain::profile::{
    Completeness, PartnerProfile, ProfileCommand, ProfileCommandKind, ProfileEventKind, ReviewState,
    Suspension,
};
use guildhall_domain::taxonomy::Tier;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};
use crate::profile::RatingSummary;
use crate::profile_form::ProfileBody;

/// A profile with its working copy. The answer's `ETag` is the revision; saving needs it in `If-Match`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnProfile {
    /// Whose it is.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub org: OrgId,
    /// The working copy.
    pub working: ProfileBody,
    /// Where the working copy stands.
    pub review: ReviewState,
    /// What the world saw last, if it ever saw anything.
    pub published: Option<PublishedBody>,
    /// Whether the world sees it now.
    pub is_public: bool,
    /// Whether the partner hid it.
    pub hidden: bool,
    /// Why the programme suspended it, if it did.
    pub suspension: Option<Suspension>,
    /// How much of the working copy is filled in.
    pub completeness: Completeness,
    /// The programme's tier.
    pub tier: Tier,
    /// The day it became a partner.
    pub partner_since: chrono::NaiveDate,
    /// The published reviews in figures.
    pub rating: RatingSummary,
    /// What the default rank counts, text and place aside: how to rise.
    pub rank: Vec<Share>,
    /// What happened, oldest first.
    pub events: Vec<ProfileStep>,
    /// What the reader may do now.
    pub allowed: Vec<ProfileCommandKind>,
    /// The revision, for `If-Match`.
    pub version: u64,
}

/// What was published, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedBody {
    /// The content.
    pub content: ProfileBody,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// Something that happened to a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProfileStep {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Signature,
    /// What.
    #[serde(flatten)]
    pub kind: ProfileEventKind,
}

impl OwnProfile {
    /// A profile with the facts that stand beside it.
    #[must_use]
    pub fn new(
        profile: &PartnerProfile,
        rating: RatingSummary,
        rank: Vec<Share>,
        allowed: Vec<ProfileCommandKind>,
    ) -> Self {
        let step = |event: &guildhall_domain::profile::ProfileEvent| ProfileStep {
            at: event.at,
            by: event.by.clone(),
            kind: event.kind.clone(),
        };
        Self {
            org: profile.org.clone(),
            working: ProfileBody::new(&profile.handle, &profile.content),
            review: profile.review.clone(),
            published: profile.published.as_ref().map(|published| PublishedBody {
                content: ProfileBody::new(&profile.handle, &published.content),
                at: published.at,
            }),
            is_public: profile.is_public(),
            hidden: profile.hidden,
            suspension: profile.suspension.clone(),
            completeness: Completeness::of(&profile.content),
            tier: profile.standing.tier,
            partner_since: profile.standing.partner_since,
            rating,
            rank,
            events: profile.events.iter().map(step).collect(),
            allowed,
            version: profile.version,
        }
    }
}

/// The words that go with a decision, in the language of the programme; shown to the partner.
pub const NOTE: FieldRule =
    FieldRule { name: "note", kind: FieldKind::Paragraph { max: 1_000 }, need: Need::Required };

const COMMAND: FieldRule = FieldRule {
    name: "command",
    kind: FieldKind::Choice(&[
        "submit",
        "approve",
        "ask_changes",
        "hide",
        "show",
        "suspend",
        "reinstate",
        "set_tier",
    ]),
    need: Need::Required,
};

/// Something to do with a profile, other than saving it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProfileAction {
    /// The partner sends the working copy for approval.
    Submit,
    /// The programme publishes the working copy.
    Approve,
    /// The programme says what has to change first.
    AskChanges {
        /// What; 1,000 characters.
        note: String,
    },
    /// The partner takes the profile out of the directory.
    Hide,
    /// The partner puts it back.
    Show,
    /// The programme takes it out.
    Suspend {
        /// Why; 1,000 characters.
        note: String,
    },
    /// The programme puts it back.
    Reinstate {
        /// Why; 1,000 characters.
        note: String,
    },
    /// The programme changes the tier.
    SetTier {
        /// To this.
        tier: Tier,
    },
}

impl From<ProfileAction> for ProfileCommand {
    fn from(action: ProfileAction) -> Self {
        match action {
            ProfileAction::Submit => Self::Submit,
            ProfileAction::Approve => Self::Approve,
            ProfileAction::AskChanges { note } => Self::AskChanges { note },
            ProfileAction::Hide => Self::Hide,
            ProfileAction::Show => Self::Show,
            ProfileAction::Suspend { note } => Self::Suspend { reason: note },
            ProfileAction::Reinstate { note } => Self::Reinstate { note },
            ProfileAction::SetTier { tier } => Self::SetTier { tier },
        }
    }
}

/// Reads an action.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_profile_action(body: &Map<String, Value>) -> Result<ProfileAction, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let command = reader.text(&COMMAND);
    let action = match command.as_deref() {
        Some("submit") => Some(ProfileAction::Submit),
        Some("approve") => Some(ProfileAction::Approve),
        Some("hide") => Some(ProfileAction::Hide),
        Some("show") => Some(ProfileAction::Show),
        Some("ask_changes") => reader.text(&NOTE).map(|note| ProfileAction::AskChanges { note }),
        Some("suspend") => reader.text(&NOTE).map(|note| ProfileAction::Suspend { note }),
        Some("reinstate") => reader.text(&NOTE).map(|note| ProfileAction::Reinstate { note }),
        Some("set_tier") => {
            let tier = reader.raw("tier").and_then(Value::as_str).and_then(Tier::by_slug);
            if tier.is_none() {
                reader.refuse(FieldError::field("tier", FieldCode::ChoiceUnknown));
            }
            tier.map(|tier| ProfileAction::SetTier { tier })
        }
        _ => None,
    };
    let errors = reader.finish();
    match action {
        Some(action) if errors.is_empty() => Ok(action),
        _ => Err(errors),
    }
}
