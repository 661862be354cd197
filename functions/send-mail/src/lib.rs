//! Tells people by mail what happened, from what was written and from nothing else.
//!
//! The worker follows the table's stream. Each change says by itself what happened, so a mail can neither
//! be about something that was refused nor quote a state that has gone by. A mail is claimed before it is
//! handed over and settled after ([`Post`]), so that it leaves at most once and never goes missing unseen.
//!
//! Reading order: [`SendMail`] is the worker, [`Mail`] what is sent, [`Mailer`] who carries it, [`Post`] how it
//! gets there, `inquiry`, `lead`, `invitation`, `payout`, `webhook` and `digest` who is told what, and `letter` what that looks like.

mod digest;
mod formats;
mod inquiry;
mod invitation;
mod lead;
mod letter;
mod mail;
mod mailer;
mod payout;
mod post;
mod ses;
mod setup;
mod site;
#[cfg(test)]
mod snapshot;
mod webhook;
mod words;
mod worker;

pub use guildhall_domain::notice::{Audience, Topic};
pub use mail::Mail;
pub use mailer::{Mailer, MessageId, SendError};
pub use post::{Post, PostError, Posted};
pub use ses::Ses;
pub use setup::SetupError;
pub use site::Site;
pub use worker::SendMail;
