use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

use super::{Delivery, InquiryCommandKind, InquiryForm, InquiryStatus, REPEAT_WINDOW};
use crate::actor::{Actor, Role, Signature};
use crate::ids::{InquiryId, LeadId, UserId};
use crate::personal::Personal;
use crate::policy::Language;
use crate::profile::Handle;

/// Whom an inquiry goes to, as the published profile said at that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The profile's name in its address.
    pub handle: Handle,
    /// The business name.
    pub name: String,
    /// Where the mail goes.
    pub email: Personal,
    /// In which language.
    pub language: Language,
}

/// A merchant's inquiry to a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquiry {
    /// Its id; it names the partner's organisation.
    pub id: InquiryId,
    /// Whom it goes to.
    pub recipient: Recipient,
    /// Who sent it.
    pub merchant: UserId,
    /// The language in which the merchant is written to.
    pub merchant_language: Language,
    /// What was filled in.
    pub form: InquiryForm,
    /// When it was sent, which is also when the merchant agreed.
    pub sent_at: DateTime<Utc>,
    /// An inquiry of the same sender to the same partner within [`REPEAT_WINDOW`] before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<InquiryId>,
    /// Whether the mail arrived.
    #[serde(default)]
    pub delivery: Delivery,
    /// What the partner says about it.
    pub status: InquiryStatus,
    /// The lead that it was turned into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<LeadId>,
    /// What happened, oldest first.
    pub events: Vec<InquiryEvent>,
    /// One more with every event.
    pub version: u64,
}

/// Something that happened to an inquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryEvent {
    /// The inquiry's version after it.
    pub seq: u64,
    /// When, in business time.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Signature,
    /// What.
    #[serde(flatten)]
    pub kind: InquiryEventKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InquiryEventKind {
    /// The merchant sent it.
    Sent,
    /// The partner said where it stands.
    Marked {
        /// What was said before.
        from: InquiryStatus,
        /// What is said now.
        to: InquiryStatus,
    },
    /// The partner handed the merchant to the sales team.
    TurnedIntoLead {
        /// The lead.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        lead: LeadId,
    },
}

/// What may be asked of an inquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InquiryCommand {
    /// Say where it stands.
    Mark(InquiryStatus),
    /// Note the lead that it was turned into.
    LinkLead(LeadId),
}

/// Why a command is refused. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InquiryRefusal {
    /// This role may never do it.
    #[error("this role may not do that")]
    Forbidden,
    /// It stands there already, or was turned into another lead.
    #[error("not possible now")]
    NotNow {
        /// What the same person could do now.
        allowed: Vec<InquiryCommandKind>,
    },
}

impl Inquiry {
    /// Sends an inquiry. `before` is the sender's last one to the same partner, and when it was sent. Moments are
    /// whole microseconds: that is what is stored, and what was answered first must be what is read later.
    #[must_use]
    pub fn send(
        id: InquiryId,
        recipient: Recipient,
        form: InquiryForm,
        merchant: &Actor,
        language: Language,
        before: Option<(InquiryId, DateTime<Utc>)>,
        now: DateTime<Utc>,
    ) -> Self {
        let now = now.trunc_subsecs(6);
        let repeat_of = before.filter(|(_, at)| now - *at <= REPEAT_WINDOW).map(|(earlier, _)| earlier);
        let event = InquiryEvent { seq: 1, at: now, by: merchant.signature(), kind: InquiryEventKind::Sent };
        Self {
            id,
            recipient,
            merchant: merchant.id.clone(),
            merchant_language: language,
            form,
            sent_at: now,
            repeat_of,
            delivery: Delivery::Pending,
            status: InquiryStatus::New,
            lead: None,
            events: vec![event],
            version: 1,
        }
    }

    /// Whether a person changed it after this version. What the mail's way adds to the version is no such
    /// change, so it refuses nobody who was reading meanwhile.
    #[must_use]
    pub fn changed_since(&self, version: u64) -> bool {
        version > self.version || self.events.last().is_some_and(|event| event.seq > version)
    }

    /// When it last changed.
    #[must_use]
    pub fn updated_at(&self) -> DateTime<Utc> {
        self.events.last().map_or(self.sent_at, |event| event.at)
    }

    /// Whether the actor may know of it: the partner's people, and the merchant who sent it.
    #[must_use]
    pub fn is_readable_by(&self, actor: &Actor) -> bool {
        match actor.role {
            Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => {
                actor.org.as_ref() == Some(self.id.org())
            }
            Role::Merchant => actor.id == self.merchant,
            Role::Rep | Role::SalesManager | Role::ProgramAdmin => false,
            Role::System => true,
        }
    }

    /// What the actor may do now.
    #[must_use]
    pub fn allowed(&self, actor: &Actor) -> Vec<InquiryCommandKind> {
        let may = matches!(actor.role, Role::PartnerMember | Role::PartnerOwner);
        if !may || !self.is_readable_by(actor) {
            return Vec::new();
        }
        let marks = InquiryCommandKind::MARKS.into_iter().filter(|mark| mark.target() != Some(self.status));
        marks.chain(self.lead.is_none().then_some(InquiryCommandKind::LinkLead)).collect()
    }

    /// Applies a command. Noting the same lead twice is fine: it is how a repeated request ends.
    ///
    /// # Errors
    /// When it is not allowed; nothing has changed then.
    pub fn apply(
        &mut self,
        command: InquiryCommand,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), InquiryRefusal> {
        if !matches!(actor.role, Role::PartnerMember | Role::PartnerOwner) || !self.is_readable_by(actor) {
            return Err(InquiryRefusal::Forbidden);
        }
        let kind = match command {
            InquiryCommand::Mark(to) if to == self.status => {
                return Err(InquiryRefusal::NotNow { allowed: self.allowed(actor) });
            }
            InquiryCommand::Mark(to) => {
                InquiryEventKind::Marked { from: std::mem::replace(&mut self.status, to), to }
            }
            InquiryCommand::LinkLead(lead) if self.lead.as_ref() == Some(&lead) => return Ok(()),
            InquiryCommand::LinkLead(_) if self.lead.is_some() => {
                return Err(InquiryRefusal::NotNow { allowed: self.allowed(actor) });
            }
            InquiryCommand::LinkLead(lead) => {
                self.lead = Some(lead.clone());
                InquiryEventKind::TurnedIntoLead { lead }
            }
        };
        self.version += 1;
        let now = now.trunc_subsecs(6);
        self.events.push(InquiryEvent { seq: self.version, at: now, by: actor.signature(), kind });
        Ok(())
    }
}
