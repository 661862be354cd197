use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Decision, HOLD, RemovalReason, ReportReason, Stars, Verdict};
use crate::actor::{Actor, Role, Signature};
use crate::ids::{ReviewId, UserId};
use crate::inquiry::{Inquiry, InquiryStatus};
use crate::personal::Personal;
use crate::profile::Handle;
use crate::taxonomy::Service;

/// Where a review stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReviewStatus {
    /// It waits; only the writer and the programme see it.
    Held {
        /// When it is published, at the earliest.
        until: DateTime<Utc>,
    },
    /// Everybody sees it.
    Published {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// The programme removed it.
    Removed {
        /// Why.
        reason: RemovalReason,
        /// Since when.
        at: DateTime<Utc>,
    },
}

/// The partner's one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub by: Signature,
    /// When.
    pub at: DateTime<Utc>,
}

/// Somebody thinks that a review breaks the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Which rule.
    pub reason: ReportReason,
    /// In their words.
    pub note: Personal,
    /// Who.
    pub by: Signature,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the programme has looked at it and kept the review.
    #[serde(default)]
    pub dismissed: bool,
}

/// A merchant's review of a partner: one for each merchant and partner. Locked once it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its id, derived from partner and merchant.
    pub id: ReviewId,
    /// The partner's name in the address, where the ratings are counted.
    pub handle: Handle,
    /// Who wrote it.
    pub merchant: UserId,
    /// The merchant's business, as it is shown.
    pub company: String,
    /// What the partner did.
    pub service: Service,
    /// Stars for the quality of work.
    pub quality: Stars,
    /// Stars for communication.
    pub communication: Stars,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// Where it stands.
    #[serde(flatten)]
    pub status: ReviewStatus,
    /// The partner's answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// The last report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    /// What the programme decided about it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// One more with every change.
    pub version: u64,
}

/// What a change of a review does to the partner's ratings, in the same transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingsMove {
    /// It counts from now on.
    Count,
    /// It counts no longer.
    Uncount,
}

/// Why something about a review is refused. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReviewRefusal {
    /// This role may never do it.
    #[error("this role may not do that")]
    Forbidden,
    /// The partner has not marked an inquiry of this merchant as worked on.
    #[error("the partner has not marked the work as done")]
    NotEligible,
    /// Not in this state: not published yet, published already, or removed.
    #[error("not possible now")]
    NotNow,
    /// The partner answered already; an answer is locked.
    #[error("there is an answer already")]
    AlreadyReplied,
    /// Somebody reported it already, and the programme has not decided.
    #[error("it is reported already")]
    AlreadyReported,
}

/// What a merchant writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// What the partner did.
    pub service: Service,
    /// Stars for the quality of work.
    pub quality: Stars,
    /// Stars for communication.
    pub communication: Stars,
    /// What it says.
    pub text: String,
}

impl Review {
    /// How many decisions are kept.
    pub const DECISIONS: usize = 20;

