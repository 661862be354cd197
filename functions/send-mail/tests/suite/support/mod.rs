//! What every test needs: a mail to send, and somebody to give it to.

pub(crate) mod bench;
pub(crate) mod canned;
pub(crate) mod carrier;
pub(crate) mod emulator;
pub(crate) mod leads;
pub(crate) mod mails;
pub(crate) mod storm;
