//! A carrier with bad days, which remembers what it took.

use std::collections::HashMap;
use std::future::pending;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use send_mail::{Mail, Mailer, MessageId, SendError};

/// What happens to one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// The mail is taken.
    Good,
    /// The mail is not taken, and may be later.
    Busy,
    /// The mail is refused for good.
    Refusal,
    /// The worker dies before the mail is taken.
    DeathBefore,
    /// The mail is taken, and the worker dies before it hears so.
    DeathAfter,
    /// The mail is taken, and the answer is lost.
    LostAnswer,
}

/// Goes through its days call by call, again and again.
#[derive(Debug, Clone)]
pub(crate) struct Carrier {
    days: Arc<Vec<Day>>,
    calls: Arc<AtomicUsize>,
    taken: Arc<Mutex<HashMap<String, usize>>>,
    mails: Arc<Mutex<Vec<Mail>>>,
}

impl Carrier {
    pub(crate) fn with(days: &[Day]) -> Self {
        let days = Arc::new(days.to_vec());
        Self { days, calls: Arc::default(), taken: Arc::default(), mails: Arc::default() }
    }

    pub(crate) fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    /// How often a mail was taken.
    pub(crate) fn taken(&self, mail: &Mail) -> usize {
        self.taken.lock().unwrap().get(&mail.id().to_string()).copied().unwrap_or_default()
    }

    /// Every mail that was taken, in order.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }

    fn take(&self, mail: &Mail) -> MessageId {
        let id = mail.id().to_string();
        *self.taken.lock().unwrap().entry(id.clone()).or_default() += 1;
        self.mails.lock().unwrap().push(mail.clone());
        MessageId(format!("carried-{id}"))
    }
}

impl Mailer for Carrier {
    async fn send(&self, mail: &Mail) -> Result<MessageId, SendError> {
        let call = self.calls.fetch_add(1, Ordering::SeqCst);
        match self.days[call % self.days.len()] {
            Day::Good => Ok(self.take(mail)),
            Day::Busy => Err(SendError::Busy("TooManyRequestsException".to_owned())),
            Day::Refusal => Err(SendError::Refused("MessageRejected".to_owned())),
            Day::DeathBefore => pending().await,
            Day::DeathAfter => {
                self.take(mail);
                pending().await
            }
            Day::LostAnswer => {
                self.take(mail);
                Err(SendError::Unclear("no answer in time".to_owned()))
            }
        }
    }
}
