//! Bad weather: a carrier that throttles, dies and forgets, workers that end at any step, and a stream that hands
//! everything over three times.

use std::collections::HashMap;
use std::future::{Future, pending};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use guildhall_store::MailId;
use guildhall_worker::{BatchWorker, Change};
use send_mail::{Mail, Mailer, MessageId, SendError};
use tokio::sync::Notify;

/// How many changes Lambda hands over at once.
const BATCH: usize = 10;
/// How often it comes back with them before it gives the first of them up.
const TRIES: u32 = 8;
/// About how many steps a batch takes; a worker that ends may end at any of them.
const STEPS: u64 = 250;

/// Numbers that look random and are the same in every run.
#[derive(Debug, Clone)]
pub(crate) struct Dice(Arc<AtomicU64>);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Arc::new(AtomicU64::new(seed)))
    }

    /// A number below `sides`.
    fn throw(&self, sides: u64) -> u64 {
        let mut z = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }
}

/// A carrier in a storm. Three in ten calls are throttled.
#[derive(Debug, Clone)]
pub(crate) struct StormCarrier {
    dice: Dice,
    taken: Arc<Mutex<HashMap<MailId, u32>>>,
    /// Ends the worker that called.
    doom: Arc<Notify>,
}

impl StormCarrier {
    pub(crate) fn new() -> Self {
        Self { dice: Dice::new(1), taken: Arc::default(), doom: Arc::default() }
    }

    /// The same carrier, for one worker.
    pub(crate) fn for_one(&self) -> Self {
        Self { doom: Arc::default(), ..self.clone() }
    }

    /// How often a mail was taken.
    pub(crate) fn taken(&self, id: &MailId) -> u32 {
        self.taken.lock().unwrap().get(id).copied().unwrap_or_default()
    }

    fn take(&self, mail: &Mail) {
        *self.taken.lock().unwrap().entry(mail.id()).or_default() += 1;
    }
}

impl Mailer for StormCarrier {
    async fn send(&self, mail: &Mail) -> Result<MessageId, SendError> {
        match self.dice.throw(100) {
            0..30 => Err(SendError::Busy("TooManyRequestsException".to_owned())),
            // The worker dies with the mail in its hands, or right after it handed it over.
            30 => {
                self.doom.notify_one();
                pending().await
            }
            31 => {
                self.take(mail);
                self.doom.notify_one();
                pending().await
            }
            32 => {
                self.take(mail);
                Err(SendError::Unclear("no answer in time".to_owned()))
            }
            33 => Err(SendError::Refused("MessageRejected".to_owned())),
            _ => {
                self.take(mail);
                Ok(MessageId(mail.id().to_string()))
            }
        }
    }
}

/// Work that ends after so many steps, whether or not it is done.
struct Mortal<F> {
    work: Pin<Box<F>>,
    steps: u64,
}

impl<F: Future> Future for Mortal<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.steps == 0 {
            return Poll::Ready(None);
        }
        self.steps -= 1;
        self.work.as_mut().poll(cx).map(Some)
    }
}

/// Hands all changes over to a worker as Lambda does: batch by batch, from the first that failed on, and again if
/// the worker died. Returns the numbers of those that were given up.
pub(crate) async fn follow(
    worker: impl BatchWorker,
    carrier: StormCarrier,
    changes: Vec<Change>,
    dice: Dice,
) -> Vec<String> {
    let mut given_up = Vec::new();
    for batch in changes.chunks(BATCH) {
        let (mut rest, mut tries) = (batch, 0);
        while let Some(first) = rest.first() {
            // One worker in twelve ends before its time.
            let steps = if dice.throw(12) == 0 { 1 + dice.throw(STEPS) } else { u64::MAX };
            let work = Mortal { work: Box::pin(worker.handle(rest)), steps };
            let outcome = tokio::select! {
                () = carrier.doom.notified() => None,
                outcome = work => outcome,
            };
            let Some(failed) = outcome else {
                tries += 1;
                if tries > TRIES {
                    given_up.push(first.sequence_number.clone());
                    (rest, tries) = (&rest[1..], 0);
                }
                continue;
            };
            let place =
                |change: &Change| failed.iter().any(|one| one.sequence_number == change.sequence_number);
            let Some(from) = rest.iter().position(place) else { break };
            tries = if from == 0 { tries + 1 } else { 1 };
            rest = &rest[from..];
            if tries > TRIES {
                given_up.push(rest[0].sequence_number.clone());
                (rest, tries) = (&rest[1..], 0);
            }
        }
    }
    given_up
}