    /// Writes a review about the partner of an inquiry.
    ///
    /// # Errors
    /// When the inquiry is not the merchant's own, or the partner did not mark it as worked on.
    pub fn write(
        inquiry: &Inquiry,
        written: Written,
        merchant: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Self, ReviewRefusal> {
        if merchant.role != Role::Merchant || inquiry.merchant != merchant.id {
            return Err(ReviewRefusal::Forbidden);
        }
        if inquiry.status != InquiryStatus::WorkedOn {
            return Err(ReviewRefusal::NotEligible);
        }
        Ok(Self {
            id: ReviewId::derive(inquiry.id.org(), &merchant.id),
            handle: inquiry.recipient.handle.clone(),
            merchant: merchant.id.clone(),
            company: inquiry.form.company.clone(),
            service: written.service,
            quality: written.quality,
            communication: written.communication,
            text: written.text,
            written_at: now,
            status: ReviewStatus::Held { until: now + HOLD },
            reply: None,
            report: None,
            decisions: Vec::new(),
            version: 1,
        })
    }

    /// Whether everybody sees it.
    #[must_use]
    pub fn is_published(&self) -> bool {
        matches!(self.status, ReviewStatus::Published { .. })
    }

    /// Whether the programme still has to decide about a report.
    #[must_use]
    pub fn is_reported(&self) -> bool {
        self.report.as_ref().is_some_and(|report| !report.dismissed)
            && !matches!(self.status, ReviewStatus::Removed { .. })
    }

    /// Publishes it if its time has come. The ratings change with it, in the same transaction.
    ///
    /// # Errors
    /// When it is not held, or held for longer.
    pub fn publish(&mut self, now: DateTime<Utc>) -> Result<RatingsMove, ReviewRefusal> {
        let ReviewStatus::Held { until } = self.status else { return Err(ReviewRefusal::NotNow) };
        if now < until {
            return Err(ReviewRefusal::NotNow);
        }
        self.status = ReviewStatus::Published { at: now };
        self.version += 1;
        Ok(RatingsMove::Count)
    }

    /// The partner answers, once.
    ///
    /// # Errors
    /// When somebody else does, it is not published, or there is an answer.
    pub fn reply(&mut self, text: String, actor: &Actor, now: DateTime<Utc>) -> Result<(), ReviewRefusal> {
        if actor.role != Role::PartnerOwner || actor.org.as_ref() != Some(self.id.org()) {
            return Err(ReviewRefusal::Forbidden);
        }
        if !self.is_published() {
            return Err(ReviewRefusal::NotNow);
        }
        if self.reply.is_some() {
            return Err(ReviewRefusal::AlreadyReplied);
        }
        self.reply = Some(Reply { text, by: actor.signature(), at: now });
        self.version += 1;
        Ok(())
    }

    /// Somebody who is signed in reports it.
    ///
    /// # Errors
    /// When it is not published, or a report waits already.
    pub fn report(
        &mut self,
        reason: ReportReason,
        note: Personal,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), ReviewRefusal> {
        if !self.is_published() {
            return Err(ReviewRefusal::NotNow);
        }
        if self.is_reported() {
            return Err(ReviewRefusal::AlreadyReported);
        }
        self.report = Some(Report { reason, note, by: actor.signature(), at: now, dismissed: false });
        self.version += 1;
        Ok(())
    }

    /// The programme removes it, held or published. The ratings change with it if it was published.
    ///
    /// # Errors
    /// When somebody else does, or it is removed already.
    pub fn remove(
        &mut self,
        reason: RemovalReason,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Option<RatingsMove>, ReviewRefusal> {
        if actor.role != Role::ProgramAdmin {
            return Err(ReviewRefusal::Forbidden);
        }
        if matches!(self.status, ReviewStatus::Removed { .. }) {
            return Err(ReviewRefusal::NotNow);
        }
        let counted = self.is_published();
        self.status = ReviewStatus::Removed { reason, at: now };
        self.decide(Verdict::Removed { reason }, actor, now);
        Ok(counted.then_some(RatingsMove::Uncount))
    }

    /// The programme looks at a report and keeps the review.
    ///
    /// # Errors
    /// When somebody else does, or no report waits.
    pub fn keep(&mut self, actor: &Actor, now: DateTime<Utc>) -> Result<(), ReviewRefusal> {
        if actor.role != Role::ProgramAdmin {
            return Err(ReviewRefusal::Forbidden);
        }
        if !self.is_reported() {
            return Err(ReviewRefusal::NotNow);
        }
        if let Some(report) = &mut self.report {
            report.dismissed = true;
        }
        self.decide(Verdict::Kept, actor, now);
        Ok(())
    }

    fn decide(&mut self, verdict: Verdict, actor: &Actor, now: DateTime<Utc>) {
        self.version += 1;
        self.decisions.push(Decision { seq: self.version, at: now, by: actor.signature(), verdict });
        let surplus = self.decisions.len().saturating_sub(Self::DECISIONS);
        self.decisions.drain(..surplus);
    }
}
