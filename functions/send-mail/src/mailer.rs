//! Whoever carries mail out of the house.

use std::future::Future;

use crate::Mail;

/// The carrier's own id of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageId(pub String);

/// Why a mail was not, or perhaps not, handed over. What matters is how sure we are that it did not leave:
/// only then may it be sent again. Codes are the carrier's; its sentences may quote addresses and are
/// dropped.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The carrier is busy or paused. It did not leave; later it may.
    #[error("the carrier takes no mail right now: {0}")]
    Busy(String),
    /// The carrier does not let us send: the account, the sender or a permission. It did not leave, and
    /// may once somebody has put that right.
    #[error("the carrier does not let us send: {0}")]
    NotAllowed(String),
    /// The carrier refuses this very mail, for its address or its content. It did not leave and never will.
    #[error("the carrier refuses the mail: {0}")]
    Refused(String),
    /// The answer was lost or makes no sense. It may have left.
    #[error("nobody knows whether the mail left: {0}")]
    Unclear(String),
}

/// Carries mail out of the house.
pub trait Mailer: Send + Sync + 'static {
    /// Hands a mail over, once: whoever implements this never tries a second time by itself unless the
    /// first certainly did not go through.
    fn send(&self, mail: &Mail) -> impl Future<Output = Result<MessageId, SendError>> + Send;
}

impl<M: Mailer> Mailer for std::sync::Arc<M> {
    fn send(&self, mail: &Mail) -> impl Future<Output = Result<MessageId, SendError>> + Send {
        self.as_ref().send(mail)
    }
}
