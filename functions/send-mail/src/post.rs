//! The way of one mail: claimed, handed over, settled.

use std::time::Duration;

use guildhall_domain::delivery::Delivery;
use guildhall_domain::failure::Failure;
use guildhall_store::{Claim, Claiming, MailId, MailRecord, MailState, Mails, StoreError};
use guildhall_worker::WorkError;
use tracing::{error, info, warn};

use crate::{Mail, Mailer, MessageId, SendError};

/// How often a busy carrier is asked again before the stream is left to come back later.
const TRIES: u32 = 4;
/// How long the first pause is; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// What became of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// It was handed over just now.
    Sent(MessageId),
    /// It was refused just now, for good.
    Failed,
    /// It was settled before, or its outcome is unknown: nothing was sent now.
    Settled(MailState),
}

impl Posted {
    /// How far the mail came; `None` while somebody still has it.
    #[must_use]
    pub fn delivery(&self) -> Option<Delivery> {
        match self {
            Self::Sent(_) | Self::Settled(MailState::Sent) => Some(Delivery::Sent),
            Self::Failed | Self::Settled(MailState::Failed) => Some(Delivery::Failed),
            Self::Settled(MailState::Unknown) => Some(Delivery::Unknown),
            Self::Settled(MailState::Claimed | MailState::Waiting) => None,
        }
    }
}

/// Why a mail did not leave now. It may later.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// Somebody else has it right now, and may yet die with it.
    #[error("mail {0} is being sent by another")]
    Elsewhere(MailId),
    /// The carrier takes no mail.
    #[error(transparent)]
    Carrier(SendError),
    /// The table does not answer. If the mail was handed over already, it is not sent again.
    #[error(transparent)]
    Books(#[from] StoreError),
}

impl PostError {
    /// Whether the next mail would fare no better.
    #[must_use]
    pub fn holds_up_others(&self) -> bool {
        match self {
            Self::Elsewhere(_) => false,
            Self::Carrier(_) => true,
            Self::Books(cause) => cause.is_passing(),
        }
    }
}

impl From<PostError> for WorkError {
    fn from(error: PostError) -> Self {
        match error {
            PostError::Elsewhere(_) | PostError::Carrier(_) => Self::Passing(error.to_string()),
            PostError::Books(cause) => cause.into(),
        }
    }
}

/// Takes mails to the carrier, each at most once.
#[derive(Debug)]
pub struct Post<M> {
    mails: Mails,
    mailer: M,
    first_pause: Duration,
}

impl<M: Mailer> Post<M> {
    /// Sends by this carrier and keeps its books in this table.
    pub fn new(mails: Mails, mailer: M) -> Self {
        Self { mails, mailer, first_pause: FIRST_PAUSE }
    }

    /// The same, with another first pause for a busy carrier.
    #[must_use]
    pub fn with_first_pause(self, first_pause: Duration) -> Self {
        Self { first_pause, ..self }
    }

    /// Sends a mail, unless that was done or tried before.
    ///
    /// # Errors
    /// When it did not leave and may be tried again, or somebody else has it right now.
    pub async fn send(&self, mail: &Mail) -> Result<Posted, PostError> {
        let id = mail.id();
        let claim = match self.mails.claim(&mail.record).await? {
            Claiming::Ours(claim) => claim,
            // Whoever has it may die with it, so the change must not be ticked off yet.
            Claiming::Busy => return Err(PostError::Elsewhere(id)),
            Claiming::Settled(state) => {
                if state == MailState::Unknown {
                    warn!(mail = %id, "nobody knows whether the mail went out; it is not sent again");
                }
                return Ok(Posted::Settled(state));
            }
        };
        match self.hand_over(mail).await {
            Ok(message) => self.sent(&claim, message).await,
            Err(cause) => self.not_sent(&claim, cause).await,
        }
    }

    /// Notes that a mail cannot be sent, since nobody knows whom to; `code` says why. It then stands among those
    /// that need somebody's eye. What was settled before stays as it is.
    ///
    /// # Errors
    /// When the table does not answer, or somebody else has it right now.
    pub async fn give_up(&self, record: &MailRecord, code: &str) -> Result<Posted, PostError> {
        match self.mails.claim(record).await? {
            Claiming::Ours(claim) => {
                warn!(mail = %claim.id, code, "a mail cannot be sent");
                self.mails.fail(&claim, code).await?;
                Ok(Posted::Failed)
            }
            Claiming::Busy => Err(PostError::Elsewhere(record.id())),
            Claiming::Settled(state) => Ok(Posted::Settled(state)),
        }
    }

    /// Hands a mail over, with patience for a busy carrier.
    async fn hand_over(&self, mail: &Mail) -> Result<MessageId, SendError> {
        let mut pause = self.first_pause;
        for _ in 1..TRIES {
            match self.mailer.send(mail).await {
                Err(SendError::Busy(_)) => tokio::time::sleep(pause).await,
                outcome => return outcome,
            }
            pause *= 2;
        }
        self.mailer.send(mail).await
    }

    /// The mail is out: whatever happens now, the change must not lead to a second one. If this cannot be
    /// written down, the claim runs out and the outcome is unknown, which is the truth as the table knows it.
    async fn sent(&self, claim: &Claim, message: MessageId) -> Result<Posted, PostError> {
        match self.mails.complete(claim, &message.0).await {
            Ok(true) => info!(mail = %claim.id, message = %message.0, attempt = claim.attempt, "mail sent"),
            Ok(false) => error!(mail = %claim.id, "a mail was sent whose claim had gone to somebody else"),
            Err(cause) => {
                error!(mail = %claim.id, message = %message.0, %cause, "a mail was sent, which is not written down");
                return Err(cause.into());
            }
        }
        Ok(Posted::Sent(message))
    }

    async fn not_sent(&self, claim: &Claim, cause: SendError) -> Result<Posted, PostError> {
        match cause {
            SendError::Busy(_) | SendError::NotAllowed(_) => {
                self.mails.release(claim).await?;
                Err(PostError::Carrier(cause))
            }
            SendError::Refused(code) => {
                warn!(mail = %claim.id, code, "mail refused for good");
                // Whoever found our claim run out has said already that nobody knows, and that stands.
                let is_written = self.mails.fail(claim, &code).await?;
                Ok(if is_written { Posted::Failed } else { Posted::Settled(MailState::Unknown) })
            }
            SendError::Unclear(why) => {
                warn!(mail = %claim.id, why, "nobody knows whether the mail went out");
                self.mails.mark_unknown(claim).await?;
                Ok(Posted::Settled(MailState::Unknown))
            }
        }
    }
}
